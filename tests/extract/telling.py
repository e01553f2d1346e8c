"""What dateline reads in a text of a few sentences, laid out for a test to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from dateline.extract.read import read
from dateline.model.claims import Account, Claim
from dateline.model.reading import Reading
from dateline.model.report import Report

SUNDAY = date(2025, 3, 16)


@dataclass(frozen=True)
class Told:
    """One event as the text tells it."""

    account: Account
    claims: tuple[Claim, ...]
    relations: tuple[tuple[str, int], ...]

    @property
    def kind(self) -> str:
        return self.account.type.acled_sub_event

    def of(self, field: str) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.field == field)

    def values(self, field: str) -> list[Any]:
        return [claim.value for claim in self.of(field)]

    @property
    def place(self) -> str | None:
        return next((value["name"] for value in self.values("place")), None)

    @property
    def day(self) -> str | None:
        """The day as ISO text; None where none is told or it is longer than a day."""
        return next((v["start"] for v in self.values("period") if v["start"] == v["end"]), None)

    def who(self, role: str) -> set[str]:
        """The words of those in that role."""
        return {value["text"] for value in self.values("participant") if value["role"] == role}

    def figures(self, harm: str) -> list[tuple[int | None, int | None]]:
        """(low, high) of each toll."""
        return [(value["estimate"]["low"], value["estimate"]["high"]) for value in self.values(harm)]


@dataclass(frozen=True)
class Telling:
    """A reading and its events in text order."""

    reading: Reading

    @cached_property
    def events(self) -> list[Told]:
        claims = {claim.id: claim for claim in self.reading.claims}
        ids = [account.id for account in self.reading.accounts]
        return [
            Told(a, tuple(claims[i] for i in a.claims), tuple((name, ids.index(other)) for name, other in a.relations))
            for a in self.reading.accounts
        ]

    @property
    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]

    @property
    def triggers(self) -> list[str]:
        return [trigger.text for trigger in self.reading.triggers]

    @property
    def only(self) -> Told:
        assert len(self.events) == 1, self.kinds
        return self.events[0]


@cache
def tell(text: str, published: date | None = SUNDAY) -> Telling:
    """What a report of that text, published on a Sunday, tells; each text is read once."""
    return Telling(read(Report(text, published=published)))
