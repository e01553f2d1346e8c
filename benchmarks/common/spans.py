"""Spans against gold spans: equal, and overlapping one to one.

In: spans as (start, end) or as sets of words. Out: tallies, and the pairs that met.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.common.tally import Tally, right, same

Span = tuple[int, int]
T = TypeVar("T")


def shared(one: Span, two: Span) -> int:
    """How many characters they share."""
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def exact(gold: Sequence[Span], read: Sequence[Span]) -> Tally:
    """Equal spans."""
    return same(read, gold)


def meet(gold: Sequence[T], read: Sequence[T], overlap: Callable[[T, T], int]) -> list[tuple[int, int]]:
    """(gold, read) pairs that overlap, one to one, the largest overlap first, then in order of the text."""
    pairs = sorted((-size, i, j) for i, g in enumerate(gold) for j, r in enumerate(read) if (size := overlap(g, r)))
    kept = []
    used_gold: set[int] = set()
    used_read: set[int] = set()
    for _, i, j in pairs:
        if i not in used_gold and j not in used_read:
            used_gold.add(i)
            used_read.add(j)
            kept.append((i, j))
    return sorted(kept)


def partial(gold: Sequence[Span], read: Sequence[Span]) -> Tally:
    """Overlapping spans, one to one."""
    return right(len(meet(gold, read, shared)), len(read), len(gold))
