"""Which accounts are worth comparing: near in space and time, of kinds taken for one another.

In: the `Facts` of all accounts. Out: pairs of positions in the given order, each once. Towns are
looked up by cells of the map, areas by country, days one by one; so the work grows with the number of
accounts and not with its square.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from math import floor

from dateline.likeness import Facts, near_types
from dateline.merge.settings import settings

NOT_YET = ("planned", "hypothetical")
BUCKET = 32  # days in a bucket of the longer periods
DATED, UNDATED = ("dated", 0), ("undated", 0)

Span = tuple[int, int]
When = tuple[str, int]
Key = tuple[Hashable, When]


def pairs(told: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """(i, j) with i < j for all accounts worth comparing."""
    index: dict[Key, list[int]] = {}
    marks = [facts.marks for facts in told]
    for j, facts in enumerate(told):
        near = {i for key in _wanted(facts) for i in index.get(key, ())}
        for i in sorted(near):
            if comparable(told[i], facts) and promising(told[i], facts, marks[i], marks[j]):
                yield i, j
        for key in _held(facts):
            index.setdefault(key, []).append(j)


def comparable(one: Facts, two: Facts) -> bool:
    """Whether two accounts could be one event at all, whatever else they tell."""
    if one.report == two.report or (one.clarity == "single") != (two.clarity == "single"):
        return False
    if (one.stance in NOT_YET) != (two.stance in NOT_YET):
        return False
    same_event = one.event == two.event and one.event != "Strategic developments"
    return same_event or near_types(one.sub_event, two.sub_event)


def promising(one: Facts, two: Facts, marks: frozenset[object], others: frozenset[object]) -> bool:
    """Whether place, or something else that tells events apart, could make them one."""
    here, there = one.where, two.where
    if here.exact and there.exact:
        return True
    if here.admin1 and there.admin1:
        return here.admin1 == there.admin1
    return not marks.isdisjoint(others)


def _held(facts: Facts) -> Iterator[Key]:
    """The keys under which an account is filed: by town alone where its days are not known or many."""
    span, cell, country = _days(facts), _cell(facts), facts.where.country
    towns: list[Hashable] = [*([cell] if cell else []), *_named(facts)]
    yield from ((town, DATED if span else UNDATED) for town in towns)
    if span is None:
        return
    blocks: list[Hashable] = ["all", *([("town", country), cell] if cell else [("area", country)])]
    short = span[1] - span[0] < settings().short
    whens = [("day", day) for day in range(span[0], span[1] + 1)] if short else list(_buckets(span))
    yield from ((block, when) for block in blocks for when in whens)


def _wanted(facts: Facts) -> Iterator[Key]:
    """The keys under which an account looks for others."""
    span, cell, country = _days(facts), _cell(facts), facts.where.country
    cells = [("cell", cell[1] + dy, cell[2] + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)] if cell else []
    towns: list[Hashable] = [*cells, *_named(facts)]
    yield from ((town, UNDATED) for town in towns)
    if span is None:
        yield from ((town, DATED) for town in towns)
        return
    blocks: list[Hashable] = [*cells, ("area", country), ("area", None)]
    if cell is None:
        blocks = ["all"] if country is None else [("area", country), ("area", None), ("town", country)]
    wide = span[0] - settings().days, span[1] + settings().days
    whens = [*(("day", day) for day in range(wide[0], wide[1] + 1)), *_buckets(wide)]
    yield from ((block, when) for block in blocks for when in whens)


def _named(facts: Facts) -> list[Hashable]:
    """The name of an exact place, which may not be on the map."""
    return [("name", facts.where.name)] if facts.where.exact and facts.where.name else []


def _buckets(span: Span) -> Iterator[When]:
    return (("bucket", number) for number in range(span[0] // BUCKET, span[1] // BUCKET + 1))


def _days(facts: Facts) -> Span | None:
    """The days to look in; None where none are told and nothing was published, or too many are told."""
    if facts.start is None or facts.end is None:
        if facts.published is None:
            return None
        return facts.published - settings().published_days, facts.published
    return (facts.start, facts.end) if facts.end - facts.start <= settings().long else None


def _cell(facts: Facts) -> tuple[str, int, int] | None:
    """The cell of the map that an exact place lies in."""
    where = facts.where
    if not where.exact or where.lat is None or where.lon is None:
        return None
    return "cell", floor(where.lat / settings().degrees), floor(where.lon / settings().degrees)
