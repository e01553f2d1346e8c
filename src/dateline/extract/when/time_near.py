"""Readers of days named by their place near the story: weekdays, yesterday, tonight, weekends, ranges.

In: the parts of a match and the scene. Out: a `Sense`. A night that runs from one day into the next gets both
days (precision "days", part "night"); "Saturday night" stays Saturday.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.when import time_calendar as cal
from dateline.extract.when.time_fixed import day_number, in_year, month_of, nearest_year
from dateline.extract.when.time_lexicon import value
from dateline.extract.when.time_match import Found
from dateline.extract.when.time_sense import COVERED, Reader, Scene, Sense, sense, whole_night, with_part

_LONG_AGO = timedelta(14)  # since the end of what was told before
_WEEKS = {"last": -1, "this": 0, "next": 1}


def on_or_before(anchor: date, weekday: int) -> date:
    """The last such weekday by that day, the day itself included."""
    return anchor - timedelta((anchor.weekday() - weekday) % 7)


def _unknown(weekday: int) -> Sense:
    told = f"XXXX-WXX-{weekday + 1}"
    return Sense(value=told, partial=told, note="the day of the story is not known")


def _day_of(weekday: int, direction: str | None, scene: Scene, anchor: date) -> tuple[date, str | None]:
    last = on_or_before(anchor, weekday)
    step = int(value("direction", direction)) if direction else 0
    if step < 0:
        return (last if last < anchor else last - timedelta(7)), "before the day of the story"
    if step > 0:
        return last + timedelta(7), "next: after the day of the story"
    if scene.ahead and last < anchor:
        return last + timedelta(7), "ahead: the words speak of the future"
    return last, None


def weekday(found: Found, scene: Scene) -> Sense | None:
    """ "Monday", "last Friday", "late on Saturday", "Tuesday last week"."""
    short = found.get("wday")
    number = value("wday", short) if short else value("weekday", found.get("weekday") or "")
    if scene.anchor is None:
        return with_part(found, _unknown(number))
    if (week := found.get("week")) in _WEEKS:
        monday = scene.anchor - timedelta(scene.anchor.weekday()) + timedelta(7 * _WEEKS[week or "this"])
        return with_part(found, sense(cal.day(monday + timedelta(number))))
    if week == "week":  # "Saturday week": the one after the next
        when = on_or_before(scene.anchor + timedelta(13), number)
        return with_part(found, sense(cal.day(when), note="the one after the next"))
    of_report = scene.covered if not scene.ahead and not found.get("direction") else None
    if (
        of_report
        and of_report.precision != "month"
        and of_report.start <= (last := on_or_before(of_report.end, number))
    ):
        return with_part(found, sense(cal.day(last), note=COVERED))
    when, note = _day_of(number, found.get("direction"), scene, scene.anchor)
    return with_part(found, sense(cal.day(when), note=note))


def weekday_shifted(found: Found, scene: Scene) -> Sense | None:
    """ "Saturday a week ago", "the previous Friday", "the following Monday"."""
    number = value("weekday", found.get("weekday") or "")
    if re.match("the (previous|preceding|following)", found.text):
        base = scene.prior.start if scene.prior else scene.anchor
        if base is None:
            return _unknown(number)
        last = on_or_before(base - timedelta(1), number)
        if "following" in found.text:
            last = on_or_before(base + timedelta(7), number)
        return sense(cal.day(last), event=True)
    if scene.anchor is None:
        return _unknown(number)
    return sense(cal.day(on_or_before(scene.anchor, number) - timedelta(7)))


def the_weekday(found: Found, scene: Scene) -> Sense | None:
    """ "On the Wednesday": the first since the day told before; "the Monday after the vote" is no known day.

    Where no day is told before, it is the last such day before that of the story; after a time long ago, none is known.
    """
    number, prior = value("weekday", found.get("weekday") or ""), scene.prior
    if scene.anchor is None or found.get("other"):
        return with_part(found, replace(_unknown(number), note="which one is not told"))
    fine = prior is not None and prior.precision in ("day", "days")
    if prior and not fine and scene.near and prior.end < scene.anchor - _LONG_AGO:
        return with_part(found, replace(_unknown(number), note="which one is not told"))
    last = on_or_before(scene.anchor - timedelta(1), number)
    next_ = on_or_before(prior.start + timedelta(6), number) if prior and fine else last
    return with_part(found, sense(cal.day(next_ if next_ <= scene.anchor else last), inferred=True))


def deictic(found: Found, scene: Scene) -> Sense | None:
    """ "today", "yesterday", "tonight", "tomorrow"."""
    word = found.get("deictic") or ""
    beyond = found.get("before")
    step = value("deictic", word) if beyond is None else -2 if beyond.startswith("before") else 2
    if scene.anchor is None:
        return Sense(note="the day of the story is not known")
    base = with_part(found, sense(cal.day(scene.anchor + timedelta(step))))
    if word == "tonight" and base.kind == "date":
        return sense(base.stretch, "time", value=f"{base.value}TNI", part="night")
    return base


def _bounds(found: Found, scene: Scene) -> tuple[date, date] | None:
    names = [value("weekday", word) for word in found.all("weekday")]
    if len(names) == 2:
        if scene.anchor is None:
            return None
        end = on_or_before(scene.anchor, names[1]) + timedelta(7 if scene.ahead else 0)
        return on_or_before(end, names[0]), end
    first, second = (day_number(word) for word in found.all("dom")[:2])
    months = [month for month in (month_of(found, 0), month_of(found, 1)) if month]
    year = found.get("year")
    end_day = in_year(int(year), months[-1], second) if year else nearest_year(months[-1], second, scene)
    start_day = in_year(end_day.year, months[0], first) if end_day else None
    if not (start_day and end_day):
        return None
    if start_day > end_day:
        start_day = in_year(start_day.year - 1, months[0], first)
    return (start_day, end_day) if start_day and (end_day - start_day).days < 300 else None


def span_of_days(found: Found, scene: Scene) -> Sense | None:
    """ "between 3 and 5 May", "Feb 7-9", "from Monday to Wednesday", "the night of 3 to 4 May"."""
    bounds = _bounds(found, scene)
    if bounds is None:
        return Sense(note="the day of the story is not known") if scene.anchor is None else None
    if re.match("(in |on |during )?(the )?(night|evening)", found.text):
        return whole_night(*bounds)
    return sense(cal.days(*bounds), days=_each(found, cal.days(*bounds)))


def _each(found: Found, known: cal.Stretch) -> tuple[date, ...]:
    """The days that the words name one by one: "3, 4 and 6 May"; all of "from 3 to 6 May", none of "between" them."""
    if "between" in found.text:
        return ()
    if "and" not in found.text:
        return cal.day_by_day(known)
    numbers = [int(number) for number in re.findall(r"(?<!\d)\d\d?(?!\d)", found.text)]
    within = (known.start + timedelta(n) for n in range((known.end - known.start).days + 1))
    return tuple(when for when in within if when.day in numbers)


def years(found: Found, scene: Scene) -> Sense | None:
    """ "between 2010 and 2015", "1992-95"."""
    first, last = (int(word) for word in found.all("year")[:2])
    return sense(cal.years(first, last, f"{first}/{last}")) if first < last else None


def months(found: Found, scene: Scene) -> Sense | None:
    """ "April-May 2024", "from November to January 2025": the year told is the last month's."""
    first, last, year = month_of(found, 0), month_of(found, 1), int(found.get("year") or 0)
    if not (first and last and year):
        return None
    start, end = cal.month(year - (first > last), first), cal.month(year, last)
    return sense(cal.Stretch(start.start, end.end, "months", f"{start.value}/{end.value}"))


def weekend(found: Found, scene: Scene) -> Sense | None:
    """The last weekend begun by the day of the story; last, this and next counted from there."""
    if found.get("dom"):
        when = nearest_year(month_of(found) or 1, day_number(found.get("dom") or "1"), scene)
        return sense(cal.weekend(on_or_before(when, 5))) if when else Sense()
    if scene.anchor is None:
        return Sense(note="the day of the story is not known")
    last = on_or_before(scene.anchor, 5)
    step = int(value("direction", found.get("direction") or "this"))
    if step > 0 or (scene.ahead and step == 0 and scene.anchor.weekday() < 5):
        return sense(cal.weekend(last + timedelta(7)))
    if step < 0 and scene.anchor.weekday() >= 5:
        last -= timedelta(7)
    return sense(cal.weekend(last))


READERS: dict[str, Reader] = {
    "weekday": weekday, "weekday shifted": weekday_shifted, "the weekday": the_weekday, "deictic": deictic,
    "range": span_of_days,
    "months": months, "years": years, "weekend": weekend,
}  # fmt: skip
