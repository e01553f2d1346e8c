"use strict";
/* The table: filter, sort, open; filters stay in the page's address, to share. */
(() => {
  const table = document.querySelector("table.events"), bodies = [...table.tBodies];
  const field = (id) => document.getElementById(id);
  const q = field("q"), type = field("type"), disputed = field("disputed"), withheld = field("withheld");
  const text = new Map(bodies.map((b) => [b, b.textContent.toLowerCase()]));

  const chip = field("days");
  let days = null;
  const span = (from, to) => {
    days = from ? [from, to] : null;
    chip.hidden = !days;
    chip.textContent = days ? `${from === to ? from : `${from} to ${to}`} ✕` : "";
    filter();
  };
  const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
  dateline.on("days", (from, to) => span(iso(from), iso(to)));
  chip.addEventListener("click", () => span(null));

  const filter = () => {
    const asked = q.value.toLowerCase().split(/\s+/).filter(Boolean);
    dateline.shown.clear();
    bodies.forEach((b) => {
      const fits = asked.every((word) => text.get(b).includes(word)) && (!type.value || b.dataset.mark === type.value)
        && (!disputed.checked || "disputed" in b.dataset) && (withheld.checked || !("withheld" in b.dataset))
        && (!days || (b.dataset.when >= days[0] && b.dataset.when <= days[1]));
      b.hidden = !fits;
      if (fits) dateline.shown.add(b.dataset.id);
    });
    const all = bodies.length, some = dateline.shown.size;
    document.querySelectorAll(".visible-count").forEach((node) => { node.textContent = some === all ? `${all} event${all === 1 ? "" : "s"}` : `${some} of ${all} events`; });
    field("nothing").hidden = some > 0 || all === 0;
    dateline.keep({ q: q.value, type: type.value, disputed: disputed.checked ? "1" : "", withheld: withheld.checked ? "" : "0", days: days ? days.join("/") : "" });
    dateline.tell("filter");
  };

  const open = (body, wanted) => {
    const button = body.querySelector(".open"), now = wanted === undefined ? button.getAttribute("aria-expanded") !== "true" : wanted;
    button.setAttribute("aria-expanded", String(now));
    body.querySelector(".detail").classList.toggle("shown", now);
  };

  table.querySelectorAll("thead button").forEach((button) => button.addEventListener("click", () => {
    const head = button.closest("th"), key = button.dataset.sort, number = key === "toll";
    const down = head.getAttribute("aria-sort") === "ascending" || (number && !head.hasAttribute("aria-sort"));
    table.querySelectorAll("th[aria-sort]").forEach((th) => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (b) => b.dataset[key] || "\uffff", order = down ? -1 : 1;
    bodies.sort((a, b) => order * (number ? a.dataset.toll - b.dataset.toll : value(a).localeCompare(value(b))));
    table.append(...bodies);
  }));

  bodies.forEach((body) => body.querySelector(".row").addEventListener("click", (click) => {
    if (click.target.closest("a")) return;
    open(body);
    dateline.choose(body.dataset.id, "table");
  }));
  dateline.on("choose", (id, from) => bodies.forEach((b) => {
    b.classList.toggle("sel", b.dataset.id === id);
    if (b.dataset.id === id && from !== "table") {
      b.hidden = false;
      open(b, true);
      b.scrollIntoView({ block: "center" });
      b.querySelector(".open").focus({ preventScroll: true });
    }
  }));

  const state = dateline.state();
  q.value = state.get("q") || "";
  type.value = state.get("type") || "";
  disputed.checked = state.get("disputed") === "1";
  withheld.checked = state.get("withheld") !== "0";
  [q, type, disputed, withheld].forEach((node) => node.addEventListener("input", filter));
  field("filters").addEventListener("submit", (event) => event.preventDefault());
  field("clear").addEventListener("click", () => { q.value = type.value = ""; disputed.checked = false; withheld.checked = true; span(null); });
  span(...(state.get("days") || "").split("/"));
  const named = () => { if (location.hash.startsWith("#e-")) dateline.choose(location.hash.slice(3), "link"); };
  addEventListener("hashchange", named);
  named();
})();
