"""How far matched events agree, field by field.

In: pairs of entries that are one event. Out: for each field how many stand at each level, the share that agrees, and
its 95 % interval (Wilson). What only one side tells counts for no agreement and against none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import sqrt

from dateline.compare.entry import Entry
from dateline.compare.tables import settings
from dateline.compare.weigh import seen_type
from dateline.likeness import km

UNKNOWN = ("unknown", "one", "none")  # for deaths: told by one alone or by neither
KILOMETRES = (5, 15, 50)
Z = 1.96


@dataclass(frozen=True, slots=True)
class Agreed:
    """A field: level -> how many; of `compared` that both tell, `agreed`; the bounds of that share."""

    field: str
    levels: dict[str, int]
    agreed: int
    compared: int
    low: float
    high: float


def agreements(pairs: Iterable[tuple[Entry, Entry]]) -> tuple[Agreed, ...]:
    """The agreement in each field."""
    rows = list(pairs)
    return tuple(_agreed(field, [look(one, two) for one, two in rows]) for field, look in FIELDS.items())


def _agreed(field: str, found: list[str]) -> Agreed:
    table = settings()["agreement"][field]
    levels = {level: found.count(level) for level in table["levels"]}
    unknown = UNKNOWN if field == "deaths" else UNKNOWN[:1]
    compared = sum(number for level, number in levels.items() if level not in unknown)
    right = sum(levels[level] for level in table["agree"])
    return Agreed(field, levels, right, compared, *wilson(right, compared))


def wilson(right: int, of: int) -> tuple[float, float]:
    """The bounds within which a share lies with 95 % certainty."""
    if not of:
        return 0.0, 0.0
    share, z = right / of, Z * Z / of
    middle, half = share + z / 2, Z * sqrt(share * (1 - share) / of + z / (4 * of))
    return max(0.0, (middle - half) / (1 + z)), min(1.0, (middle + half) / (1 + z))


def day(one: Entry, two: Entry) -> str:
    """The days."""
    a, b = one.facts, two.facts
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return "unknown"
    if (a.start, a.end) == (b.start, b.end):
        return "same"
    gap = max(a.start - b.end, b.start - a.end, 0)
    return "within" if not gap else "next" if gap == 1 else "days" if gap <= 7 else "far"


def kilometres(one: Entry, two: Entry) -> float | None:
    """How far two exact places lie from each other."""
    a, b = one.facts.where, two.facts.where
    if not (a.exact and b.exact) or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return km(a.lat, a.lon, b.lat, b.lon)


def place(one: Entry, two: Entry) -> str:
    """The places, in classes of kilometres."""
    far = kilometres(one, two)
    if far is not None:
        return next((str(most) for most in KILOMETRES if far <= most), "more")
    a, b = one.facts.where, two.facts.where
    if not a.country or not b.country:
        return "unknown"
    differ = a.country != b.country or bool(a.admin1 and b.admin1 and a.admin1 != b.admin1)
    return "other" if differ else "area"


def kind(one: Entry, two: Entry) -> str:
    """The types."""
    level = seen_type(one, two).level
    known = {"same": "same", "fits": "fits", "same_event": "event", "near": "near", "fits_near": "near"}
    return known.get(level, "other")


def sides(one: Entry, two: Entry) -> str:
    """The groups and states named on both sides."""
    a, b = ({actor for actor, _ in (*e.facts.doers, *e.facts.forces)} for e in (one, two))
    if not a or not b:
        return "unknown"
    return "same" if a == b else "some" if a & b else "none"


def deaths(one: Entry, two: Entry) -> str:
    """The dead: 0 and silence are different things where both can tell them apart."""
    (low_a, a, high_a), (low_b, b, high_b) = one.deaths, two.deaths
    if a is None or b is None:
        return "none" if a is None and b is None else "one"
    if a == b:
        return "same"
    inside = (low_a or 0) <= b <= (high_a or a) or (low_b or 0) <= a <= (high_b or b)
    return "within" if inside else "apart"


FIELDS: dict[str, Callable[[Entry, Entry], str]] = {
    "day": day,
    "place": place,
    "type": kind,
    "sides": sides,
    "deaths": deaths,
}
