"""What dateline read in a report, laid out as gold is: one `ToldEvent` for each account.

In: anything with accounts and claims (a Reading, or an Event's parts). Out: `ToldEvent`s in text
order with their values by field, each with the character ranges it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from dateline.model.claims import Account, Claim
from dateline.model.reading import Unread
from dateline.model.values import Estimate, Period, Speaker

Span = tuple[int, int]
HARMS = ("killed", "injured", "missing", "captured", "released", "displaced", "arrested")
HAPPENED = frozenset(("asserted", "alleged"))


class ReadingLike(Protocol):
    """What the scorer needs of a reading."""

    @property
    def accounts(self) -> Sequence[Account]:
        """One report's tellings."""

    @property
    def claims(self) -> Sequence[Claim]:
        """What the accounts cite by id."""

    @property
    def unread(self) -> Sequence[Unread]:
        """What no claim used."""


@dataclass(frozen=True, slots=True)
class Told:
    """One claim's value with the words it rests on; `rests` is False where only a rule gave it."""

    value: dict[str, Any]
    spans: tuple[Span, ...]
    quote: str
    chain: tuple[Speaker, ...]
    stance: str
    verification: str
    part_of: str | None
    id: str

    @property
    def rests(self) -> bool:
        """Are there words behind it?"""
        return bool(self.spans)


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """One account: its type, how it is held, its values."""

    id: str
    anchor: Span
    quote: str
    triggers: tuple[Span, ...]
    event: str
    sub_event: str
    salience: str
    stance: str
    stances: frozenset[str]
    clarity: str
    relations: tuple[tuple[str, str], ...]
    periods: tuple[Told, ...]
    places: tuple[Told, ...]
    participants: tuple[Told, ...]
    tolls: tuple[Told, ...]
    weapons: tuple[Told, ...]
    targets: tuple[Told, ...]
    chain: tuple[Speaker, ...] = ()
    verification: str = ""

    @property
    def exported(self) -> bool:
        """Told as happened and denied by nobody: datasets take it."""
        return "denied" not in self.stances and bool(self.stances & HAPPENED)

    @property
    def period(self) -> Period | None:
        """Its period where the days are known."""
        return next(filter(None, (days(told.value) for told in self.periods)), None)

    @property
    def place(self) -> dict[str, Any] | None:
        """Its place, where it has one that is a location."""
        return next((t.value for t in self.places if t.value.get("role", "location") == "location"), None)


def days(value: dict[str, Any]) -> Period | None:
    """The period of a claim's plain value; None where a day is unknown."""
    start, end = value.get("start"), value.get("end")
    if not start or not end:
        return None
    return Period(date.fromisoformat(start), date.fromisoformat(end), value.get("precision", "unknown"))


def figures(told: Told) -> Estimate:
    """The estimate of a toll claim."""
    return Estimate(**(told.value.get("estimate") or {}))


def _spans(claims: Iterable[Claim]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((p.start, p.end) for claim in claims for p in claim.passages))


def _told(claim: Claim) -> Told:
    value = claim.value if isinstance(claim.value, dict) else {"value": claim.value}
    said = (claim.chain, claim.stance, claim.verification or "")
    return Told(value, _spans([claim]), claim.original, *said, claim.part_of, claim.id)


def _event(account: Account, claims: Sequence[Claim]) -> ToldEvent:
    types = [claim for claim in claims if claim.field == "type"]

    def field(*names: str) -> tuple[Told, ...]:
        return tuple(_told(claim) for claim in claims if claim.field in names)

    anchor = (account.anchor.start, account.anchor.end)
    return ToldEvent(
        account.id, anchor, account.anchor.quote, tuple(dict.fromkeys((anchor, *_spans(types[:1])))),
        account.type.acled_event, account.type.acled_sub_event, account.salience, account.stance,
        frozenset((account.stance, *(claim.stance for claim in types))), account.clarity, account.relations,
        field("period"), field("place"), field("participant"), field(*HARMS), field("weapon"), field("target"),
        types[0].chain if types else (), (types[0].verification or "") if types else "",
    )  # fmt: skip


def told_events(reading: ReadingLike) -> list[ToldEvent]:
    """All accounts of the reading, in text order."""
    claims = {claim.id: claim for claim in reading.claims}
    rows = [_event(a, [claims[i] for i in a.claims if i in claims]) for a in reading.accounts]
    return sorted(rows, key=lambda event: (event.anchor, event.id))
