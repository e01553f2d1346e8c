"""Readers of counted times: last week, two days ago, a week later, the next day; and of times that name no day.

In: the parts of a match and the scene. Out: a `Sense`; what counts from another event is anchored to the nearest
time told before it. Durations and sets name no days; vague words never become a day.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.when import time_calendar as cal
from dateline.extract.when.time_lexicon import WORDS, value
from dateline.extract.when.time_match import Found
from dateline.extract.when.time_open import amount, written
from dateline.extract.when.time_sense import NOT_TOLD, Reader, Scene, Sense, sense, with_part

_NO_STORY = "the day of the story is not known"
_WEEK = timedelta(7)
COUNTED_BACK = "counted back from the day told"
BESIDE = ("after", "before", "prior to", "since")  # X follows, from which the words count
_RECENT = WORDS["recent"]
_BACK, _ON = re.compile("previous|preceding|prior|before|earlier"), re.compile(r"next|following|after|later|^on\b")


def span(found: Found, scene: Scene) -> Sense | None:
    """ "last week", "earlier this month", "the previous year", "that month"."""
    letter = value("span", found.get("span") or "")
    narrated = "|next" if scene.prior and scene.past and found.text.startswith("the next") else ""
    counted = re.search(rf"\b(previous|preceding|prior|following{narrated})\b|\b(?:before|earlier)$", found.text)
    if counted or re.search(r"\b(that|same)\b", found.text):
        if scene.prior is None:
            return Sense(event=True, note=NOT_TOLD)
        step = 0 if not counted else 1 if counted[1] in ("following", "next") else -1
        return sense(cal.unit_at(cal.plus(scene.prior.start, step, letter), letter), event=True)
    if letter == "Q" and found.text == "the quarter":
        if scene.prior and "-Q" in scene.prior.value:
            return sense(scene.prior, event=True)
        return sense(cal.unit_at(cal.plus_months(scene.anchor, -3), "Q")) if scene.anchor else Sense(note=_NO_STORY)
    if scene.anchor is None:
        return Sense(note=_NO_STORY)
    if (
        scene.covered
        and re.search(r"\b(?:this|the) \w+$", found.text)
        and letter == ("M" if scene.covered.precision == "month" else "W")
    ):
        return sense(scene.covered)
    word = found.get("direction")
    if word is None and letter in "WM" and not re.search("start|begin|end|middle|lead|the", found.text):
        return None
    step = int(value("direction", word or "this"))
    return sense(cal.unit_at(cal.plus(scene.anchor, step, letter), letter))


def span_told(found: Found, scene: Scene) -> Sense | None:
    """ "within the week", "in the week that followed": as long a time, from the day told before."""
    letter = value("span", found.get("span") or "")
    if scene.prior is None:
        return Sense(event=True, note=NOT_TOLD)
    begin = scene.prior.start
    stretch = cal.days(begin, cal.plus(begin, 1, letter) - timedelta(1))
    return sense(replace(stretch, precision=cal.unit_at(begin, letter).precision), event=True)


def window(found: Found, scene: Scene) -> Sense | None:
    """ "the past 24 hours", "recent days", "the next two weeks": up to or from the day of the story."""
    count, letter = amount(found)
    spelt, anchor = written(count, letter), scene.anchor
    if anchor is None:
        return Sense("duration", spelt, note=_NO_STORY)
    if re.search("next|coming|following", found.text):
        end = cal.plus(anchor, count or 1, letter)
        return Sense("duration", spelt, cal.Stretch(anchor, end, _precision(letter), spelt) if count else None)
    if scene.prior and count and re.search("previous|preceding", found.text) and letter == "D":
        days = cal.days(scene.prior.start - timedelta(count), scene.prior.start - timedelta(1))
        return Sense("duration", spelt, days, event=True)
    if count is None:
        return _recent(letter, anchor, spelt)
    back = cal.plus(anchor, -count, letter) if letter[0] != "T" else anchor - timedelta(max(1, -int(-count // 24)))
    return Sense("duration", spelt, cal.Stretch(back, anchor, _precision(letter), spelt))


def _precision(letter: str) -> str:
    return {"M": "months", "Q": "months", "Y": "year", "E": "year", "C": "year"}.get(letter, "days")


def _recent(letter: str, anchor: date, spelt: str) -> Sense:
    word = {"TH": "hours", "TM": "hours", "D": "days", "W": "weeks", "M": "months"}.get(letter)
    if word is None:
        return Sense("date", "PAST_REF")
    known = _RECENT[word]
    stretch = cal.Stretch(anchor - timedelta(known["days"]), anchor, known["precision"], spelt)
    return Sense("duration", spelt, stretch, inferred=True, note=f"taken as the last {known['days']} days")


def shift(found: Found, scene: Scene) -> Sense | None:
    """ "two days ago" from the story; "a week later", "two days after X" from what was told.

    "Two days after X" is a length of time as an expression; its period is the day that lies so far from X.
    """
    count, letter = amount(found)
    way = found.get("way") or ""
    if "half an" in found.text:
        count = 0.5
    length = written(count, letter) if way in BESIDE else ""
    if letter == "TH" and count and count % 24 == 0:
        count, letter = count / 24, "D"
    if way in ("ago", "from now", "hence"):
        return _from_story(count, letter, 1 if way != "ago" else -1, scene)
    if way == "since":  # "It is three weeks since gunmen shot ..."
        return replace(_from_story(count, letter, -1, scene), value=length)
    known = _shifted(count, letter, way, scene, _of_another(found, scene))
    return replace(known, value=length) if length else known


def _of_another(found: Found, scene: Scene) -> bool:
    """Is the day that of what stands after the words: "on Saturday, two days after he was beaten", "the raid came a day
    after rebels took the camp"? Not so "two days after", nor "a day after rebels took the camp, soldiers came".
    """
    return bool(found.get("clause")) and (scene.beside or scene.came)


def _shifted(count: float | None, letter: str, way: str, scene: Scene, back: bool) -> Sense:
    step = 1 if _ON.search(way) else -1
    base, note = scene.prior, None
    if scene.follows and way in BESIDE:
        base = scene.follows
    elif back:
        step, note = -step, f"{COUNTED_BACK} in the same sentence"
        if scene.anchor and not scene.beside and _stale(base, scene.anchor):  # "the remarks came two days after ..."
            base, note = cal.day(scene.anchor), f"{COUNTED_BACK} as that of the story"
    if base is None or count is None:
        return Sense(value=written(count, letter), event=True, note=NOT_TOLD)
    if letter.startswith("T"):
        near = scene.near and base.precision == "day" and count < 12
        return sense(base, inferred=True, event=True) if near else Sense(value=written(count, letter), event=True)
    if way in BESIDE and not scene.beside and letter in "DWF" and base.precision in ("month", "months", "year"):
        return Sense(value=written(count, letter), event=True, note="counted from no known day")
    moved = _moved(base, count * step, letter)
    if scene.anchor and moved.start > scene.anchor and not scene.ahead:
        return Sense(event=True, note="would lie after the story")
    return sense(moved, event=True, note=note)


def _stale(base: cal.Stretch | None, story: date) -> bool:
    """Is what was told before no day of the story's own week?"""
    return base is None or base.precision not in ("day", "days") or story - base.end > _WEEK


