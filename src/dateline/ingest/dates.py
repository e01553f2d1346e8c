"""Publication dates as files write them: ISO, RFC 2822, months in words, day numbers of Excel, stamps.

In: a cell (text, number, date). Out: the day as written (no time-zone shift) or None, and a note where
something was left open or assumed. "03/04/2019" is left unknown unless the order of day and month is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.ingest.normalise import head, one_line
from dateline.ingest.words import months, words

Found = tuple[date | None, str | None]

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?\d{4,6}(?:\.\d+)?Z?)?")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er)?[\s\-]+(?:of\s+|de\s+)?([^\W\d_]+)\.?,?[\s\-]+(?:de\s+)?(\d{4}|\d{2})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?:\s*[-,|T ]\s*|\s+at\s+)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:[+-]\d{2}:?\d{2}|[A-Z]{1,4}|\([A-Z]{2,4}\))?",
    re.IGNORECASE,
)
_EXCEL_START = date(1899, 12, 30)


def parse_date(value: Any, order: str | None = None) -> Found:
    """The day a cell gives and a note; `order` ("dmy" or "mdy") reads "03/04/2019"."""
    if isinstance(value, datetime):
        return _plausible(value.date(), None)
    if isinstance(value, date):
        return _plausible(value, None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value)) if value == value and abs(value) < 1e15 else ""
    if not isinstance(value, str) or value.strip().casefold() in words()["dates"]["empty"]:
        return None, None
    return _from_text(one_line(value), order)


def order_of(values: Iterable[Any]) -> str | None:
    """ "dmy" or "mdy" where the values of a column can only be read one way, else None."""
    orders = set()
    for value in values:
        match = _NUMERIC.match(value.strip()) if isinstance(value, str) else None
        if match and match[2] != ".":
            orders |= {"dmy"} if int(match[1]) > 12 else {"mdy"} if int(match[3]) > 12 else set()
    return orders.pop() if len(orders) == 1 else None


def date_line(text: str) -> date | None:
    """The day on a line of its own at the head of a text ("Published: Friday, 4 May 2025, 6:30 pm")."""
    for line in head(text):
        bare = _bare(line)
        found, end = _match(bare, None)
        if found and not _CLOCK.sub("", bare[end:]).strip(" .,|-"):
            return _plausible(*found)[0]
    return None


def _bare(text: str) -> str:
    """Without labels and weekdays at the front."""
    fronts = [*words()["dates"]["labels"], *words()["dates"]["weekdays"]]
    pattern = r"(?:\(|\[)?(?:(?:" + "|".join(map(re.escape, fronts)) + r")\b[.:,]?\s*)+"
    return re.sub("^" + pattern, "", text.strip(), flags=re.IGNORECASE)


def _from_text(text: str, order: str | None) -> Found:
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        day = _EXCEL_START + timedelta(days=int(float(text)))
        return _plausible(day, f"date {text} read as a day number of Excel")
    if re.fullmatch(r"1\d{9}|1\d{12}", text):
        return _plausible(datetime.fromtimestamp(int(text[:10]), UTC).date(), f"date {text} read as Unix time")
    found, _ = _match(_bare(text), order)
    return _plausible(*found) if found else (None, f"date {text[:40]!r} not understood")


def _match(text: str, order: str | None) -> tuple[Found | None, int]:
    """The date at the front of the text, and where it ends."""
    if match := _ISO.match(text) or _COMPACT.fullmatch(text):
        return _day(match[1], match[2], match[3]), match.end()
    if match := _NUMERIC.match(text):
        return _numeric(match, order), match.end()
    if (match := _DAY_FIRST.match(text)) and (month := months().get(match[2].casefold())):
        year = match[3] if len(match[3]) == 4 else str(datetime.strptime(match[3], "%y").year)
        return _day(year, month, match[1]), match.end()
    if (match := _MONTH_FIRST.match(text)) and (month := months().get(match[1].casefold())):
        return _day(match[3], month, match[2]), match.end()
    return None, 0


def _numeric(match: re.Match[str], order: str | None) -> Found:
    first, second, year = int(match[1]), int(match[3]), match[4]
    if first > 12 or first == second or match[2] == "." or (order == "dmy" and second <= 12):
        return _day(year, second, first)
    if second > 12 or order == "mdy":
        return _day(year, first, second)
    return None, f"date {match[0]!r}: day and month cannot be told apart, left unknown"


def _day(year: str | int, month: str | int, day: str | int) -> Found:
    try:
        return date(int(year), int(month), int(day)), None
    except ValueError:
        return None, f"no such day: {year}-{month}-{day}"


def _plausible(day: date | None, note: str | None) -> Found:
    if day and not 1800 <= day.year <= 2100:
        return None, f"date {day.isoformat()} is not plausible, left unknown"
    return day, note
