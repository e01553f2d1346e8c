"""What one event rests on, in an order of its own: the accounts, their claims, their reports.

In: a cluster of accounts with all claims and reports. Out: `Evidence`, which every rule is given.
The order is by publication, then by hash, never by arrival.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from dateline.findings.rules import setting
from dateline.model.claims import Account, Claim
from dateline.model.report import Report
from dateline.model.values import EventType

HAPPENED = ("asserted", "alleged")
REPLACED = "told by an earlier version of a page"
TIERS = (HAPPENED, ("planned", "hypothetical"), ("denied",))


@dataclass(frozen=True)
class Evidence:
    """Accounts and claims of one event, oldest first; `reports` by id; `dropped` claims by id: why."""

    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    reports: Mapping[str, Report]
    type: EventType
    dropped: Mapping[str, str]
    figures: dict[str, Any] = field(default_factory=dict, init=False, compare=False)  # harm -> as `told.tolls` has them

    def ids(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The claims' ids, each once, in order."""
        return tuple(dict.fromkeys(claim.id for claim in claims))

    def on(self, field: str) -> tuple[Claim, ...]:
        """The claims on that field that hold firmest: told as fact or alleged, else planned, else denied."""
        told = self._by_field.get(field, ())
        for stances in TIERS:
            firm = tuple(claim for claim in told if claim.stance in stances)
            if firm:
                return firm
        return ()

    def happened(self, field: str) -> tuple[Claim, ...]:
        """The claims on that field that say it happened or may have."""
        return tuple(claim for claim in self._by_field.get(field, ()) if claim.stance in HAPPENED)

    def against(self, field: str) -> tuple[Claim, ...]:
        """The claims on that field that somebody denies, and that nothing here rests on."""
        rest = self.on(field)
        return tuple(claim for claim in self.denied(field) if claim not in rest)

    def denied(self, field: str) -> tuple[Claim, ...]:
        """The claims on that field that somebody denies."""
        return tuple(claim for claim in self._by_field.get(field, ()) if claim.stance == "denied")

    @cached_property
    def _by_field(self) -> dict[str, list[Claim]]:
        table: dict[str, list[Claim]] = {}
        for claim in self.claims:
            if claim.id not in self.dropped:
                table.setdefault(claim.field, []).append(claim)
        return table

    def voices(self, claims: Iterable[Claim]) -> int:
        """How many differently worded reports the claims come from: reprints count once."""
        return len({self.text_of(claim) for claim in claims})

    def text_of(self, claim: Claim) -> str:
        """What tells reprints: the hash of the report's text, else the report's id."""
        report = self.reports.get(claim.report)
        return report.text_hash if report else claim.report


def published(report: str, reports: Mapping[str, Report]) -> date:
    """The day of publication; the last of all days where it is not known."""
    found = reports.get(report)
    return found.published if found and found.published else date.max


def older(account: Account, reports: Mapping[str, Report]) -> tuple[date, str]:
    """Sort key: earlier published first, then the smaller hash."""
    return published(account.report, reports), account.id


def gather(
    accounts: Sequence[Account],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    dropped: Mapping[str, str],
) -> Evidence:
    """The evidence of one cluster; claims that are nowhere to be found are passed over."""
    cluster = tuple(sorted({a.id: a for a in accounts}.values(), key=lambda a: older(a, reports)))
    held = {name: claims[name] for account in cluster for name in account.claims if name in claims}
    return weigh(cluster, held, reports, dropped)


def newest(evidence: Evidence, replaced: Mapping[str, str]) -> Evidence:
    """Without what earlier versions of a page told (`replaced`: report -> its newest version), where others tell of the
    event as well; what a person told stays."""
    kept = tuple(a for a in evidence.accounts if a.report not in replaced or a.by)
    if not kept or len(kept) == len(evidence.accounts):
        return evidence
    told = {name for account in kept for name in account.claims}
    old = {c.id: REPLACED for c in evidence.claims if c.report in replaced and c.id not in told}
    return replace(evidence, accounts=kept, dropped={**old, **evidence.dropped})


def weigh(
    accounts: tuple[Account, ...],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    dropped: Mapping[str, str],
) -> Evidence:
    """The evidence of these accounts, oldest first, with exactly these claims: put in order."""
    return Evidence(accounts, in_order(claims.values(), reports), reports, accounts[0].type, dropped)


def in_order(claims: Iterable[Claim], reports: Mapping[str, Report]) -> tuple[Claim, ...]:
    """The claims, the oldest report's first, then as they stand in it."""

    def order(claim: Claim) -> tuple[Any, ...]:
        first = min((p.start for p in claim.passages), default=1 << 30)
        return published(claim.report, reports), claim.report, first, claim.id

    return tuple(sorted({claim.id: claim for claim in claims}.values(), key=order))


def speaker_of(claim: Claim, reports: Mapping[str, Report]) -> str:
    """Who gives it: the last link of the chain; an outlet's own voice, or "an official", is its own."""
    report = reports.get(claim.report)
    outlet = (report.publisher if report else None) or claim.report
    if not claim.chain:
        return f"voice of {outlet}"
    words = claim.chain[-1].speaker.casefold().split()
    if words and words[0] in setting("speakers", "articles"):
        words = words[1:]
    elif words and words[0] in setting("speakers", "indefinite"):
        return f"{' '.join(words)} in {outlet}"
    return " ".join(words) or f"voice of {outlet}"
