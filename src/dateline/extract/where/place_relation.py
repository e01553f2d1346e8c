"""The words right before a place name that say how near it or which side of it is meant.

In: a text and the offset of a name. Out: the kind of relation (distance, direction, near, edge, border,
road, between), its words, and where the whole phrase begins.
"""

from __future__ import annotations

import re

from dateline.extract.where.place_words import words

WAY = "on the road to"
WINDOW = 110
NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
FIGURE = re.compile(rf"(\d[\d,.]*|\b(?:{'|'.join(NUMBERS)}))[\s-]*(k|mi|m)")
BREAKS = str.maketrans(dict.fromkeys('-,.;:()[]"“”–—/0123456789', " "))
SIDE = re.compile(r"\b(north|south|east|west)(?:ern)?(?:[- ]?(east|west))?")
BEARINGS = {"north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
            "west": 270.0, "northwest": 315.0}  # fmt: skip
UNITS = {"k": 1.0, "mi": 1.609, "m": 0.001}


def relation_before(text: str, start: int) -> tuple[str | None, str | None, int]:
    """Kind, words and phrase start for the name at `start`; None, None and its fillers' start without one."""
    known, before = words(), text[max(0, start - WINDOW) : start]
    before = before[before.rfind("\n") + 1 :]
    offset, told = start - len(before), before.casefold().translate(BREAKS).split()
    for kind, pattern in known.relations:
        if known.relation_words[kind].isdisjoint(told):
            continue
        found = pattern.search(before)
        if found:
            return kind, " ".join(found.group("words").split()), offset + found.start("words")
    if not told or told[-1] not in known.filler_ends:
        return None, None, start
    filler = known.fillers.search(before, fillers_from(before))
    return None, None, offset + filler.start() if filler and filler.group().strip() else start


def fillers_from(before: str) -> int:
    """Where the fillers that end a text begin at the earliest: one word at most among them is none of theirs."""
    known, strange, at = words().filler_words, 0, len(before)
    for word in reversed(before.split(" ")):
        strange += bool(word) and word.rpartition("-")[2].lower() not in known
        if strange > 1:
            break
        at -= len(word) + 1
    return max(0, at - len(word))


def way(text: str, start: int, end: int) -> str | None:
    """The relation of a place by which a road is called: "on the Dori road", "beside the Degehabur track"."""
    return WAY if text.endswith((" the ", "\nthe "), 0, start) and words().way.match(text, end) else None


def kilometres_told(relation: str) -> float | None:
    """The distance that a relation names, in kilometres; None where it names no figure."""
    found = FIGURE.search(relation.lower())
    if not found:
        return None
    figure = NUMBERS.get(found.group(1)) or float(found.group(1).replace(",", "").rstrip(".") or 0)
    return round(figure * UNITS[found.group(2)], 1)


def bearing_told(relation: str) -> float | None:
    """The direction that a relation names, in degrees from north: "south-west of" -> 225."""
    found = SIDE.search(relation.lower())
    return BEARINGS[found.group(1) + (found.group(2) or "")] if found else None
