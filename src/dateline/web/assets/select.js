"use strict";
/* Words selected in an article: a bar says what they may be bound to; offsets are counted in characters. */
(() => {
  const bar = document.getElementById("bindbar"), root = document.documentElement;
  const record = document.querySelector(".record-pane");
  const signs = (text) => [...text].length;
  /* Where a point of the selection lies in the report: the offset of its piece and the characters before it there. */
  const offset = (node, at, body) => {
    const range = document.createRange();
    range.setStart(body, 0);
    range.setEnd(node, at);
    return signs(range.toString());
  };
  const chosen = () => {
    const selection = getSelection();
    const spans = [];
    let report = null;
    for (let n = 0; n < selection.rangeCount; n++) {
      const range = selection.getRangeAt(n);
      const body = (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement)?.closest(".body");
      if (range.collapsed || !body || !body.contains(range.endContainer)) continue;
      if (!range.toString().trim()) continue;
      report = body.dataset.report;
      spans.push(offset(range.startContainer, range.startOffset, body) + "-" + offset(range.endContainer, range.endOffset, body));
    }
    return report ? { report, spans: spans.join(","), range: selection.getRangeAt(0) } : null;
  };
  const show = () => {
    const words = chosen();
    bar.hidden = !words;
    words ? (root.dataset.words = "yes") : delete root.dataset.words;
    if (!words) return;
    const box = words.range.getBoundingClientRect(), wide = bar.getBoundingClientRect();
    const left = Math.max(8, Math.min(innerWidth - wide.width - 8, box.left));
    const below = box.bottom + wide.height + 12 < innerHeight;
    bar.style.left = left + "px";
    bar.style.top = Math.max(8, below ? box.bottom + 8 : box.top - wide.height - 8) + "px";
  };
  document.addEventListener("selectionchange", show);
  const query = () => {
    const { report, spans } = chosen();
    return new URLSearchParams({ report, spans });
  };
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !chosen()) return;
    const words = query();
    getSelection().removeAllRanges();
    if ("new" in button.dataset) dialog.open("/new?" + words);
    else dialog.open(`/events/${record.dataset.event}/fix/${button.dataset.field}?${words}`);
  });
})();
