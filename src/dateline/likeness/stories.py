"""Stories: which reports tell one story, whether or not an event is read in them.

In: reports. Out: `Story`s of two reports or more, each report in one at most, and the words and names that they share.
Two groups of reports become one, the most alike first, where their reports are on average as alike as `least`, and
nearly as alike (`loose`) as those of the looser group are among themselves: so twins in one town stay two stories, and a
story told in many ways stays one. The same reports give the same stories, in whatever order they come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

import numpy as np

from dateline.likeness.rare import Weights, rare
from dateline.likeness.words import table
from dateline.model.report import Report

FEW = 3  # reports from which a group has a likeness of its own
SHOWN = 6  # words that a story shows


@dataclass(frozen=True, slots=True)
class Story:
    """Reports by id, the oldest first; the words that most tell them alike, each with how many reports have it."""

    reports: tuple[str, ...]
    words: tuple[tuple[str, int], ...]


def stories(reports: Mapping[str, Report]) -> tuple[Story, ...]:
    """Every story of two reports or more; the largest first, then the oldest."""
    names = sorted(reports, key=lambda name: (reports[name].published or date.max, name))
    weights = rare([reports[name] for name in names])
    days = np.array([reports[name].published.toordinal() if reports[name].published else 0 for name in names])
    groups = sorted(_Groups(_alike(weights, days), len(names)).members.values(), key=lambda row: (-len(row), row))
    return tuple(
        Story(tuple(names[at] for at in row), _shared([weights[at] for at in row])) for row in groups if len(row) > 1
    )


def _alike(weights: Sequence[Weights], days: np.ndarray) -> Iterator[tuple[int, int, float]]:
    """(i, j, likeness) with i < j, of reports published within some days of each other."""
    number: dict[str, int] = {}
    holders: list[list[int]] = []
    shares: list[list[float]] = []
    for at, row in enumerate(weights):
        for word, weight in row.items():
            if number.setdefault(word, len(holders)) == len(holders):
                holders.append([])
                shares.append([])
            holders[number[word]].append(at)
            shares[number[word]].append(weight)
    rows, sizes = [np.array(row) for row in holders], [np.array(row) for row in shares]
    within, faint = int(table("story")["days"]), float(table("story")["faint"])
    for at, row in enumerate(weights):
        keys = [(number[word], weight) for word, weight in row.items() if len(rows[number[word]]) > 1]
        if keys:
            where = np.concatenate([rows[key] for key, _ in keys])
            sums = np.bincount(where, np.concatenate([sizes[key] * weight for key, weight in keys]), at + 1)
            near = (days == 0) | (days[at] == 0) | (abs(days - days[at]) <= within)
            for other in np.flatnonzero((sums >= faint) & near[: len(sums)]).tolist():
                if other < at:
                    yield other, at, round(float(sums[other]), 6)


class _Groups:
    """Growing groups; each is named by its oldest report."""

    def __init__(self, alike: Iterator[tuple[int, int, float]], count: int) -> None:
        self.members = {at: [at] for at in range(count)}
        self.inside = [0.0] * count  # likeness of the pairs within, summed
        self.between: list[dict[int, float]] = [{} for _ in range(count)]  # the same of the pairs with another group
        for one, two, value in alike:
            self.between[one][two] = self.between[two][one] = value
        self.waiting = [row for one in range(count) for two in self.between[one] if (row := self._row(one, two))]
        heapify(self.waiting)
        while self.waiting:
            row = heappop(self.waiting)
            if row == self._row(*row[1:]):
                self._unite(*row[1:])

    def _row(self, one: int, two: int) -> tuple[float, int, int] | None:
        """The pair with its mean likeness, negative; None for one that may not be joined, or is no more."""
        if one > two or two not in self.between[one]:
            return None
        mean = round(self.between[one][two] / (len(self.members[one]) * len(self.members[two])), 6)
        return (-mean, one, two) if mean >= min(self._asked(one), self._asked(two)) else None

    def _asked(self, one: int) -> float:
        """How alike another group must be."""
        size, least = len(self.members[one]), float(table("story")["least"])
        if size < FEW:
            return least
        return max(least, float(table("story")["loose"]) * self.inside[one] / (size * (size - 1) / 2))

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
    sums, own, count = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        for word, weight in row.items():
            sums[word] += weight  # type: ignore[assignment]
            own[word] += weight * weight  # type: ignore[assignment]
            count[word] += 1
    adds = {word: round(sums[word] ** 2 - own[word], 6) for word in sums if count[word] > 1}
    most = sorted(adds, key=lambda word: (-adds[word], word))[:SHOWN]
    return tuple((word, count[word]) for word in most)
