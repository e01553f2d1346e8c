"""Readers of calendar dates: days, months, years, seasons, feasts, and what stands in for their year.

In: the parts of a match and the scene. Out: a `Sense`; a day or month without a year is put in the year
that brings it on or before the day of the story (after it where the words look ahead).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.when import time_calendar as cal
from dateline.extract.when.time_lexicon import value
from dateline.extract.when.time_match import Found
from dateline.extract.when.time_sense import COVERED, Reader, Scene, Sense, number, sense, with_part

_THAT = ("that", "the same", "the following", "the previous")
_SOON, _LONG_AGO = timedelta(120), timedelta(240)  # "payable Jan. 14" in a story of 7 January
_NEAR_DAYS = 60  # back from the story in which weekday and number of a day are looked for
_HALF_MONTH = 15
_SLACK = timedelta(1)  # a story may be dated a day before the day it tells of: time zones


def month_of(found: Found, which: int = 0) -> int | None:
    """The number of the month named (the first by default), None for none."""
    words = [value("month", w) for w in found.all("month")] + [value("mon", w) for w in found.all("mon")]
    return int(words[which]) if which < len(words) else None


def year_of(found: Found, scene: Scene) -> int | None:
    """The year that the words give: four digits, two digits, or last, this, next year."""
    if word := found.get("year"):
        return int(word)
    if word := found.get("saidyear"):
        return 1900 + int(sum(number(part) for part in re.split(r"[- ]", word)[1:]))
    if word := found.get("shortyear"):
        short = int(word.strip("'"))
        return short + (2000 if short < 50 else 1900)
    if scene.anchor and re.search("years? ago$", found.text):
        return scene.anchor.year - round(number(found.get("number") or found.get("digits")))
    if (word := found.get("direction")) and word not in _THAT and scene.anchor:
        return scene.anchor.year + int(value("direction", word))
    return scene.prior.start.year if found.get("told") and scene.prior else None


def day_number(word: str) -> int:
    """The day of the month in "3", "3rd" or "03"."""
    return int(re.sub(r"\D", "", word))


def in_year(year: int, month: int, day: int) -> date | None:
    """The date, None where the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(month: int, day: int, scene: Scene) -> date | None:
    """The day without its year: the last one by the day of the story, the next one when ahead."""
    if scene.anchor is None:
        return None
    around = [in_year(scene.anchor.year + step, month, day) for step in range(-8, 9)]
    real = [when for when in around if when]
    if scene.dated and not scene.ahead:
        years_ = (scene.dated.start.year, scene.dated.start.year + 1)
        told = [when for y in years_ if (when := in_year(y, month, day)) and scene.dated.start <= when <= scene.anchor]
        if told:
            return told[0]
    ahead = next((when for when in real if when >= scene.anchor), None)
    back = next((when for when in reversed(real) if when <= scene.anchor + _SLACK), None)
    if scene.ahead or not ahead or not back:
        return ahead if scene.ahead else back
    soon = _SOON if scene.open else timedelta(0 if scene.past else 14)
    near = ahead - scene.anchor <= soon and scene.anchor - back >= _LONG_AGO
    return ahead if near else back


def calendar(found: Found, scene: Scene) -> Sense | None:
    """A day with its month: "March 10", "Friday, January 4, 2019"."""
    month, word, said = month_of(found), found.get("dom") or found.get("ord"), found.get("ordinal")
    if month is None or (word is None and said is None):
        return None
    day, year = day_number(word) if word else int(value("ordinal", said or "")), year_of(found, scene)
    if in_year(2000, month, day) is None:
        return None
    if which := found.get("which"):
        scene = replace(scene, ahead=which in ("next", "this coming"), open=False)
    when = in_year(year, month, day) if year else None if found.get("told") else nearest_year(month, day, scene)
    if when is None:
        return with_part(found, partial(f"XXXX-{month:02}-{day:02}", "day"))
    return with_part(found, sense(cal.day(when)))


def partial(edtf: str, precision: str) -> Sense:
    """A day or month of an unknown year, as EDTF."""
    return Sense(value=edtf, partial=edtf, precision=precision, note="the year is not known")


def iso(found: Found, scene: Scene) -> Sense | None:
    """2025-03-10, with or without a clock time."""
    when = in_year(*(int(part) for part in (found.get("iso") or "").split("-")))
    return with_part(found, sense(cal.day(when))) if when else None


def numeric(found: Found, scene: Scene) -> Sense | None:
    """15.03.2025, 15/03/2025, 03/15/99: dots put the day first; else one order must be possible, or the story's day."""
    parts = [int(word) for word in found.all("num")]
    year = int(found.get("year") or 0) or (parts[2] + (2000 if parts[2] < 50 else 1900))
    options = {in_year(year, parts[0], parts[1]), in_year(year, parts[1], parts[0])} - {None}
    if found.get("sep") == ".":
        options = {in_year(year, parts[1], parts[0])} - {None}
    elif scene.anchor in options:
        options = {scene.anchor}
    if len(options) != 1:
        return None
    return sense(cal.day(options.pop() or date.min))


def short_numeric(found: Found, scene: Scene) -> Sense | None:
    """ "05/07", "11.VII": a day close to the story; of two orders the one that lies nearer."""
    parts = [int(word) for word in found.all("num")]
    if roman := found.get("roman"):
        parts = [day_number(found.get("dom") or "0"), int(value("roman", roman))]
    day, month_ = parts
    orders = [(day, month_)] if roman or month_ == day else [(day, month_), (month_, day)]
    if year := found.get("year"):
        known = in_year(int(year), month_, day)
        return with_part(found, sense(cal.day(known))) if known else None
    if scene.anchor is None:
        return None
    anchor, near = scene.anchor, [nearest_year(m, d, scene) for d, m in orders if m <= 12]
    gaps = [(abs((anchor - when).days), at, when) for at, when in enumerate(near) if when]
    if not gaps or min(gaps)[0] > _NEAR_DAYS:
        return None
    return with_part(found, sense(cal.day(min(gaps)[2])))


