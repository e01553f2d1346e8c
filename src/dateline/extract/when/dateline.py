"""The component "dateline": place, day and agency at the head of a story, or a line that holds nothing but a date.

In: a reading. Out: the same with `dateline` (None where the head has none). Headlines and bylines above it are
skipped; a year that is missing is taken from the publication date, and without one there is no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.extract.component import component
from dateline.extract.when.time_fixed import day_number, in_year, month_of, year_of
from dateline.extract.when.time_lexicon import WORDS, Rule, compose
from dateline.extract.when.time_match import Found, level, read_match
from dateline.extract.when.time_sense import Scene
from dateline.model.reading import Reading
from dateline.model.report import Dateline

_LINES, _BODY, _SHORT, _LONG = (
    8,
    3,
    110,
    140,
)  # lines looked at, long ones among them; characters of a head, a line
_ENTRY = 12  # characters of a line within which a day at its head stands
_DASH = re.compile(
    r"\s*(?:--+|[—–―]|(?<=[\s)\]])-(?=\s)|(?<=\d)\.?\s-\s|(?<=\)):|(?<=[A-Z]{3}):(?=\s+[A-Z][a-z ])"
    r"|(?<=\d):(?=\s+[A-Z\"“]))"
    r"\s*(?:\[(?:text|TEXT)\]\s*)?"
)
_DAY = Rule("dateline", "calendar", compose(r"{calendar}(?:{comma}(?:<year>|<shortyear>(?!\s*[ap]\.?m)))?|<iso>"))
_BEGIN = re.compile(r"(?<![\w-])(?=[a-z\d])")
_AGENCY = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]|(?<=\s)/([A-Za-z][\w.]+)/")
_LABEL = re.compile(
    rf"\s*(?:{'|'.join(WORDS['dateline']['day_labels'])})(?: on| at|:)*\s*",
    re.I,
)
_AFTER_DAY = re.compile(r"[\s,.|]*(?:(?:at )?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?[\s.|]*")
_PARTICLES = frozenset(WORDS["dateline"]["particles"])
_LABELS = frozenset(WORDS["dateline"]["labels"])
_MARKS = frozenset(WORDS["dateline"]["marks"])
_AGENCIES = frozenset(WORDS["dateline"]["agencies"])
_AGENCY_WORDS = frozenset(WORDS["dateline"]["agency_words"])
_NO_DATE = re.compile(r",?\s*\bno date\b", re.I)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_][\w.'’‘-]*\.?")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Offset and words of the first lines that are not blank, two long ones at most above the head."""
    at, seen, long = 0, 0, 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            yield at + line.index(bare), bare
            seen, long = seen + 1, long + (len(bare) > _LONG)
            if seen == _LINES or long == _BODY:
                return
        at += len(line)


def _day(words: str, published: date | None) -> tuple[int, int, date | None] | None:
    """Where a date stands in the words, and the day where the year is known."""
    if not _DIGIT.search(words):
        return None
    low = level(words)
    for begin in _BEGIN.finditer(low):
        match = _DAY.regex.match(low, begin.start())
        if match:
            found = read_match(_DAY, match)
            return match.start(), match.end(), _dated(found.get("iso"), found, published)
    return None


def _dated(iso: str | None, found: Found, published: date | None) -> date | None:
    if iso:
        return in_year(*(int(part) for part in iso.split("-")))
    month, day = month_of(found) or 0, day_number(found.get("dom") or "0")
    year = year_of(found, Scene(None))
    if year:
        return in_year(year, month, day)
    if published is None:
        return None
    around = [in_year(published.year + step, month, day) for step in (-1, 0, 1)]
    return min((when for when in around if when), key=lambda when: abs(when - published), default=None)


