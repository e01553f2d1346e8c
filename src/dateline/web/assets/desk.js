"use strict";
/* What map, timeline and outlines share (see drawer.js). */
const dateline = {};
/* The record: the field at hand, fixing, the guide, setting aside, what is hidden until read. */
(() => {
  const record = document.querySelector(".record-pane"), event = record.dataset.event;
  const fields = [...document.querySelectorAll(".field")];
  const current = () => document.querySelector(".field.current") || fields[0];
  const make = (field, focus = true, scroll = true) => {
    fields.forEach((f) => f.classList.toggle("current", f === field));
    if (focus) field.focus({ preventScroll: true });
    if (focus && scroll) field.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const at = fields.indexOf(current());
    make(fields[Math.max(0, Math.min(fields.length - 1, at + by))]);
  };
  document.getElementById("down").addEventListener("click", () => step(1));
  document.getElementById("up").addEventListener("click", () => step(-1));
  fields.forEach((f) => f.addEventListener("focusin", () => make(f, false)));
  const fix = (field) => dialog.open(`/events/${event}/fix/${field}`);
  document.querySelectorAll("[data-fix]").forEach((b) => b.addEventListener("click", () => fix(b.dataset.fix)));
  document.querySelector("[data-fix-current]").addEventListener("click", () => fix(current().dataset.field));
  document.querySelector("[data-guide]").addEventListener("click", () => dialog.open(`/guide/${current().dataset.field}`));
  document.getElementById("aside").addEventListener("click", () => {
    const claim = document.querySelector(".claim.pinned") || current().querySelector(".claim");
    if (claim) claim.closest(".claim-line").querySelector(".set-aside").click();
  });
  const desk = document.querySelector(".desk"), veil = document.getElementById("veil");
  const hidden = [document.getElementById("fields"), document.querySelector(".acts"), document.querySelector(".why")];
  if (desk.classList.contains("veiled")) {
    hidden.forEach((node) => { node.hidden = true; });
    veil.hidden = false;
  }
  document.getElementById("reveal").addEventListener("click", () => {
    hidden.forEach((node) => { node.hidden = false; });
    veil.hidden = true;
    desk.classList.remove("veiled");
    make(current());
  });
  /* Where the panes stand below each other, the article comes first. */
  const beside = getComputedStyle(desk).display === "grid" || new URLSearchParams(location.search).has("at");
  if (!desk.classList.contains("veiled")) make(current(), true, beside);
})();
