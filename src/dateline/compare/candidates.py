"""Which entries of the one dataset are worth weighing against one of the other.

In: the entries of a dataset. Out: `Nearby`: for any entry, the positions of those of its days and its part of the
world, the nearest first where asked. The work grows with what is near, not with the square of the datasets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from heapq import nsmallest
from math import cos, floor, radians

from dateline.compare.entry import Entry
from dateline.compare.tables import settings
from dateline.likeness import Facts

Row = tuple[int, int, int]  # first day, last day, position


class Nearby:
    """The entries of a dataset, filed by where they are."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.blocks: dict[Hashable, list[Row]] = {}
        self.longest = 0
        for at, entry in enumerate(entries):
            facts = entry.facts
            if facts.start is None or facts.end is None:
                continue
            self.longest = max(self.longest, facts.end - facts.start)
            for key in _keys(facts):
                self.blocks.setdefault(key, []).append((facts.start, facts.end, at))
        for rows in self.blocks.values():
            rows.sort()

    def near(self, facts: Facts) -> list[int]:
        """Positions of those that are weighed: days apart and place as compare.toml says."""
        keys: list[Hashable] = [("vague", facts.where.country)]
        keys += list(_around(facts)) if _exact(facts) else [("exact", facts.where.country)]
        return sorted({at for key in keys for at in self._within(key, facts, settings()["days"])})

    def nearest(self, facts: Facts) -> list[int]:
        """Positions of the few nearest by days and distance, farther than what is weighed."""
        country = facts.where.country
        found = {at for key in (("vague", country), ("exact", country))
                 for at in self._within(key, facts, settings()["wide_days"])}  # fmt: skip
        return nsmallest(settings()["nearest"], found, key=lambda at: (_far(facts, self.entries[at].facts), at))

    def _within(self, key: Hashable, facts: Facts, days: int) -> Iterator[int]:
        rows = self.blocks.get(key, [])
        if facts.start is None or facts.end is None:
            return
        first = bisect_left(rows, (facts.start - days - self.longest, 0, 0))
        last = bisect_right(rows, (facts.end + days + 1, 0, 0))
        yield from (at for _, end, at in rows[first:last] if end >= facts.start - days)


def _exact(facts: Facts) -> bool:
    return facts.where.exact and facts.where.lat is not None and facts.where.lon is not None


def _keys(facts: Facts) -> Iterator[Hashable]:
    country = facts.where.country
    if _exact(facts):
        yield ("cell", *_cell(facts))
        yield ("exact", country)
    else:
        yield ("vague", country)


def _cell(facts: Facts) -> tuple[int, int]:
    width: float = settings()["cell"]
    return floor((facts.where.lat or 0.0) / width), floor((facts.where.lon or 0.0) / width)


def _around(facts: Facts) -> Iterator[Hashable]:
    y, x = _cell(facts)
    wide = 1 if abs(facts.where.lat or 0.0) < 60 else 2  # degrees of longitude are short up north
    yield from (("cell", y + dy, x + dx) for dy in (-1, 0, 1) for dx in range(-wide, wide + 1))


def _far(one: Facts, two: Facts) -> float:
    """How far apart in days and tens of kilometres, roughly, with something for another kind."""
    gap = max((one.start or 0) - (two.end or 0), (two.start or 0) - (one.end or 0), 0)
    far = 3.0
    if _exact(one) and _exact(two):
        lat, lon = one.where.lat or 0.0, one.where.lon or 0.0
        north, east = lat - (two.where.lat or 0.0), (lon - (two.where.lon or 0.0)) * cos(radians(lat))
        far = (north**2 + east**2) ** 0.5 * 11.1
    elif one.where.admin1 and one.where.admin1 == two.where.admin1:
        far = 1.0
    return gap + far + 2.0 * (one.sub_event != two.sub_event)
