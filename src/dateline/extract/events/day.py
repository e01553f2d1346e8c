"""Which of the times told beside an event is its own.

In: a reading and a draft. Out: the index of the mention that says when, and its period. The finest of the first frame
that tells one, the nearest to the trigger; a state that lasts ("held since May") began then; "two days after the raid"
counts from the raid's own day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from spacy.tokens import Token

from dateline.extract.events.day_clock import by_the_entry, live_day
from dateline.extract.events.draft import Draft
from dateline.extract.events.headings import heading_times, in_byline, in_dateline, line_of
from dateline.extract.events.nearby import left_open, not_done
from dateline.extract.what.learned import told_as
from dateline.extract.when.time_calendar import plus
from dateline.extract.when.time_edges import THIRD
from dateline.extract.when.time_periods import SINCE, WEEKDAY
from dateline.extract.when.time_scene import COARSE
from dateline.extract.when.time_sense import COVERED
from dateline.model.reading import Frame, Reading, TimeMention
from dateline.model.values import Period
from dateline.text import token_at

FINE_TIME = ("day", "days", "week", "month", "months", "year", "unknown")
# What they bring about lasts: "held since July", "a truce since Monday"; not so "50 have been arrested since June".
LASTING = ("capture", "retake", "abduct", "base", "agreement", "ceasefire", "withdraw", "release")
HELD = ("hold", "keep")
BEGUN = "begun then"
NEXT = {  # rules that give the last such day, and what lies between it and the next
    WEEKDAY: "W",
    "date: day and month, the year that puts it on or before the story": "Y",
    "date: day of the month alone": "M",
}
SOON = timedelta(days=120)  # within which what is planned for a date will be
PLANNED = "the next one, for it is planned"
COUNTED = "counted from the day of the event that the words name"
LONGEST = 31  # days of a length of time that says when ("the past 24 hours", "recent weeks"; not "the last 40 years")
REACH = 80  # characters after "two days after" within which the event is named
_LENGTH = re.compile(r"P(T?)(\d+|X)([DWMYH])")


def tells_day(reading: Reading, index: int) -> bool:
    """Does the mention say when, other than as the day of the story at its head?"""
    mention = reading.times[index]
    known = mention.period is not None and bool(mention.period.start or mention.period.partial)
    if mention.kind == "duration" and _length(mention.period) > LONGEST:
        return False
    return known and mention.kind != "set" and not mention.why_not and not in_dateline(reading, mention.start)


def _length(period: Period | None) -> int:
    return (period.end - period.start).days if period and period.start and period.end else 0


def own_time(reading: Reading, draft: Draft) -> int | None:
    """The mention that says when it happened; the clock time of a live entry only where nothing else does."""
    for frame in draft.frames:
        told = [i for i in frame.times if _tells(reading, frame, i)]
        told = [i for i in told if not by_the_entry(reading, draft, i)] or told
        if not told and _dated_by_head(reading, frame):
            return None
        if told:
            rank = {i: (*_apart(reading, frame, i), *_rank(reading.times[i]), _near(reading, frame, i)) for i in told}
            best = min(told, key=rank.__getitem__)
            return _finer(reading, draft, best)
    if not left_open(reading, draft):
        return None
    sums = (i for frame in draft.frames for i in frame.times if reading.times[i].kind == "duration")
    return next((i for i in sums if _length(reading.times[i].period)), None)  # "have killed 90 in the last ten years"


def _dated_by_head(reading: Reading, frame: Frame) -> bool:
    """Does the head of its line, not the report's first, say when it happened?"""
    at = reading.triggers[frame.triggers[0]].head
    start = line_of(reading.report.text, at)[0]
    return bool(reading.report.text[:start].strip()) and bool(heading_times(reading, at))


def _finer(reading: Reading, draft: Draft, index: int) -> int:
    """The day in a month or year that a later telling gives: "last year's raid ... on 9 October"."""
    whole = reading.times[index].period
    if not whole or not whole.start or not whole.end or whole.precision not in COARSE or SINCE in (whole.rule or ""):
        return index
    later = [i for frame in draft.frames for i in frame.times if _tells(reading, frame, i)]
    within = [
        i
        for i in later
        if (p := reading.times[i].period) and p.start and p.end and p.precision in ("day", "days")
        if whole.start <= p.start and p.end <= whole.end
    ]
    return within[0] if len({(reading.times[i].period or whole).start for i in within}) == 1 else index


def _tells(reading: Reading, frame: Frame, index: int) -> bool:
    """Does it tell a day, and that of the event?"""
    told = tells_day(reading, index) and not in_byline(reading, index)
    return told and not not_yet(reading, frame, index)


def not_yet(reading: Reading, frame: Frame, index: int) -> bool:
    """Does it lie after the story, while the event is told as past: "has given them until Sunday"?"""
    period, story = reading.times[index].period, reading.story_day
    if not (story and period and period.start and period.start > story):
        return False
    if told_as(reading, frame) not in ("asserted", "alleged"):
        return False
    return _past(token_at(reading.words, reading.triggers[frame.triggers[0]].head))


def _past(verb: Token) -> bool:
    """Is it a verb of the past, no infinitive ("to strike") and not "will strike"?"""
    return verb.tag_ in ("VBD", "VBN") and not any(child.tag_ in ("MD", "TO") for child in verb.children)


