"""A reviewer's acts as decisions: who, when, on what, why, and which claims were in view.

In: events and the log. Out: a `Decision`, not yet stored; DatelineError where the act makes no sense.
"""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from dateline.errors import DatelineError
from dateline.findings import standing
from dateline.model.claims import Decision, Event


def _reviewer() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _decision(
    act: str, target: Sequence[str], by: str | None, reason: str, value: Any = None, seen: Sequence[Event] = ()
) -> Decision:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    view = sorted({claim.id for event in seen for claim in event.claims})
    return Decision(act, tuple(target), by or _reviewer(), now, reason, None, value, tuple(view))


def split(event: Event, account: str, reason: str, by: str | None = None) -> Decision:
    """Part an account (by the beginning of its id) from its event."""
    parted = [a.id for a in event.accounts if a.id.startswith(account)]
    others = [a.id for a in event.accounts if a.id not in parted]
    if len(parted) != 1 or not others:
        raise DatelineError(f"{account}: {event.id} has no such account to part; 'dateline show {event.id}' lists them")
    return _decision("split", [*parted, *others], by, reason, [parted, others], [event])


def join(one: Event, two: Event, reason: str, by: str | None = None) -> Decision:
    """Say that two events are one."""
    if one.id == two.id:
        raise DatelineError(f"{one.id}: both names mean this one event already")
    accounts = [account.id for event in (one, two) for account in event.accounts]
    return _decision("join", accounts, by, reason, None, [one, two])


def keep_names(formats: Sequence[str], reason: str, by: str | None = None) -> Decision:
    """Record that private people's names went out in these formats, and why."""
    return _decision("names", list(formats), by, reason)


def undo(name: str, log: Sequence[Decision], reason: str = "", by: str | None = None) -> Decision:
    """Undo the decision of that id, or of that beginning of an id, where it still stands."""
    found = [d for d in log if d.id.startswith(name)]
    if len(found) != 1:
        what = "no decision" if not found else f"{len(found)} decisions"
        raise DatelineError(f"{name or repr(name)}: {what} of that id; 'dateline log' lists them")
    if found[0].act != "undo" and found[0] not in standing(log):
        raise DatelineError(f"{name}: is taken back already; undo the undo to make it stand again")
    return _decision("undo", [found[0].id], by, reason)