def soon(found: Found, scene: Scene) -> Sense | None:
    """ "within hours", "at the same hour": the day told before, where it was told just before."""
    base = scene.prior
    if base is None or not scene.near or base.precision != "day":
        return Sense(value="PTXH", event=True, note=NOT_TOLD)
    return sense(base, inferred=True, event=True)


def before_last(found: Found, scene: Scene) -> Sense | None:
    """ "the year before last", "the night before last"."""
    if scene.anchor is None:
        return Sense(note=_NO_STORY)
    letter = value("span", found.get("span") or "") if found.get("span") else "D"
    return with_part(found, sense(cal.unit_at(cal.plus(scene.anchor, -2, letter), letter)))


def year_ago(found: Found, scene: Scene) -> Sense | None:
    """ "the year-ago loss": a year before the quarter just told, else before the story."""
    if scene.prior and "-Q" in scene.prior.value:
        return sense(_moved(scene.prior, -1, "Y"), event=True)
    return _from_story(1, "Y", -1, scene)


def of_story(found: Found, scene: Scene) -> Sense | None:
    """ "by year's end", "the whole month": of the year or month of the story."""
    letter = "M" if "month" in found.text else "Y"
    return sense(cal.unit_at(scene.anchor, letter)) if scene.anchor else Sense(note=_NO_STORY)


def _from_story(count: float | None, letter: str, step: int, scene: Scene) -> Sense:
    if count is None:
        return Sense(value="PAST_REF" if step < 0 else "FUTURE_REF")
    if scene.anchor is None:
        return Sense(note=_NO_STORY)
    if letter == "Y" and scene.near and scene.prior and "-Q" in scene.prior.value:
        return sense(_moved(scene.prior, count * step, letter), event=True)
    if letter.startswith("T"):
        return sense(cal.day(scene.anchor), inferred=True) if count < 6 else Sense(value="PAST_REF")
    return sense(cal.unit_at(cal.plus(scene.anchor, count * step, letter), letter))


def _moved(base: cal.Stretch, count: float, letter: str) -> cal.Stretch:
    moved = cal.plus(base.start, count, letter)
    if letter == "Y" and base.value[4:6] == "-Q":
        return cal.unit_at(moved, "Q")
    if base.precision == "days" and letter == "D":
        return cal.days(moved, cal.plus(base.end, count, letter))
    if base.precision in ("month", "months", "year") and letter in "DWF":
        return cal.unit_at(moved, "Y" if base.precision == "year" else "M")
    return cal.unit_at(moved, letter)


def told_before(found: Found, scene: Scene) -> Sense | None:
    """ "the same day", "that night", "earlier in the day": the day told before."""
    if scene.prior is None or scene.prior.precision not in ("day", "days"):
        return with_part(found, Sense(event=True, note=NOT_TOLD))
    return with_part(found, sense(scene.prior, event=True))


def next_day(found: Found, scene: Scene) -> Sense | None:
    """ "the next day", "the previous night", "the day before", counted from the day told before."""
    way = found.get("way") or ""
    step = 1 if _ON.search(way) else -1
    note = None
    base = scene.prior
    if scene.follows and way in ("before", "after"):
        base = scene.follows
    elif way in ("before", "after") and _of_another(found, scene):
        step, note = -step, f"{COUNTED_BACK} before"
    if base is None or base.precision not in ("day", "days"):
        return with_part(found, Sense(event=True, note=NOT_TOLD))
    night = base.value.endswith("TNI")
    return with_part(
        found,
        sense(
            cal.day((base.end if step > 0 and not night else base.start) + timedelta(step)),
            event=True,
            note=note,
        ),
    )


READERS: dict[str, Reader] = {
    "span": span, "span told": span_told, "window": window, "shift": shift, "told before": told_before,
    "before last": before_last,
    "year ago": year_ago, "of story": of_story, "next day": next_day, "soon": soon,
}  # fmt: skip
