"""Readers of times that name no day: durations, sets, ordinals of days, vague words; and amounts of time.

In: the parts of a match and the scene. Out: a `Sense` with its TIMEX3 value and no stretch of days.
"""

from __future__ import annotations

import re

from dateline.extract.when.time_lexicon import value
from dateline.extract.when.time_match import Found
from dateline.extract.when.time_sense import Reader, Scene, Sense, number


def amount(found: Found) -> tuple[float | None, str]:
    """How many (None: not told) of which unit letter."""
    units = [value("unit", w) for w in found.all("unit")] + [value("plural", w) for w in found.all("plural")]
    if not units:
        return None, ""
    if found.get("few") or (found.get("plural") and not (found.get("number") or found.get("digits"))):
        return None, units[0]
    words = found.all("number") + found.all("digits")
    if not words and re.search("days|weeks|months|years|decades|hours|minutes", found.text):
        return None, units[0]
    count = number(words[0]) if words else 1
    return count + (0.5 if re.search(r"half|1/2", found.text) else 0), units[0]


def written(count: float | None, letter: str) -> str:
    """An amount as TIMEX3 writes it: P3D, PT2H, PXM."""
    letter, count = {"F": "W"}.get(letter, letter), (count * 2 if letter == "F" and count else count)
    if letter in ("E", "C") and count is not None:
        letter, count = "Y", count * {"E": 10, "C": 100}[letter]
    if letter == "Q" and count is not None:
        letter, count = "M", count * 3
    amount = "X" if count is None else f"{count:g}"
    if count and count % 1 == 0.5 and letter in ("Y", "TH", "TM"):
        half = {"Y": "Y6M", "TH": "H30M", "TM": "M30S"}[letter]
        whole = f"{count // 1:g}" if count > 1 else ""
        return f"P{'T' if letter[0] == 'T' else ''}{whole}{half if whole else half[1:]}"
    return f"PT{amount}{letter[1]}" if letter.startswith("T") else f"P{amount}{letter}"


def nth(found: Found, scene: Scene) -> Sense | None:
    """ "for the third day": how long it has gone on, which names no day."""
    word, ordinal = found.get("ord"), found.get("ordinal")
    count = int(re.sub(r"\D", "", word)) if word else int(value("ordinal", ordinal or "first"))
    return Sense("duration", written(count, value("unit", found.get("what") or "day"))) if count > 0 else None


def duration(found: Found, scene: Scene) -> Sense | None:
    """ "for two hours", "a three-day siege"."""
    count, letter = amount(found)
    if half := re.search(r"^(?:a )?half[- ](?:an? )?(\w+)", found.text):
        count, letter = 0.5, value("unit", half[1])
    return Sense("duration", written(count, letter))


def repeated(found: Found, scene: Scene) -> Sense | None:
    """ "every day", "twice a week", "Fridays"."""
    if word := found.get("every"):
        return Sense("set", value("every", word))
    if word := found.get("weekdays") or found.get("weekday"):
        number_ = value("weekdays" if found.get("weekdays") else "weekday", word)
        part = re.search(r" (mornings|afternoons|evenings|nights)$", found.text)
        letters = f"T{value('part', part[1].rstrip('s'))}" if part else ""
        return Sense("set", f"XXXX-WXX-{number_ + 1}{letters}")
    if month := found.get("month"):
        return Sense("set", f"XXXX-{value('month', month):02}")
    if not found.get("unit"):
        return Sense("set", "P1D" if found.get("part") else "P1Y")
    count = number((found.all("number") + found.all("digits") + ["1"])[0]) if "times" not in found.text else 1
    return Sense("set", written(2 if "other" in found.text else count, value("unit", found.get("unit") or "day")))


def vague(found: Found, scene: Scene) -> Sense | None:
    """ "recently", "now": in the past, present or future, on no day."""
    return Sense(value=value("now", found.get("now") or ""))


READERS: dict[str, Reader] = {"nth": nth, "duration": duration, "set": repeated, "vague": vague}
