"""What a time expression means, and what must be known to tell: the values that the readers exchange.

In: nothing. Out: `Sense` (the meaning), `Scene` (anchor, tense, times told before), small helpers on words.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateline.extract.when.time_calendar import Stretch
from dateline.extract.when.time_lexicon import value
from dateline.extract.when.time_match import Found
from dateline.model.values import Period


@dataclass(slots=True)
class Sense:
    """The meaning of a time expression; `note` is added to the rule's name where that says too little."""

    kind: str = "date"
    value: str = ""
    stretch: Stretch | None = None
    partial: str | None = None
    precision: str = "unknown"
    part: str | None = None
    zone: str | None = None
    inferred: bool = False
    event: bool = False
    note: str | None = None
    days: tuple[date, ...] = ()

    def period(self, text: str, rule: str) -> Period | None:
        """The Period; None for durations and sets that name no days."""
        if self.kind in ("duration", "set") and self.stretch is None:
            return None
        start, end = (self.stretch.start, self.stretch.end) if self.stretch else (None, None)
        precision = self.stretch.precision if self.stretch else self.precision
        rule = f"{rule}; {self.note}" if self.note else rule
        return Period(start, end, precision, text, self.partial, self.part, self.zone, self.inferred, rule, self.days)


@dataclass(slots=True)
class Scene:
    """What is known where a time expression stands.

    `anchor`: the day of the story, if any. `ahead`, `open`, `past`: the clause speaks of the
    future, the present, the past.
    `prior`: the nearest resolved time before; `beside`: in the same sentence; `near`: or in the one before.
    `follows`: a time of the same phrase after it. `told`: the day told in the sentence, else before.
    `dated`: a time with a year of its own, before in the same sentence. `covered`: the month or week that the head of
    the report says it is of. `came`: the words say when what was told before came.
    `late`: the day told was told before, with its evening or night; `early`: in the sentence, with a morning hour.
    """

    anchor: date | None
    ahead: bool = False
    open: bool = False
    past: bool = False
    prior: Stretch | None = None
    beside: bool = False
    near: bool = False
    follows: Stretch | None = None
    told: Stretch | None = None
    dated: Stretch | None = None
    covered: Stretch | None = None
    came: bool = False
    late: bool = False
    early: bool = False


NOT_TOLD = "no time told before"
COVERED = "in the days that the report covers"
Reader = Callable[[Found, Scene], Sense | None]
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?(?: *([ap])\.?m)?")
_WORDED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def sense(stretch: Stretch | None, kind: str = "date", **more: object) -> Sense:
    """A sense with the value of its stretch, "" where there is none."""
    given = {"value": stretch.value if stretch else ""} | more
    return Sense(kind, stretch=stretch, **given)  # type: ignore[arg-type]


def number(word: str | None) -> float:
    """The number that a word or digits stand for; 1 for none."""
    if word is None:
        return 1
    word = word.strip().rstrip(".")
    if re.fullmatch(r"[\d.,]+", word):
        return float(word.replace(",", ""))
    return float(value("number", word))


def clock(word: str) -> str | None:
    """A clock time as HH:MM, or None where the words are no clock time."""
    word = word.strip()
    if word in _WORDED:
        return _WORDED[word]
    if "o'clock" in word:
        return f"{int(number(word.split()[0])):02}:00"
    match = _CLOCK.match(word)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 25 and minute < 60 else None


def with_part(found: Found, base: Sense) -> Sense:
    """The sense with the part of the day or clock time that the words give."""
    whole = base.value or "XXXX-XX-XX"
    if (word := found.get("clock") or found.get("hhmm")) and (hour := clock(word)):
        zone = found.get("zone")
        if int(hour[:2]) < 12 and found.get("part") in ("afternoon", "evening", "night"):
            hour = f"{int(hour[:2]) + 12}{hour[2:]}"
        return dataclasses.replace(
            base, kind="time", value=f"{whole}T{hour}", part=hour, zone=value("zone", zone) if zone else None
        )
    if word := found.get("hour"):
        late = found.get("part") in ("afternoon", "evening", "night")
        return dataclasses.replace(base, kind="time", value=f"{whole}T{value('hour', word) + 12 * late:02}:00")
    if word := found.get("part"):
        letters = value("part", word)
        letters = ":12:00"[1:] if letters == "MI" and word != "lunchtime" else letters
        plain = word[:-1] if word in ("mornings", "nights") else word
        return dataclasses.replace(base, kind="time", value=f"{whole}T{letters}", part=plain)
    if (word := found.get("lead")) and base.stretch and base.stretch.precision == "day":
        return dataclasses.replace(base, part=word.split()[0])
    return base


def whole_night(start: date, end: date, note: str | None = None) -> Sense:
    """A night with the day on which it begins and that on which it ends."""
    both = Stretch(start, end, "days", f"{start}TNI")
    return sense(both, "time", part="night", note=note)
