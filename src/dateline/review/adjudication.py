"""Where two coders differ, and what settled it.

In: an event as it stands under each coder's decisions, and the decisions that settle. Out: `Difference`s, one for
each field on which the codings are not the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.errors import DatelineError
from dateline.model.claims import Decision, Event
from dateline.model.values import plain
from dateline.review.acts import Coder, made
from dateline.review.coded import FIELDS, coded


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one event: what each coder says, and the decision that settled it."""

    field: str
    first: str
    second: str
    settled: Decision | None


OF_FIELD = {"whole": None, "actor": "participants", "recipient": "participants"}


def differences(first: Event, second: Event, settling: Iterable[Decision]) -> list[Difference]:
    """The fields on which the two codings of the event differ."""
    one, two = coded(first), coded(second)
    names = {first.id, *first.aliases, *(account.id for account in first.accounts)}
    told = {d.field: d for d in settling if not names.isdisjoint(d.target)}
    rows = []
    for field in FIELDS:
        a, b = one.get(field), two.get(field)
        if a != b and field in one and field in two:
            rows.append(Difference(field, a or "none", b or "none", told.get(OF_FIELD.get(field, field))))
    return rows


def settle(event: Event, theirs: Event, field: str, coder: str, settling: Coder, reason: str = "") -> Decision:
    """The field as `coder` coded it, whose event is `theirs`: a claim of the event, or else the value itself."""
    if field not in FIELDS:
        raise DatelineError(f"{field}: no field on which coders are compared")
    by = Coder(settling.name, "adjudicated")
    why = f"as {coder} coded it" + (f": {reason.strip()}" if reason.strip() else "")
    if field == "whole":
        act = "reject" if theirs.status.startswith("rejected") else "accept"
        return made(act, [event.id], by, why, seen=[event])
    path = OF_FIELD.get(field, field)
    found = theirs.finding(path or field)
    if found is None:
        raise DatelineError(f"{field}: {coder} coded nothing")
    lead = found.supporting[0] if found.supporting and found.decision and path != "participants" else None
    known = lead in {claim.id for claim in event.claims}
    return made("choose", [event.id], by, why, path, lead if known else plain(found.value), [event])
