"""Stretches of the calendar and arithmetic on them; feasts by year.

In: days, years, units by their TIMEX3 letters (D, W, M, Q, Y, ...). Out: `Stretch` values, whole days,
both ends inclusive, with the precision that a Period has and the TIMEX3 value.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.extract.when.time_lexicon import FEASTS

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
LONGEST = 7  # days that a stretch may tell one by one
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_DAYS = {"D": 1, "W": 7, "F": 14}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end`, both inclusive."""

    start: date
    end: date
    precision: str
    value: str


def day(when: date) -> Stretch:
    """One day."""
    return Stretch(when, when, "day", when.isoformat())


def days(start: date, end: date) -> Stretch:
    """From one day to another, in either order."""
    start, end = min(start, end), max(start, end)
    if start == end:
        return day(start)
    return Stretch(start, end, "days", f"{start}/{end}")


def day_by_day(known: Stretch) -> tuple[date, ...]:
    """The days of a short stretch that the words name as a whole ("from Monday to Thursday"); none of a long one."""
    length = (known.end - known.start).days + 1
    return tuple(known.start + timedelta(n) for n in range(length)) if 1 < length <= LONGEST else ()


def numbered(whole: Stretch, number: int) -> list[date]:
    """The days of that number in a stretch: the 3rd of August."""
    every = (whole.start + timedelta(n) for n in range((whole.end - whole.start).days + 1))
    return [when for when in every if when.day == number]


def month(year: int, number: int, count: int = 1) -> Stretch:
    """`count` months from that month on (number 1-12)."""
    last = plus_months(date(year, number, 1), count - 1)
    end = last.replace(day=monthrange(last.year, last.month)[1])
    return Stretch(date(year, number, 1), end, "month" if count == 1 else "months", f"{year}-{number:02}")


def quarter(year: int, number: int) -> Stretch:
    """A quarter of the year (1-4)."""
    whole = month(year, 3 * number - 2, 3)
    return Stretch(whole.start, whole.end, "months", f"{year}-Q{number}")


def season(year: int, letters: str) -> Stretch:
    """A season of the north; winter runs into the next year."""
    whole = month(year, SEASONS[letters], 3)
    return Stretch(whole.start, whole.end, "months", f"{year}-{letters}")


def years(first: int, last: int, value: str | None = None) -> Stretch:
    """From the first to the last year, inclusive."""
    return Stretch(date(first, 1, 1), date(last, 12, 31), "year", value or f"{first:04}")


def week(when: date) -> Stretch:
    """Monday to Sunday around that day."""
    monday = when - timedelta(when.weekday())
    return Stretch(monday, monday + timedelta(6), "week", iso_week(when))


def iso_week(when: date) -> str:
    """The ISO week as TIMEX3 writes it: 2025-W11."""
    number = when.isocalendar()
    return f"{number[0]}-W{number[1]:02}"


def weekend(saturday: date) -> Stretch:
    """That Saturday and the Sunday after it."""
    return Stretch(saturday, saturday + timedelta(1), "days", iso_week(saturday) + "-WE")


def plus_months(when: date, count: int) -> date:
    """That many months on (back when negative), the day kept within the month's length."""
    total = when.year * 12 + when.month - 1 + count
    year, number = divmod(total, 12)
    return date(year, number + 1, min(when.day, monthrange(year, number + 1)[1]))


def plus(when: date, count: float, letter: str) -> date:
    """That many units on; hours and minutes count as parts of a day, rounded down."""
    if letter in _MONTHS:
        return plus_months(when, round(count * _MONTHS[letter]))
    return when + timedelta(round(count * _DAYS[letter]) if letter in _DAYS else 0)


def unit_at(when: date, letter: str) -> Stretch:
    """The calendar's unit (day, week, month, quarter, year, decade, century) around that day."""
    if letter == "M":
        return month(when.year, when.month)
    if letter == "Q":
        return quarter(when.year, (when.month + 2) // 3)
    if letter in "YEC":
        size = {"Y": 1, "E": 10, "C": 100}[letter]
        first = when.year // size * size
        return years(
            first,
            first + size - 1,
            str(first)[: {"Y": 4, "E": 3, "C": 2}[letter]],
        )
    return week(when) if letter in "WF" else day(when)


def _nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    first = date(year, number, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _feast_table() -> dict[str, dict[int, list[Stretch]]]:
    table: dict[str, dict[int, list[Stretch]]] = {}
    for feast in FEASTS["tabled"]:
        by_year = table.setdefault(feast["name"], {})
        for start in feast["starts"]:
            end = start + timedelta(feast["days"] - 1)
            value = start.isoformat() if start == end else f"{start}/{end}"
            by_year.setdefault(start.year, []).append(Stretch(start, end, feast["precision"], value))
    return table


_TABLED = _feast_table()
_FIXED = {feast["name"]: feast for feast in FEASTS["fixed"]}
_NTH = {feast["name"]: feast for feast in FEASTS["nth"]}


def feast(name: str, year: int) -> list[Stretch]:
    """The feast's days in that year: none where the table ends, two where a lunar year fits in."""
    if fixed := _FIXED.get(name):
        start = date(year, fixed["month"], fixed["day"])
        return [days(start, start + timedelta(fixed["days"] - 1))]
    if nth := _NTH.get(name):
        return [day(_nth_weekday(year, nth["month"], nth["weekday"], nth["nth"]))]
    return _TABLED[name].get(year, [])


def fixed_feast(name: str) -> tuple[int, int] | None:
    """Month and day of a feast that falls on the same day every year."""
    fixed = _FIXED.get(name)
    return (fixed["month"], fixed["day"]) if fixed else None
