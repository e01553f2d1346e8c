"""Headings of items and paragraphs: "3. Deir ez-Zor, Hajin. Old mine ...", "NUKUS. Saturday's march ...".

In: a reading with places and times. Out: for an offset, the place and the day that the head of its line
names. A head is what stands before the first full stop, colon or bar of a line and holds no verb;
only lines that begin an item or a paragraph have one.
"""

from __future__ import annotations

import re

from dateline.model.reading import Reading
from dateline.text import ITEM, span_at

LONGEST = 90  # characters of a head
BYLINE = 3  # lines from the top in which the paper, its day and its writers stand
PARTS = 3  # stretches of a line that are looked at: number, label, place
CUT = re.compile(r"[.:](?=\s)|\s[|/]\s|\s[-–—]+\s|\n|$")
ENDED = re.compile(r"[.!?:;\"”’)\]|]\s*$")
OPENS = re.compile(r"\s*(?:[*•–—-]\s*)?[\"“(]?[A-Z0-9]")
EMPTY = re.compile(r"[\s\d.,:;()*•|/–—-]*$")


def line_of(text: str, offset: int) -> tuple[int, int]:
    """Where the line that holds the offset begins and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)


def begins(text: str, start: int) -> bool:
    """Does an item or a paragraph begin at this line, rather than a wrapped line go on?"""
    before = text[:start].rstrip(" \t")
    fresh = not before.strip() or before.endswith("\n\n") or bool(ENDED.search(before.rstrip("\n")[-3:]))
    return fresh and bool(OPENS.match(text, start))


def head_of(reading: Reading, offset: int) -> tuple[int, int]:
    """The stretch of the line's head that names a place or day; empty where the line has none."""
    text = reading.report.text
    start, stop = line_of(text, offset)
    if not begins(text, start):
        return start, start
    at = start
    for _ in range(PARTS):
        cut = CUT.search(text, at, stop)
        end = cut.start() if cut else stop
        if end - start > LONGEST or end >= stop or tells(reading, at, end):
            break
        at = cut.end() if cut else stop
    return start, min(at, offset)


def in_dateline(reading: Reading, offset: int) -> bool:
    """Does the offset lie in the story's dateline?"""
    head = reading.dateline
    return head is not None and head.start <= offset < head.end


def in_byline(reading: Reading, index: int) -> bool:
    """Does the time say when the paper came out: "By the news desk, Jos, Friday, 14 March 2025" below the title?"""
    mention, text = reading.times[index], reading.report.text
    start, end = line_of(text, mention.start)
    if not text[:start].strip() or len(text[:start].strip().splitlines()) >= BYLINE or tells(reading, start, end):
        return False
    return mention.period is not None and mention.period.start == mention.period.end == reading.story_day


def item_of(reading: Reading, offset: int) -> tuple[int, int] | None:
    """The line that holds the offset, where it is an item of a list; None where it is not."""
    start, end = line_of(reading.report.text, offset)
    return (start, end) if ITEM.match(reading.report.text[start : start + 12].lstrip()) else None


def tells(reading: Reading, start: int, end: int) -> bool:
    """Is there a verb between the two?"""
    if EMPTY.match(reading.report.text[start:end]):
        return False
    return any(token.pos_ in ("VERB", "AUX") for token in span_at(reading.words, start, end))


def heading_places(reading: Reading, offset: int) -> list[int]:
    """The indexes of the places that the head of the offset's line names, in text order."""
    start, end = head_of(reading, offset)
    return [
        n
        for n, m in enumerate(reading.places)
        if start <= m.start < end and m.usable and m.place.role == "location" and m.place.precision != "country"
    ]


def heading_country(reading: Reading, offset: int) -> int | None:
    """The only country that the head of the offset's line names: "BURUNDI. Armed bands attacked a camp"."""
    start, end = head_of(reading, offset)
    named = ((n, m) for n, m in enumerate(reading.places) if start <= m.start < end and m.why_not != "nationality")
    told = [n for n, m in named if m.place.precision == "country"]
    return told[0] if len({reading.places[n].place.country for n in told}) == 1 else None


def heading_times(reading: Reading, offset: int) -> list[int]:
    """The indexes of the days that the head of the offset's line names, in text order."""
    start, end = head_of(reading, offset)
    return [
        n
        for n, t in enumerate(reading.times)
        if start <= t.start < end
        and not in_dateline(reading, t.start)
        and t.kind in ("date", "time")
        and t.period
        and t.period.start
    ]
