"""The unit in which the names of a report meet: where most of them have a bearer.

In: the names of a report, each with its candidates. Out: what that says for one candidate. There is a Columbus in
twenty states and a Richland in a dozen, a Colfax County in two: a report that names all three is in Nebraska.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from dateline.model.values import Candidate

GREAT = 300_000  # people of a place beside which no small town is meant by another of its names
RATE = 0.5  # how much a name says for the units of its bearers
MOST = 3.0  # what all names together say at most
Unit = tuple[str, str]
Own = dict[Unit, float] | None


class Ground:
    """What the names say for each unit together, by `shares`: what share of its country's places each unit has."""

    def __init__(self, names: Iterable[Sequence[Candidate]], shares: Mapping[Unit, float]) -> None:
        self.shares, self.told = shares, defaultdict[Unit, float](float)
        for found in names:
            for unit, says in self.says(found):
                self.told[unit] += says

    def says(self, found: Sequence[Candidate]) -> Iterator[tuple[Unit, float]]:
        """What a name says for each unit with a bearer: the less, the likelier there is one by chance.

        That grows with the number of its bearers' units in the country and with the places that the unit has.
        """
        units = bearing(found)
        many = Counter([country for country, _ in units])
        for country, unit in sorted(units):
            chance = many[country] * self.shares.get((country, unit), 1.0)
            yield (country, unit), max(0.0, -RATE * log(min(1.0, chance)))

    def own(self, found: Sequence[Candidate]) -> Own:
        """What one name says by its bearers; None where a great unit bears it: Texas is not Texas County."""
        return None if any(great_unit(one) for one in found) else dict(self.says(found))

    def draw(self, c: Candidate, own: Own) -> float:
        """What a small place gains by the names beside its own that have a bearer in its unit."""
        if own is None or c.feature not in ("P", "A2"):
            return 0.0
        unit = (c.country or "", c.admin1 or "")
        return min(MOST, max(0.0, self.told.get(unit, 0.0) - own.get(unit, 0.0)))


def great_unit(c: Candidate) -> bool:
    """Whether it is a first-level unit of many people, under just that name."""
    return c.feature == "A1" and c.score > 0.9 and c.population > GREAT


def bearing(found: Sequence[Candidate]) -> set[Unit]:
    """The units that have a bearer of just that name."""
    return {(c.country or "", c.admin1) for c in found if c.feature in ("P", "A2") and c.score > 0.9 and c.admin1}
