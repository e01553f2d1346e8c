"""Hand-made reports, claims and accounts: a small project in a few words, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dateline.codebook import load_codebook
from dateline.findings import fold, fold_all
from dateline.merge import MergeResult, merge
from dateline.model.claims import Account, Claim, Decision, Event
from dateline.model.report import Report
from dateline.model.values import Estimate, Group, Participant, Period, Place, Speaker, Toll, plain

DJIBO = Place("Djibo", "Djibo", 2361177, 14.09864, -1.62665, "Sahel", "Soum", "BF", "town")
DORI = Place("Dori", "Dori", 2361082, 14.0354, -0.0345, "Sahel", "Seno", "BF", "town")
SAHEL = Place("Sahel region", "Sahel", 2360074, 14.1, -0.5, "Sahel", None, "BF", "province")
SATURDAY = date(2025, 3, 15)


def day(start: date = SATURDAY, end: date | None = None, **more: Any) -> Period:
    """A period of one day, or up to `end` (as "days")."""
    return Period(start, end or start, more.pop("precision", "days" if end else "day"), **more)


def toll(low: int | None, best: int | None = None, high: int | None = None, **group: Any) -> Toll:
    """A killed toll; one number alone means exactly that many."""
    cumulative = group.pop("cumulative", False)
    return Toll(group.pop("harm", "killed"), Estimate(low, best, high), Group(**group), cumulative)


def exactly(number: int, **group: Any) -> Toll:
    """A toll of exactly that number."""
    return toll(number, number, number, **group)


def by(speaker: str, kind: str = "official") -> dict[str, Any]:
    """Whose word it is, as keywords for `Book.tell`."""
    return {"chain": (Speaker(speaker, kind, "said"),)}


def actor(name: str, role: str = "actor", **more: Any) -> Participant:
    """Somebody in a role."""
    return Participant(role, more.pop("text", name), name, **more)


@dataclass
class Book:
    """Everything that was read so far."""

    accounts: list[Account] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)

    def report(self, text: str, published: date | None = date(2025, 3, 16), publisher: str = "Agency") -> Report:
        """A report, filed."""
        made = Report(text, published=published, publisher=publisher)
        self.reports[made.id] = made
        return made

    def claim(self, report: Report, name: str, value: Any, at: int = 0, **more: Any) -> Claim:
        """A claim whose passage is one character of the text; `at` tells claims apart."""
        passages = (report.passage(at, at + 1),)
        made = Claim(report.id, name, plain(value), more.pop("original", ""), passages, **more)
        self.claims[made.id] = made
        return made

    def tell(
        self,
        report: Report,
        sub_event: str = "Attack",
        place: Place | None = DJIBO,
        period: Period | None = None,
        *others: Claim,
        at: int = 0,
        **more: Any,
    ) -> Account:
        """An account of one event with its type, place, period and other claims."""
        kind = load_codebook().event_type(sub_event)
        claims = [self.claim(report, "type", kind, at, stance=more.get("stance", "asserted")), *others]
        if place:
            claims.append(self.claim(report, "place", place, at))
        if period:
            claims.append(self.claim(report, "period", period, at))
        made = Account(report.id, report.passage(at, at + 1), kind, tuple(c.id for c in claims), **more)
        self.accounts.append(made)
        return made

    def add(self, account: Account, *claims: Claim) -> Account:
        """The account with more claims, in place of the old one."""
        made = replace(account, claims=account.claims + tuple(c.id for c in claims))
        self.accounts[self.accounts.index(account)] = made
        return made

    def decide(self, act: str, *target: str, at: int = 1, **more: Any) -> Decision:
        """A reviewer's act in minute `at`."""
        made = Decision(act, target, more.pop("by", "reviewer"), f"2025-04-01T10:{at:02d}:00Z", **more)
        self.decisions.append(made)
        return made

    def merge(self, accounts: Sequence[Account] | None = None) -> MergeResult:
        """The accounts merged."""
        return merge(accounts or self.accounts, self.claims, self.reports, self.decisions)

    def fold(self, *accounts: Account) -> Event:
        """One event out of these accounts (all of them where none is named)."""
        return fold(accounts or self.accounts, self.claims, (), self.decisions, self.reports)

    def events(self) -> tuple[Event, ...]:
        """All events, after merging."""
        return fold_all(self.accounts, self.claims, self.merge().links, self.decisions, self.reports)


def killed(event: Event, rule: str = "acled: lowest reliable") -> Any:
    """The number of dead under a rule."""
    found = event.finding("killed", rule)
    assert found is not None
    return found.value
