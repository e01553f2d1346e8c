"""What is stored, folded into events: the project at one moment.

In: a store. Out: accounts and claims with what people told, links, events; as all see them, or as one coder does.
What is read is kept in memory; `following` takes in a decision without reading all anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from dateline.findings import Told, counting, fold_all, told_with_people
from dateline.likeness import versions
from dateline.merge import merge
from dateline.model.claims import Account, Claim, Decision, Event, Link
from dateline.model.dataset import Outcome
from dateline.model.report import Report, digest
from dateline.store import Store

REGROUPING = ("join", "split", "tell")


class State:
    """The project at one moment, with the decisions that count for `coder` (None: for all)."""

    def __init__(self, store: Store, coder: str | None = None) -> None:
        self.store = store
        self.coder = coder
        self.stamp = store.changes()

    @cached_property
    def log(self) -> list[Decision]:
        """Every decision, in the order of the file."""
        return self.store.decisions()

    @cached_property
    def counting(self) -> tuple[Decision, ...]:
        """The decisions that make the events."""
        return counting(self.log, self.coder)

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Every report by id."""
        return self.store.reports()

    @cached_property
    def replaced(self) -> dict[str, str]:
        """Report -> the newest version of its page, where it has one."""
        return versions(self.reports)

    @cached_property
    def read(self) -> tuple[list[Account], list[Account], dict[str, Claim], list[str]]:
        """Accounts, those that the last reading lost, claims, and the versions of the accounts, as stored."""
        store = self.store
        return store.accounts(), store.former_accounts(), store.claims(), store.versions()

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """What came of every report read."""
        return {outcome.report: outcome for outcome in self.store.outcomes()}

    @cached_property
    def told(self) -> Told:
        """Accounts and claims, with those of people."""
        accounts, former, claims, _ = self.read
        return told_with_people(accounts, former, claims, self.counting)

    @property
    def run(self) -> str:
        """The name of the merge that this state stands on: of its accounts and of joins and splits."""
        named = (decision.id for decision in self.counting if decision.act in REGROUPING)
        return digest(*self.read[3], *(account.id for account in self.told.merged), *named)

    @cached_property
    def merged(self) -> tuple[list[Link], dict[str, str]]:
        """The links of the current accounts and decisions, merged where they are not yet; and the reprints."""
        found = self.store.links(self.run)
        if found is not None:
            return found, self.store.reprints(self.run)
        result = merge(self.told.merged, self.told.claims, self.reports, self.counting)
        return self.keep(list(result.links), result.reprints)

    def keep(self, links: list[Link], reprints: Mapping[str, str]) -> tuple[list[Link], dict[str, str]]:
        """Store what a merge found, where the file may be written; as it is read back."""
        if self.store.read_only:
            return sorted(links, key=lambda k: (k.left, k.right, k.judgement)), dict(reprints)
        self.store.add_merge(self.run, links, reprints)
        return self.store.links(self.run) or [], dict(reprints)

    @cached_property
    def events(self) -> dict[str, Event]:
        """Every event by id, in id order."""
        told = self.told
        links = self.merged[0]
        folded = fold_all(told.accounts, told.claims, links, self.counting, self.reports, self.replaced)
        return {event.id: event for event in folded}

    @cached_property
    def names(self) -> dict[str, str]:
        """Id, alias or account's id -> the id of the event."""
        return {
            name: event.id
            for event in self.events.values()
            for name in (event.id, *event.aliases, *(account.id for account in event.accounts))
        }

    @cached_property
    def tied(self) -> dict[str, set[str]]:
        """Event -> the events that a relation ties to it, either way."""
        found: dict[str, set[str]] = {}
        for event in self.events.values():
            for _, other in event.relations:
                found.setdefault(event.id, set()).add(other)
                found.setdefault(other, set()).add(event.id)
        return found

    @cached_property
    def newest(self) -> date | None:
        """The newest day of publication."""
        return max((r.published for r in self.reports.values() if r.published), default=None)

    @cached_property
    def accounts(self) -> dict[str, Account]:
        """Every account by id: an id is a hash, made once."""
        return {account.id: account for account in self.told.accounts}

    @cached_property
    def by_report(self) -> dict[str, list[Account]]:
        """Report -> the accounts it gives."""
        found: dict[str, list[Account]] = {}
        for account in self.told.accounts:
            found.setdefault(account.report, []).append(account)
        return found
