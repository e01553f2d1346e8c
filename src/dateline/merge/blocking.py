"""Which accounts are worth comparing: near in space and time, of kinds taken for one another.

In: the `Facts` of all accounts. Out: pairs of positions in the given order, each once. Accounts are filed under the
cell of the map, the name of the place, the province, and what marks the event (names, numbers, groups, runs of words),
each day by day; so the work grows with the number of accounts and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from math import floor

from dateline.likeness import Facts, near_types
from dateline.merge.settings import settings

NOT_YET = ("planned", "hypothetical")
BUCKET = 32  # days in a bucket of the longer periods
LARGE = 10  # a toll that seldom agrees by chance
DATED, UNDATED = ("dated", 0), ("undated", 0)

Span = tuple[int, int]
When = tuple[str, int]
Block = tuple[Hashable, ...]  # (kind, ...)
Key = tuple[Block, When]


def pairs(told: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """(i, j) with i < j for all accounts worth comparing."""
    common = _common(key for facts in told for key in _held(facts))
    index: dict[Key, list[int]] = {}
    for j, facts in enumerate(told):
        near = {i for key in _wanted(facts) for i in index.get(key, ())}
        yield from ((i, j) for i in sorted(near) if comparable(told[i], facts))
        for key in _held(facts):
            if key not in common:
                index.setdefault(key, []).append(j)


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


def _common(held: Iterable[Key]) -> frozenset[Key]:
    """Marks that so many accounts of one day bear that they tell nothing apart."""
    found = Counter(key for key in held if key[0][0] == "mark")
    return frozenset(key for key, number in found.items() if number > settings().marked)


def _held(facts: Facts) -> Iterator[Key]:
    """The keys under which an account is filed: by town alone where its days are not known or many."""
    span, towns = _days(facts), [*_cell(facts), *_named(facts)]
    yield from ((town, UNDATED if facts.start is None or span is None else DATED) for town in towns)
    if span is None:
        return
    blocks = [*towns, *_province(facts, "all"), *_marks("name", _telling(facts)), *_marks("all", facts.marks)]
    if not facts.where.exact:
        blocks += [*_province(facts, "area"), *_marks("area", facts.marks), *_marks("story", facts.story)]
    short = span[1] - span[0] < settings().short
    whens = [("day", day) for day in range(span[0], span[1] + 1)] if short else list(_buckets(span))
    yield from ((block, when) for block in blocks for when in whens)


def _wanted(facts: Facts) -> Iterator[Key]:
    """The keys under which an account looks for others; by province and numbers, one of the two has no exact place."""
    span, towns = _days(facts), [*_around(facts), *_named(facts)]
    yield from ((town, UNDATED) for town in towns)
    if facts.start is None or span is None:
        yield from ((town, DATED) for town in towns)
    if span is None:
        return
    blocks = [*towns, *_marks("name", _telling(facts))]
    if facts.where.exact:
        blocks += [*_province(facts, "area"), *_marks("area", facts.marks), *_marks("story", _telling(facts))]
    else:
        blocks += [*_province(facts, "all"), *_marks("all", facts.marks), *_marks("name", facts.story)]
    wide = span[0] - settings().days, span[1] + settings().days
    whens = [*(("day", day) for day in range(wide[0], wide[1] + 1)), *_buckets(wide)]
    yield from ((block, when) for block in blocks for when in whens)


def _named(facts: Facts) -> list[Block]:
    """The name of an exact place, which may not be on the map."""
    return [("name", facts.where.name)] if facts.where.exact and facts.where.name else []


def _province(facts: Facts, kind: str) -> list[Block]:
    return [(kind, facts.where.country, facts.where.admin1)] if facts.where.admin1 else []


def _telling(facts: Facts) -> Set[Hashable]:
    """What few other events share: names around the trigger, an exact place's own among them, and large numbers."""
    large = {(harm, n) for harm, _, told in facts.tolls for n in told if n >= LARGE}
    return facts.names.keys() | large | (facts.where.keys if facts.where.exact else frozenset())


def _marks(kind: str, marks: Iterable[Hashable]) -> list[Block]:
    return [("mark", kind, mark) for mark in marks]


def _buckets(span: Span) -> Iterator[When]:
    return (("bucket", number) for number in range(span[0] // BUCKET, span[1] // BUCKET + 1))


def _days(facts: Facts) -> Span | None:
    """The days to look in; None where none are told and nothing was published, or too many are told."""
    if facts.start is None or facts.end is None:
        if facts.published is None:
            return None
        return facts.published - settings().published_days, facts.published
    return (facts.start, facts.end) if facts.end - facts.start <= settings().long else None


def _cell(facts: Facts) -> list[Block]:
    """The cell of the map that an exact place lies in."""
    where = facts.where
    if not where.exact or where.lat is None or where.lon is None:
        return []
    return [("cell", floor(where.lat / settings().degrees), floor(where.lon / settings().degrees))]


def _around(facts: Facts) -> list[Block]:
    """That cell and its neighbours."""
    return [("cell", cell[1] + dy, cell[2] + dx) for cell in _cell(facts) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
