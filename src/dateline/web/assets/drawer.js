"use strict";
/* The drawer: map and timeline of the queue; they are the ones of report.html, and are fetched when it opens. */
Object.assign(dateline, (() => {
  const listeners = { choose: [], filter: [], days: [] };
  return {
    events: [], outlines: null, shown: new Set(), chosen: null,
    on: (what, act) => listeners[what].push(act),
    tell: (what, ...rest) => listeners[what].forEach((act) => act(...rest)),
    choose(id) { location.href = `/events/${id}${document.getElementById("drawer").dataset.query}`; },
  };
})());
(() => {
  const drawer = document.getElementById("drawer"), button = document.getElementById("drawer-button");
  const script = (name) => new Promise((done) => {
    const node = document.createElement("script");
    node.src = "/static/" + name;
    node.addEventListener("load", done);
    document.body.append(node);
  });
  let ready = false;
  const fill = async () => {
    ready = true;
    const query = new URLSearchParams(drawer.dataset.query);
    query.set("current", drawer.dataset.current);
    const [data, outlines] = await Promise.all([fetch("/map.json?" + query), fetch("/outlines.json")].map(async (answer) => (await answer).json()));
    dateline.events = data.events;
    dateline.outlines = outlines;
    data.events.forEach((event) => dateline.shown.add(event.id));
    const more = data.total > data.events.length ? `${data.events.length} of ${data.total} events` : `${data.events.length} event${data.events.length === 1 ? "" : "s"}`;
    drawer.querySelectorAll(".visible-count").forEach((node) => { node.textContent = more; });
    dateline.on("days", (first, last) => {
      const day = (n) => new Date(n * 86400000).toISOString().slice(0, 10), here = new URLSearchParams(drawer.dataset.query);
      here.set("since", day(first));
      here.set("until", day(last));
      location.href = "/events?" + here;
    });
    await script("map.js");
    await script("timeline.js");
    dateline.chosen = drawer.dataset.current;
    dateline.tell("choose", dateline.chosen, "queue");
    document.dispatchEvent(new CustomEvent("drawn"));
  };
  const open = (now) => {
    drawer.hidden = !now;
    button.setAttribute("aria-expanded", String(now));
    sessionStorage.setItem("drawer", now ? "open" : "");
    document.body.classList.toggle("with-drawer", now);
    if (now && !ready) fill();
  };
  button.addEventListener("click", () => open(drawer.hidden));
  if (sessionStorage.getItem("drawer") === "open") open(true);
})();
