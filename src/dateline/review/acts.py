"""A reviewer's acts as decisions: who, when, on what, why, and which claims were in view.

In: events and the log. Out: a `Decision`, not yet stored; DatelineError where the act makes no sense.
"""

from __future__ import annotations

import getpass
import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from dateline.errors import DatelineError
from dateline.findings import grades, standing
from dateline.model.claims import Decision, Event
from dateline.model.values import plain

ACTS: dict[str, dict[str, Any]] = tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


@dataclass(frozen=True, slots=True)
class Coder:
    """Who decides, and in which round: "" the first reading, "second" a blind one, "adjudicated"."""

    name: str
    round: str = ""

    @classmethod
    def called(cls, name: str | None, reading: str = "") -> Coder:
        """The coder of that name, else the user of this machine."""
        return cls((name or "").strip() or _user(), reading)


def made(
    act: str,
    target: Sequence[str],
    coder: Coder,
    reason: str = "",
    field: str | None = None,
    value: Any = None,
    seen: Sequence[Event] = (),
) -> Decision:
    """The decision, of this moment."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    view = sorted({claim.id for event in seen for claim in event.claims})
    stored = json.loads(json.dumps(plain(value), sort_keys=True))  # as it is read back, so that the id holds
    return Decision(act, tuple(target), coder.name, now, reason.strip(), field, stored, tuple(view), coder.round)


def decide(
    event: Event, act: str, coder: Coder, reason: str = "", field: str | None = None, value: Any = None
) -> Decision:
    """Accept, reject, skip, flag, choose for a field, note, assign, or state one's own confidence."""
    asked = ACTS.get(act)
    if asked is None:
        raise DatelineError(f"{act}: no such act; there are {', '.join(ACTS)}")
    if asked.get("reason") and not reason.strip():
        raise DatelineError(f"{act}: say something")
    if "values" in asked and value not in asked["values"]:
        raise DatelineError(f"{act}: say {', '.join(asked['values'])}")
    if asked.get("who") and not str(value or "").strip():
        raise DatelineError(f"{act}: say to whom; '-' for nobody")
    if asked.get("field") and (not field or value is None):
        raise DatelineError(f"{act}: name the field and what holds for it")
    if act == "choose" and value not in (grades() if field == "grade" else {claim.id for claim in event.claims}):
        raise DatelineError("choose: that is no claim of this event; bind words, or give a value with a reason")
    return made(act, [event.id], coder, reason, field, value, [event])


def set_aside_claim(event: Event, claim: str, coder: Coder, reason: str = "") -> Decision:
    """Leave one claim out of every finding of the event."""
    return made("reject", [_claim(event, claim)], coder, reason, seen=[event])


def restore_claim(event: Event, claim: str, coder: Coder, reason: str = "") -> Decision:
    """Let a claim count again that was set aside."""
    return made("accept", [_claim(event, claim)], coder, reason, seen=[event])


def _claim(event: Event, name: str) -> str:
    if name not in {claim.id for claim in event.claims}:
        raise DatelineError(f"{name}: no claim of {event.id}")
    return name


def split(event: Event, account: str, reason: str, coder: Coder) -> Decision:
    """Part an account (by the beginning of its id) from its event."""
    parted = [a.id for a in event.accounts if a.id.startswith(account)]
    others = [a.id for a in event.accounts if a.id not in parted]
    if len(parted) != 1 or not others:
        raise DatelineError(f"{account}: {event.id} has no such account to part; 'dateline show {event.id}' lists them")
    return made("split", [*parted, *others], coder, reason, value=[parted, others], seen=[event])


def join(one: Event, two: Event, reason: str, coder: Coder) -> Decision:
    """Say that two events are one."""
    if one.id == two.id:
        raise DatelineError(f"{one.id}: both names mean this one event already")
    accounts = [account.id for event in (one, two) for account in event.accounts]
    return made("join", accounts, coder, reason, seen=[one, two])


def judge(left: Event, right: Event, pair: tuple[str, str], judgement: str, reason: str, coder: Coder) -> Decision:
    """Whether the two accounts of a pair tell of one event: same, different or unsure."""
    if judgement == "same":
        return made("join", pair, coder, reason, seen=[left, right])
    if judgement == "different":
        return made("split", pair, coder, reason, value=[[pair[0]], [pair[1]]], seen=[left, right])
    if judgement == "unsure":
        return made("unsure", pair, coder, reason, seen=[left, right])
    raise DatelineError(f"{judgement}: say same, different or unsure")


def keep_names(formats: Sequence[str], reason: str, coder: Coder) -> Decision:
    """Record that private people's names went out in these formats, and why."""
    return made("names", list(formats), coder, reason)


def decide_many(
    events: Sequence[Event], act: str, coder: Coder, reason: str, value: Any = None
) -> tuple[Decision, ...]:
    """The same act on each of the events, of one moment and for one reason, so that it can be taken back at once."""
    if "many" not in ACTS.get(act, {}):
        raise DatelineError(f"{act}: not an act for many events at once")
    if not reason.strip():
        raise DatelineError("say by which rule these are decided together")
    found = [decide(event, act, coder, reason, None, value) for event in events]
    return tuple(replace(decision, at=found[0].at) for decision in found)


def together(decision: Decision, log: Sequence[Decision]) -> list[Decision]:
    """The standing decisions that were made in one act with this one, itself among them."""
    act = (decision.at, decision.by, decision.act, decision.round)
    return [d for d in standing(log) if (d.at, d.by, d.act, d.round) == act]


def undo_together(name: str, log: Sequence[Decision], reason: str, coder: Coder) -> Decision:
    """Undo the decision of that id with all that were made in one act with it."""
    found = next((d for d in log if d.id == name), None)
    several = together(found, log) if found else []
    if len(several) < 2:
        return undo(name, log, reason, coder)
    return made("undo", [d.id for d in several], coder, reason)


def undo(name: str, log: Sequence[Decision], reason: str, coder: Coder) -> Decision:
    """Undo the decision of that id, or of that beginning of an id, where it still stands."""
    found = [d for d in log if d.id.startswith(name)]
    if len(found) != 1:
        what = "no decision" if not found else f"{len(found)} decisions"
        raise DatelineError(f"{name or repr(name)}: {what} of that id; 'dateline log' lists them")
    if found[0].act != "undo" and found[0] not in standing(log):
        raise DatelineError(f"{name}: is taken back already; undo the undo to make it stand again")
    return made("undo", [found[0].id], coder, reason)
