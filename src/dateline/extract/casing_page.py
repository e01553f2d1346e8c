"""A paragraph in capitals at work: its words, and the case that each shall have.

In: a paragraph in lower case. Out: a `Page`, which the rules of casing fill.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(slots=True)
class Page:
    """A paragraph at work: its words with offsets, lower-cased forms, the case each shall have."""

    text: str
    words: list[re.Match[str]]
    low: list[str]
    case: dict[int, str] = field(default_factory=dict)  # word -> "title", "upper", "lower"

    def gap(self, i: int) -> str:
        """What stands between word `i` and the next."""
        return self.text[self.words[i].end() : self.words[i + 1].start()] if i + 1 < len(self.words) else ""

    def joined(self, i: int, size: int) -> bool:
        """Whether the `size` words from `i` are parted by a space, line end or hyphen alone."""
        return i + size <= len(self.words) and all(self.gap(n).strip(" -\n") == "" for n in range(i, i + size - 1))


def name(page: Page, first: int, size: int) -> None:
    """Write words as a name."""
    for i in range(first, first + size):
        page.case.setdefault(i, "title")
