"""Marks from end to end: fields over all events, whether aligned or not.

In: the marks of the aligned pairs, the gold events that were missed, the accounts that no gold event
has. Out: marks named "all: FIELD". They can only rise as reading gets better, while the same field
over aligned events alone may fall when harder events come to be found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.evaluate.gold import GoldEvent
from dateline.evaluate.marks import Mark
from dateline.evaluate.told import ToldEvent

FIELDS = ("sub-event", "period", "place", "participant", "toll")


def _wanted(event: GoldEvent) -> tuple[int, ...]:
    return 1, int(event.period is not None), int(event.place is not None), len(event.participants), len(event.tolls)


def _said(told: ToldEvent) -> tuple[int, ...]:
    people = sum(participant.rests for participant in told.participants)
    return 1, int(told.period is not None), int(told.place is not None), people, len(told.tolls)


def whole_marks(aligned: Iterable[Mark], missed: Iterable[GoldEvent], extra: Iterable[ToldEvent]) -> Iterator[Mark]:
    """One mark for each mark, missed event and invented account, by field."""
    for mark in aligned:
        if mark.metric in FIELDS:
            yield replace(mark, metric=f"all: {mark.metric}")
    for event in missed:
        for field, wanted in zip(FIELDS, _wanted(event), strict=True):
            yield Mark(f"all: {field}", 0, 0, wanted, event.id, event.sub_event, "nothing")
    for told in extra:
        for field, said in zip(FIELDS, _said(told), strict=True):
            yield Mark(f"all: {field}", 0, said, 0, "", "nothing", told.sub_event)
