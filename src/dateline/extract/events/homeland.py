"""The country of an event that no words place: the one the report speaks of around it.

In: a draft without a place. Out: the same draft placed in a country, marked inferred, with the words that name
it; left alone where no country stands out.
"""

from __future__ import annotations

from collections import defaultdict
from math import exp

from dateline.extract.events.draft import Draft
from dateline.gazetteer import country_facts, open_gazetteer
from dateline.gazetteer.names import key
from dateline.model.reading import PlaceMention, Reading
from dateline.model.values import Candidate, Place

RULE = "no place told: the country the report speaks of around it"
REACH = 500  # characters within which a name speaks for its country
FAINT = 0.05  # what a name far away still weighs
PEOPLE = 0.5  # what a people's name weighs beside a place's
CONTAINER = "says where"  # why a name that holds another is no location of its own
SHARE = 0.6  # of all that is spoken of, for one country to stand out
LEAST = 0.3


def sound(draft: Draft) -> bool:
    """Whether the words tell enough of an event to place it: a harm, or who did it to whom, or who fought whom."""
    frames = draft.frames
    return any(f.harms or (f.actors and f.recipients) or len(f.parties) > 1 for f in frames) and not frames[0].weak


def take_country(reading: Reading, draft: Draft, headed: int | None = None) -> None:
    """Place a draft in the country that the head of its line names, or that stands out around it, if one does."""
    at = reading.triggers[draft.frames[0].triggers[0]].head
    code = country_spoken_of(reading, at) if headed is None else reading.places[headed].place.country
    index = nearest(reading, code, at) if code and headed is None else headed
    entry = open_gazetteer().country(code) if code else None
    if entry is None or index is None:
        return
    draft.place, draft.place_mention = homeland(entry, reading.places[index]), index
    draft.place_basis = ("the names of places and peoples around it",)


def homeland(entry: Candidate, mention: PlaceMention) -> Place:
    """A country as an inferred place, under the words that speak of it."""
    return Place(mention.text, entry.name, entry.geonameid, entry.lat, entry.lon, country=entry.country,
                 precision="country", inferred=True, rule=RULE)  # fmt: skip


def country_spoken_of(reading: Reading, at: int, *, back: bool = False) -> str | None:
    """The country that stands out among the names around an offset; `back`: among the places told before it."""
    counts: dict[str, float] = defaultdict(float)
    for mention in reading.places:
        if back and (mention.start >= at or mention.why_not == "nationality"):
            continue
        if mention.place.country and mention.place.role in ("location", "filed-from"):
            near = exp(-abs(mention.start - at) / REACH) + FAINT
            counts[mention.place.country] += near * (PEOPLE if mention.why_not == "nationality" else 1.0)
    code, most = max(sorted(counts.items()), key=lambda pair: pair[1], default=("", 0.0))
    return code if most > LEAST and most >= SHARE * sum(counts.values()) else None


def nearest(reading: Reading, code: str, at: int) -> int | None:
    """The mention nearest to an offset that places something in the country; not one that names an actor."""
    told = ((i, m) for i, m in enumerate(reading.places) if m.place.country == code and m.place.role == "location")
    found = [(abs(m.start - at), i) for i, m in told if m.usable or (m.why_not or "").startswith(CONTAINER)]
    return min(found)[1] if found else None


def is_capital(place: Place) -> bool:
    """Is it the capital of its country?"""
    facts = country_facts(place.country or "")
    return facts is not None and key(facts.capital) == key(place.name or "")
