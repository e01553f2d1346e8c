"""Traps: words that look like an event, a place or a number and are none.

In: a gold report, what was read of it, the pairs. Out: one mark for each not_event quote; it is wrong where
an exported account that tells no gold event is anchored in it, or rests a place or toll on it that
gold does not have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.evaluate.gold import GoldEvent, GoldReport, NotEvent
from dateline.evaluate.marks import Mark
from dateline.evaluate.same import Span, inside, occurrences, same_place, touch
from dateline.evaluate.told import ToldEvent


def _fell(report: GoldReport, trap: Sequence[Span], told: ToldEvent, event: GoldEvent | None) -> str | None:
    """What of the account stands in the trap, or None."""
    if event is None and inside(told.anchor, trap):
        return f"{told.sub_event} at {told.quote!r}"
    for toll in told.tolls:
        words = [span for gold in report.events for row in gold.tolls for span in occurrences(report.text, row.quote)]
        if any(inside(span, trap) for span in toll.spans[:1]) and not touch(words, toll.spans[:1]):
            return f"{toll.value.get('harm')} at {toll.quote!r}"
    for place in told.places:
        fits = event is not None and event.place is not None and same_place(event.place, place.value)
        if any(inside(span, trap) for span in place.spans) and not fits:
            return f"place at {place.quote!r}"
    return None


def trap_marks(report: GoldReport, told: Sequence[ToldEvent], pairs: Mapping[int, GoldEvent]) -> Iterator[Mark]:
    """`pairs` maps the index of an account to its gold event."""
    out = [(event, pairs.get(index)) for index, event in enumerate(told) if event.exported]
    for trap in report.not_events:
        yield _trap(report, trap, out)


def _trap(report: GoldReport, trap: NotEvent, out: Sequence[tuple[ToldEvent, GoldEvent | None]]) -> Mark:
    spans = occurrences(report.text, trap.quote)
    fell = next(filter(None, (_fell(report, spans, told, event) for told, event in out)), None)
    return Mark("not_event", int(fell is None), 1, 1, "", f"no event ({trap.why}): {trap.quote}", fell or "")
