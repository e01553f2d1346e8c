"""Windows: stretches of whole sentences that the encoder reads in one pass; and the words that its pieces make.

In: a text, and where its word pieces stand. Out: (first piece, last piece) ranges. No window is longer than the encoder
takes. A window holds as many whole sentences as fit; a sentence that is too long is cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 126  # word pieces, besides the two marks at the ends
END = re.compile(r"(?<=[.!?][\"”’')])\s+|(?<=[.!?])\s+(?=[\"“‘'(A-Z0-9])|\n+")

Span = tuple[int, int]


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin, roughly, by their marks: offsets in characters, the first 0."""
    return [0, *sorted({match.end() for match in END.finditer(text)} - {0, len(text)})]


def windows(text: str, pieces: Sequence[Span]) -> list[Span]:
    """Ranges of pieces, end exclusive, that cover all pieces in order."""
    starts, at = sentence_starts(text), 0
    bounds: list[int] = []  # pieces at which a sentence begins
    for number, (start, _) in enumerate(pieces):
        begins = False
        while at < len(starts) and starts[at] <= start:
            at, begins = at + 1, True
        if begins:
            bounds.append(number)
    bounds.append(len(pieces))
    out: list[Span] = []
    first = 0
    for here, then in zip(bounds, [*bounds[1:], len(pieces)], strict=True):
        if then - first > LONGEST and here > first:
            out.append((first, here))
            first = here
        while then - first > LONGEST:
            out.append((first, first + LONGEST))
            first += LONGEST
    if first < len(pieces):
        out.append((first, len(pieces)))
    return out


def words(pieces: Sequence[Span], text: str) -> list[Span]:
    """Ranges of pieces, end exclusive, that are one word each: what no blank and no mark parts."""
    out: list[Span] = []
    for at, (start, _) in enumerate(pieces):
        left = pieces[at - 1][1] if at else -1
        if left == start and text[start].isalnum() and text[left - 1].isalnum():
            out[-1] = out[-1][0], at + 1
        else:
            out.append((at, at + 1))
    return out
