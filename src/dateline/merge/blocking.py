"""Which accounts are worth comparing: near in space and time, of kinds taken for one another.

In: the `Facts` of all accounts. Out: pairs of positions in the given order, each once. Accounts are filed under blocks:
the cells of the map, the name of the place, the province, and what marks the event (names, numbers, groups, runs of
words). Within a block those are paired whose days meet (meeting.py); so the work grows with the number of accounts and
not with its square. Blocks of the first kinds pair all that is in them; in the others one must lack an exact place.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from math import floor

import numpy as np

from dateline.likeness import AROUND, REACH, Facts, each_once, near_types
from dateline.merge.meeting import Numbers, filed, km, meeting, sides, uncrowded, unpacked
from dateline.merge.settings import settings

NOT_YET = ("planned", "hypothetical")
LARGE = 10  # a toll that seldom agrees by chance
RUNS = 4  # of words, that stand for all around the trigger
ALWAYS = (-(10**9), 10**9)  # days of what tells none
TIMELESS = ("cell", "town")  # blocks so small that those who tell no day meet all in them
CROWDED = ("name", "mark", "story")  # blocks that tell nothing apart where many are in them
ONE_VAGUE = ("area", "mark", "story")

Days = tuple[int, int]  # the first and the last


def pairs(told: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """(i, j) with i < j for all accounts worth comparing."""
    days = [_days(facts) for facts in told]
    found = each_once(np.concatenate([_worth(kind, told, days) for kind in KINDS]))
    yield from ((i, j) for i, j in unpacked(found) if comparable(told[i], told[j]))


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


def _worth(kind: str, told: Sequence[Facts], days: Sequence[Days | None]) -> Numbers:
    """The pairs of the blocks of one kind whose days meet, or nearly."""
    reach = settings().days
    rows = filed(np.array(_rows(kind, told, days), np.int64).reshape(-1, 4))
    rows = uncrowded(rows, reach, settings().marked) if kind in CROWDED else rows
    vague = np.array([kind not in ONE_VAGUE or not facts.where.exact for facts in told], np.bool_)
    found = meeting(rows, reach, vague)
    return _near(told, found) if kind == "cell" else found


def _rows(kind: str, told: Sequence[Facts], days: Sequence[Days | None]) -> array[int]:
    """The number of each block that an account is filed under, its days, its position; row after row."""
    blocks, rows = dict[Hashable, int](), array("q")
    for number, (facts, some) in enumerate(zip(told, days, strict=True)):
        if kind in TIMELESS and (some is None or facts.start is None):
            some = ALWAYS
        if some is not None:
            for key in KINDS[kind](facts):
                rows.extend((blocks.setdefault(key, len(blocks)), *some, number))
    return rows


def _near(told: Sequence[Facts], found: Numbers) -> Numbers:
    """Of the pairs of a cell those that share kind, day or spot, and are within each other's reach or share a mark."""
    rows = np.array([(f.start, f.end, f.where.lat, f.where.lon) for f in told], np.float64)
    first, last, lat, lon = rows.reshape(-1, 4).T
    kinds = dict[str, int]()
    kind = np.array([kinds.setdefault(f.sub_event, len(kinds)) for f in told])
    one, two = sides(found)
    far = km(lat[one], lon[one], lat[two], lon[two])
    apart = np.maximum(first[one], first[two]) > np.minimum(last[one], last[two])
    alike = (kind[one] == kind[two]) | ~apart | (far <= AROUND)
    found, near = found[alike], far[alike] <= REACH
    marks = [f.marks for f in told]
    marked = (not marks[i].isdisjoint(marks[j]) for i, j in unpacked(found[~near]))
    near[~near] = np.fromiter(marked, np.bool_)
    kept: Numbers = found[near]
    return kept


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
