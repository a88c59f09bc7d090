import { filterScript } from "./filter-script.ts";

/** Runs before anything is drawn: says that there are scripts, and sets the theme that was chosen last. */
export const earlyScript = `"use strict";
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("ec2-contract-theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch { /* no storage here: the system's theme it is */ }
`;

/** The buttons that copy a command. */
const copyScript = `
const selectAndCopy = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand("copy");
};
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (button === null) return;
  const code = button.parentElement.querySelector("code");
  const label = button.firstChild;
  button.dataset.label ??= label.data;
  try {
    await navigator.clipboard.writeText(code.textContent);
    label.data = "Copied";
  } catch {
    button.parentElement.querySelector("details").open = true;
    label.data = selectAndCopy(code) ? "Copied" : "Select and copy";
  }
  announce(label.data);
  setTimeout(() => { label.data = button.dataset.label; }, 1600);
});
const announcer = document.getElementById("announcer");
const announce = (text) => {
  announcer.textContent = "";
  setTimeout(() => { announcer.textContent = text; }, 50);
};
`;

/** The button that changes between dark and light. */
const themeScript = `
const root = document.documentElement;
const themeButton = document.getElementById("theme");
const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const nameTheme = () => { themeButton.textContent = isDark() ? "Light theme" : "Dark theme"; };
themeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("ec2-contract-theme", root.dataset.theme); } catch { /* no storage here: the choice lasts as long as the page */ }
  nameTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);
nameTheme();
`;

/**
 * The script of the page: plain JavaScript as text, since it is inlined and must be the same from src and from dist.
 * It makes no element from text, and asks no one for anything.
 */
export const script = `"use strict";
{
${themeScript}
${copyScript}
${filterScript}
}
`;
