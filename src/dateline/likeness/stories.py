"""Stories: which reports tell one story, whether or not an event is read in them.

In: reports. Out: `Story`s of two reports or more, each report in one at most, and the words and names that they share.
Two groups of reports become one, the most alike first, where their reports are on average as alike as `least` and, if
both have three or more, nearly as alike (`loose`) as those of the looser group are among themselves: so twins in one
town stay two stories, and a story told in many ways stays one. The same reports give the same stories, in whatever
order they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

import numpy as np
import numpy.typing as npt

from dateline.likeness.rare import Weights, rare
from dateline.likeness.words import table
from dateline.model.report import Report

FEW = 3  # reports from which a group has a likeness of its own
SHOWN = 6  # words that a story shows
UNDATED = date.max.toordinal() + 1
NOBODY = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Story:
    """Reports by id, the oldest first; the words that most tell them alike, each with how many reports have it."""

    reports: tuple[str, ...]
    words: tuple[tuple[str, int], ...]


def stories(reports: Mapping[str, Report]) -> tuple[Story, ...]:
    """Every story of two reports or more; the largest first, then the oldest."""
    names = sorted(reports, key=lambda name: (reports[name].published or date.max, name))
    weights = rare([reports[name] for name in names])
    days = np.array([day.toordinal() if (day := reports[name].published) else UNDATED for name in names])
    groups = sorted(_Groups(_alike(weights, days), len(names)).members.values(), key=lambda row: (-len(row), row))
    return tuple(
        Story(tuple(names[at] for at in row), _shared([weights[at] for at in row])) for row in groups if len(row) > 1
    )


def _alike(weights: Sequence[Weights], days: npt.NDArray[np.int64]) -> Iterator[tuple[int, int, float]]:
    """(i, j, likeness) with i < j, of reports alike and published within some days of each other; `days` never fall."""
    held: dict[str, list[tuple[int, float]]] = {}
    for at, row in enumerate(weights):
        for word, weight in row.items():
            held.setdefault(word, []).append((at, weight))
    holders = {word: _columns(rows) for word, rows in held.items() if len(rows) > 1}
    within, least = int(table("story")["days"]), float(table("story")["least"])
    for at, row in enumerate(weights):
        begin = int(np.searchsorted(days, days[at] - within)) if days[at] < UNDATED else 0
        told = [(weight, *holders[word]) for word, weight in row.items() if word in holders]
        spans = [slice(*where.searchsorted((begin, at))) for _, where, _ in told]
        where = np.concatenate([NOBODY, *(where[some] for (_, where, _), some in zip(told, spans, strict=True))])
        added = [shares[some] * weight for (weight, _, shares), some in zip(told, spans, strict=True)]
        sums = np.bincount(where - begin, np.concatenate([np.zeros(0), *added]))
        for other in np.flatnonzero(sums >= least).tolist():
            yield begin + other, at, round(float(sums[other]), 6)


def _columns(rows: Sequence[tuple[int, float]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """The reports that have a word, in order, and what it weighs in each."""
    where, shares = zip(*rows, strict=True)
    return np.array(where, np.int64), np.array(shares)


class _Groups:
    """Growing groups; each is named by its oldest report."""

    def __init__(self, alike: Iterator[tuple[int, int, float]], count: int) -> None:
        self.least, self.loose = float(table("story")["least"]), float(table("story")["loose"])
        self.members = {at: [at] for at in range(count)}
        self.inside = [0.0] * count  # likeness of the pairs within, summed
        self.between: list[dict[int, float]] = [{} for _ in range(count)]  # the same of the pairs with another group
        for one, two, value in alike:
            self.between[one][two] = self.between[two][one] = value
        pairs = ((one, two) for one in range(count) for two in self.between[one] if one < two)
        self.waiting = [row for pair in pairs if (row := self._row(*pair))]
        heapify(self.waiting)
        while self.waiting:
            row = heappop(self.waiting)
            if row == self._row(*row[1:]):
                self._unite(*row[1:])

    def _row(self, one: int, two: int) -> tuple[float, int, int] | None:
        """The pair with its mean likeness, negative; None for one that may not be joined, or is no more."""
        if two not in self.between[one]:
            return None
        mean = round(self.between[one][two] / (len(self.members[one]) * len(self.members[two])), 6)
        enough = mean >= self.least and mean >= min(self._asked(one), self._asked(two))
        return (-mean, one, two) if enough else None

    def _asked(self, one: int) -> float:
        """How alike another group must be."""
        size = len(self.members[one])
        return self.loose * self.inside[one] / (size * (size - 1) / 2) if size >= FEW else self.least

    def _unite(self, keep: int, gone: int) -> None:
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))
        self.inside[keep] += self.inside[gone] + self.between[keep].pop(gone)
        del self.between[gone][keep]
        for other, value in self.between[gone].items():
            del self.between[other][gone]
            total = self.between[keep].get(other, 0.0) + value
            self.between[keep][other] = self.between[other][keep] = total
        self.between[gone] = {}
        for other in self.between[keep]:
            if row := self._row(min(keep, other), max(keep, other)):
                heappush(self.waiting, row)


def _shared(rows: Sequence[Weights]) -> tuple[tuple[str, int], ...]:
    """The words that add most to the likeness of these reports."""
    held: dict[str, list[float]] = {}
    for row in rows:
        for word, weight in row.items():
            held.setdefault(word, []).append(weight)
    adds = {word: round(sum(told) ** 2 - sum(x * x for x in told), 6) for word, told in held.items() if len(told) > 1}
    most = sorted(adds, key=lambda word: (-adds[word], word))[:SHOWN]
    return tuple((word, len(held[word])) for word in most)
