"""Readers of parts of the day and of nights: this morning, last night, overnight, the night to Sunday, at dawn, 6am.

In: the parts of a match and the scene. Out: a `Sense`. A night is the day on which it begins; one that runs from one
day into the next has both (precision "days", part "night").
"""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.extract.when import time_calendar as cal
from dateline.extract.when.time_fixed import calendar, month_of
from dateline.extract.when.time_lexicon import value
from dateline.extract.when.time_match import Found
from dateline.extract.when.time_near import deictic, on_or_before, weekday
from dateline.extract.when.time_sense import NOT_TOLD, Reader, Scene, Sense, sense, whole_night, with_part

_MORNING = re.compile(r"T(?:MO|0\d)")  # at dawn, at 3 a.m.
_NIGHT = re.compile("night|evening|dusk")
_IN_THE_NIGHT = re.compile("(?:in|during|through|throughout|in the course of) the night$")


def part_today(found: Found, scene: Scene) -> Sense | None:
    """ "this morning": of the day of the story."""
    if scene.anchor is None:
        return with_part(found, Sense(note="the day of the story is not known"))
    return with_part(found, sense(cal.day(scene.anchor)))


def last_night(found: Found, scene: Scene) -> Sense | None:
    """ "last night": the evening and night that began the day before."""
    if scene.anchor is None:
        return with_part(found, Sense(note="the day of the story is not known"))
    return with_part(found, sense(cal.day(scene.anchor - timedelta(1))))


def night_to(found: Found, scene: Scene) -> Sense | None:
    """ "the night to Sunday": it begins on the day before."""
    read = deictic if found.get("deictic") else weekday if found.get("weekday") and not month_of(found) else calendar
    known = read(found, scene)
    if known is None or known.stretch is None:
        return known
    eve = known.stretch.start - timedelta(1)
    return Sense("time", f"{eve}TNI", cal.day(eve), part="night")


def overnight(found: Found, scene: Scene) -> Sense | None:
    """A night with both its days; "overnight Friday" ends on the story's day or begins on the day named."""
    if scene.anchor is None:
        return Sense("time", "XXXX-XX-XXTNI", part="night", note="the day of the story is not known")
    days = [on_or_before(scene.anchor, value("weekday", word)) for word in found.all("weekday")]
    if len(days) == 2:
        return whole_night(days[1] - timedelta(1), days[1])
    if not days:
        return whole_night(scene.anchor - timedelta(1), scene.anchor)
    if "into" in found.text or days[0] == scene.anchor:
        return whole_night(days[0] - timedelta(1), days[0])
    return whole_night(days[0], days[0] + timedelta(1))


def part_alone(found: Found, scene: Scene) -> Sense | None:
    """ "at dawn", "6am": of the day told in the sentence, else before it, else of no known day."""
    if scene.told is None or scene.told.precision != "day":
        return with_part(found, Sense("time", note=NOT_TOLD))
    gone = scene.told.end == scene.anchor and _IN_THE_NIGHT.match(found.text) is not None and not scene.late
    if gone or (scene.early and _NIGHT.search(found.get("part") or "")):  # "08:10 They withdrew in the night"
        eve = cal.day(scene.told.start - timedelta(1))
        return with_part(found, sense(eve, "time", inferred=True, event=not scene.beside, note="the night before"))
    read = with_part(found, sense(scene.told, "time", inferred=True, event=not scene.beside))
    after = cal.day(scene.told.end + timedelta(1))
    if scene.late and _MORNING.search(read.value) and (scene.anchor is None or after.end <= scene.anchor):
        return with_part(
            found, sense(after, "time", inferred=True, event=True, note="the morning after the night told")
        )
    return read


READERS: dict[str, Reader] = {
    "part today": part_today, "last night": last_night, "overnight": overnight, "night to": night_to,
    "part alone": part_alone,
}  # fmt: skip
