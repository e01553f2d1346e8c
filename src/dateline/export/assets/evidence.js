"use strict";
/* Values and words light each other; a click pins, Escape lets go. */
(() => {
  const claims = new Map(), words = new Map();
  const numbers = (node) => node.dataset.c.split(" ");
  document.querySelectorAll(".claim").forEach((c) => claims.set(c.dataset.c, c));
  document.querySelectorAll("mark[data-c]").forEach((m) => numbers(m).forEach((n) => words.set(n, [...(words.get(n) || []), m])));
  const kind = (claim) => [...claim.classList].find((c) => c.startsWith("f-")).slice(2);
  let pinned = [];

  const clear = () => {
    document.querySelectorAll("mark.lit").forEach((m) => { m.className = m.className.replace(/ lit(-\w+)?/g, ""); });
    document.querySelectorAll(".claim.lit").forEach((c) => c.classList.remove("lit"));
  };
  const light = (list) => {
    clear();
    list.forEach((n) => {
      const claim = claims.get(n);
      if (!claim) return;
      claim.classList.add("lit");
      (words.get(n) || []).forEach((m) => m.classList.add("lit", "lit-" + kind(claim)));
    });
  };
  const pin = (list) => {
    pinned = list;
    document.querySelectorAll(".pinned").forEach((c) => { c.classList.remove("pinned"); c.removeAttribute("aria-pressed"); });
    list.forEach((n) => { const c = claims.get(n); if (c) { c.classList.add("pinned"); c.setAttribute("aria-pressed", "true"); } });
    light(list);
  };
  const near = (node) => node && node.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  const act = (node) => {
    const list = numbers(node);
    if (pinned.join() === list.join()) return pin([]);
    pin(list);
    near(node.matches(".claim") ? (words.get(list[0]) || [])[0] : claims.get(list[0]));
  };

  [...claims.values(), ...document.querySelectorAll("mark[data-c]")].forEach((node) => {
    node.addEventListener("mouseenter", () => light(numbers(node)));
    node.addEventListener("mouseleave", () => light(pinned));
    node.addEventListener("focus", () => light(numbers(node)));
    node.addEventListener("click", () => act(node));
    if (node.tagName === "MARK") {
      node.title = [...new Set(numbers(node).map((n) => claims.get(n)).filter(Boolean).map((c) => c.querySelector(".head").textContent + ": " + c.querySelector(".value").textContent.trim()))].join("\n");
      node.addEventListener("keydown", (key) => { if (key.key === "Enter") act(node); });
    }
  });
  addEventListener("keydown", (key) => { if (key.key === "Escape") pin([]); });
})();
