"""What people decided about sameness: pairs that must be one event, pairs that never may be.

In: the decisions that stand, all accounts and claims. Out: `Decided`: for each pair the last word on it.
`split` sets the first of its target apart from each of the others, or, with `value` a list of groups,
the groups from one another. `join` makes one event of all in its target. Accounts are named by their
own id or by the id of the event that they are the oldest account of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dateline.findings import event_of
from dateline.model.claims import Account, Decision

Pair = tuple[str, str]


@dataclass(frozen=True)
class Decided:
    """Pairs of account ids in sorted order -> the decision; joins with the latest first."""

    apart: Mapping[Pair, Decision]
    joined: tuple[tuple[Pair, Decision], ...]


def decided(stand: Sequence[Decision], accounts: Sequence[Account]) -> Decided:
    """The last word on every pair that people spoke of; `stand` is oldest first."""
    stand = [decision for decision in stand if decision.act in ("join", "split")]
    ids = [account.id for account in accounts] if stand else []
    names = {name: name for name in ids} | {event_of(name): name for name in ids}
    last: dict[Pair, Decision] = {}
    for decision in stand:
        for pair in sorted(_pairs(decision, names)):
            last.pop(pair, None)
            last[pair] = decision
    joins = [(pair, d) for pair, d in last.items() if d.act == "join"]
    return Decided({pair: d for pair, d in last.items() if d.act == "split"}, tuple(reversed(joins)))


def _pairs(decision: Decision, names: Mapping[str, str]) -> set[Pair]:
    found = [names[target] for target in decision.target if target in names]
    sides: Iterable[Pair] = ()
    if decision.act == "join":
        sides = combinations(found, 2)
    elif decision.act == "split":
        groups = _groups(decision, names)
        if not groups and decision.target and decision.target[0] in names:
            groups = [found[:1], found[1:]]
        sides = (pair for one, two in combinations(groups, 2) for pair in product(one, two))
    return {(min(a, b), max(a, b)) for a, b in sides if a != b}


def _groups(decision: Decision, names: Mapping[str, str]) -> list[list[str]]:
    value = decision.value
    if not isinstance(value, (list, tuple)) or not all(isinstance(group, (list, tuple)) for group in value):
        return []
    return [[names[name] for name in group if name in names] for group in value]
