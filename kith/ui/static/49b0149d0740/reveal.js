// Shows what belongs to a chosen radio or checkbox, and hides it when another is chosen. The design system's own script
// marks such a box as expanded, which no radio may be.
export function revealChosen(groups) {
  for (const group of groups) {
    const boxes = group.querySelectorAll("input[data-reveals]");
    if (!boxes.length) continue;
    const look = () => boxes.forEach(showOrHide);
    boxes.forEach((box) => box.setAttribute("aria-controls", box.dataset.reveals));
    group.addEventListener("change", look);
    window.addEventListener("pageshow", look);
    look();
  }
}

function showOrHide(box) {
  const revealed = document.getElementById(box.dataset.reveals);
  const kind = box.type === "radio" ? "radios" : "checkboxes";
  revealed.classList.toggle(`nhsuk-${kind}__conditional--hidden`, !box.checked);
}
