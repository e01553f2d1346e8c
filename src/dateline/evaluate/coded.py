"""A coder's gold laid out as a reading, so that two coders can be held against each other.

In: a gold report. Out: `ToldEvent`s, one an event, in the order of the file.
"""

from __future__ import annotations

from typing import Any

from dateline.codebook import load_codebook
from dateline.evaluate.gold import Chain, GoldEvent, GoldReport
from dateline.evaluate.same import Span, occurrences
from dateline.evaluate.told import Told, ToldEvent
from dateline.model.values import plain


def _told(text: str, value: dict[str, Any], quote: str, chain: Chain = (), stance: str = "asserted") -> Told:
    return Told(value, occurrences(text, quote)[:1], quote, chain, stance, "", None, "")


def _event(report: GoldReport, event: GoldEvent) -> ToldEvent:
    text = report.text
    triggers: tuple[Span, ...] = tuple(span for trigger in event.triggers for span in occurrences(text, trigger)[:1])
    relations = tuple((kind, two) for one, two, kind in report.relations if one == event.id)
    period = [_told(text, plain(event.period), event.period.text)] if event.period else []
    place = [_told(text, plain(event.place), event.place.quote)] if event.place else []
    people = (_told(text, plain(p), p.quote) for p in event.participants)
    tolls = (_told(text, plain(t), t.quote, t.said_by, t.stance) for t in event.tolls)
    return ToldEvent(
        event.id, triggers[0] if triggers else (0, 0), event.triggers[0], triggers,
        load_codebook().types[event.sub_event].event, event.sub_event, event.salience, event.stance,
        frozenset((event.stance, *event.also_stance)), event.clarity, relations,
        tuple(period), tuple(place), tuple(people), tuple(tolls), (), (), event.said_by, event.verification,
    )  # fmt: skip


def coded_events(report: GoldReport) -> list[ToldEvent]:
    """The events that the coder has, as if they had been read."""
    return [_event(report, event) for event in report.events]
