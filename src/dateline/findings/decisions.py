"""What people decided, as far as it still stands, and what it does to one event.

In: the append-only decisions. Out: those that no undo has taken back, oldest first (`standing`);
for one event: claims that a person rejected, chosen values, review status.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.model.claims import Decision
from dateline.model.plain import claim_of

SECOND, ADJUDICATED = "second", "adjudicated"  # the rounds beyond a first reading


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that still stand, oldest first; an undo can itself be undone."""
    unique = {decision.id: decision for decision in decisions}
    undoing: dict[str, list[str]] = {}
    for decision in unique.values():
        for target in decision.target if decision.act == "undo" else ():
            undoing.setdefault(target, []).append(decision.id)
    known: dict[str, bool] = {}

    def stands(name: str) -> bool:
        if name not in known:
            known[name] = True  # an undo cannot name its own undo, whose hash rests on it
            known[name] = not any(stands(undo) for undo in undoing.get(name, ()))
        return known[name]

    kept = (d for d in unique.values() if d.act != "undo" and (d.id not in undoing or stands(d.id)))
    return tuple(sorted(kept, key=lambda d: (d.round == ADJUDICATED, d.at, d.id)))


def counting(decisions: Iterable[Decision], coder: str | None = None) -> tuple[Decision, ...]:
    """The standing decisions that make the events: all but blind second readings; of `coder` alone where named.

    A coder's own view holds what that coder decided in either reading, and nothing that settled the two.
    """
    stand = standing(decisions)
    if coder is None:
        return tuple(d for d in stand if d.round != SECOND)
    return tuple(d for d in stand if d.by == coder and d.round != ADJUDICATED)


def chosen_value(decision: Decision) -> Any:
    """What a decision chose: a claim's id or a plain value; None where it accepts what the rule says."""
    return claim_of(decision.value["claim"]).id if decision.act == "bind" else decision.value


@dataclass(frozen=True)
class Verdict:
    """What people decided on one event: the last word on the whole, and by field."""

    whole: Decision | None = None
    chosen: dict[str, Decision] = field(default_factory=dict)
    confidence: tuple[Decision, ...] = ()

    def on(self, path: str, rule: str) -> Decision | None:
        """The choice for that field (`field`, or `field/rule` for one rule alone)."""
        return self.chosen.get(f"{path}/{rule}") or self.chosen.get(path)


def rejected_claims(decisions: Sequence[Decision]) -> dict[str, str]:
    """Claim id -> why it is left out; a later acceptance of the claim brings it back."""
    found: dict[str, str] = {}
    for decision in decisions:
        for target in decision.target:
            if not target.startswith("c") or decision.field:
                continue
            if decision.act == "reject":
                found[target] = f"rejected by {decision.by}"
            elif decision.act == "accept":
                found.pop(target, None)
    return found


@dataclass(frozen=True)
class Decided:
    """The standing decisions by what they name, so that each event looks at its own alone; claims left out: why."""

    by_name: dict[str, list[tuple[int, Decision]]]
    dropped: dict[str, str]

    @classmethod
    def of(cls, stand: Sequence[Decision]) -> Decided:
        """The decisions, oldest first, looked through once."""
        found: dict[str, list[tuple[int, Decision]]] = {}
        for number, decision in enumerate(stand):
            for name in decision.target:
                found.setdefault(name, []).append((number, decision))
        return cls(found, rejected_claims(stand))

    def naming(self, names: Iterable[str]) -> list[Decision]:
        """Those that name one of these, oldest first."""
        found = dict(pair for name in names for pair in self.by_name.get(name, ()))
        return [found[number] for number in sorted(found)]


def verdict(decisions: Sequence[Decision], names: frozenset[str]) -> Verdict:
    """The verdict on the event known by `names` (its id, its aliases, its accounts)."""
    whole: Decision | None = None
    chosen: dict[str, Decision] = {}
    sure: dict[str, Decision] = {}
    for decision in decisions:
        if names.isdisjoint(decision.target):
            continue
        chooses = decision.act in ("choose", "accept") or (decision.act == "bind" and decision.value["chosen"])
        if chooses and decision.field:
            chosen[decision.field] = decision
        elif decision.act == "reject" and decision.field:
            chosen.pop(decision.field, None)
        elif decision.act in ("accept", "reject"):
            whole = decision
        elif decision.act == "confidence":
            sure[decision.by] = decision
    return Verdict(whole, chosen, tuple(sure.values()))
