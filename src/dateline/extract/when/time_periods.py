"""Above the time expressions: the periods that the words around them make of them.

In: the time expressions of a report in order, its text, the day of the story. Out: the same, those with more words to
them with the period that they tell: "from Monday to Wednesday" is two expressions of one period, "on Monday and
Thursday" two days of one, "since May" runs to the day of the story; "the third attack since May" says no day at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.when.time_calendar import day_by_day, days
from dateline.extract.when.time_lexicon import WORDS
from dateline.model.reading import TimeMention
from dateline.model.values import Period

WEEKDAY, WEEK = "weekday: last on or before the day of the story", timedelta(7)
SINCE, RANGE, EACH = "since: to the day of the story", "from one time to the other", "days told one by one"
AS_OF = "the day up to which it was known: no day of one event"
SERIES = "counts a series: no day of one event"
_SPANS = {"year": "year", "month": "months", "months": "months"}  # of a stretch from one time to another
_LENGTHS = ((10, "week"), (31, "month"))  # the most days of a stretch from one week to another
_JOIN = re.compile(r" *(?:to|until|till|through|and|-|–) +(?:the )?| *[-–] *")
_AND = re.compile(r",? and (?:on )?(?:the )?|, (?:on )?| *[&] *")
_RANGE_CUE = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.I)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:early\s+|late\s+)?$", re.I)
_WHEN = re.compile(r",? +when\b")
_COUNTS = re.compile(rf"\b(?:{'|'.join(WORDS['series']['counts'])})\b[^.;:,\n]{{0,70}}$", re.I)
_AS_OF = re.compile(r"\bas of\s+(?:the\s+)?$", re.I)
_LED = re.compile(r"\b(?:since|in|of|this|the|early|late)\s+$", re.I)  # what ends as either of these two does
_SERIES = re.compile(r"\b(?:since|in|of|this)\s+(?:the\s+)?(?:early\s+|late\s+)?$", re.I)


def periods(found: Sequence[TimeMention], text: str, story: date | None) -> tuple[TimeMention, ...]:
    """The expressions with their periods."""
    known = [_since(mention, text, story) for mention in found]
    for at in range(len(known) - 1):
        known[at : at + 2] = _both(known[at], known[at + 1], text)
    return tuple(_series(mention, text) for mention in known)


def _since(mention: TimeMention, text: str, story: date | None) -> TimeMention:
    """ "since May": from then to the day of the story."""
    cue, period = _SINCE.search(text[max(0, mention.start - 20) : mention.start]), mention.period
    if _WHEN.match(text, mention.end):  # "since Monday, when gunmen attacked": Monday is their day
        return mention
    if not (cue and period and period.start and story and period.start < story and mention.kind == "date"):
        return mention
    words, precision = cue[0].lstrip() + mention.text, _between(period.precision, period.start, story)
    rule = f"{period.rule}; {SINCE}"
    whole = replace(period, end=story, precision=precision, text=words, rule=rule)
    return replace(mention, period=whole, phrase_start=mention.end - len(words), phrase_end=mention.end)


def _between(precision: str, start: date, end: date) -> str:
    """The precision of what goes on from a time of that precision to another."""
    if precision != "week":
        return _SPANS.get(precision, "days")
    return next((name for most, name in _LENGTHS if (end - start).days < most), "months")


def _both(one: TimeMention, two: TimeMention, text: str) -> list[TimeMention]:
    """Both with one period where they are the ends of a range or days of a list; else as they are."""
    first, last = one.period, two.period
    between = text[one.end : two.start]
    cue = _RANGE_CUE.search(text[max(0, one.start - 12) : one.start])
    if cue and _JOIN.fullmatch(between):
        first = _in_order(first, last)
    if not (first and last and first.start and last.end and first.start < last.end) or SINCE in str(first.rule):
        return [one, two]
    start = one.start - len(cue[0]) if cue else one.phrase_start if one.phrase_start >= 0 else one.start
    words = text[start : two.end]
    if cue and _JOIN.fullmatch(between):
        period = _range(first, last, words, cue[0].lower().startswith("from"))
    elif _AND.fullmatch(between) and _days(first) and _days(last) and not (one.anchored_to or two.anchored_to):
        period = _each(first, (*_days(first), *_days(last)), words)
    else:
        return [one, two]
    return [replace(mention, period=period, phrase_start=start, phrase_end=two.end) for mention in (one, two)]


def _in_order(first: Period | None, last: Period | None) -> Period | None:
    """The first a week earlier, for "between Monday and Sunday" in a story of a Thursday."""
    if not (first and last and first.start and first.end and last.start and first.rule == last.rule == WEEKDAY):
        return first
    late = timedelta(0) < first.start - last.start < WEEK
    return replace(first, start=first.start - WEEK, end=first.end - WEEK) if late else first


def _range(first: Period, last: Period, words: str, every: bool) -> Period:
    whole = days(first.start or date.min, last.end or date.max)
    exact = every and first.precision == last.precision == "day"
    return replace(
        first,
        part=None,
        start=whole.start,
        end=whole.end,
        precision=_between(first.precision, whole.start, whole.end),
        text=words,
        rule=RANGE,
        days=day_by_day(whole) if exact else (),
    )


def _each(first: Period, told: tuple[date, ...], words: str) -> Period:
    """The stretch from the first to the last day, with the days by name."""
    several = tuple(sorted(set(told)))
    return replace(
        first, part=None, start=several[0], end=several[-1], precision="days", text=words, rule=EACH, days=several
    )


def _days(period: Period) -> tuple[date, ...]:
    """The days that the words name one by one."""
    if period.days:
        return period.days
    return (period.start,) if period.precision == "day" and period.start and not period.inferred else ()


def _series(mention: TimeMention, text: str) -> TimeMention:
    """ "the third attack since May", "the ninth killed this year" count a series; "as of Sunday" tells how far."""
    before, period = text[max(0, mention.start - 110) : mention.start], mention.period
    led = _LED.search(before, max(0, len(before) - 24)) is not None
    if led and _AS_OF.search(before):
        return replace(mention, why_not=AS_OF)
    if period is None or period.precision in ("day", "unknown"):
        return mention
    cue = _SERIES.search(before) if led else None
    if _COUNTS.search(before[: cue.start()] if cue else before):
        return replace(mention, why_not=SERIES)
    return mention
