"""Private people named in a report: the ranges that are masked in everything that is published.

In: a parsed Reading. Out: `people`, the mentions of persons who hold no public office as far as the
report tells. A later bare surname goes with the full name before it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Span

from dateline.codebook import load_toml
from dateline.extract.component import component
from dateline.extract.what.learned import fills
from dateline.model.reading import Mention, PlaceMention, Reading
from dateline.text import token_at


@cache
def _table() -> dict[str, Any]:
    return load_toml("public.toml")


@cache
def _titles() -> frozenset[str]:
    return frozenset(_table()["titles"])


def _in_office(entity: Span) -> bool:
    before = entity.doc[max(0, entity.start - 3) : entity.start + 1]
    return any(token.lower_.rstrip(".") in _titles() for token in before)


def _taken(reading: Reading) -> list[tuple[int, int]]:
    """Words that are known for something else: places, and the names of groups and forces."""
    places = [(p.start, p.end) for p in reading.places if p.place.geonameid or _surely_a_place(reading, p)]
    return places + [(a.start, a.end) for a in reading.actors if a.actor]


def _surely_a_place(reading: Reading, place: PlaceMention) -> bool:
    """Whether a name that no list has can be nobody: "in" before it, and the learned reader sure that it is a place."""
    table, first = _table()["place"], token_at(reading.words, place.start)
    led = first.i > 0 and first.nbor(-1).lower_ in table["before"]
    return led and fills(reading, "place", place, table["sure"])


@component(requires=("doc", "places", "actors", "fillers"), provides=("people",))
def people(reading: Reading) -> Reading:
    """Add the mentions of private people, in text order."""
    taken = _taken(reading)
    named = [entity for entity in reading.words.ents if entity.label_ == "PERSON"]
    public = {entity[-1].text for entity in named if _in_office(entity)}
    found = [
        Mention(entity.start_char, entity.end_char, entity.text)
        for entity in named
        if entity[-1].text not in public and not any(a < entity.end_char and entity.start_char < b for a, b in taken)
    ]
    return reading.add(people=tuple(sorted({*found, *_surnames(reading, found)})))


def _surnames(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Later mentions by the surname alone, whatever the tagger takes them for."""
    last = {name.text.split()[-1] for name in found if " " in name.text}
    inside = [(name.start, name.end) for name in found]
    return [
        Mention(token.idx, token.idx + len(token), token.text)
        for token in reading.words
        if token.text in last and not any(a <= token.idx < b for a, b in inside)
    ]
