"""Which accounts are worth comparing: near in space and time, of kinds taken for one another.

In: the `Facts` of all accounts. Out: pairs of positions in the given order, each once. Accounts are filed under blocks:
the cells of the map, the name of the place, the province, and what marks the event (names, numbers, groups, runs of
words). Within a block those are paired whose days meet; so the work grows with the number of accounts and not with its
square. Blocks of the first kinds pair all that is in them; in the others one of the two must lack an exact place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from math import floor
from operator import itemgetter

from dateline.likeness import Facts, near_types, within_reach
from dateline.merge.settings import settings

NOT_YET = ("planned", "hypothetical")
LARGE = 10  # a toll that seldom agrees by chance
RUNS = 4  # of words, that stand for all around the trigger
ALWAYS = (-(10**9), 10**9)  # days of what tells none
CROWDED = ("name", "mark", "story")  # blocks that tell nothing apart where many are in them
ONE_VAGUE = ("area", "mark", "story")

Days = tuple[int, int]  # the first and the last
Row = tuple[int, int, int]  # first day, last day, position


def pairs(told: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """(i, j) with i < j for all accounts worth comparing."""
    found = set[tuple[int, int]]()
    for kind, filed in KINDS.items():
        blocks: dict[Hashable, list[int]] = {}
        for number, facts in enumerate(told):
            for key in filed(facts):
                blocks.setdefault(key, []).append(number)
        for numbers in blocks.values():
            if len(numbers) > 1:
                found.update(_meeting(kind, sorted(_rows(kind, numbers, told)), told))
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


def _rows(kind: str, numbers: Iterable[int], told: Sequence[Facts]) -> Iterator[Row]:
    """The accounts of a block with their days: any in the cells and names of towns, where none is told."""
    for number in numbers:
        days = _days(told[number])
        if kind in ("cell", "town") and (days is None or told[number].start is None):
            days = ALWAYS
        if days is not None:
            yield *days, number


def _meeting(kind: str, rows: Sequence[Row], told: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """The pairs of a block whose days meet, or nearly; `rows` are in order."""
    reach = settings().days
    rows = _uncrowded(rows) if kind in CROWDED else rows
    for at, (_, last, i) in enumerate(rows):
        stop = bisect_right(rows, last + reach, lo=at + 1, key=itemgetter(0))
        for _, _, j in rows[at + 1 : stop]:
            if _worth(kind, told[i], told[j]):
                yield (i, j) if i < j else (j, i)


def _worth(kind: str, one: Facts, two: Facts) -> bool:
    """In a cell, towns out of each other's reach need a mark in common; other blocks of areas need an area."""
    if kind in ONE_VAGUE:
        return not (one.where.exact and two.where.exact)
    return kind != "cell" or within_reach(one.where, two.where) or not one.marks.isdisjoint(two.marks)


def _uncrowded(rows: Sequence[Row]) -> Sequence[Row]:
    """Without those that meet more others than a mark tells apart."""
    reach, most = settings().days, settings().marked
    if len(rows) <= most:
        return rows
    firsts, lasts = [row[0] for row in rows], sorted(row[1] for row in rows)
    meet = (bisect_right(firsts, last + reach) - bisect_left(lasts, first - reach) for first, last, _ in rows)
    return [row for row, number in zip(rows, meet, strict=True) if number <= most]


def _town(facts: Facts) -> Iterator[Hashable]:
    if facts.where.exact and facts.where.name:
        yield facts.where.name


def _area(facts: Facts) -> Iterator[Hashable]:
    if facts.where.admin1:
        yield facts.where.country, facts.where.admin1


def _story(facts: Facts) -> Iterable[Hashable]:
    return _telling(facts) if facts.where.exact else facts.story


def _telling(facts: Facts) -> Set[Hashable]:
    """What few other events share: names around the trigger, an exact place's own among them, and large numbers."""
    return facts.names.keys() | facts.numbers(LARGE) | (facts.where.keys if facts.where.exact else frozenset())


def _days(facts: Facts) -> Days | None:
    """The days to look in: any, where none are told and nothing says when it was published; None for too many."""
    if facts.start is None or facts.end is None:
        if facts.published is None:
            return ALWAYS
        return facts.published - settings().published_days, facts.published
    return (facts.start, facts.end) if facts.end - facts.start <= settings().long else None


def _cells(facts: Facts) -> Iterator[Hashable]:
    """The four squares of the map, each two cells wide, that hold an exact place; neighbouring cells share one."""
    where, width = facts.where, settings().degrees
    if where.exact and where.lat is not None and where.lon is not None:
        y, x = floor(where.lat / width), floor(where.lon / width)
        yield from ((dy, dx, (y + dy) // 2, (x + dx) // 2) for dy in (0, 1) for dx in (0, 1))


KINDS: dict[str, Callable[[Facts], Iterable[Hashable]]] = {
    "cell": _cells,
    "town": _town,
    "name": _telling,
    "mark": lambda facts: facts.marks.union(facts.words[:RUNS].tolist()),
    "story": _story,
    "area": _area,
}