def _rank(mention: TimeMention) -> tuple[bool, int]:
    """Days before stretches, what is dated before lengths of time ("the past 24 hours")."""
    period = mention.period or Period()
    return mention.kind == "duration", FINE_TIME.index(period.precision) + period.inferred


def _apart(reading: Reading, frame: Frame, index: int) -> tuple[bool, bool]:
    """Does it hang on a verb above ("hearings on Monday into the killing of 1996"), or on what is told by the way?

    "On Friday the army entered Sake, which rebels had taken on Tuesday."
    """
    time = token_at(reading.words, reading.times[index].start)
    told = {token_at(reading.words, reading.triggers[i].head) for i in frame.triggers}
    up = (time, *time.ancestors)
    way = takewhile(lambda token: token not in told, up)
    return told.isdisjoint(up), any(token.dep_ in ("acl", "relcl") for token in way)


def _near(reading: Reading, frame: Frame, index: int) -> int:
    return abs(reading.triggers[frame.triggers[0]].head - reading.times[index].start)


def begun(reading: Reading, draft: Draft, period: Period | None) -> Period | None:
    """ "occupied since May", "held since Saturday": a state that lasts was brought about when that time began."""
    if not (period and period.start and SINCE in (period.rule or "") and _lasts(reading, draft)):
        return period
    rule = f"{period.rule}; {BEGUN}"
    if period.precision == "days":
        return replace(period, end=period.start, precision="day", rule=rule)
    if period.end and period.precision in ("week", "month"):
        return replace(period, end=min(period.end, period.start + THIRD), precision="week", rule=rule)
    if period.precision != "months":
        return period
    if period.start.day > 1:  # "since late January"
        end = min(period.start + THIRD, plus(period.start, 1, "M").replace(day=1) - timedelta(1))
        return replace(period, end=end, precision="week", rule=rule)
    last = (period.start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return replace(period, end=last, precision="month", rule=rule)


def _lasts(reading: Reading, draft: Draft) -> bool:
    """Does what it brings about last, by its kind or its words: "nurses held since Saturday walked free"?"""
    heads = (reading.triggers[i].head for i in draft.every("triggers") if draft.families[0] == "arrest")
    return draft.families[0] in LASTING or any(token_at(reading.words, at).lemma_.lower() in HELD for at in heads)


def settle_day(reading: Reading, draft: Draft) -> None:
    """The draft's day in its own words, if any."""
    draft.time_mention = own_time(reading, draft)
    if draft.time_mention is not None and by_the_entry(reading, draft, draft.time_mention):
        if not not_done(reading, draft):
            live_day(reading, draft)
    elif draft.time_mention is not None:
        draft.period = to_come(reading, draft, begun(reading, draft, reading.times[draft.time_mention].period))


def to_come(reading: Reading, draft: Draft, period: Period | None) -> Period | None:
    """The next such day, for what is only planned: "called for a sit-in on Saturday", "a strike from the 2nd"."""
    story, frame = reading.story_day, draft.frames[0]
    if not (story and period and period.start and period.end and period.start < story):
        return period
    step = NEXT.get((period.rule or "").removesuffix(f"; {COVERED}"))
    if step is None:
        return period
    if told_as(reading, frame) != "planned":
        return period
    start, end = (plus(when, 1, step) for when in (period.start, period.end))
    ahead = story <= start <= story + SOON
    return replace(period, start=start, end=end, rule=f"{period.rule}; {PLANNED}") if ahead else period


def count_from_events(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give drafts with no day yet the one that "two days after the raid" makes of the raid's."""
    for draft in drafts:
        if draft.period is not None:
            continue
        for index in (i for frame in draft.frames for i in frame.times):
            base = _named(reading, drafts, draft, index)
            period = _counted(reading.times[index], base, reading.story_day) if base else None
            if period:
                draft.period, draft.time_mention, draft.period_basis = period, index, ("the event named",)
                break


def _named(reading: Reading, drafts: Sequence[Draft], here: Draft, index: int) -> Period | None:
    """The day of the other event that stands after "two days after"."""
    mention = reading.times[index]
    if not mention.anchored_to or mention.phrase_end <= mention.end or (mention.period and mention.period.start):
        return None
    for number, trigger in enumerate(reading.triggers):
        if mention.phrase_end <= trigger.start <= mention.phrase_end + REACH:
            if re.search(r"[.;\n]", reading.report.text[mention.phrase_end : trigger.start]):
                return None
            owner = next((d for d in drafts if number in d.every("triggers")), None)
            return owner.period if owner and owner is not here else None
    return None


def _counted(mention: TimeMention, base: Period, story: date | None) -> Period | None:
    length = _LENGTH.fullmatch(mention.value)
    if not length or not base.start or not base.end or base.precision not in ("day", "days"):
        return None
    back = mention.period is not None and mention.period.text.endswith(("before", "prior to"))
    if length[1]:
        return replace(base, text=mention.text, inferred=True, rule=COUNTED, part=None)
    size = {"D": 1, "W": 7}.get(length[3])
    if length[2] == "X" or size is None:
        return None
    step = timedelta(int(length[2]) * size * (-1 if back else 1))
    moved = replace(base, start=base.start + step, end=base.end + step, text=mention.text, inferred=True, rule=COUNTED)
    return None if story and moved.start and moved.start > story else replace(moved, part=None)
