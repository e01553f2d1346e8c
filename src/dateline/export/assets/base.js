"use strict";
/* What the parts of the page share: the data, the chosen event, who listens. */
const dateline = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const root = document.documentElement;
  root.classList.add("js");
  const listeners = { choose: [], filter: [], days: [] };
  const hash = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  const self = {
    events: read("data"),
    outlines: read("outlines"),
    shown: new Set(),
    chosen: null,
    on: (what, act) => listeners[what].push(act),
    tell: (what, ...rest) => listeners[what].forEach((act) => act(...rest)),
    choose(id, from) {
      self.chosen = id;
      self.tell("choose", id, from);
    },
    state: hash,
    keep(changes) {
      const now = hash();
      for (const [key, value] of Object.entries(changes)) value ? now.set(key, value) : now.delete(key);
      const text = now.toString();
      if (!text && !location.hash.includes("=")) return;
      try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* a page that may not change its address */ }
    },
  };
  self.events.forEach((event) => self.shown.add(event.id));
  const button = document.getElementById("theme");
  const paint = (dark) => {
    root.dataset.theme = dark ? "dark" : "light";
    button.textContent = dark ? "Light" : "Dark";
  };
  const asked = hash().get("theme");
  paint(asked ? asked === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  button.addEventListener("click", () => {
    const dark = root.dataset.theme !== "dark";
    paint(dark);
    self.keep({ theme: dark ? "dark" : "light" });
  });
  return self;
})();
