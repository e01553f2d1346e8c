"""A decision as the log shows it.

In: a decision and the project's state. Out: plain values for a template: who, when, what, on which event.
"""

from __future__ import annotations

from typing import Any

from dateline.model.claims import Decision, Event
from dateline.project import shared

ACTS = {
    "accept": "accepted", "reject": "rejected", "skip": "skipped", "flag": "flagged", "choose": "chose",
    "bind": "gave a value", "tell": "made an event", "split": "parted", "join": "joined", "undo": "took back",
    "note": "noted", "confidence": "stated confidence", "unsure": "could not tell", "names": "let names go out",
    "assign": "assigned",
}  # fmt: skip
ROUNDS = {"": "", "second": "second reading", "adjudicated": "adjudication"}


def decision_view(decision: Decision, state: Any) -> dict[str, Any]:
    """The decision in words."""
    events = list(dict.fromkeys(state.names[name] for name in decision.target if name in state.names))
    claim = any(name.startswith("c") for name in decision.target) and not decision.field
    what = ("set a claim aside" if decision.act == "reject" else "let a claim count again") if claim else None
    return {
        "id": decision.id, "by": decision.by, "day": decision.at[:10], "time": decision.at[11:19],
        "act": decision.act, "done": what or ACTS.get(decision.act, decision.act), "field": decision.field or "",
        "value": value_words(decision, state), "reason": decision.reason, "round": ROUNDS.get(decision.round, ""),
        "events": [(name, shared.headline(state.events[name])) for name in events], "origin": decision.origin,
        "target": decision.target,
    }  # fmt: skip


def value_words(decision: Decision, state: Any) -> str:
    """What was chosen or given, in words."""
    value = decision.value
    if decision.act == "undo":
        undone = next((d for d in state.log if d.id in decision.target), None)
        more = f", {len(decision.target)} events" if len(decision.target) > 1 else ""
        return f"what {undone.by} {ACTS.get(undone.act, undone.act)} at {undone.at[11:19]}{more}" if undone else ""
    if decision.act == "bind":
        claim = value["claim"]
        return shared.value_words(claim["field"], claim["value"])
    if decision.act == "tell":
        return str(value["account"]["type"]["acled_sub_event"])
    if isinstance(value, str) and value in state.told.claims:
        return shared.claim_words(state.told.claims[value])
    if decision.field and value is not None:
        return shared.value_words(decision.field, value)
    return value if isinstance(value, str) else ""


def change_rows(pair: tuple[Event, Event] | None) -> list[tuple[str, str, str]]:
    """(field, from, to) for all that differs between the event before a decision and after it."""
    if pair is None:
        return []
    before, after = ({(f.field, f.rule): f.value for f in event.findings} for event in pair)
    rows = [
        (
            f"{field} ({rule})" if field == "killed" else field,
            _words(field, before.get((field, rule))),
            _words(field, value),
        )
        for (field, rule), value in after.items()
        if before.get((field, rule)) != value
    ]
    return [("status", pair[0].status, pair[1].status), *rows] if pair[0].status != pair[1].status else rows


def _words(field: str, value: Any) -> str:
    return shared.value_words(field, value) if value is not None else "not told"
