"""Where a place stands on a map that the gazetteer lacks: at the point of the smallest area that the text supports.

In: drafts, their places settled. Out: the same drafts; a place without a point has that of the unit that it is told to
lie in, of the town at the head of its line, of one told beside the event, of the one town told in its paragraph or in
the title of a live report, or of the ground of the report. `point_of` says how wide that area is. The name and the
precision stay those of the words; a country's point stands for no village.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.events.day_clock import entry_of_live
from dateline.extract.events.draft import Draft
from dateline.extract.events.ground import ground
from dateline.extract.events.headings import heading_places, in_dateline, line_of
from dateline.extract.events.nearby import offset
from dateline.extract.events.place_own import TOWN, located, scenes, title_towns
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.names import key
from dateline.model.reading import Reading
from dateline.model.values import Candidate, Place

UNITS = {"A1": "province", "A2": "district"}
AREAS = ("district", "province")


def stand(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give every draft's place a point, as far as the text supports one."""
    for draft in drafts:
        if draft.place is None or draft.place.lat is not None or draft.place.precision == "country":
            continue
        area = next((a for a in _areas(reading, draft, draft.place) if _holds(a, draft.place)), None)
        if area is not None:
            precision = "near" if area.precision in TOWN else area.precision
            placed = replace(draft.place, lat=area.lat, lon=area.lon, point_of=precision)
            draft.place = replace(placed, country=area.country, admin1=draft.place.admin1 or area.admin1)


def _holds(area: Place, place: Place) -> bool:
    """Has it a point, and may the place lie in it?"""
    return area.lat is not None and place.country in (None, area.country) and place.admin1 in (None, area.admin1)


def _areas(reading: Reading, draft: Draft, place: Place) -> Iterator[Place]:
    """What it may lie in: its own units, the town that heads its line, what is told beside the event, the ground."""
    yield from _own_units(place)
    at = draft.place_mention
    heads = heading_places(reading, reading.places[at].start + 1) if at is not None else []
    yield from _only([reading.places[i].place for i in heads])
    told = scenes(reading, draft.every("places"))
    yield from sorted((p for p in told if p.precision in AREAS), key=lambda p: AREAS.index(p.precision))
    yield from _only(told)
    if place.country:
        yield from _only(_paragraph(reading, draft))
        yield from _only(scenes(reading, title_towns(reading)) if entry_of_live(reading, draft) else [])
    found = ground(reading)
    if found and found[0].precision != "country":
        yield found[0]


def _paragraph(reading: Reading, draft: Draft) -> list[Place]:
    """The places of the paragraph that tells it."""
    start, end = line_of(reading.report.text, offset(reading, draft.frames[0]))
    here = located(reading, (i for i, m in enumerate(reading.places) if start <= m.start < end))
    return [reading.places[i].place for i in here if not in_dateline(reading, reading.places[i].start)]


def _only(told: Sequence[Place]) -> Sequence[Place]:
    """The only listed town among them."""
    towns = [place for place in told if place.precision in TOWN and place.geonameid is not None]
    return towns[:1] if len({town.geonameid for town in towns}) == 1 else ()


def _own_units(place: Place) -> Iterator[Place]:
    """The units that the words put it in, the smaller first."""
    names = ((place.admin2, "A2"), (place.admin1, "A1"))
    for name, feature in names:
        for one in open_gazetteer().find(key(name)) if name else ():
            if one.feature == feature and one.country == place.country and _same_unit(one, place):
                yield Place(lat=one.lat, lon=one.lon, admin1=one.admin1, country=one.country, precision=UNITS[feature])


def _same_unit(one: Candidate, place: Place) -> bool:
    return place.admin1 in (None, one.admin1)
