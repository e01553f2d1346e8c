"""Pairs of accounts to judge: near misses of merging, and merges on thin grounds.

In: the links, the decisions that stand, the accounts with their claims. Out: `Pair`s, the most likely first, and
two accounts compared field by field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.likeness import compare, facts
from dateline.model.claims import Account, Claim, Decision, Link, Reason
from dateline.model.report import Report
from dateline.review.queue import settings

JUDGED = ("join", "split", "unsure")
FIELDS = ("type", "period", "place", "participant", "killed", "injured", "captured", "arrested", "weapon", "target")
TELLING = {  # what makes two values of a field the same
    "type": ("acled_sub_event",),
    "period": ("start", "end"),
    "place": ("geonameid", "name"),
    "participant": ("role", "name"),
    "weapon": ("value",),
    "target": ("value",),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts; `merged` says whether the machine took them for one event."""

    left: str
    right: str
    merged: bool
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two accounts: the claims of each, and whether they say the same."""

    field: str
    left: tuple[Claim, ...]
    right: tuple[Claim, ...]
    agree: bool


def pairs(links: Iterable[Link], stand: Sequence[Decision]) -> list[Pair]:
    """The pairs that nobody has judged, those nearest to the line between same and different first."""
    judged = {frozenset(pair) for decision in stand if decision.act in JUDGED for pair in _judged(decision)}
    thin = settings()["weight"]["thin"]
    found = [
        Pair(k.left, k.right, k.judgement == "same", k.score, k.reasons)
        for k in links
        if k.by == "machine" and frozenset((k.left, k.right)) not in judged
        and (k.judgement == "unsure" or (k.judgement == "same" and k.score < thin))
    ]  # fmt: skip
    return sorted(found, key=lambda pair: (abs(pair.score - 0.5), pair.left, pair.right))


def _judged(decision: Decision) -> list[tuple[str, str]]:
    names = decision.target
    if decision.act == "split":
        groups = decision.value or [names[:1], names[1:]]
        return [(a, b) for a in groups[0] for group in groups[1:] for b in group]
    return [(a, b) for n, a in enumerate(names) for b in names[n + 1 :]]


def compared(left: Account, right: Account, claims: Mapping[str, Claim]) -> list[Compared]:
    """The two accounts, field by field."""
    rows = []
    for field in FIELDS:
        sides = [tuple(claims[c] for c in a.claims if c in claims and claims[c].field == field) for a in (left, right)]
        if any(sides):
            told = [{_key(claim) for claim in side} for side in sides]
            rows.append(Compared(field, sides[0], sides[1], bool(told[0] & told[1])))
    return rows


def _key(claim: Claim) -> Any:
    value: Any = claim.value
    if isinstance(value, dict) and "estimate" in value:
        ends = value["estimate"]
        return tuple(ends.get(end) for end in ("low", "best", "high"))
    if isinstance(value, dict) and claim.field in TELLING:
        return tuple(value.get(key) for key in TELLING[claim.field])
    return str(value)


def reasons(
    left: Account, right: Account, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[Reason, ...]:
    """Why two accounts may or may not be one event, comparison by comparison."""
    one, two = (facts(account, claims, reports.get(account.report)) for account in (left, right))
    return tuple(compare(one, two))
