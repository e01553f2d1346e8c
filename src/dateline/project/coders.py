"""What each coder coded: an event as it stands under one coder's decisions alone.

In: the project's state. Out: the event under that coder, the coders of the log with what they decided, and how far
two of them agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from dateline.findings import counting, fold, told_with_people
from dateline.model.claims import Decision, Event
from dateline.project.folding import State
from dateline.review import Agreement, agreement

WHOLE = ("accept", "reject")


def as_coded(state: State, event: Event, coder: str) -> Event:
    """The event as the coder alone has decided it; the accounts are those of the event."""
    return _folded(state, event, counting(state.log, coder))


def as_of(state: State, event: Event, log: Sequence[Decision]) -> Event:
    """The event under an earlier log; the accounts are those of today's event."""
    return _folded(state, event, counting(log, state.coder))


def _folded(state: State, event: Event, stand: Sequence[Decision]) -> Event:
    inside = {account.id for account in event.accounts}
    read = [account for account in state.read[0] if account.id in inside]
    told = told_with_people(read, (), state.told.claims, [d for d in stand if d.act != "tell"])
    return fold(told.accounts or event.accounts, told.claims, event.links, stand, state.reports)


def decided_by(state: State, coder: str) -> set[str]:
    """The ids of the events that the coder accepted or rejected as a whole."""
    return {
        state.names[name]
        for decision in counting(state.log, coder)
        if decision.act in WHOLE and not decision.field
        for name in decision.target
        if name in state.names
    }


def coders(decisions: Iterable[Decision]) -> list[str]:
    """Everybody who accepted or rejected an event, by name."""
    return sorted({d.by for d in decisions if d.act in WHOLE and not d.field and d.round != "adjudicated"})


def agreed(state: State, one: str | None, two: str | None) -> list[Agreement]:
    """The agreement of the two coders; of every two that share an event where none are named."""
    names = sorted({name for name in (one, two) if name}) or coders(state.log)
    both = [(a, b, decided_by(state, a) & decided_by(state, b)) for a, b in combinations(names, 2)]
    return [
        agreement(a, b, *({n: as_coded(state, state.events[n], name) for n in shared} for name in (a, b)))
        for a, b, shared in both
        if shared or one
    ]
