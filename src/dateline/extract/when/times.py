"""The component "times": every time expression of a report with its TIMEX3 value and, where it can be told, its days.

In: a reading with parse and dateline. Out: the same with `times`. Relative words count from the day of the
dateline (its year completed from the publication date), else from the publication date; where neither is known,
partial dates stay partial and weekdays are unknown. "since Monday" runs to the day of the story.
"""

from __future__ import annotations

import re
from datetime import date

import numpy as np

from dateline.extract.component import component
from dateline.extract.when import time_fixed, time_near, time_open, time_parts, time_seasons, time_told
from dateline.extract.when.time_edges import narrowed
from dateline.extract.when.time_guard import stands
from dateline.extract.when.time_match import Found, find
from dateline.extract.when.time_periods import periods
from dateline.extract.when.time_report import entries, quoted
from dateline.extract.when.time_scene import LATE, scene_of
from dateline.extract.when.time_sense import Reader, Sense
from dateline.extract.when.time_slot import Slot
from dateline.extract.when.time_told import BESIDE
from dateline.model.reading import Reading, TimeMention
from dateline.text import token_at

READERS: dict[str, Reader] = {
    **time_fixed.READERS,
    **time_seasons.READERS,
    **time_near.READERS,
    **time_parts.READERS,
    **time_told.READERS,
    **time_open.READERS,
}
_WHOLE = frozenset({"months", "years", "duration", "shift", "vague"})  # their first word belongs to them
_COUNTED = frozenset({"shift", "soon", "told before", "next day", "weekday shifted", "the weekday", "span"})
_LEADING = re.compile(r"(?:(?:from|between|over|during|within|since|on|at|by|in|until|around|before|after) +)")
_LEADS = {
    "once": re.compile("the +"),
    "the weekday": re.compile("the +"),
    "range": re.compile(r"(?:on|in|during) +"),
    "calendar": re.compile(rf"{_LEADING.pattern}?(?:the +(?=[a-z]))?"),
}


def _slots(reading: Reading) -> list[Slot]:
    doc = reading.words
    begins = np.flatnonzero(doc.to_array("SENT_START")[1:] == 1) + 1  # a sentence each, but for the first
    out = []
    for found in find(reading.report.text):
        if found.rule.resolve in READERS:
            token = token_at(doc, found.start)
            if stands(doc, token, found):
                out.append(Slot(found, token, int(begins.searchsorted(token.i, "right"))))
    return out


def _resolve(slots: list[Slot], reading: Reading) -> None:
    anchor = reading.story_day
    live, said = entries(reading.report.text), quoted(reading.report.text)
    order = sorted(range(len(slots)), key=lambda i: (_rank(slots[i].found), i))
    for index in order:
        slot = slots[index]
        scene = scene_of(slots, index, reading, anchor, live, said)
        try:
            slot.sense = READERS[slot.found.rule.resolve](slot.found, scene)
        except (ValueError, OverflowError):  # "5,000 years ago": no calendar reaches so far
            slot.sense = Sense(note="outside the calendar")


def _rank(found: Found) -> int:
    """First what stands alone, then what counts from times told before, then clock times."""
    if found.rule.resolve in LATE:
        return 2
    return 1 if found.rule.resolve in _COUNTED else 0


def _mention(slot: Slot, text: str, story: date | None) -> TimeMention | None:
    known, found = slot.sense, slot.found
    if known is None:
        return None
    lead = None if found.rule.resolve in _WHOLE else _LEADS.get(found.rule.resolve, _LEADING).match(found.text)
    start = found.start + (lead.end() if lead else 0)
    words = text[start : found.end]
    period = narrowed(known.period(words, found.rule.name), found, story)
    anchored = "event" if known.event else None
    beside = found.get("way") if found.get("way") in BESIDE else None
    if not beside:
        return TimeMention(start, found.end, words, known.kind, known.value, period, anchored)
    end = start + len(words[: -len(beside)].rstrip())  # "two days after": "after" is no part of the expression
    return TimeMention(start, end, text[start:end], known.kind, known.value, period, anchored, start, found.end)


@component(requires=("doc", "dateline"), provides=("times",))
def times(reading: Reading) -> Reading:
    """The reading with `times`: every time expression in order, none overlapping."""
    slots, text = _slots(reading), reading.report.text
    _resolve(slots, reading)
    made = (_mention(slot, text, reading.story_day) for slot in slots)
    return reading.add(times=periods([mention for mention in made if mention], text, reading.story_day))
