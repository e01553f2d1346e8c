"""HTML to text without judging the page: every visible paragraph, in order, a blank line between.

In: an HTML string, well formed or not, however deeply nested. Out: its text. Used for HTML inside table
cells and as the fallback for pages in which no article is found.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_SILENT = {"script", "style", "noscript", "template", "svg", "head", "select", "button", "iframe", "object"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_TAG = re.compile(
    r"</?(?:p|br|div|span|li|ul|ol|h[1-6]|a|b|i|u|em|strong|blockquote|article|section|table|tr|td|font|img)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[str]] = [[]]
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent.append(tag)
        self._space(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        self._space(tag)

    def _space(self, tag: str) -> None:
        if tag not in _INLINE and self.blocks[-1]:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.blocks[-1].append(data)


def markup_to_text(markup: str) -> str:
    """The visible paragraphs, each on one line, a blank line between."""
    collector = _Collector()
    collector.feed(markup)
    collector.close()
    lines = (" ".join("".join(block).split()) for block in collector.blocks)
    return "\n\n".join(line for line in lines if line)


def cell_to_text(cell: str) -> str:
    """A table cell's text: HTML turned to paragraphs, lone entities resolved, plain text as it is."""
    if _TAG.search(cell):
        return markup_to_text(cell)
    return html.unescape(cell) if _ENTITY.search(cell) else cell
