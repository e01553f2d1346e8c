"""Readers of stretches of the calendar: decades, seasons, quarters, parts of a month or year, feasts.

In: the parts of a match and the scene. Out: a `Sense`. A feast without a year is the last one begun by the day
of the story; feasts of the lunar year come from the tables of time_feasts.toml.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.extract.when import time_calendar as cal
from dateline.extract.when.time_fixed import calendar, day_number, month, month_of, nearest_year, partial, year_of
from dateline.extract.when.time_lexicon import FEASTS, value
from dateline.extract.when.time_match import Found
from dateline.extract.when.time_sense import Reader, Scene, Sense, number, sense, with_part


def decade(found: Found, scene: Scene) -> Sense | None:
    """ "the 1990s", "the eighties"."""
    word = found.get("eighties")
    first = int(word.rstrip("'s")) if word else 1900 + int(value("tens", found.get("tens") or ""))
    if first < 100:
        first += 1900 if first > 20 else 2000
    return sense(cal.years(first, first + 9, str(first // 10)))


def century(found: Found, scene: Scene) -> Sense | None:
    """ "the 19th century"."""
    word = found.get("ord")
    which = day_number(word) if word else int(value("ordinal", found.get("ordinal") or "first"))
    if which < 2:
        return None
    return sense(cal.years((which - 1) * 100, which * 100 - 1, f"{which - 1:02}"))


def season(found: Found, scene: Scene) -> Sense | None:
    """A season, the last begun by the day of the story where no year is told."""
    year_ = year_of(found, Scene(None))
    letters = value("season", found.get("season") or "")
    if found.get("told"):
        base = scene.prior.start if scene.prior else None
        return sense(cal.season(base.year, letters), event=True) if base else Sense(event=True)
    if not (year_ or found.get("direction") or found.text.startswith("the ")):
        return None
    if (whose := found.get("whose")) and scene.anchor:
        year_ = scene.anchor.year + int(value("direction", whose))
    if year_:
        return sense(cal.season(year_, letters))
    if scene.anchor is None:
        return Sense(value=f"XXXX-{letters}", partial=f"XXXX-{letters}")
    word = found.get("direction")
    step = int(value("direction", word or "this"))
    if word and step == 0:
        return sense(cal.season(scene.anchor.year, letters))
    begun = date(scene.anchor.year, cal.SEASONS[letters], 1) <= scene.anchor
    year = scene.anchor.year + (1 if step > 0 and begun else 0)
    if step < 0 or (step == 0 and not scene.ahead):
        year -= 0 if begun else 1
    return sense(cal.season(year, letters))


def quarter(found: Found, scene: Scene) -> Sense | None:
    """A quarter of a year; without one, of the story's year or the last one ended."""
    year, anchor = found.get("year"), scene.anchor
    if anchor is None and not year:
        return Sense(value="XXXX-QX")
    ordinal = found.get("ordinal")
    if ordinal is None or int(value("ordinal", ordinal)) not in (1, 2, 3, 4):
        if anchor is None:
            return Sense(value="XXXX-QX")
        months = -15 if re.search("ago|earlier", found.text) else -3 if "latest" in found.text else 0
        return sense(cal.unit_at(cal.plus_months(anchor, months), "Q"))
    which = int(value("ordinal", ordinal))
    if year or anchor is None:
        return sense(cal.quarter(int(year or 0), which))
    step = int(value("direction", found.get("direction") or "this"))
    late = not step and 3 * which - 2 > anchor.month and not scene.ahead
    return sense(cal.quarter(anchor.year + step - late, which))


def bit(found: Found, scene: Scene) -> Sense | None:
    """ "the first week of June", "the first half of 2020", "the first two days of the week"."""
    step = int(value("direction", found.get("direction") or "this"))
    month_, year_ = month_of(found), found.get("year")
    if month_:
        inner = Found(found.rule, 0, 0, "", {k: v for k, v in found.parts.items() if k in ("month", "mon", "year")})
        known = month(inner, scene)
        whole = known.stretch if known else None
    elif year_:
        whole = cal.years(int(year_), int(year_))
    else:
        letter = value("span", found.get("whole") or "year")
        whole = cal.unit_at(cal.plus(scene.anchor, step, letter), letter) if scene.anchor else None
    if whole is None:
        return Sense()
    return sense(_bit_of(whole, int(value("ordinal", found.get("ordinal") or "first")), found.get("bit") or ""))


def nth_weekday(found: Found, scene: Scene) -> Sense | None:
    """ "the last Sunday of July", "the first Friday of the month"."""
    which, weekday = (
        int(value("ordinal", found.get("ordinal") or "first")),
        value("weekday", found.get("weekday") or ""),
    )
    if month_of(found):
        known = month(found, scene)
        whole = known.stretch if known else None
    else:
        step = int(value("direction", found.get("direction") or "this"))
        whole = cal.unit_at(cal.plus_months(scene.anchor, step), "M") if scene.anchor else None
    if whole is None:
        return Sense(note="the month is not known")
    fit = [day for n in range(31) if (day := whole.start + timedelta(n)) <= whole.end and day.weekday() == weekday]
    place = which - 1 if which > 0 else which
    return with_part(found, sense(cal.day(fit[place]))) if place < len(fit) else None


