"use strict";
/* The timeline: a bar for each event, as long as its days are unsure; long silences are cut and named. */
(() => {
  const DAY = 86400000, GAP = 84, MIN = 7;
  const KINDS = ["battles", "explosions", "civilians", "protests", "riots", "strategic"], LONG = { day: "numeric", month: "short", year: "numeric" };
  let ROW = 26, drawn = [];  /* stretches of days as they lie on the page */
  const box = document.getElementById("timeline"), aside = document.getElementById("dayless");
  const days = (text) => Date.parse(text + "T00:00:00Z") / DAY;
  const make = (name, attributes, ...inside) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...inside);
    return node;
  };
  const long = (n) => n > 700 ? `${Math.round(n / 365)} years` : n > 55 ? `${Math.round(n / 30.4)} months` : `${Math.round(n)} days`;
  const date = (n, form) => new Date(n * DAY).toLocaleDateString("en-GB", { timeZone: "UTC", ...form });

  const stretches = (list) => {
    const found = [];
    list.forEach((e) => {
      const last = found[found.length - 1], from = days(e.start), to = days(e.end) + 1;
      if (last && from - last.to < 25) last.to = Math.max(last.to, to);
      else found.push({ from, to });
    });
    return found.length > 7 ? [{ from: found[0].from, to: Math.max(...found.map((s) => s.to)) }] : found;
  };

  const scale = (parts, width) => {
    const room = width - GAP * (parts.length - 1);
    const weight = parts.map((p) => Math.sqrt(p.to - p.from + 3)), sum = weight.reduce((a, b) => a + b, 0);
    let x = 0;
    parts.forEach((p, n) => { p.x = x; p.w = room * weight[n] / sum; x += p.w + GAP; });
    return (day) => {
      const p = parts.find((q) => day <= q.to) || parts[parts.length - 1];
      return p.x + p.w * (day - p.from) / (p.to - p.from);
    };
  };

  const dayAt = (x) => {
    const p = drawn.find((q) => x <= q.x + q.w) || drawn[drawn.length - 1];
    return Math.floor(p.from + (p.to - p.from) * Math.max(0, Math.min(0.9999, (x - p.x) / p.w)));
  };

  /* No label touches another or leaves the page: what finds no room is left out, the last one turns inwards. */
  const LETTER = 6.9, APART = 10;
  const axis = (parts, x, height, width) => {
    let free = 0;
    const label = (text, at) => {
      const need = text.length * LETTER, from = Math.min(at, width - need);
      if (from < free || at > width) return [];
      free = from + need + APART;
      return [make("text", { x: from, y: 12 }, text)];
    };
    return parts.flatMap((p, n) => {
      const span = p.to - p.from, out = [];
      if (n) {
        const before = parts[n - 1], from = before.x + before.w, words = "+" + long(p.from - before.to), left = Math.max(free, from + 4);
        out.push(make("g", { class: "gap" }, make("title", {}, `nothing told for ${long(p.from - before.to)}`), make("rect", { x: from + 4, y: 0, width: GAP - 12, height }),
          ...(p.x - left < words.length * LETTER ? [] : [make("text", { x: (left + p.x) / 2, y: 12, "text-anchor": "middle" }, words)])));
        free = p.x;
      }
      const step = Math.max(1, Math.ceil(span / Math.max(1, Math.floor(p.w / (9 * LETTER + APART)))));
      for (let day = p.from; day < p.to; day += step) {
        const form = span > 500 ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" };
        const told = label(date(day, day === p.from && span <= 500 ? { ...form, year: "2-digit" } : form), x(day));
        if (told.length) out.push(make("line", { x1: x(day), x2: x(day), y1: 18, y2: height }), ...told);
      }
      return out;
    });
  };

  const bar = (e, row, x, width) => {
    const y = 24 + row * ROW, from = x(days(e.start)), to = x(days(e.end) + 1);
    const w = Math.max(MIN, to - from - 1), words = e.what + (e.where === "not told" ? "" : ", " + e.where.split(",")[0]);
    const room = words.length * 6.4, right = from + w + 6 + room < width;
    const place = right ? { x: from + w + 6 } : from - 6 - room > 0 ? { x: from - 6, "text-anchor": "end" } : { x: 4 };
    const loose = days(e.end) - days(e.start) > 2 ? " loose" : "";
    const link = make("a", { href: "#e-" + e.id, class: `m-${e.mark}${e.withheld ? " held" : ""}`, "data-id": e.id },
      make("title", {}, `${words}: ${e.when}${e.withheld ? " (withheld)" : ""}`),
      make("rect", { class: "hit", x: 0, y: y - 3, width, height: ROW - 2, rx: 4 }),
      make("rect", { class: "bar" + loose, x: from, y: y + ROW / 2 - 12, width: w, height: 15, rx: 3 }),
      make("text", { ...place, y: y + ROW / 2 }, words));
    link.addEventListener("click", (click) => { click.preventDefault(); dateline.choose(e.id, "timeline"); });
    return link;
  };

  const histogram = (list, width) => {
    /* A few events of long ago do not squeeze the rest: they share the first column, "earlier". */
    const starts = list.map((e) => days(e.start)).sort((a, b) => a - b), part_ = (share) => starts[Math.floor(share * (starts.length - 1))];
    const floor_ = part_(0.1) - 2 * (part_(0.9) - part_(0.1) + 7), early = starts[0] < floor_;
    const to = starts[starts.length - 1] + 1, since = early ? starts.find((day) => day >= floor_) : starts[0], height = 320;
    const step = Math.max(1, Math.ceil((to - since) / 46)), from = early ? since - 2 * step : since, bins = new Map();
    list.forEach((e) => { const k = Math.max(0, Math.floor((days(e.start) - from) / step)); bins.set(k, [...(bins.get(k) || []), e]); });
    const most = Math.max(...[...bins.values()].map((b) => b.length)), count = Math.ceil((to - from) / step), w = width / count;
    const x = (day) => width * (day - from) / (count * step);
    const h = (height - 30) / most;
    const nodes = [...bins].flatMap(([k, b]) => {
      let floor = 0;
      const old = early && k === 0, first = old ? starts[0] : from + k * step, last = old ? since - 1 : first + step - 1;
      const days_ = last > first ? `${date(first, LONG)} to ${date(last, LONG)}` : date(first, LONG);
      return KINDS.filter((mark) => b.some((e) => e.mark === mark)).map((mark) => {
        const some = b.filter((e) => e.mark === mark).length, node = make("rect", { class: "bar", x: k * w + 0.5, y: height - (floor += some) * h, width: Math.max(1, w - 1), height: Math.max(1, some * h - 1) });
        const link = make("a", { href: "#events", class: "m-" + mark }, make("title", {}, `${some} of ${b.length} events, ${days_}: ${mark}. Press to show these days only.`), node);
        link.addEventListener("click", (click) => { click.preventDefault(); dateline.tell("days", first, last, days_); });
        return link;
      });
    });
    const left = early ? 2 * w : 0, part = [{ from: since, to: from + count * step, x: left, w: width - left }];
    drawn = part;
    if (early) nodes.push(make("text", { x: 0, y: 34 }, "← earlier"));
    return make("svg", { viewBox: `0 0 ${width} ${height}`, height }, make("g", { class: "axis" }, ...axis(part, x, height, width)), ...nodes);
  };

  const draw = () => {
    const shown = dateline.events.filter((e) => dateline.shown.has(e.id)), width = Math.max(280, box.clientWidth);
    const dated = shown.filter((e) => e.start && e.end).sort((a, b) => a.start < b.start ? -1 : a.start > b.start ? 1 : 0);
    const loose = shown.filter((e) => !e.start || !e.end), more = loose.length > 6 ? ` and ${loose.length - 6} more` : "";
    aside.hidden = !loose.length;
    aside.textContent = "No day known: " + loose.slice(0, 6).map((e) => `${e.what} (${e.when})`).join("; ") + more;
    if (!dated.length) return box.replaceChildren();
    if (dated.length > 40) return box.replaceChildren(histogram(dated, width));
    ROW = Math.max(26, Math.min(40, Math.floor(360 / dated.length)));
    const parts = stretches(dated), x = scale(drawn = parts, width), height = 30 + dated.length * ROW;
    box.replaceChildren(make("svg", { viewBox: `0 0 ${width} ${height}`, height }, make("g", { class: "axis" }, ...axis(parts, x, height, width)), ...dated.map((e, n) => bar(e, n, x, width))));
  };
  /* Drawing the pointer over the timeline picks the days under it. */
  let begun = null, brush = null, brushed = false;
  const at = (event) => event.clientX - box.firstElementChild.getBoundingClientRect().left;
  box.addEventListener("dragstart", (event) => event.preventDefault());
  box.addEventListener("pointerdown", (event) => { brushed = false; begun = event.button || !box.firstElementChild ? null : at(event); });
  addEventListener("pointermove", (event) => {
    if (begun === null || (!brush && Math.abs(at(event) - begun) < 6)) return;
    if (!brush) box.firstElementChild.append(brush = make("rect", { class: "brush", y: 0, height: "100%" }));
    brush.setAttribute("x", Math.min(begun, at(event)));
    brush.setAttribute("width", Math.abs(at(event) - begun));
  });
  addEventListener("pointerup", (event) => {
    if (brush) {
      const [first, last] = [dayAt(Math.min(begun, at(event))), dayAt(Math.max(begun, at(event)))];
      brush.remove();
      brushed = true;
      dateline.tell("days", first, last, last > first ? `${date(first, LONG)} to ${date(last, LONG)}` : date(first, LONG));
    }
    begun = brush = null;
  });
  box.addEventListener("click", (event) => { if (brushed) { event.preventDefault(); event.stopPropagation(); } }, true);
  const light = (id) => box.querySelectorAll("a").forEach((a) => a.classList.toggle("sel", a.dataset.id === id));
  draw();
  dateline.on("filter", () => { draw(); light(dateline.chosen); });
  dateline.on("choose", light);
  addEventListener("resize", draw);
})();
