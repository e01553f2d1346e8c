"""What day an event takes over where its own words give none: by named rules, each marked as inferred.

In: drafts in text order, their own days settled. Out: the same drafts with period, rule and basis. The rules are those
of docs/times.md, tried in its order; what none of them supports stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.codebook import load_toml
from dateline.extract.events.day import tells_day
from dateline.extract.events.day_again import LEAD, again, elsewhere, happened
from dateline.extract.events.day_clock import by_story, clock, entry_of_live, goes_on_from, live_day
from dateline.extract.events.day_paragraph import (
    between,
    beyond_saying,
    give,
    goes_on,
    long_past,
    of_saying,
    told_before,
    vague,
)
from dateline.extract.events.draft import Draft
from dateline.extract.events.headings import heading_places, heading_times, in_dateline, item_of, line_of, tells
from dateline.extract.events.nearby import (
    before,
    denied,
    follows,
    just_now,
    not_done,
    offset,
    outright,
    remembered,
    tells_of,
)
from dateline.extract.events.salience import past_perfect
from dateline.extract.what.units import units
from dateline.extract.when.time_periods import SINCE
from dateline.extract.when.time_report import just_ended
from dateline.model.reading import Reading, TimeMention
from dateline.model.values import Period

HEADING = "day taken from the heading"
TAKEN = {
    "same sentence": "day taken from same sentence",
    "same paragraph": "day taken from same paragraph",
    "the paragraph before": "day taken from the paragraph before",
}
IN_SENTENCE = "day told in the same sentence"
ISSUE = "no day told: the day in the heading"
STORY = "no day told: the day of the story or the day before"
SAID = "no day told: the day on which it was said or the day before"
TITLE = 240  # characters within which a heading ends
COUNTED_ON = ("next or previous day", "shift: so long")  # rules that count from what was told before
COVERS = re.compile(load_toml("relations.toml")["covers"], re.I)
ISSUED = re.compile(r"(?:issued?|published|closed|updated|printed|posted|compiled|released)(?: on| at)?:? ?$", re.I)


def take_day(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Period | None]) -> None:
    """Settle the day of the draft at `at` by the first rule that gives one; `told` holds the days in own words."""
    draft = drafts[at]
    if not_done(reading, draft) or remembered(reading, draft) or _headed(reading, draft):
        return
    if _from_event(reading, drafts, at, told, ("same sentence",)) or _in_sentence(reading, drafts, draft):
        return
    if again(reading, drafts, at, told) or happened(reading, drafts, draft):
        return
    done = not denied(reading, draft)
    if done and (told_before(reading, draft) or long_past(reading, draft)):
        return
    if entry_of_live(reading, draft):
        if not _issue(reading, drafts, at):
            live_day(reading, draft)
        return
    hour = clock(reading, draft)
    if hour is not None and (
        goes_on_from(reading, drafts, at, told, hour) or _issue(reading, drafts, at) or by_story(reading, draft, hour)
    ):
        return
    if done and _from_event(reading, drafts, at, told, tuple(TAKEN)):
        return
    if _issue(reading, drafts, at) or not done:
        return
    said = _said_on(reading, draft)
    day = reading.story_day if said is None else said[1]
    lead = draft.frames[0].paragraph <= LEAD and outright(reading, draft) and not past_perfect(reading, draft)
    fresh = (lead and not _day_before(reading, draft)) or just_now(reading, draft)
    if day and fresh and not vague(reading, draft):
        rule, basis = (STORY, "the day of the story") if said is None else (SAID, "the day of saying")
        draft.period = Period(day - timedelta(days=1), day, "days", inferred=True, rule=rule)
        draft.time_mention, draft.period_basis = said[0] if said else None, (basis,)


def _said_on(reading: Reading, draft: Draft) -> tuple[int, date] | None:
    """The one day before the story's on which its sentence was said, and its mention: nothing said lies after it."""
    span, story = units(reading)[draft.frames[0].sentence], reading.story_day
    within = [i for i, m in enumerate(reading.times) if span.start_char <= m.start < span.end_char]
    told = {i: p for i in within if tells_day(reading, i) and of_saying(reading, i) and (p := reading.times[i].period)}
    days = {p.start: i for i, p in told.items() if p.start and p.precision == "day"}
    return (days[max(days)], max(days)) if len(days) == 1 and story and max(days) < story else None


def _day_before(reading: Reading, draft: Draft) -> bool:
    """Has the report told a day before it? Then it is not the story's day that goes without saying."""
    here = units(reading)[draft.frames[0].sentence].start_char
    return any(m.end <= here and tells_day(reading, i) for i, m in enumerate(reading.times))


def _headed(reading: Reading, draft: Draft) -> bool:
    """The day that the head of its own line or item names."""
    found = heading_times(reading, offset(reading, draft.frames[0]))
    return bool(found) and give(reading, draft, found[-1], HEADING, "the heading")


