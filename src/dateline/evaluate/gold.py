"""Gold: reports with all that a careful coder takes from them, as values.

In: a folder of pairs NAME.txt (the report) and NAME.toml (the coding; format in tests/gold/README.md).
Out: `GoldReport`s in the order of their names. A malformed file is a `DatelineError` of one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.values import Estimate, Period


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where; `relation` is "" at the place itself."""

    name: str
    country: str
    precision: str
    relation: str = ""
    quote: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class GoldParticipant:
    """Who, in a role (actor, recipient, party)."""

    role: str
    name: str
    quote: str = ""
    responsibility: str = "stated"


@dataclass(frozen=True, slots=True)
class GoldToll:
    """One figure that somebody gives; `speaker` is "" for the reporter's own voice."""

    harm: str
    estimate: Estimate
    quote: str
    status: str = "unknown"
    age: str = ""
    sex: str = ""
    occupation: str = ""
    part_of: str = ""
    perpetrators: bool = False
    speaker: str = ""
    kind: str = ""
    stance: str = "asserted"
    verification: str = ""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event; `triggers` begins with the main one; `also` are other sub-events as good."""

    id: str
    sub_event: str
    triggers: tuple[str, ...]
    also: tuple[str, ...] = ()
    salience: str = "main"
    stance: str = "asserted"
    also_stance: tuple[str, ...] = ()
    clarity: str = "single"
    export: bool = True
    weapon: str = ""
    target: str = ""
    period: Period | None = None
    place: GoldPlace | None = None
    participants: tuple[GoldParticipant, ...] = ()
    tolls: tuple[GoldToll, ...] = ()


@dataclass(frozen=True, slots=True)
class NotEvent:
    """Words that look like an event (or its place or number) and are none."""

    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report's text with its events, relations (from, to, kind) and traps."""

    name: str
    text: str
    events: tuple[GoldEvent, ...]
    published: date | None = None
    publisher: str | None = None
    register: str = ""
    relations: tuple[tuple[str, str, str], ...] = ()
    not_events: tuple[NotEvent, ...] = ()
