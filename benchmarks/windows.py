"""Merging by fixed windows, the way of MELTT: the same kind of event, no more days and kilometres apart than allowed.

In: the facts of accounts. Out: sets of account ids. Candidates are taken the nearest first (days, then kilometres), and
no set holds two accounts of one report. After Donnay and others, "Integrating Conflict Event Data" (2019).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.likeness import Facts, km
from dateline.merge.cluster import Clusters
from dateline.merge.decided import Decided

DAYS, KILOMETRES = 1, 15.0


def by_windows(told: Sequence[Facts]) -> tuple[tuple[str, ...], ...]:
    """The sets that fixed windows make; an account without a day or point stays alone."""
    sets = Clusters({row.account: row.report for row in told}, Decided({}, ()), lambda one, two: 1.0)
    sets.grow((-apart, min(one, two), max(one, two)) for apart, one, two in _near(told))
    return sets.sets()


def _near(told: Sequence[Facts]) -> Iterator[tuple[float, str, str]]:
    for one, two in combinations(told, 2):
        if one.sub_event != two.sub_event or one.start is None or two.start is None:
            continue
        here, there = one.where, two.where
        if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
            continue
        days, far = abs(one.start - two.start), km(here.lat, here.lon, there.lat, there.lon)
        if days <= DAYS and far <= KILOMETRES and one.report != two.report:
            yield 1000 * days + far, one.account, two.account
