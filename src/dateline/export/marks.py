"""Evidence in an article: the text cut at every boundary, each piece knowing all that rests on it.

In: a text and the passages marked in it. Out: pieces in order, which join to the text again; a
passage that overlaps others keeps one lane of underline from end to end. Marks are never nested.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LANES = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` carry claim number `claim`, of class `kind` ("harm", "where")."""

    start: int
    end: int
    claim: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of marks; `lanes` are (lane, kind), `opens` where a mark begins."""

    start: int
    end: int
    text: str
    claims: tuple[int, ...] = ()
    lanes: tuple[tuple[int, str], ...] = ()
    unread: str = ""
    opens: bool = False


def lanes(marks: Sequence[Mark]) -> dict[tuple[int, int, str], int]:
    """(start, end, kind) -> lane of its underline, the first that is free from end to end."""
    found: dict[tuple[int, int, str], int] = {}
    for key in sorted({(m.start, m.end, m.kind) for m in marks}, key=lambda k: (k[0], -k[1], k[2])):
        taken = {lane for (start, end, _), lane in found.items() if start < key[1] and key[0] < end}
        found[key] = next((lane for lane in range(LANES) if lane not in taken), LANES - 1)
    return found


def pieces(text: str, marks: Sequence[Mark], unread: Sequence[tuple[int, int, str]] = ()) -> list[Piece]:
    """The whole text in pieces; `unread` are (start, end, kind) of what no claim used."""
    inside = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    loose = [u for u in unread if 0 <= u[0] < u[1] <= len(text)]
    edges = {0, len(text)}.union(*((m.start, m.end) for m in inside), *((u[0], u[1]) for u in loose))
    cuts, lane = sorted(edges), lanes(inside)
    return [_piece(text, start, end, inside, loose, lane) for start, end in pairwise(cuts)]


def _piece(
    text: str,
    start: int,
    end: int,
    marks: list[Mark],
    unread: list[tuple[int, int, str]],
    lane: dict[tuple[int, int, str], int],
) -> Piece:
    here = [m for m in marks if m.start <= start and end <= m.end]
    ways = sorted({(lane[(m.start, m.end, m.kind)], m.kind) for m in here})
    kinds = sorted({kind for left, right, kind in unread if left <= start and end <= right})
    return Piece(
        start,
        end,
        text[start:end],
        tuple(sorted({m.claim for m in here})),
        tuple(dict(ways).items()),
        "" if here else ", ".join(kinds),
        any(m.start == start for m in here),
    )
