/** The buttons that copy a command. */
export const copyScript = `
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
