"""HTML to text without judging the page: every visible paragraph, in order, a blank line between.

In: an HTML string, well formed or not, however deeply nested. Out: its text. Used for HTML inside table
cells and as the fallback for pages in which no article is found.
"""

from __future__ import annotations

import html
import re

_SILENT = {"script", "style", "noscript", "template", "svg", "title", "select", "button", "iframe", "object"}
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


# Linear on any input: no alternative scans past the next "<", and nothing is scanned twice.
_TOKEN = re.compile(r"<!--|-->|<(/?)([a-z][\w:-]*+)[^<>]*+>|<[!?][^<>]*+>|[^<-]++|.", re.IGNORECASE | re.DOTALL)


def markup_to_text(markup: str) -> str:
    """The visible paragraphs, each on one line, a blank line between."""
    blocks: list[list[str]] = [[]]
    silent: str | None = None  # the element, or comment, whose content is not shown
    for token in _TOKEN.finditer(markup):
        tag = (token[2] or "").lower()
        if silent:
            closes = token[0] == "-->" if silent == "<!--" else tag == silent and token[1]
            silent = None if closes else silent
        elif token[0] == "<!--" or (tag in _SILENT and not token[1] and not token[0].endswith("/>")):
            silent = tag or "<!--"
        elif not tag:
            blocks[-1].append("" if token[0][:2] in ("<!", "<?") else token[0])
        elif tag not in _INLINE and blocks[-1]:
            blocks.append([])
    lines = (" ".join(html.unescape("".join(block)).split()) for block in blocks)
    return "\n\n".join(line for line in lines if line)


def cell_to_text(cell: str) -> str:
    """A table cell's text: HTML turned to paragraphs, lone entities resolved, plain text as it is."""
    if _TAG.search(cell):
        return markup_to_text(cell)
    return html.unescape(cell) if _ENTITY.search(cell) else cell
