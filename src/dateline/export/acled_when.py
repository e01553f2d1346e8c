"""ACLED's day and place: the one day and its precision, the point and its precision, and what has none.

In: plain periods and places of findings. Out: the days with time_precision, a geo_precision, or the
reason for which an event has no row. An event of several reported days gets a row for each.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from dateline.codebook import Codebook
from dateline.codebook.precision import precision_code
from dateline.export import told
from dateline.export.files import table
from dateline.model.claims import Event

Plain = dict[str, Any]
Reason = tuple[str, str]
SINCE = "since: to the day of the story"  # in the rule of a period that runs on to the day of the story


def event_day(period: Plain | None) -> tuple[date, int] | None:
    """ACLED's day with time_precision 1 to 3; None where the words give no month."""
    start, end = told.day((period or {}).get("start")), told.day((period or {}).get("end"))
    if period is None or start is None or end is None:
        return None
    precision, days = period.get("precision"), (end - start).days + 1
    if precision == "day" or days == 1:
        return start, 1
    if precision in ("days", "week") and days <= 7:
        return start + timedelta(days=days // 2), 2
    if days <= 31 and precision in ("days", "week", "month"):
        return _in_month(str(period.get("text") or ""), start, end), 3
    return None


def active_days(event: Event) -> list[tuple[date, int]]:
    """The days on which the reports say that it went on, each with time_precision: one row each, as ACLED counts.

    Days told one by one are each a day of it; what has gone on "since May" was reported of the day of the story alone,
    never of each day between; all else is one day.
    """
    period = told.period(event) or {}
    named = [date.fromisoformat(when) for when in period.get("days") or ()]
    if len(named) > 1:
        return [(when, 1) for when in named]
    end = told.day(period.get("end"))
    if end and SINCE in str(period.get("rule")) and event.type.acled_sub_event in table("acled.toml")["ongoing"]:
        return [(end, 2)]
    found = event_day(period)
    return [found] if found else []


def shared_out(number: int, days: int) -> list[int]:
    """A toll over the days that it was told of as one: as even as it goes, the first days first."""
    return [number // days + (place < number % days) for place in range(days)]


def _in_month(text: str, start: date, end: date) -> date:
    days = (end - start).days + 1
    edges = table("acled.toml")["edge"]
    if _says(text, edges["first"]):
        return start
    if _says(text, edges["last"]):
        return end
    return start.replace(day=15) if start.day == 1 and days >= 28 else start + timedelta(days=days // 2)


def _says(text: str, words: list[str]) -> bool:
    """Whether one of the words stands in the text, as a whole word."""
    return any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in words)


def geo_precision(place: Plain) -> int:
    """1 a named town, 2 near it or a small part, 3 a larger region or no coordinates."""
    return int(precision_code("acled", place))


def left_out(event: Event, codebook: Codebook) -> Reason | None:
    """Why the event has no row, and what to do; None where it has one."""
    return _not_told(event) or _no_row(event, codebook) or _no_day(event) or _no_place(event)


def _reason(kind: str, why: str = "") -> Reason:
    problem, advice = table("acled.toml")["reason"][kind]
    return problem.format(why=why), advice


def _not_told(event: Event) -> Reason | None:
    if not event.exported:
        return _reason("withheld", event.withheld or event.stance)
    return None if event.clarity == "single" else _reason("clarity", table("words.toml")["clarity"][event.clarity])


def _no_row(event: Event, codebook: Codebook) -> Reason | None:
    rules, kind = table("acled.toml"), event.type
    code = [kind.plover_root or "", kind.plover_mode or ""]
    saying = code[0] in rules["no_row_roots"] or code in rules["no_row_modes"]
    known = kind.acled_sub_event in codebook.types
    return _reason("type") if not known or (kind.acled_sub_event == "Other" and saying) else None


def _no_day(event: Event) -> Reason | None:
    period = told.period(event) or {}
    if active_days(event):
        return None
    if period.get("start") is None and period.get("partial"):
        return _reason("no_year")
    return _reason("no_day", table("words.toml")["period"].get(period.get("precision"), "not told"))


def _no_place(event: Event) -> Reason | None:
    place = told.place(event) or {}
    if not place.get("country"):
        return _reason("no_place")
    vague = place.get("precision") in ("country", "unknown") and event.type.acled_event != "Strategic developments"
    return _reason("country_only") if vague else None
