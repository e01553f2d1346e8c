"use strict";
/* The queue of any length: rows of one height, fetched by windows as they come into sight. */
(() => {
  const list = document.getElementById("queue");
  const total = Number(list.dataset.total), STEP = 60;
  const rows = new Map();
  const take = (nodes) => nodes.forEach((li) => rows.set(Number(li.dataset.n), li));
  take([...list.children]);
  if (!rows.size) return;
  const height = () => list.firstElementChild.getBoundingClientRect().height || 68;
  const waiting = new Set();
  let tall = height();
  const address = (from) => {
    const query = new URLSearchParams(list.dataset.query);
    query.set("from", from);
    query.set("current", list.dataset.current);
    return "/queue?" + query;
  };
  const fetchFrom = async (from) => {
    if (waiting.has(from)) return;
    waiting.add(from);
    take((await dialog.load(address(from))).filter((node) => node.nodeName === "LI"));
    waiting.delete(from);
    draw();
  };
  const draw = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / tall) - 10), last = Math.min(total, first + Math.ceil(list.clientHeight / tall) + 20);
    for (let n = first; n < last; n++) if (!rows.has(n)) { fetchFrom(Math.floor(n / STEP) * STEP); break; }
    const shown = [];
    for (let n = first; n < last; n++) if (rows.has(n)) shown.push(rows.get(n));
    if (!shown.length) return;
    const focused = document.activeElement;
    list.style.setProperty("--before", Number(shown[0].dataset.n) * tall + "px");
    list.style.setProperty("--after", (total - 1 - Number(shown[shown.length - 1].dataset.n)) * tall + "px");
    list.replaceChildren(...shown);
    if (list.contains(focused)) focused.focus({ preventScroll: true });
  };
  list.classList.add("windowed");
  const here = [...rows.values()].find((li) => li.querySelector(".here"));
  const kept = Number(sessionStorage.getItem("queue") || 0);
  draw();
  if (here) {
    const at = Number(here.dataset.n) * tall, seen = kept <= at && at + tall <= kept + list.clientHeight;
    list.style.setProperty("--before", Number(list.firstElementChild.dataset.n) * tall + "px");
    list.scrollTop = seen ? kept : at - list.clientHeight / 3;
  }
  list.addEventListener("scroll", () => { sessionStorage.setItem("queue", list.scrollTop); requestAnimationFrame(draw); });
  addEventListener("resize", () => { tall = height(); draw(); });
  draw();
})();
