"""The component "times": every time expression of a report with its TIMEX3 value and, where it can be told, its days.

In: a reading with parse and dateline. Out: the same with `times`. Relative words count from the day of the
dateline (its year completed from the publication date), else from the publication date; where neither is known,
partial dates stay partial and weekdays are unknown. "since Monday" runs to the day of the story.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date

from dateline.extract.component import component
from dateline.extract.when import time_fixed, time_near, time_open, time_seasons, time_told
from dateline.extract.when.time_calendar import days
from dateline.extract.when.time_guard import stands
from dateline.extract.when.time_match import Found, find
from dateline.extract.when.time_scene import LATE, Slot, scene_of
from dateline.extract.when.time_sense import Reader, Sense
from dateline.model.reading import Reading, TimeMention

READERS: dict[str, Reader] = {
    **time_fixed.READERS,
    **time_seasons.READERS,
    **time_near.READERS,
    **time_told.READERS,
    **time_open.READERS,
}
_WHOLE = frozenset({"months", "years", "duration", "shift", "vague"})  # their first word belongs to them
_LEADING = re.compile(r"(?:(?:from|between|over|during|within|since|on|at|by|in|until|around|before|after) +)")
_SPANS = {"year": "year", "month": "months", "months": "months"}  # of a stretch from one time to another
_LEADS = {
    "once": re.compile("the +"),
    "range": re.compile(r"(?:on|in|during) +"),
    "calendar": re.compile(rf"{_LEADING.pattern}?(?:the +(?=[a-z]))?"),
}
_JOIN = re.compile(r" *(?:to|until|till|through|and|-|–) +(?:the )?| *[-–] *")
_RANGE_CUE = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.I)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:early\s+|late\s+)?$", re.I)


def _slots(reading: Reading) -> list[Slot]:
    doc = reading.words
    ends = [sentence.end_char for sentence in doc.sents]
    out, at = [], 0
    for found in find(reading.report.text):
        while at + 1 < len(ends) and ends[at] <= found.start:
            at += 1
        if found.rule.resolve in READERS and stands(doc, found):
            out.append(Slot(found, at))
    return out


def _resolve(slots: list[Slot], reading: Reading) -> None:
    anchor = reading.story_day
    order = sorted(range(len(slots)), key=lambda i: (_rank(slots[i].found), i))
    for index in order:
        slot = slots[index]
        scene = scene_of(slots, index, reading, anchor)
        try:
            slot.sense = READERS[slot.found.rule.resolve](slot.found, scene)
        except (ValueError, OverflowError):  # "5,000 years ago": no calendar reaches so far
            slot.sense = Sense(note="outside the calendar")


def _rank(found: Found) -> int:
    """First what stands alone, then what counts from times told before, then clock times."""
    if found.rule.resolve in LATE:
        return 2
    return 1 if found.rule.resolve in ("shift", "told before", "next day", "weekday shifted", "span") else 0


def _mention(slot: Slot, text: str, anchor: date | None) -> TimeMention | None:
    known, found = slot.sense, slot.found
    if known is None:
        return None
    lead = None if found.rule.resolve in _WHOLE else _LEADS.get(found.rule.resolve, _LEADING).match(found.text)
    start = found.start + (lead.end() if lead else 0)
    words = text[start : found.end]
    period = known.period(words, found.rule.name)
    since = _SINCE.search(text[max(0, start - 20) : start])
    if since and period and period.start and anchor and period.start < anchor and known.kind == "date":
        period = dataclasses.replace(
            period,
            end=anchor,
            precision=_SPANS.get(period.precision, "days"),
            text=since[0].lstrip() + words,
            rule=f"{period.rule}; since: to the day of the story",
        )
    anchored = "event" if known.event else None
    return TimeMention(start, found.end, words, known.kind, known.value, period, anchored)


def _joined(first: TimeMention, second: TimeMention, text: str) -> TimeMention | None:
    """One mention for "from X to Y" and "between X and Y"."""
    between = text[first.end : second.start]
    cue = _RANGE_CUE.search(text[max(0, first.start - 12) : first.start])
    one, two = first.period, second.period
    if not (cue and _JOIN.fullmatch(between) and one and two and one.start and two.end and one.start < two.end):
        return None
    start = first.start - len(cue[0])
    words = text[start : second.end]
    value = f"{first.value}/{second.value}"
    whole = days(one.start, two.end)
    precision = _SPANS.get(one.precision, "days")
    period = dataclasses.replace(
        one,
        part=None,
        start=whole.start,
        end=whole.end,
        precision=precision,
        text=words,
        rule="from one time to the other",
    )
    return TimeMention(start, second.end, words, first.kind, value, period)


def _merged(mentions: list[TimeMention], text: str) -> Iterator[TimeMention]:
    index = 0
    while index < len(mentions):
        pair = _joined(mentions[index], mentions[index + 1], text) if index + 1 < len(mentions) else None
        yield pair or mentions[index]
        index += 2 if pair else 1


@component(requires=("doc", "dateline"), provides=("times",))
def times(reading: Reading) -> Reading:
    """The reading with `times`: every time expression in order, none overlapping."""
    slots, text = _slots(reading), reading.report.text
    _resolve(slots, reading)
    made = (_mention(slot, text, reading.story_day) for slot in slots)
    return reading.add(times=tuple(_merged([mention for mention in made if mention], text)))
