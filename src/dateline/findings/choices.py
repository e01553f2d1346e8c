"""Findings that choose among claims: type, period, place, participants, weapon, target, responsibility.

In: the evidence of an event. Out: a `Finding` each, or None where nothing is told of the field.
Each names the claims that agree and those that stand against it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dateline.codebook import load_codebook
from dateline.findings.evidence import Evidence, older
from dateline.findings.rules import class_of, rank, setting
from dateline.model.claims import Account, Claim, Finding
from dateline.model.values import EventType, plain


def choose_type(accounts: Sequence[Account], evidence: Evidence) -> EventType:
    """The type most differently worded reports give; then the higher in the hierarchy."""
    types = load_codebook().types
    votes: dict[str, set[str]] = {}
    for account in accounts:
        report = evidence.reports.get(account.report)
        votes.setdefault(account.type.acled_sub_event, set()).add(report.text_hash if report else account.report)

    def standing(name: str) -> tuple[Any, ...]:
        entry = types.get(name)
        return name == "Other", -len(votes[name]), entry.rank if entry else len(types), name

    best = min(votes, key=standing)
    of_it = [account for account in accounts if account.type.acled_sub_event == best]
    return min(of_it, key=lambda a: older(a, evidence.reports)).type


def type_finding(evidence: Evidence) -> Finding:
    """The finding on "type", with the type claims for and against it."""
    same = [c for c in evidence.on("type") if c.value.get("acled_sub_event") == evidence.type.acled_sub_event]
    others = [c for c in evidence.on("type") if c not in same] + list(evidence.against("type"))
    inputs = () if same else ("as the accounts have it: no claim on the type counts",)
    return Finding(
        "type", "most told, then the hierarchy", plain(evidence.type), evidence.ids(same), evidence.ids(others), inputs
    )


def most_precise_period(evidence: Evidence) -> Finding | None:
    """The most precise period told; against it those that share no day with it."""

    def precision(claim: Claim) -> tuple[Any, ...]:
        value = claim.value
        known = value.get("start") is None
        return (
            bool(value.get("inferred")),
            known,
            rank("period", value.get("precision")),
            not value.get("part"),
        )

    def opposed(best: Any, other: Any) -> bool:
        if None in (best.get("start"), best.get("end"), other.get("start"), other.get("end")):
            return False
        return bool(best["start"] > other["end"] or other["start"] > best["end"])

    return _best(evidence, "period", evidence.on("period"), precision, ("start", "end"), opposed)


def most_precise_place(evidence: Evidence) -> Finding | None:
    """The most precise place of the event; against it other countries and other towns."""

    def precision(claim: Claim) -> tuple[Any, ...]:
        value = claim.value
        return (
            bool(value.get("inferred")),
            rank("place", value.get("precision")),
            value.get("lat") is None or bool(value.get("point_of")),
        )

    def opposed(best: Any, other: Any) -> bool:
        if best.get("country") and other.get("country") and best["country"] != other["country"]:
            return True
        ids = best.get("geonameid"), other.get("geonameid")
        return None not in ids and ids[0] != ids[1] and best.get("precision") == other.get("precision")

    there = [c for c in evidence.on("place") if c.value.get("role", "location") == "location"]
    return _best(evidence, "place", there, precision, ("geonameid", "name"), opposed)


def _best(
    evidence: Evidence,
    field: str,
    claims: Sequence[Claim],
    precision: Callable[[Claim], tuple[Any, ...]],
    same: tuple[str, ...],
    opposed: Callable[[Any, Any], bool],
) -> Finding | None:
    """The most precise claim, then the one most reports give, then the oldest."""
    if not claims:
        return None

    def alike(claim: Claim) -> int:
        keys = [claim.value.get(key) for key in same]
        return evidence.voices(c for c in claims if [c.value.get(key) for key in same] == keys)

    best = min(enumerate(claims), key=lambda pair: (*precision(pair[1]), -alike(pair[1]), pair[0]))[1]
    against = [c for c in claims if opposed(best.value, c.value)]
    for_it = [best, *(c for c in claims if c is not best and c not in against)]
    denied = list(evidence.against(field))
    return Finding(field, "most precise", best.value, evidence.ids(for_it), evidence.ids(against + denied))


def one_per_actor_and_role(evidence: Evidence) -> Finding | None:
    """The participants, each actor once in each role; general words give way to a group known by name."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in evidence.on("participant"):
        groups.setdefault((claim.value["role"], _who(claim.value)), []).append(claim)
    entries = [_strongest(group) for group in groups.values()]
    kept = [entry for entry in entries if not any(_names(other.value, entry.value) for other in entries)]
    kept.sort(key=lambda c: (rank("role", c.value["role"]), not c.value.get("actor"), _who(c.value)))
    if not kept:
        return None
    against = [*evidence.against("participant"), *evidence.against("responsibility")]
    supporting = [*kept, *(c for c in evidence.on("participant") if c not in kept)]
    values = [c.value for c in kept]
    return Finding("participants", "one per actor and role", values, evidence.ids(supporting), evidence.ids(against))


def _who(value: Any) -> str:
    return str(value.get("actor") or (value.get("name") or value.get("text") or "").casefold())


def _strongest(claims: Sequence[Claim]) -> Claim:
    """The claim on the firmest ground; inferred ones last; then the oldest."""
    ground = [(bool(c.value.get("inferred")), rank("responsibility", c.value.get("responsibility"))) for c in claims]
    return claims[min(range(len(claims)), key=lambda i: (*ground[i], i))]


def _names(known: Any, general: Any) -> bool:
    """Whether `known` is the name of those whom `general` speaks of in the same role."""
    if not known.get("actor") or general.get("actor") or known["role"] != general["role"]:
        return False
    if known.get("responsibility") in setting("order", "uncertain"):
        return False
    kind = class_of(known.get("category"))
    return kind in ("armed", "state") and kind == class_of(general.get("category"))


def first_told(evidence: Evidence, field: str) -> Finding | None:
    """What the oldest report says first; against it the other words for it."""
    claims = evidence.on(field)
    if not claims:
        return None
    word = claims[0].value.get("value")
    same = [c for c in claims if c.value.get("value") == word]
    others = [c for c in claims if c.value.get("value") != word]
    return Finding(field, "first told", word, evidence.ids(same), evidence.ids(others))


def all_kept(evidence: Evidence) -> Finding | None:
    """Every ground on which somebody is named, oldest first, each once."""
    claims = [c for c in evidence.claims if c.field == "responsibility" and c.id not in evidence.dropped]
    if not claims:
        return None
    values: list[Any] = []
    for claim in claims:
        if claim.value not in values:
            values.append(claim.value)
    return Finding("responsibility", "all kept", values, evidence.ids(claims))
