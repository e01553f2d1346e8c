"""The day of what is told by the clock alone: in a live report, or so long before or after what was told last.

In: a draft with no day in its own words. Out: the same draft with a day, marked inferred, and True; False where the
words give no clock time. "14:30 At the market, police ...", "an hour later", "around midnight".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.extract.events.draft import Draft
from dateline.extract.events.headings import line_of
from dateline.extract.events.nearby import before, offset
from dateline.extract.what.units import units
from dateline.extract.when.time_report import ENTRY, entries
from dateline.model.reading import Frame, Reading, TimeMention
from dateline.model.values import Period

LIVE = "told by the clock in a live report: the day of the story"
HOURS = "told by the clock alone: the day of the event told before"
MORNING = re.compile(r"T(?:MO|0\d)")
ALONE = "told by the clock alone: the day before the story, for a morning that of the story"
END = '.!?:;"”’'


def is_headline(reading: Reading, frame: Frame) -> bool:
    """Is it told in the first line, one that no full stop ends?"""
    text = units(reading)[frame.sentence].text.rstrip()
    return frame.sentence == 0 and frame.paragraph == 0 and text[-1:] not in END


def entry_of_live(reading: Reading, draft: Draft) -> bool:
    """Is it told in an entry of a live report, which begins with the clock time?"""
    text = reading.report.text
    line = slice(*line_of(text, offset(reading, draft.frames[0])))
    return bool(ENTRY.match(text[line])) and bool(entries(text))


def by_the_entry(reading: Reading, draft: Draft, index: int) -> bool:
    """Is the time no more than the clock time with which its entry begins, on a day that was told before?"""
    mention = reading.times[index]
    start = line_of(reading.report.text, mention.start)[0]
    bare = not any(letter.isalnum() for letter in reading.report.text[start : mention.start])
    return bare and mention.period is not None and mention.period.inferred and entry_of_live(reading, draft)


def live_day(reading: Reading, draft: Draft) -> None:
    """The day of the story, where it is known."""
    day = reading.story_day
    if day:
        draft.period, draft.period_basis = Period(day, day, "day", inferred=True, rule=LIVE), ("the day of the story",)


def goes_on_from(
    reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Period | None], index: int
) -> bool:
    """The day of the event told last before, for a clock time, a part of a day or some hours; `index`: its mention."""
    hours = reading.times[index].kind == "date"
    others = reversed(drafts[:at]) if hours else (other for _, other in before(reading, drafts, at))
    days = (told[id(other)] or other.period for other in others)
    period = next((p for p in days if p and p.start and p.precision in ("day", "days")), None)
    return period is not None and _give(reading, drafts[at], index, period, HOURS, "the event told before")


def by_story(reading: Reading, draft: Draft, index: int) -> bool:
    """What the clock alone dates: the day before the story; for a morning its own: a paper is written after it."""
    if reading.story_day is None:
        return False
    morning = MORNING.search(reading.times[index].value)
    day = reading.story_day - timedelta(days=0 if morning else 1)
    return _give(reading, draft, index, Period(day, day, "day"), ALONE, "the day of the story")


def clock(reading: Reading, draft: Draft) -> int | None:
    """The first of its times that gives an hour and no day."""
    return next((i for i in draft.frames[0].times if by_the_clock(reading.times[i])), None)


def _give(reading: Reading, draft: Draft, index: int, period: Period, rule: str, basis: str) -> bool:
    draft.period = replace(period, text=reading.times[index].text, inferred=True, rule=rule, part=None)
    draft.time_mention, draft.period_basis = index, (basis,)
    return True


def by_the_clock(mention: TimeMention) -> bool:
    """Does it give a time of day, or some hours from another, on a day that it does not tell?"""
    known = mention.period is not None and mention.period.start is not None
    shift = mention.kind == "date" and mention.value.startswith("PT")
    return not known and (mention.kind == "time" or shift) and not mention.why_not
