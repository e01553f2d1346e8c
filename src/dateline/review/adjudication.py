"""Where two coders differ, and what settled it.

In: an event as it stands under each coder's decisions, and the decisions that settle. Out: `Difference`s, one for
each field on which the codings are not the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.claims import Decision, Event
from dateline.review.coded import FIELDS, coded


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one event: what each coder says, and the decision that settled it."""

    field: str
    first: str
    second: str
    settled: Decision | None


OF_FIELD = {"whole": None, "actor": "participant", "recipient": "participant"}


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
