"""The values that claims carry: estimates, periods, places, groups of people, participants.

All are frozen; all turn into plain JSON by `plain`. Days are `datetime.date`, degrees are WGS 84,
lengths are kilometres. `None` always means "not known", never zero.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


def plain(value: Any) -> Any:
    """Dataclasses, dates and tuples as JSON-ready dicts, ISO strings and lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return value


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number as told: each bound may be unknown; 0 only where the words say none."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Whom a toll counts."""

    status: str = "unknown"  # civilian, combatant, unknown, contested
    side: str | None = None
    age: str | None = None  # child, adult
    sex: str | None = None  # female, male
    occupation: str | None = None
    perpetrators: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """A harm to a group: the value of a claim on `killed`, `injured`, ..."""

    harm: str  # killed, injured, missing, captured, released, displaced, arrested
    estimate: Estimate
    group: Group = Group()
    cumulative: bool = False  # "bringing the total to"


@dataclass(frozen=True, slots=True)
class Period:
    """When, never more precisely than the words.

    `precision`: day, days, week, month, months, year, unknown. `start`/`end` are whole days, both
    inclusive, None where the year (or all) is unknown; then `partial` keeps what is known as EDTF
    ("XXXX-03-10"). `part` is the part of the day or clock time as told ("night", "14:30"). `days` are
    the days told one by one ("on 3, 4 and 6 May", "from Monday to Wednesday") where there are several.
    """

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    text: str = ""
    partial: str | None = None
    part: str | None = None
    zone: str | None = None
    inferred: bool = False
    rule: str | None = None  # the named rule that resolved or inferred it
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer entry that a name may mean, with a score between 0 and 1."""

    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None = None
    admin2: str | None = None
    feature: str = "P"  # P place, A1 / A2 admin unit, C country, R region
    population: int = 0
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `precision`: town, near, district, province, region, country, unknown.

    `point_of`: near, district or province, where the point is not its own: that of a town near it, or of such a unit.
    """

    text: str = ""
    name: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None  # ISO 3166 alpha-2
    precision: str = "unknown"
    relation: str | None = None  # "near", "10 km north of", "on the edge of"
    radius_km: float | None = None
    point_of: str | None = None
    role: str = "location"  # location, origin, destination, launched-from, filed-from, distance-mark
    inferred: bool = False
    rule: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role; `actor` is the actor file's id, `category` ACLED's inter word."""

    role: str  # actor, recipient, party
    text: str
    name: str
    actor: str | None = None
    category: str | None = None
    country: str | None = None
    responsibility: str = "stated"  # self-claimed, accused, suspected, inferred, stated, none-claimed
    inferred: bool = False
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of an attribution chain."""

    speaker: str
    kind: str  # official, party, medic, witness, monitor, media, other
    cue: str
    start: int = -1  # offsets of the speaker's words; -1: none
    end: int = -1


@dataclass(frozen=True, slots=True)
class EventType:
    """An event's type in each codebook, by codebook name: acled, plover."""

    acled_event: str
    acled_sub_event: str
    plover_root: str | None = None
    plover_mode: str | None = None
