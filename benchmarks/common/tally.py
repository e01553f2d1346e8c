"""Counts behind a precision, a recall and their harmonic mean.

In: how much was said, how much was wanted, and how much of each was right. Out: `Tally`, which adds up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """`hit` of `said` was right, `got` of `wanted` was found; most metrics have hit == got."""

    hit: float = 0.0
    said: float = 0.0
    got: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.said + other.said, self.got + other.got, self.wanted + other.wanted)

    @property
    def row(self) -> tuple[float, float, float, float]:
        """The four numbers in order."""
        return self.hit, self.said, self.got, self.wanted


def right(hits: float, said: float, wanted: float) -> Tally:
    """The usual kind: one number of right answers."""
    return Tally(hits, said, hits, wanted)


def same(said: Iterable[Hashable], wanted: Iterable[Hashable]) -> Tally:
    """Answers as bags: each wanted one can be found once."""
    ours, theirs = Counter(said), Counter(wanted)
    return right((ours & theirs).total(), ours.total(), theirs.total())


def precision(hit: float, said: float, *_: float) -> float:
    """Right of said; 0 where nothing was said."""
    return hit / said if said else 0.0


def recall(_hit: float, _said: float, got: float, wanted: float) -> float:
    """Found of wanted; 0 where nothing was wanted."""
    return got / wanted if wanted else 0.0


def f1(hit: float, said: float, got: float, wanted: float) -> float:
    """The harmonic mean of precision and recall; 0 where both are."""
    p, r = precision(hit, said), recall(hit, said, got, wanted)
    return 2 * p * r / (p + r) if p + r else 0.0
