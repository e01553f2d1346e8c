"""The fold: accounts of one happening, with links and decisions, become an Event of Findings.

In: accounts, claims by id, links, decisions, reports by id, in any order, and which reports have a newer
version. Out: `fold` gives one
Event, `fold_all` all of them with the relations between them. Pure: the same input, the same event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.findings.choices import (
    all_kept,
    choose_type,
    first_told,
    most_precise_period,
    most_precise_place,
    one_per_actor_and_role,
    type_finding,
)
from dateline.findings.chosen import apply_choices
from dateline.findings.decisions import Decided, Verdict, standing, verdict
from dateline.findings.evidence import Evidence, gather, newest
from dateline.findings.grading import accepted, suggested_grade
from dateline.findings.killed import acled_lowest, airwars_range, latest, most_sources, ucdp_best
from dateline.findings.parts import best_in_parts
from dateline.findings.people import event_of
from dateline.findings.spans import span_of_claims
from dateline.findings.split import acled_split
from dateline.findings.status import clarity, review, salience, stance
from dateline.model.claims import Account, Claim, Decision, Event, Finding, Link
from dateline.model.report import Report

OUTDATED = "told only by an earlier version of a page"
RULES: dict[tuple[str, str], Callable[[Evidence], Finding | None]] = {
    ("type", "most told, then the hierarchy"): type_finding,
    ("period", "most precise"): most_precise_period,
    ("place", "most precise"): most_precise_place,
    ("participants", "one per actor and role"): one_per_actor_and_role,
    ("tolls", "span of claims"): span_of_claims,
    ("killed", "acled: lowest reliable"): acled_lowest,
    ("killed", "ucdp: best"): ucdp_best,
    ("killed", "airwars: min-max"): airwars_range,
    ("killed", "most sources"): most_sources,
    ("killed", "latest"): latest,
    ("grade", "airwars: suggested grading"): suggested_grade,
    ("weapon", "first told"): lambda evidence: first_told(evidence, "weapon"),
    ("target", "first told"): lambda evidence: first_told(evidence, "target"),
    ("responsibility", "all kept"): all_kept,
}


def fold(
    cluster: Sequence[Account],
    claims: Mapping[str, Claim],
    links: Sequence[Link],
    decisions: Sequence[Decision],
    reports: Mapping[str, Report],
    replaced: Mapping[str, str] = {},
) -> Event:
    """The event that these accounts tell of; ValueError where there are none."""
    if not cluster:
        raise ValueError("an event needs at least one account")
    return _fold(cluster, claims, links, Decided.of(standing(decisions)), reports, replaced)


def fold_all(
    accounts: Sequence[Account],
    claims: Mapping[str, Claim],
    links: Sequence[Link],
    decisions: Sequence[Decision],
    reports: Mapping[str, Report],
    replaced: Mapping[str, str] = {},
) -> tuple[Event, ...]:
    """One event for each set of accounts joined by "same" links, in id order, with their relations."""
    known = {account.id: account for account in accounts}
    stand = Decided.of(standing(decisions))
    groups = _groups(known, links)
    by_group: dict[str, list[Link]] = {}
    for link in links:
        if link.left in groups and groups[link.left] == groups.get(link.right):
            by_group.setdefault(groups[link.left], []).append(link)
    members: dict[str, list[Account]] = {}
    for name, root in groups.items():
        members.setdefault(root, []).append(known[name])
    events = [_fold(members[root], claims, by_group.get(root, ()), stand, reports, replaced) for root in members]
    return acled_split(_related(events), reports)


def _fold(
    cluster: Sequence[Account],
    claims: Mapping[str, Claim],
    links: Iterable[Link],
    stand: Decided,
    reports: Mapping[str, Report],
    replaced: Mapping[str, str],
) -> Event:
    whole = gather(cluster, claims, reports, stand.dropped)
    evidence = newest(whole, replaced)
    evidence = replace(evidence, type=choose_type(evidence.accounts, evidence))
    names = frozenset(name for a in whole.accounts for name in (a.id, event_of(a.id)))
    decided = verdict(stand.naming(names), names)
    evidence, forced = apply_choices(evidence, decided)
    findings = [forced(rule(evidence), field, name) for (field, name), rule in RULES.items()]
    graded = [accepted(f, decided) for f in findings if f]
    shared = best_in_parts(evidence, graded)
    graded += [shared] if shared else []
    why = OUTDATED if all(a.report in replaced and not a.by for a in evidence.accounts) else None
    return _event(evidence, decided, whole.accounts, graded, links, why)


def _event(
    evidence: Evidence,
    decided: Verdict,
    accounts: tuple[Account, ...],
    findings: Sequence[Finding],
    links: Iterable[Link],
    outdated: str | None,
) -> Event:
    held, why = stance(evidence)
    status, exported, withheld = review(decided, evidence, why or outdated)
    inside = {account.id for account in accounts}
    ids = [event_of(account.id) for account in accounts]
    own = {(k.left, k.right, k.by, k.judgement): k for k in links if k.left in inside and k.right in inside}
    return Event(
        ids[0], accounts, evidence.claims, tuple(findings), evidence.type,
        held, salience(evidence), clarity(evidence), status,
        links=tuple(own[key] for key in sorted(own)), aliases=tuple(sorted(ids[1:])),
        exported=exported, withheld=withheld, confidence=decided.confidence,
    )  # fmt: skip


def _groups(known: Mapping[str, Account], links: Iterable[Link]) -> dict[str, str]:
    """Account id -> the smallest id among those that "same" links join it with."""
    root = {name: name for name in known}

    def find(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for link in links:
        if link.judgement == "same" and link.left in root and link.right in root:
            first, second = sorted((find(link.left), find(link.right)))
            root[second] = first
    return {name: find(name) for name in known}


def _related(events: Sequence[Event]) -> list[Event]:
    """The events in id order, with the relations of their accounts told between events."""
    home = {account.id: event.id for event in events for account in event.accounts}
    found = []
    for event in sorted(events, key=lambda e: e.id):
        told = {
            (kind, home[other])
            for account in event.accounts
            for kind, other in account.relations
            if other in home and home[other] != event.id
        }
        found.append(replace(event, relations=tuple(sorted(told))))
    return found
