"""The part of a month, year or decade that the words name: "early October", "the end of last year", "the late 1980s".

In: a period, the match that it comes from, the day of the story. Out: the period cut to a third of its month (a week)
or of its year (months), to three or four years of its ten; what lies "earlier" or "later" in the story's own ends or
begins with the story. The TIMEX3 value and what is counted from the words stay those of the whole.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.when.time_calendar import plus_months
from dateline.extract.when.time_lexicon import value
from dateline.extract.when.time_match import Found
from dateline.model.values import Period

_THIRDS = ("START", "MID", "END")
_DAYS, _MONTHS = 10, 4  # in a third of a month, of a year
_YEARS = ((0, 3), (4, 6), (7, 9))  # in the parts of a decade
THIRD = timedelta(_DAYS - 1)  # from its first to its last day


def narrowed(period: Period | None, found: Found, story: date | None) -> Period | None:
    """The period, cut to the part that the words name."""
    word, edge = found.get("lead"), found.get("edge")
    part = value("edge", edge) if edge else value("lead", word) if word else None
    if not (period and period.start and period.end) or part is None or period.precision not in ("month", "year"):
        return period
    if word in ("earlier", "later") and story and period.start < story < period.end:
        precision = "month" if period.precision == "month" else "months"
        ends = (period.start, story) if word == "earlier" else (story, period.end)
        return replace(period, start=ends[0], end=ends[1], precision=precision)
    which, last = _THIRDS.index(part), part == _THIRDS[-1]
    if period.precision == "year" and period.start.year < period.end.year:
        first = period.start.year
        return _years(period, first, _YEARS[which]) if period.end.year == first + 9 else period
    if period.precision == "month":
        start = period.start + timedelta(which * _DAYS)
        return replace(period, start=start, end=period.end if last else start + THIRD, precision="week")
    start = plus_months(period.start, which * _MONTHS)
    end = plus_months(start, _MONTHS) - timedelta(1)
    return replace(period, start=start, end=end, precision="months")


def _years(period: Period, since: int, part: tuple[int, int]) -> Period:
    return replace(period, start=date(since + part[0], 1, 1), end=date(since + part[1], 12, 31))