def _place(words: str) -> str | None:
    """The words as a place name: capitalised, few, nothing else among them."""
    words = re.sub(r"\s*,(?:\s*,)*\s*", ", ", words).strip(" ,;:|\t-–—")
    words = words if "," in words else words.rstrip(".")
    parts = words.replace("/", " ").replace(",", " ").split()
    if not 1 <= len(parts) <= 7 or not all(_WORD.fullmatch(part) for part in parts):
        return None
    if not all(part[0].isupper() or part.lower() in _PARTICLES or part[0] in "'’‘" for part in parts):
        return None
    return words if parts[0][0].isupper() else None


def _bracketed(words: list[str], bare: str) -> tuple[str | None, str]:
    """The agency among the words in brackets, and the head with what else they say ("(Beirut) -")."""
    words = [word for word in words if word.lower() not in _MARKS]
    if len(words) > 1:
        return words[-1], bare + ", " + words[0] if not _DIGIT.search(words[0]) else bare
    if not words or bare.strip(" ,."):
        return (words[0] if words else None), bare
    low = words[0].lower()
    if low in _AGENCIES or _AGENCY_WORDS & set(re.findall(r"[a-z]+|1st", low)):
        return words[0], bare
    return None, words[0]


def _head(at: int, line: str, published: date | None) -> Dateline | None:
    """ "PLACE, DAY (AGENCY) - " at the beginning of a line."""
    hidden = _AGENCY.sub(lambda m: m[0][0] + "x" * (len(m[0]) - 2) + m[0][-1], line[:_SHORT])
    dash = _DASH.search(hidden)
    if dash is None or dash.start() == 0:
        return None
    head = line[: dash.start()]
    brackets = [(match[1] or match[2]).strip() for match in _AGENCY.finditer(head)]
    day = _day(_AGENCY.sub(_blank, head), published)
    bare = _AGENCY.sub("", head[: day[0]] + head[day[1] :] if day else head)
    agency, bare = _bracketed(brackets, _NO_DATE.sub("", bare))
    if day is None and brackets and (inner := _day(bare, published)):
        day, bare = inner, bare[: inner[0]] + bare[inner[1] :]
    place = _place(bare)
    if bare.strip(" ,.") and place is None:
        return None
    if not (brackets or day or (place and _plain_head(place, line, dash))):
        return None
    return Dateline(at, at + dash.end(), line[: dash.end()].strip(), place, day[2] if day else None, agency)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _plain_head(place: str, line: str, dash: re.Match[str]) -> bool:
    """Whether a place alone makes a head: in capitals in a text that is not, or "City, Country —"."""
    town = place.split(",")[0]
    if town.split()[0].lower() in _LABELS or line.isupper() or len(line) - dash.end() < 20:
        return False
    return town.isupper() or (dash[0].strip() != "-" and "," in place)


def _date_line(at: int, line: str, published: date | None) -> Dateline | None:
    """A line that holds a date and at most a label before it and a place or a clock time beside it."""
    if len(line) > _SHORT:
        return None
    label = _LABEL.match(line)
    skip = label.end() if label else 0
    agency = _AGENCY.search(line)
    words = _AGENCY.sub("", line[skip:])
    day = _day(words, published)
    if day is None:
        return None
    before, after = words[: day[0]].strip(" ,|-–—:"), words[day[1] :]
    place = _place(before) if before else None
    if (before and (place is None or len(before.split()) > 4)) or not _AFTER_DAY.fullmatch(after):
        return None
    return Dateline(at, at + len(line), line, place, day[2], (agency[1] or agency[2]).strip() if agency else None)


def read_head(text: str, published: date | None = None) -> Dateline | None:
    """The dateline of a text, or None; `published` gives the year where the head has none."""
    for at, line in _lines(text):
        if found := _head(at, line, published) or _date_line(at, line, published):
            return found
        if (day := _day(line[:_ENTRY], published)) and day[0] == 0:  # a list by days: "31 Aug. Kidapawan. ..."
            return None
    return None


@component(requires=("doc",), provides=("dateline",))
def dateline(reading: Reading) -> Reading:
    """The reading with `dateline`."""
    return reading.add(dateline=read_head(reading.report.text, reading.report.published))
