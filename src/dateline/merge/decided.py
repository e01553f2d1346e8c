"""What people decided about sameness: pairs that must be one event, pairs that never may be.

In: the decisions that stand, all accounts and claims. Out: `Decided`: for each pair the last word on it.
`split` with `value` a list of groups sets the groups apart; with an event in its target it takes the
accounts out of what was in view (`seen`); with accounts alone it sets each apart from the others.
`join` makes one event of all in its target. Accounts are named by their id or their event's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dateline.findings import event_id
from dateline.model.claims import Account, Decision

Pair = tuple[str, str]


@dataclass(frozen=True)
class Decided:
    """Pairs of account ids in sorted order -> the decision; joins with the latest first."""

    apart: Mapping[Pair, Decision]
    joined: tuple[tuple[Pair, Decision], ...]


def decided(stand: Sequence[Decision], accounts: Sequence[Account]) -> Decided:
    """The last word on every pair that people spoke of; `stand` is oldest first."""
    names = {a.id: a.id for a in accounts} | {event_id(a.id): a.id for a in accounts}
    holders: dict[str, list[str]] = {}
    for account in accounts:
        for claim in account.claims:
            holders.setdefault(claim, []).append(account.id)
    last: dict[Pair, Decision] = {}
    for decision in stand:
        for pair in sorted(_pairs(decision, names, holders)):
            last.pop(pair, None)
            last[pair] = decision
    joins = [(pair, d) for pair, d in last.items() if d.act == "join"]
    return Decided({pair: d for pair, d in last.items() if d.act == "split"}, tuple(reversed(joins)))


def _pairs(decision: Decision, names: Mapping[str, str], holders: Mapping[str, list[str]]) -> set[Pair]:
    if decision.act not in ("split", "join"):
        return set()
    found = [names[target] for target in decision.target if target in names]
    sides: Iterator[tuple[str, str]] = combinations(sorted(set(found)), 2)
    if decision.act == "split":
        groups = _groups(decision, names)
        if groups:
            sides = (pair for one, two in combinations(groups, 2) for pair in product(one, two))
        elif any(target.startswith("DL-") for target in decision.target):
            out = {names[t] for t in decision.target if t in names and not t.startswith("DL-")}
            seen = {account for claim in decision.seen for account in holders.get(claim, ())}
            sides = iter(product(sorted(out), sorted((seen | set(found)) - out)))
    return {(min(a, b), max(a, b)) for a, b in sides if a != b}


def _groups(decision: Decision, names: Mapping[str, str]) -> list[list[str]]:
    value = decision.value
    if not isinstance(value, (list, tuple)) or not all(isinstance(group, (list, tuple)) for group in value):
        return []
    return [[names[name] for name in group if name in names] for group in value]
