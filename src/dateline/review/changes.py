"""What is new under a decision: claims that were not in view, and claims in view that are no longer told.

In: an event and the decisions that stand. Out: a `Change`, or None where nothing was decided or nothing is new.
The decision stays; the change is something to look at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.claims import Decision, Event


@dataclass(frozen=True, slots=True)
class Change:
    """Ids of claims `new` since the decision and `gone` since, and that decision."""

    decision: Decision
    new: tuple[str, ...]
    gone: tuple[str, ...]


def last_word(event: Event, stand: Iterable[Decision]) -> Decision | None:
    """The last decision on the whole event: accepted or rejected."""
    names = {event.id, *event.aliases, *(account.id for account in event.accounts)}
    found = [d for d in stand if d.act in ("accept", "reject") and not d.field and not names.isdisjoint(d.target)]
    return found[-1] if found else None


def changes(event: Event, stand: Iterable[Decision]) -> Change | None:
    """What is new since the last word on the event."""
    decision = last_word(event, stand)
    if decision is None or not decision.seen:
        return None
    now, seen = {claim.id for claim in event.claims}, set(decision.seen)
    own = {claim.id for claim in event.claims if claim.origins == (f"person: {decision.by}",)}
    new, gone = tuple(sorted(now - seen - own)), tuple(sorted(seen - now))
    return Change(decision, new, gone) if new or gone else None
