"use strict";
/* The map: country outlines out of the page itself, a filled mark for a named place, a ring for less. */
(() => {
  const { events, outlines } = dateline;
  const map = L.map("map", { zoomSnap: 0.25, minZoom: 1, maxZoom: 10, worldCopyJump: true, scrollWheelZoom: false });
  map.setView([15, 20], 2, { animate: false });
  map.attributionControl.setPrefix(false).addAttribution("Outlines: Natural Earth");

  const countries = dateline.countries(outlines);
  const told = new Set(events.map((e) => e.country)), only = new Set(events.filter((e) => e.precision === "country").map((e) => e.country));
  const land = L.geoJSON(countries, { interactive: false, style: (f) => ({ className: "country" + (only.has(f.id) ? " only" : told.has(f.id) ? " told" : "") }) }).addTo(map);

  const names = L.layerGroup().addTo(map);
  const box = (f) => {
    const points = f.geometry.coordinates.flatMap((polygon) => polygon[0]), xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
    return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
  };
  const boxes = countries.map(box);
  const inside = (polygons, x, y) => polygons.some((polygon) => {
    let odd = false;
    const line = polygon[0];
    for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
      if ((line[i][1] > y) !== (line[j][1] > y) && x < (line[j][0] - line[i][0]) * (y - line[i][1]) / (line[j][1] - line[i][1]) + line[i][0]) odd = !odd;
    }
    return odd;
  });
  const COLUMNS = 16, ROWS = 12;
  /* A name stands where the visible part of its country is widest, away from the marks. */
  const label = () => {
    names.clearLayers();
    const size = map.getSize(), pins = placed.map((e) => map.latLngToContainerPoint([e.lat, e.lon]));
    const grid = [];
    for (let i = 1; i < COLUMNS; i++) for (let j = 1; j < ROWS; j++) {
      const at = L.point(size.x * i / COLUMNS, size.y * j / ROWS);
      grid.push({ at, spot: map.containerPointToLatLng(at) });
    }
    const taken = [];
    countries.forEach((f, n) => {
      const b = boxes[n], here = grid.filter(({ spot }) => spot.lng > b.west && spot.lng < b.east && spot.lat > b.south && spot.lat < b.north && inside(f.geometry.coordinates, spot.lng, spot.lat));
      if (here.length < 4) return;
      const mean = here.reduce((sum, g) => sum.add(g.at), L.point(0, 0)).divideBy(here.length), half = f.properties.name.length * 3.4 + 6;
      const free = here.filter((g) => g.at.x > half && g.at.x < size.x - half && g.at.x > (g.at.y < 90 ? 60 : 0) && pins.every((p) => Math.abs(p.x - g.at.x) > half + 14 || Math.abs(p.y - g.at.y) > 20)
        && taken.every((t) => Math.abs(t.x - g.at.x) > half + t.half || Math.abs(t.y - g.at.y) > 14));
      if (!free.length) return;
      const best = free.reduce((a, g) => g.at.distanceTo(mean) < a.at.distanceTo(mean) ? g : a);
      taken.push({ x: best.at.x, y: best.at.y, half });
      const word = document.createElement("span");
      word.textContent = f.properties.name;
      L.marker(best.spot, { interactive: false, keyboard: false, icon: L.divIcon({ className: "name", html: word, iconSize: [140, 14] }) }).addTo(names);
    });
  };

  const placed = events.filter((e) => e.lat !== null && e.lon !== null);
  const crowd = new Map();
  const marks = placed.map((e) => {
    const spot = e.lat + "," + e.lon, place = crowd.get(spot) || 0;
    crowd.set(spot, place + 1);
    const vague = e.precision !== "town";
    const letter = document.createElement("span");
    letter.textContent = e.letter;
    const classes = ["pin", "m-" + e.mark, vague && "vague", e.withheld && "held"].filter(Boolean).join(" ");
    const icon = L.divIcon({ className: classes, html: letter, iconSize: [22, 22], iconAnchor: [11 - 19 * place, 11] });
    const words = document.createElement("span");
    words.textContent = `${e.what}, ${e.when}. ${e.where} (${e.exact})${e.withheld ? ". Withheld" : ""}`;
    const pin = L.marker([e.lat, e.lon], { icon, alt: words.textContent, keyboard: true }).bindTooltip(words).addTo(map);
    pin.on("click", () => dateline.choose(e.id, "map"));
    const area = e.radius && vague ? L.circle([e.lat, e.lon], { radius: e.radius * 1000, interactive: false, className: "area m-" + e.mark }).addTo(map) : null;
    return { e, pin, area };
  });

  const aim = () => {
    const shown = marks.filter((m) => dateline.shown.has(m.e.id));
    const bounds = L.latLngBounds(shown.map((m) => [m.e.lat, m.e.lon]));
    shown.forEach((m) => m.area && bounds.extend(m.e.radius ? L.latLng(m.e.lat, m.e.lon).toBounds(m.e.radius * 2000) : m.pin.getLatLng()));
    land.eachLayer((layer) => only.has(layer.feature.id) && bounds.extend(layer.getBounds()));
    bounds.isValid() ? map.fitBounds(bounds.pad(0.35), { maxZoom: 6.5, animate: false }) : map.setZoom(1.5);
  };
  aim();
  label();
  map.on("moveend resize", label);
  map.on("focus click", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());

  const lost = events.filter((e) => e.lat === null || e.lon === null);
  const note = document.getElementById("placeless");
  const listLost = () => {
    const here = lost.filter((e) => dateline.shown.has(e.id));
    const more = here.length > 6 ? [` and ${here.length - 6} more`] : [];
    note.hidden = !here.length;
    note.replaceChildren("Not on the map: ", ...here.slice(0, 6).flatMap((e, n) => {
      const link = document.createElement("a");
      link.href = "#e-" + e.id;
      link.textContent = `${e.what} (${e.where === "not told" ? "place not told" : e.where})`;
      link.addEventListener("click", (click) => { click.preventDefault(); dateline.choose(e.id, "map"); });
      return n ? ["; ", link] : [link];
    }), ...more);
  };
  listLost();

  /* Where many marks crowd, one bubble counts them; a click goes nearer. */
  const bubbles = L.layerGroup().addTo(map);
  const MANY = 30, CELL = 44;
  const gather = () => {
    bubbles.clearLayers();
    const cells = [], crowded = marks.length > MANY && map.getZoom() < 9;
    marks.filter((m) => dateline.shown.has(m.e.id)).forEach((m) => {
      const at = map.project(m.pin.getLatLng()), near = crowded && cells.find((c) => c.at.distanceTo(at) < CELL);
      near ? near.marks.push(m) : cells.push({ at, marks: [m] });
      if (near) near.at = near.at.multiplyBy(near.marks.length - 1).add(at).divideBy(near.marks.length);
    });
    const alone = new Set(cells.filter((c) => c.marks.length < 3).flatMap((c) => c.marks));
    marks.forEach((m) => [m.pin, m.area].forEach((layer) => layer && layer.getElement().classList.toggle("out", !alone.has(m))));
    cells.filter((c) => c.marks.length > 2).forEach((c) => {
      const bounds = L.latLngBounds(c.marks.map((m) => m.pin.getLatLng())), count = document.createElement("span");
      count.textContent = c.marks.length;
      const size = 24 + Math.min(18, Math.sqrt(c.marks.length) * 2.5);
      L.marker(map.unproject(c.at), { alt: c.marks.length + " events", icon: L.divIcon({ className: "bubble", html: count, iconSize: [size, size] }) })
        .on("click", () => map.fitBounds(bounds.pad(0.3), { maxZoom: Math.min(10, map.getZoom() + 3) })).addTo(bubbles);
    });
  };
  gather();
  map.on("zoomend", gather);

  dateline.on("filter", () => {
    gather();
    listLost();
  });
  dateline.on("choose", (id, from) => marks.forEach(({ e, pin }) => {
    pin.getElement().classList.toggle("sel", e.id === id);
    if (e.id === id && from !== "map" && !map.getBounds().contains(pin.getLatLng())) map.panTo(pin.getLatLng());
  }));
})();
