"""Gold: reports with all that a careful coder takes from them, as values.

In: nothing. Out: the nouns that `gold_load` fills from pairs NAME.txt (the report) and NAME.toml (the
coding; docs/coding-guide.md says how).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.values import Estimate, Period, Speaker

Chain = tuple[Speaker, ...]  # nearest to the reader first; () is the reporter's own voice


def source(chain: Chain) -> str:
    """The words for the one whose word it is in the end: the last of the chain; "" for the reporter."""
    return chain[-1].speaker if chain else ""


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
    """Who, in a role (actor, recipient, party); `by` are the words for who accuses or suspects."""

    role: str
    name: str
    quote: str = ""
    responsibility: str = "stated"
    by: str = ""


@dataclass(frozen=True, slots=True)
class GoldToll:
    """One figure that somebody gives."""

    harm: str
    estimate: Estimate
    quote: str
    status: str = "unknown"
    age: str = ""
    sex: str = ""
    occupation: str = ""
    part_of: str = ""
    perpetrators: bool = False
    said_by: Chain = ()
    stance: str = "asserted"
    verification: str = ""


@dataclass(frozen=True, slots=True)
class GoldTarget:
    """The kind of place or thing hit, and its words."""

    kind: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event; `triggers` begins with the main one; `also` are other sub-events as good.

    `happening` is the key that it shares with its tellings in other reports ("" : no other tells it).
    """

    id: str
    sub_event: str
    triggers: tuple[str, ...]
    also: tuple[str, ...] = ()
    salience: str = "main"
    stance: str = "asserted"
    also_stance: tuple[str, ...] = ()
    clarity: str = "single"
    export: bool = True
    verification: str = ""
    said_by: Chain = ()
    weapon: str = ""
    target: GoldTarget = GoldTarget()
    period: Period | None = None
    place: GoldPlace | None = None
    participants: tuple[GoldParticipant, ...] = ()
    tolls: tuple[GoldToll, ...] = ()
    happening: str = ""


@dataclass(frozen=True, slots=True)
class NotEvent:
    """Words that look like an event (or its place or number) and are none."""

    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Two events, (report, event id) each, that a hasty reader would take for one."""

    one: tuple[str, str]
    two: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report's text with its events, relations (from, to, kind), traps and near misses."""

    name: str
    text: str
    events: tuple[GoldEvent, ...]
    published: date | None = None
    publisher: str | None = None
    register: str = ""
    relations: tuple[tuple[str, str, str], ...] = ()
    not_events: tuple[NotEvent, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    reprint_of: str = ""