def day_of_month(found: Found, scene: Scene) -> Sense | None:
    """ "the 14th": of the month told before, else of the story's; of the one before where that lies ahead."""
    base = scene.prior.start if scene.prior else scene.anchor
    if scene.anchor and "last month" in found.text:
        base = cal.plus_months(scene.anchor, -1)
    if base is None:
        return None
    said = found.get("ordinal")
    number_ = int(value("ordinal", said)) if said else day_number(found.get("ord") or "0")
    if not scene.ahead and scene.covered and len(fit := cal.numbered(scene.covered, number_)) == 1:
        return with_part(found, sense(cal.day(fit[0]), inferred=True, note=COVERED))
    when = in_year(base.year, base.month, number_)
    if when and base.day - when.day > _HALF_MONTH and scene.prior and scene.prior.precision == "day":
        then = cal.plus_months(base, 1)  # "on 28 February ... on the 2nd"
        later = in_year(then.year, then.month, number_)
        when = later if later and scene.anchor and later <= scene.anchor else when
    ahead = when is not None and scene.anchor is not None and when > scene.anchor + _SLACK
    passed = when is not None and scene.anchor is not None and when < scene.anchor
    if ahead != scene.ahead and (ahead or passed):
        month_beside = cal.plus_months(base, -1 if ahead else 1)
        when = in_year(month_beside.year, month_beside.month, number_)
    return with_part(found, sense(cal.day(when), inferred=True)) if when else None


def weekday_number(found: Found, scene: Scene) -> Sense | None:
    """ "Wed 23", "Saturday 23": the last such day by the day of the story, where the two agree."""
    full = found.get("weekday")
    weekday = value("weekday", full) if full else value("wday", found.get("wday") or "")
    number_ = day_number(found.get("dom") or "0")
    if scene.anchor is None:
        return None
    back = (scene.anchor + _SLACK - timedelta(step) for step in range(_NEAR_DAYS))
    when = next((day for day in back if day.day == number_ and day.weekday() == weekday), None)
    return with_part(found, sense(cal.day(when))) if when else None


def entry_number(found: Found, scene: Scene) -> Sense | None:
    """ "0914/2" at the head of an entry: the second of 14 September, where that lies close before the story."""
    digits = found.get("entry") or "0000"
    when = nearest_year(int(digits[:2]), int(digits[2:]), scene) if scene.anchor else None
    near = when is not None and scene.anchor is not None and abs((scene.anchor - when).days) < _NEAR_DAYS
    return sense(cal.day(when)) if when and near else None


def month(found: Found, scene: Scene) -> Sense | None:
    """A month, with or without its year."""
    number_, year = month_of(found), year_of(found, scene)
    if number_ is None:
        return None
    word = found.get("direction")
    if word in _THAT:
        return _month_told(number_, word or "", scene)
    if word:
        return _month_directed(number_, int(value("direction", word)), scene, bool(found.get("monthyear")))
    if year is None:
        if scene.anchor is None or found.get("told"):
            return partial(f"XXXX-{number_:02}", "month")
        if scene.dated and not scene.ahead:
            told = scene.dated.start
            year = told.year + (number_ < told.month)
            if date(year, number_, 1) <= scene.anchor:
                return sense(cal.month(year, number_), note="the year told before in the sentence")
        later = number_ - scene.anchor.month
        ahead = scene.ahead or (scene.open and 0 < later % 12 < 6)
        year = scene.anchor.year + (later < 0) if ahead else scene.anchor.year - (later > 0)
    return sense(cal.month(year, number_))


def _month_told(number_: int, word: str, scene: Scene) -> Sense:
    if scene.prior is None:
        return partial(f"XXXX-{number_:02}", "month")
    told = scene.prior.start
    step = (number_ <= told.month) if "following" in word else -(number_ >= told.month) if "previous" in word else 0
    return sense(cal.month(told.year + step, number_), event=True)


def _month_directed(number_: int, step: int, scene: Scene, whole_year: bool) -> Sense | None:
    anchor = scene.anchor
    if anchor is None:
        return partial(f"XXXX-{number_:02}", "month")
    year = anchor.year + step
    if not whole_year and step:
        past = number_ < anchor.month if step < 0 else number_ <= anchor.month
        year = anchor.year - (0 if past else 1) if step < 0 else anchor.year + (1 if past else 0)
    return sense(cal.month(year, number_))


def year(found: Found, scene: Scene) -> Sense | None:
    """A year; "2012-13" is two."""
    first = int(found.get("year") or 0)
    last = first // 100 * 100 + int((found.get("shortyear") or str(first % 100)).strip("'"))
    if last < first:
        return None
    return sense(cal.years(first, last))


def year_words(found: Found, scene: Scene) -> Sense | None:
    """ "nineteen ninety-six", "two thousand"."""
    if not found.all("number"):
        return sense(cal.years(2000, 2000))
    only = 1900 + int(sum(number(word) for word in found.all("number")))
    return sense(cal.years(only, only))


READERS: dict[str, Reader] = {
    "calendar": calendar, "iso": iso, "numeric": numeric, "short numeric": short_numeric, "day of month": day_of_month,
    "weekday number": weekday_number, "entry number": entry_number, "month": month, "year": year,
    "year words": year_words,
}  # fmt: skip
