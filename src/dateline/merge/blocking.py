"""Which accounts are worth comparing: near in space and time, of kinds taken for one another.

In: the `Facts` of all accounts. Out: pairs of positions in the given order, each once. Accounts are filed under blocks:
the cells of the map, the name of the place, the province, and what marks the event (names, numbers, groups, runs of
words). Within a block those are paired whose days meet; so the work grows with the number of accounts and not with its
square. Blocks of the first kinds pair all that is in them; in the others one of the two must lack an exact place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence, Set
from math import floor
from operator import itemgetter

from dateline.likeness import Facts, near_types
from dateline.merge.settings import settings

NOT_YET = ("planned", "hypothetical")
LARGE = 10  # a toll that seldom agrees by chance
ALWAYS = (-(10**9), 10**9)  # days of what tells none
CROWDED = ("name", "mark", "story")  # blocks that tell nothing apart where many are in them
ONE_VAGUE = ("area", "mark", "story")

Block = tuple[Hashable, ...]  # (kind, ...)
Row = tuple[int, int, int]  # first day, last day, position


def pairs(told: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """(i, j) with i < j for all accounts worth comparing."""
    blocks: dict[Block, list[Row]] = {}
    for number, facts in enumerate(told):
        for block, days in _filed(facts):
            blocks.setdefault(block, []).append((*days, number))
    found = set[tuple[int, int]]()
    for block, rows in blocks.items():
        if len(rows) > 1:
            found.update(_meeting(block, sorted(rows), told))
    yield from ((i, j) for i, j in sorted(found) if comparable(told[i], told[j]))


def comparable(one: Facts, two: Facts) -> bool:
    """Whether two accounts could be one event at all, whatever else they tell."""
    if one.by or two.by:  # what a person told, people join
        return False
    if one.report == two.report or (one.clarity == "single") != (two.clarity == "single"):
        return False
    if (one.stance in NOT_YET) != (two.stance in NOT_YET):
        return False
    same_event = one.event == two.event and one.event != "Strategic developments"
    return same_event or near_types(one.sub_event, two.sub_event)


def _meeting(block: Block, rows: Sequence[Row], told: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """The pairs of a block whose days meet, or nearly; `rows` are in order."""
    kind, reach = block[0], settings().days
    rows = _uncrowded(rows) if kind in CROWDED else rows
    for at, (_, last, i) in enumerate(rows):
        stop = bisect_right(rows, last + reach, lo=at + 1, key=itemgetter(0))
        for _, _, j in rows[at + 1 : stop]:
            if kind not in ONE_VAGUE or not (told[i].where.exact and told[j].where.exact):
                yield (i, j) if i < j else (j, i)


def _uncrowded(rows: Sequence[Row]) -> Sequence[Row]:
    """Without those that meet more others than a mark tells apart."""
    reach, most = settings().days, settings().marked
    if len(rows) <= most:
        return rows
    firsts, lasts = [row[0] for row in rows], sorted(row[1] for row in rows)
    meet = (bisect_right(firsts, last + reach) - bisect_left(lasts, first - reach) for first, last, _ in rows)
    return [row for row, number in zip(rows, meet, strict=True) if number <= most]


def _filed(facts: Facts) -> Iterator[tuple[Block, tuple[int, int]]]:
    """The blocks of an account, with the days for which it stands in each: any in its town's, where none is told."""
    days, exact = _days(facts), facts.where.exact
    towns = [*_cells(facts), *([("town", facts.where.name)] if exact and facts.where.name else [])]
    yield from ((town, days if days and facts.start is not None else ALWAYS) for town in towns)
    if days is None:
        return
    blocks: list[Block] = [("name", mark) for mark in _telling(facts)]
    blocks += [("mark", mark) for mark in facts.marks]
    blocks += [("story", name) for name in (_telling(facts) if exact else facts.story)]
    blocks += [("area", facts.where.country, facts.where.admin1)] if facts.where.admin1 else []
    yield from ((block, days) for block in blocks)


def _telling(facts: Facts) -> Set[Hashable]:
    """What few other events share: names around the trigger, an exact place's own among them, and large numbers."""
    large = {(harm, n) for harm, _, told in facts.tolls for n in told if n >= LARGE}
    return facts.names.keys() | large | (facts.where.keys if facts.where.exact else frozenset())


def _days(facts: Facts) -> tuple[int, int] | None:
    """The days to look in: any, where none are told and nothing says when it was published; None for too many."""
    if facts.start is None or facts.end is None:
        if facts.published is None:
            return ALWAYS
        return facts.published - settings().published_days, facts.published
    return (facts.start, facts.end) if facts.end - facts.start <= settings().long else None


def _cells(facts: Facts) -> Iterator[Block]:
    """The four squares of the map, each two cells wide, that hold an exact place; neighbouring cells share one."""
    where, width = facts.where, settings().degrees
    if where.exact and where.lat is not None and where.lon is not None:
        y, x = floor(where.lat / width), floor(where.lon / width)
        yield from (("cell", dy, dx, (y + dy) // 2, (x + dx) // 2) for dy in (0, 1) for dx in (0, 1))