def _from_event(
    reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Period | None], rules: Sequence[str]
) -> bool:
    """The day of another event close before it."""
    draft = drafts[at]
    told_now = draft.frames[0].definite or outright(reading, draft)
    apart = follows(draft) or past_perfect(reading, draft) or vague(reading, draft) or not told_now
    headed = heading_places(reading, offset(reading, draft.frames[0]))  # an entry of its own
    for rule, other in before(reading, drafts, at):
        period = told[id(other)] or (other.period if rule != "the paragraph before" else None)
        if rule not in rules:
            break
        if rule != "same sentence" and (apart or elsewhere(draft, other) or _loose(period)):
            continue
        if rule == "the paragraph before" and headed:
            continue
        if rule == "same sentence" and (not tells_of(reading, other, draft) or _counts_from(reading, other, draft)):
            continue
        if period and SINCE not in (period.rule or ""):
            lent = other.time_mention is None  # what the other took over by a rule, it hands on with that rule
            draft.period = period if lent else replace(period, inferred=True, rule=TAKEN[rule])
            draft.time_mention, draft.period_basis = other.time_mention, other.period_basis if lent else (rule,)
            return True
    return False


def _counts_from(reading: Reading, other: Draft, draft: Draft) -> bool:
    """Is the other's day counted on from what was told before it: "killed the mayor; soldiers came the next day"?"""
    period = reading.times[other.time_mention].period if other.time_mention is not None else None
    counted = period is not None and (period.rule or "").startswith(COUNTED_ON)
    return counted and offset(reading, draft.frames[0]) < offset(reading, other.frames[0])


def _loose(period: Period | None) -> bool:
    """Is it no day that one sentence hands on to another: a year, or the story's day for want of another?"""
    return period is not None and (period.precision not in ("day", "days") or period.rule in (STORY, SAID))


def _in_sentence(reading: Reading, drafts: Sequence[Draft], draft: Draft) -> bool:
    """The only day of its sentence, though it hangs on another word ("were detained in the February 1 coup")."""
    span = units(reading)[draft.frames[0].sentence]
    within = [i for i, m in enumerate(reading.times) if span.start_char <= m.start < span.end_char]
    days = [i for i in within if tells_day(reading, i) and goes_on(reading, i)]
    if len(days) != 1 or len([i for i in within if tells_day(reading, i)]) != 1:
        return False
    way = between(reading, days[0], offset(reading, draft.frames[0]))
    if beyond_saying(way):
        return False  # "adding that the search ended on Thursday"
    taken = any(days[0] in other.every("times") for other in drafts)
    alone = not any(f.sentence == draft.frames[0].sentence for d in drafts if d is not draft for f in d.frames)
    if way and (taken or not (alone or outright(reading, draft))):
        return False
    return give(reading, draft, days[0], IN_SENTENCE, "the sentence")


def _issue(reading: Reading, drafts: Sequence[Draft], at: int) -> bool:
    """The one day of the report's heading, before anything is told."""
    found = _heading_days(reading, drafts, at)
    return found is not None and give(reading, drafts[at], found, ISSUE, "the day in the heading")


def _heading_days(reading: Reading, drafts: Sequence[Draft], at: int) -> int | None:
    """The day that the report says it covers; else one that is no story's own dateline and no day of issue."""
    covered = [
        n for n, t in enumerate(reading.times) if t.end < TITLE and tells_day(reading, n) and _covers(reading, t)
    ]
    if covered:
        return covered[0]
    if reading.dateline and reading.dateline.place and reading.dateline.day:
        return None
    listed = item_of(reading, offset(reading, drafts[at].frames[0])) is not None
    heads = [offset(reading, draft.frames[0]) for draft in drafts] if listed else [t.start for t in reading.triggers]
    found = [
        n
        for n, t in enumerate(reading.times)
        if t.end < min(*heads, TITLE)
        and t.period
        and (t.period.precision in ("day", "days") or _just_ended(reading, t))
        if t.kind == "date" or (t.kind == "time" and t.period.start != reading.report.published)
        if not _issued(reading, t.start) and (listed or not tells(reading, *line_of(reading.report.text, t.start)))
    ]
    found = [n for n in found if reading.times[n].kind == "date"] or found
    days = {period.start for n in found if (period := reading.times[n].period)}
    return found[0] if len(days) == 1 else None


def _just_ended(reading: Reading, mention: TimeMention) -> bool:
    """Is it the month or week that the first line says the report is of: "PROTEST COUNT, November"?"""
    period, story = mention.period, reading.story_day
    if not period or not period.end or story is None or "\n" in reading.report.text.lstrip()[: mention.start]:
        return False
    return period.precision in ("week", "month") and mention.kind == "date" and just_ended(period.end, story)


def _covers(reading: Reading, mention: TimeMention) -> bool:
    """Does the heading say that the report is of it: "Covers Thursday 13 June", "incident list for 11 June"?"""
    start = line_of(reading.report.text, mention.start)[0]
    return bool(COVERS.search(reading.report.text[start : mention.start]))


def _issued(reading: Reading, start: int) -> bool:
    """Is it the day on which the report came out?"""
    return in_dateline(reading, start) or bool(ISSUED.search(reading.report.text[max(0, start - 16) : start]))
