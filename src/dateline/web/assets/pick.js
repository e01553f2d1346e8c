"use strict";
/* The map in the form of a place: a mark to drag, candidates to pick, names to look up. */
document.addEventListener("dialog", async (event) => {
  const box = event.detail.querySelector("#pick");
  if (!box) return;
  const form = box.closest("form"), { lat, lon } = form.elements, fieldset = form.querySelector("#candidates");
  const outlines = await (await fetch("/outlines.json")).json();
  const map = L.map(box, { zoomSnap: 0.5, minZoom: 1, maxZoom: 10, attributionControl: false });
  const land = L.geoJSON(dateline.countries(outlines), { interactive: false, style: () => ({ className: "country told" }) }).addTo(map);
  const icon = L.divIcon({ className: "pin m-strategic", html: document.createElement("span"), iconSize: [20, 20] });
  const start = lat.value && lon.value ? [Number(lat.value), Number(lon.value)] : [15, 20];
  map.setView(start, lat.value ? 6 : 2);
  const country = () => land.getLayers().find((layer) => layer.feature.id === form.elements.country.value);
  const mark = L.marker(start, { icon, draggable: true, keyboard: true, alt: "the place" }).addTo(map);
  mark.getElement().setAttribute("aria-label", "The place: drag it, or type latitude and longitude");
  const others = L.layerGroup().addTo(map);
  const put = (at) => {
    lat.value = at.lat.toFixed(5);
    lon.value = at.lng.toFixed(5);
  };
  mark.on("dragend", () => { put(mark.getLatLng()); point(); });
  map.on("click", (click) => { mark.setLatLng(click.latlng); put(click.latlng); point(); });
  /* A point moved by hand is no longer the gazetteer's. */
  const point = () => { const last = fieldset.querySelector("label:last-of-type input"); last.checked = true; };
  const see = () => { if (lat.value && lon.value) { mark.setLatLng([lat.value, lon.value]); map.panTo([lat.value, lon.value]); } };
  [lat, lon].forEach((input) => input.addEventListener("change", () => { see(); point(); }));
  const pick = (radio) => {
    if (!radio.dataset.lat) return;
    lat.value = radio.dataset.lat;
    lon.value = radio.dataset.lon;
    see();
    if (map.getZoom() < 6) map.setZoom(6);
  };
  fieldset.addEventListener("change", (change) => pick(change.target));
  const draw = () => {
    others.clearLayers();
    fieldset.querySelectorAll("input[data-lat]").forEach((radio) => {
      const words = document.createElement("span");
      words.textContent = radio.closest("label").textContent.trim();
      const dot = L.circleMarker([radio.dataset.lat, radio.dataset.lon], { radius: 6, className: "candidate" }).bindTooltip(words).addTo(others);
      dot.on("click", (click) => { L.DomEvent.stopPropagation(click); radio.checked = true; pick(radio); });
    });
  };
  const choice = (c) => {
    const label = document.createElement("label"), input = document.createElement("input"), small = document.createElement("small");
    Object.assign(input, { type: "radio", name: "geonameid", value: c.geonameid || "" });
    Object.assign(input.dataset, { lat: c.lat, lon: c.lon });
    small.textContent = c.kind + (c.people ? `, ${c.people.toLocaleString("en")} people` : "");
    label.append(input, ` ${c.words} `, small);
    return label;
  };
  let later;
  form.querySelector("#place-name").addEventListener("input", (typed) => {
    clearTimeout(later);
    later = setTimeout(async () => {
      const query = new URLSearchParams({ q: typed.target.value, country: form.elements.country.value });
      const found = await (await fetch("/places?" + query)).json();
      const [legend, last] = [fieldset.querySelector("legend"), fieldset.querySelector("label:last-of-type")];
      fieldset.replaceChildren(legend, ...found.map(choice), last);
      draw();
    }, 180);
  });
  draw();
  const checked = fieldset.querySelector("input:checked");
  if (checked && !lat.value) pick(checked);
  setTimeout(() => {
    map.invalidateSize();
    if (!lat.value && country()) { map.fitBounds(country().getBounds(), { animate: false }); mark.setLatLng(map.getCenter()); }
    box.dataset.ready = "yes";
  }, 60);
});