def _bit_of(whole: cal.Stretch, which: int, bit_: str) -> cal.Stretch:
    if bit_ == "half" and whole.precision == "month":
        middle = whole.start + timedelta(14)
        return cal.days(whole.start, middle) if which == 1 else cal.days(middle + timedelta(1), whole.end)
    count, _, unit = bit_.rpartition(" ")
    length = 6 if bit_ == "half" else round(number(count)) if unit == "months" and count else 0
    if length:
        start = whole.start if which > 0 else cal.plus_months(whole.end.replace(day=1), 1 - length)
        start = cal.plus_months(start, length * (which - 1)) if which > 0 else start
        part = cal.month(start.year, start.month, length)
        return cal.Stretch(
            part.start,
            part.end,
            "months",
            f"{whole.value}-H{which if which > 0 else 2}" if bit_ == "half" else f"P{length}M",
        )
    each = 1 if unit == "days" else 7
    size = {"day": 1, "days": 3, "few days": 3}.get(bit_) or round(number(count or None)) * each
    start = whole.start + timedelta(size * (which - 1)) if which > 0 else whole.end - timedelta(size - 1)
    start, end = max(start, whole.start), min(start + timedelta(size - 1), whole.end)
    if bit_ == "week":
        return cal.Stretch(start, end, "week", cal.iso_week(start))
    return cal.days(min(start, end), end)


def week_of(found: Found, scene: Scene) -> Sense | None:
    """ "the week of March 3"."""
    known = calendar(found, scene)
    if known is None or known.stretch is None:
        return known
    start = known.stretch.start
    if re.search("end(ing|ed)", found.text):
        start -= timedelta(6)
    return sense(cal.Stretch(start, start + timedelta(6), "week", cal.iso_week(start)))


def feast(found: Found, scene: Scene) -> Sense | None:
    """A feast: of the year told, else the last one begun by the day of the story (the next when ahead)."""
    name, year_ = value("feast", found.get("feast") or ""), found.get("year")
    if year_:
        held = cal.feast(name, int(year_))
    elif scene.anchor and re.search(r"\byear$", found.text):
        held = cal.feast(name, scene.anchor.year + int(value("direction", found.get("direction") or "this")))
    elif scene.anchor is None:
        fixed = cal.fixed_feast(name)
        return partial(f"XXXX-{fixed[0]:02}-{fixed[1]:02}", "day") if fixed else Sense(note="the year is not known")
    else:
        around = [f for y in range(scene.anchor.year - 2, scene.anchor.year + 3) for f in cal.feast(name, y)]
        held = _chosen(around, scene.anchor, scene.ahead or found.get("direction") in ("next", "coming"))
    if not held:
        return Sense(note="no table of this feast for that year")
    if found.get("side") and found.get("bit"):
        start = held[0].end + timedelta(1) if found.get("side") == "after" else held[0].start - timedelta(7)
        return sense(cal.Stretch(start, start + timedelta(6), "week", cal.iso_week(start)))
    if found.get("side"):
        return _beside_feast(held[0], found)
    if which := found.get("ordinal") or found.get("ord"):
        return _day_of_feast(
            held[0], int(value("ordinal", which)) if found.get("ordinal") else day_number(which), found
        )
    if found.get("eve") == "eve":
        return sense(cal.day(held[0].start - timedelta(1)))
    return sense(held[0])


def saint(found: Found, scene: Scene) -> Sense | None:
    """ "the eve of Saint Nicholas", "on Saint Anthony's"."""
    month_, day_ = value("saint", found.get("saint") or "")
    when = nearest_year(month_, day_, scene)
    if when is None:
        return partial(f"XXXX-{month_:02}-{day_:02}", "day")
    return sense(cal.day(when - timedelta(found.get("eve") == "eve")))


def _day_of_feast(whole: cal.Stretch, which: int, found: Found) -> Sense:
    """ "the first of Ramadan", "the second day of Easter", "the last week of Ramadan"."""
    if found.get("bit") == "week":
        return sense(_bit_of(whole, which, "week"))
    return sense(cal.day(whole.start + timedelta(which - 1) if which > 0 else whole.end))


def _beside_feast(whole: cal.Stretch, found: Found) -> Sense:
    """ "on the Friday after Easter"."""
    weekday = value("weekday", found.get("weekday") or "")
    later = found.get("side") == "after"
    near = whole.end + timedelta(7) if later else whole.start - timedelta(1)
    return with_part(found, sense(cal.day(near - timedelta((near.weekday() - weekday) % 7))))


def _chosen(around: list[cal.Stretch], anchor: date, ahead: bool) -> list[cal.Stretch]:
    if ahead:
        return [f for f in around if f.end >= anchor][:1]
    return [f for f in around if f.start <= anchor][-1:]


def once(found: Found, scene: Scene) -> Sense | None:
    """A day in history named without its year ("9/11")."""
    entry = next((entry for entry in FEASTS["once"] if re.search(entry["short"], found.text)), None)
    if entry and (scene.anchor is None or scene.anchor >= entry["day"]):
        return sense(cal.day(entry["day"]))
    return calendar(found, scene)


READERS: dict[str, Reader] = {
    "nth weekday": nth_weekday,
    "decade": decade, "century": century, "season": season, "quarter": quarter, "bit": bit, "week of": week_of,
    "feast": feast, "beside feast": feast, "saint": saint, "once": once,
}  # fmt: skip
