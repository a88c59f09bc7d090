/** Runs before anything is drawn: says that there are scripts, and sets the theme that was chosen last. */
export const earlyScript = `"use strict";
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("ec2-contract-theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch { /* no storage here: the system's theme it is */ }
`;
