"""Whether a project still stands on what it says it stands on.

In: a store and the events folded from it. Out: a `Checked`: what was looked at, and every problem in a line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.model.chain import broken
from dateline.model.claims import Account, Claim, Event
from dateline.model.report import Passage, Report
from dateline.store import Store, version_of


@dataclass(frozen=True, slots=True)
class Checked:
    """`kind` of thing checked, how many of what, and the problems; none: it is sound."""

    kind: str
    counts: dict[str, int]
    problems: tuple[str, ...]

    def __str__(self) -> str:
        seen = ", ".join(f"{count} {what}" for what, count in self.counts.items())
        verdict = f"problems: {len(self.problems)}" if self.problems else "sound"
        return "\n".join([*self.problems, f"{self.kind}: {verdict} ({seen})"])


def check_project(store: Store, fold: Callable[[], Iterable[Event]]) -> Checked:
    """The whole project: the file, every passage word for word, every claim's ground, every id.

    `fold` gives the events; it is asked only where all that is stored is sound.
    """
    state = store.integrity()
    problems = [] if state == "ok" else [f"the file is damaged: {state}"]
    try:
        reports, claims, accounts = store.reports(), store.claims(), store.accounts()
        problems += [*_hashes(store, reports, claims), *_originals(store), *_decisions(store)]
    except (ValueError, TypeError, KeyError) as error:
        return Checked("project", {}, (*problems, f"a row cannot be read: {error}"))
    for name, claim in claims.items():
        problems += _claim(name, claim, reports, claims)
    for account in accounts:
        problems += _account(account, reports, claims)
    events = () if problems else tuple(fold())
    told = {event.id: {claim.id for claim in event.claims} for event in events}
    for event in events:
        problems += _findings(event, told)
    counts = {"reports": len(reports), "claims": len(claims), "accounts": len(accounts), "events": len(events)}
    return Checked("project", counts | {"decisions": len(store.decisions())}, tuple(problems))


def _hashes(store: Store, reports: Mapping[str, Report], claims: Mapping[str, Claim]) -> Iterator[str]:
    """Ids hash what they name, so a changed row no longer fits its id."""
    told = store.account_rows()
    now = {
        "reports": set(reports),
        "claims": {claim.id for claim in claims.values()},
        "accounts": {account.id for version, account in told if version_of(account) == version},
        "decisions": {decision.id for decision in store.decisions()},
    }
    for table, ids in now.items():
        yield from (f"{name}: this row of {table} has been changed" for name in store.ids(table) if name not in ids)


def _originals(store: Store) -> Iterator[str]:
    for name, expected, original in store.originals():
        if original and expected and hashlib.sha256(original).hexdigest() != expected:
            yield f"{name}: the original bytes are not those that were retrieved"


def _claim(name: str, claim: Claim, reports: Mapping[str, Report], claims: Mapping[str, Claim]) -> Iterator[str]:
    if not claim.passages and not claim.basis:
        yield f"{name}: a claim on {claim.field} with neither words nor a named rule"
    if claim.report not in reports:
        yield f"{name}: its report {claim.report} is not here"
    if claim.part_of and claim.part_of not in claims:
        yield f"{name}: a part of {claim.part_of}, which is not here"
    for passage in claim.passages:
        yield from (f"{name}: {problem}" for problem in passage_problems(passage, reports))


def passage_problems(passage: Passage, reports: Mapping[str, Report]) -> Iterator[str]:
    """Where a passage is not, word for word, what stands in its report."""
    report = reports.get(passage.report)
    if report is None:
        yield f"cites {passage.report}, which is not here"
    elif report.text[passage.start : passage.end] != passage.quote:
        yield f"{passage.quote!r} does not stand at {passage.start}-{passage.end} of {passage.report}"


def _account(account: Account, reports: Mapping[str, Report], claims: Mapping[str, Claim]) -> Iterator[str]:
    missing = [name for name in account.claims if name not in claims]
    yield from (f"{account.id}: its claim {name} is not here" for name in missing)
    yield from (f"{account.id}: {problem}" for problem in passage_problems(account.anchor, reports))


def _decisions(store: Store) -> Iterator[str]:
    chain = store.chain()
    yield from broken(chain)
    log = [row.decision for row in chain]
    known = {decision.id for decision in log}
    for decision in log:
        if decision.act == "undo" and not known >= set(decision.target):
            yield f"{decision.id}: undoes a decision that is not here"


def _findings(event: Event, told: Mapping[str, set[str]]) -> Iterator[str]:
    """Every value of an event rests on its claims, those of an event it is related to, inputs or a decision."""
    claims = told[event.id].union(*(told.get(other, set()) for _, other in event.relations))
    for found in event.findings:
        where = f"{event.id} {found.field} ({found.rule})"
        if found.value not in (None, [], [None, None]) and not (found.supporting or found.inputs or found.decision):
            yield f"{where}: {found.value!r} rests on nothing"
        if unknown := sorted({*found.supporting, *found.opposing} - claims):
            yield f"{where}: rests on {unknown[0]}, which is no claim of the event"
