// Presses what a key stands for, on a page that says so and where the person has not switched it off.
export function listenForKeys(box) {
  if (!box) return;
  const choice = box.querySelector("input");
  box.hidden = false;
  choice.checked = localStorage.getItem("kith-keys") !== "off";
  choice.addEventListener("change", () => localStorage.setItem("kith-keys", choice.checked ? "on" : "off"));
  document.addEventListener("keydown", (pressed) => {
    if (!choice.checked || pressed.repeat || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return;
    if (document.querySelector("dialog[open]") || pressed.target.closest("textarea, select")) return;
    document.querySelector(`[data-key="${CSS.escape(pressed.key.toLowerCase())}"]`)?.click();
  });
}
