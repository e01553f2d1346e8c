"""Counts and what they come to: precision, recall, F1, and how sure one can be of them.

In: counts by report. Out: `Figure`s. The interval holds 95 % of the F1s of 1,000 samples of the
reports, drawn with replacement from a fixed seed, so that it is the same in every run.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.evaluate.marks import Mark

SAMPLES, SEED = 1000, 20250316


@dataclass(frozen=True, slots=True)
class Count:
    """How much was right (of a sum of shares: not whole), said and wanted."""

    right: float = 0
    said: int = 0
    wanted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.said + other.said, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Right of said (0 to 1; 0 where nothing was said)."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Right of wanted (0 to 1; 0 where nothing was wanted)."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.said + self.wanted) if self.said + self.wanted else 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's count over all reports and the bounds of its F1."""

    metric: str
    count: Count
    low: float
    high: float


def tally(marks: Iterable[Mark]) -> dict[str, Count]:
    """Metric -> count, in the order in which the metrics come."""
    found: dict[str, Count] = {}
    for mark in (m for m in marks if m.said or m.wanted):
        found[mark.metric] = found.get(mark.metric, Count()) + Count(mark.right, mark.said, mark.wanted)
    return found


@cache
def samples(size: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Each sample as (index of a report, how often it was drawn) pairs."""
    dice = random.Random(SEED)
    draws = (Counter(dice.choices(range(size), k=size)) for _ in range(SAMPLES))
    return tuple(tuple(sorted(draw.items())) for draw in draws)


def interval(counts: Sequence[Count]) -> tuple[float, float]:
    """The bounds between which 95 % of the samples' F1s lie."""
    if not counts:
        return 0.0, 0.0
    found = []
    for sample in samples(len(counts)):
        right = sum(counts[i].right * times for i, times in sample)
        both = sum((counts[i].said + counts[i].wanted) * times for i, times in sample)
        if both:
            found.append(2 * right / both)
    found.sort()
    return (found[int(len(found) * 0.025)], found[int(len(found) * 0.975) - 1]) if found else (0.0, 0.0)


def figure(metric: str, counts: Sequence[Count]) -> Figure:
    """The figure of one metric from its count in each report."""
    low, high = interval(counts)
    return Figure(metric, sum(counts, Count()), low, high)
