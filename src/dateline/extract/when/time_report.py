"""What the report as a whole says of its days: which month or week it covers, whether it is live, what is quoted.

In: its text, the slots of its times. Out: the days covered, where live entries begin, where somebody's words stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile
from operator import itemgetter

from dateline.extract.when.time_calendar import Stretch, day, days
from dateline.extract.when.time_slot import Slot, settled

_WEEK = (5, 14)  # days from the first to the last of a week, of a fortnight that a report covers
_ENDS_ON = re.compile(r"\b(week|fortnight) (?:to|ending|ended|up to|until)(?: on)?(?: the)? $", re.I)
_TO = re.compile(r" (?:to|until|through|till) (?:the )?$| ?[-–—] ?$", re.I)
_LONGEST_HEAD = 130  # characters of a line that heads a report
ENTRY = re.compile(
    r"^[ \t*•–—-]*(\d{1,2}[:.h]\d\d\b(?! ?(?:km|per|%|million))|(?!19|20)(?:[01]\d|2[0-3])[0-5]\d(?= [A-Z\"“]))",
    re.MULTILINE,
)
_ENTRIES = 3  # lines that begin with a clock time, for a report to be a live one
_ASIDE = re.compile(r"(?<=\s)\([A-Z][^()\n]*[.!?]\)")  # sentences in brackets
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_JUST_ENDED = timedelta(31)  # days by which a bulletin comes out after what it covers


def covered(slots: list[Slot], text: str, anchor: date | None) -> Stretch | None:
    """The month or week that the first line says the report is of, where it has ended ("BULLETIN, MARCH 2021")."""
    if anchor is None:
        return None
    begin = len(text) - len(text.lstrip())
    end = text.find("\n", begin, begin + _LONGEST_HEAD)
    first = [slot for slot in takewhile(lambda slot: slot.found.end <= end, slots) if settled(slot)]
    for number, slot in enumerate(first):
        known = settled(slot)
        if known and known.precision == "day":
            known = _up_to(known, text[: slot.found.start], settled(first[number - 1]) if number else None)
        if not known or not just_ended(known.end, anchor):
            continue
        if known.precision == "month" or _WEEK[0] <= (known.end - known.start).days <= _WEEK[1]:
            return known
    return None


def just_ended(end: date, story: date) -> bool:
    """Is it so short before the day of the story that the report may be of what ended then?"""
    return timedelta(0) < story - end <= _JUST_ENDED


def _up_to(day: Stretch, before: str, start: Stretch | None) -> Stretch | None:
    """The week or fortnight that ends on the day: "week to 30 October", "29 January to 4 February"."""
    if length := _ENDS_ON.search(before):
        return days(day.end - timedelta(13 if length[1].lower() == "fortnight" else 6), day.end)
    return days(start.start, day.end) if start and start.precision == "day" and _TO.search(before) else None


def entries(text: str) -> frozenset[int]:
    """Where the entries of a live report begin, each with its clock time; none in any other report."""
    found = frozenset(match.start(1) for match in ENTRY.finditer(text))
    return found if len(found) >= _ENTRIES else frozenset()


def of_live(slots: list[Slot], text: str, anchor: date | None) -> Stretch | None:
    """The day of a live report: the one that its head names, else that of the story; none where the head names two."""
    end = text.find("\n", len(text) - len(text.lstrip()))
    heads = {known for slot in takewhile(lambda slot: slot.found.end <= end, slots) if (known := settled(slot))}
    if len(heads) > 1 or any(known.precision != "day" for known in heads):
        return None
    return heads.pop() if heads else day(anchor) if anchor else None


def quoted(text: str) -> list[tuple[int, int]]:
    """Where somebody's words are quoted, and where sentences stand in brackets, paragraph by paragraph."""
    return sorted(match.span() for kind in (_QUOTED, _ASIDE) for match in kind.finditer(text))


def voice(said: Sequence[tuple[int, int]], offset: int) -> int | None:
    """The number of the quotation that holds the offset."""
    number = bisect_right(said, offset, key=itemgetter(0)) - 1
    return number if number >= 0 and offset < said[number][1] else None
