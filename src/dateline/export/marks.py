"""Evidence in an article: the text cut at every boundary, each piece knowing all that rests on it.

In: a text and the passages marked in it. Out: pieces in order, which join to the text again; a
passage that overlaps others keeps one lane of underline from end to end. Marks are never nested.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

LANES = 4
T = TypeVar("T")


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
    busy: list[tuple[int, int]] = []  # (end, lane) of what began earlier and goes on
    for key in sorted({(m.start, m.end, m.kind) for m in marks}, key=lambda k: (k[0], -k[1], k[2])):
        busy = [(end, lane) for end, lane in busy if end > key[0]]
        taken = {lane for _, lane in busy}
        found[key] = next((lane for lane in range(LANES) if lane not in taken), LANES - 1)
        busy.append((key[1], found[key]))
    return found


def pieces(text: str, marks: Sequence[Mark], unread: Sequence[tuple[int, int, str]] = ()) -> list[Piece]:
    """The whole text in pieces; `unread` are (start, end, kind) of what no claim used."""
    inside = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    loose = [u for u in unread if 0 <= u[0] < u[1] <= len(text)]
    edges = {0, len(text)}.union(*((m.start, m.end) for m in inside), *((u[0], u[1]) for u in loose))
    cuts, lane = sorted(edges), lanes(inside)
    marked = _over(cuts, [(m.start, m.end, m) for m in inside])
    left = _over(cuts, [(start, end, kind) for start, end, kind in loose])
    spans = zip(pairwise(cuts), marked, left, strict=True)
    return [_piece(text, start, end, here, kinds, lane) for (start, end), here, kinds in spans]


def _over(cuts: Sequence[int], spans: Sequence[tuple[int, int, T]]) -> Iterator[list[T]]:
    """For each stretch between two cuts, what lies over it, in one pass."""
    opening: dict[int, list[tuple[int, int, T]]] = {}
    for span in spans:
        opening.setdefault(span[0], []).append(span)
    here: list[tuple[int, int, T]] = []
    for start, _ in pairwise(cuts):
        here = [span for span in here if span[1] > start] + opening.get(start, [])
        yield [what for _, _, what in here]


def _piece(
    text: str, start: int, end: int, here: list[Mark], kinds: list[str], lane: dict[tuple[int, int, str], int]
) -> Piece:
    ways = sorted({(lane[(m.start, m.end, m.kind)], m.kind) for m in here})
    return Piece(
        start,
        end,
        text[start:end],
        tuple(sorted({m.claim for m in here})),
        tuple(dict(ways).items()),
        "" if here else ", ".join(sorted(set(kinds))),
        any(m.start == start for m in here),
    )
