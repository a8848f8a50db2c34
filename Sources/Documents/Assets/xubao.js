// Comforts only: without this script every page still does everything it is for.
"use strict";

// The plate keyboard: one press puts the province in front, then the ordinary keyboard takes over.
for (const keys of document.querySelectorAll("[data-keys-for]")) {
  const input = document.getElementById(keys.dataset.keysFor);
  if (!input) continue;
  const startsWithHan = () => /^\p{Script=Han}/u.test(input.value.trim());
  const settle = () => { keys.hidden = startsWithHan(); };
  keys.addEventListener("click", (event) => {
    const key = event.target.closest("button");
    if (!key) return;
    input.value = key.textContent.trim() + input.value.trim().replace(/^\p{Script=Han}/u, "");
    input.focus();
    settle();
  });
  input.addEventListener("input", settle);
  input.addEventListener("focus", settle);
  if (document.activeElement === input) settle();
}

// Copy buttons on numbers that have to be passed on.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
      button.setAttribute("aria-live", "polite");
      setTimeout(() => { button.textContent = label; }, 2000);
    } catch { button.hidden = true; }
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Paper cannot be unfolded.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details.law")) details.open = true;
});

// A field named in the summary of faults may lie in something folded.
for (const link of document.querySelectorAll(".summary a[href^='#']")) {
  link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const fold = field.closest("details");
    if (fold) fold.open = true;
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
}
// Browsers that know `autofocus` only on fields are helped along.
addEventListener("load", () => {
  if (document.activeElement === document.body) document.querySelector(".summary")?.focus();
});
