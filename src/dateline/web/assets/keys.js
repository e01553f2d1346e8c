"use strict";
/* One key, one button: a key presses the visible button, link or field that carries it in data-key. */
(() => {
  const typing = (node) => node.matches("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  const seen = (node) => !node.disabled && (node.closest("#unseen") || node.checkVisibility());
  const inDialog = () => document.querySelector("dialog[open]");
  const find = (key) => {
    const here = inDialog() || document;
    return [...here.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key && seen(node));
  };
  const choice = (key) => {
    const field = document.querySelector(".field.current");
    return field && [...field.querySelectorAll("[data-choice]")].find((node) => node.dataset.choice === key && seen(node));
  };
  const press = (node) => {
    if (node.matches("input")) { node.focus(); node.select(); } else node.click();
  };
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (typing(target) && !event.altKey) {
      if (key === "Escape") target.blur();
      return;
    }
    if (target.matches("input[type=radio]") && key.startsWith("Arrow")) return;
    if (key === " " && target.matches("button, a, summary, mark, input")) return;
    if (key === " " && event.shiftKey) return;
    if (key.startsWith("Arrow") && target.closest(".rows, #map, #pick, #timeline") && key !== "ArrowLeft" && key !== "ArrowRight") return;
    if (target.closest("#map, #pick") && (key.startsWith("Arrow") || key === "+" || key === "-")) return;
    const node = (!inDialog() && !document.documentElement.dataset.words && choice(key)) || find(key);
    if (!node || event.repeat && node.matches(".act")) return;
    event.preventDefault();
    press(node);
  });
  const sheet = document.getElementById("sheet");
  document.getElementById("show-keys").addEventListener("click", () => (sheet.open ? sheet.close() : sheet.showModal()));
  /* A form that has been sent is not sent again by an impatient key. */
  addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    else if (!event.defaultPrevented) event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => form.removeAttribute("data-sent")));
})();
