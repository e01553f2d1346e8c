"""The ground of a report: the town, unit or country in which nearly all the places that it names lie.

In: a reading. Out: that place, marked inferred, with the mention that names it; None where no country stands out. A
name counts as often as it is told; one that stands for a government, or is part of another name, does not count. Where
the country itself is named more often than all of a unit, whatever for, the report is of the country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import replace

from dateline.extract.events.homeland import CONTAINER, homeland, is_capital
from dateline.extract.events.place_own import TOWN
from dateline.extract.events.place_referred import placed
from dateline.gazetteer import open_gazetteer, people
from dateline.model.reading import PlaceMention, Reading
from dateline.model.values import Place

TOWN_RULE = "the town of which nearly all of the report speaks"
UNIT_RULE = "the first-level unit of which nearly all of the report speaks"
SHARE = 0.6  # of the names told, for one area to be the report's ground
FINE = (*TOWN, "district", "province")
Ground = tuple[Place, int]


def ground(reading: Reading, *, towns: bool = True) -> Ground | None:
    """The narrowest area that holds enough of the names told, and a mention of it; a town only where `towns`."""
    told = {i: m.place for i, m in enumerate(reading.places) if m.place.country and _speaks(m)}
    country = _most({i: place.country for i, place in told.items()})
    if country is None:
        return None
    fine = {i: place for i, place in told.items() if place.precision in FINE}
    units = {i: (place.country, place.admin1) for i, place in fine.items() if place.admin1}
    unit = _most(units)
    of_country = unit is None or fine[unit].country != told[country].country or _seat(fine, units[unit])
    if unit is None or of_country or _named(reading, fine[unit].country) > Counter(units.values())[units[unit]]:
        entry = open_gazetteer().country(told[country].country or "")
        return (homeland(entry, reading.places[country]), country) if entry else None
    town = _most({i: place.geonameid if place.precision in TOWN else None for i, place in fine.items()})
    if town is not None and towns:
        near = replace(fine[town], precision="near", relation=None, radius_km=None, role="location")
        return replace(near, inferred=True, rule=TOWN_RULE), town
    entry = open_gazetteer().admin1(fine[unit].country or "", fine[unit].admin1 or "")
    if entry is None:
        return None
    named = next((i for i in units if units[i] == units[unit] and fine[i].precision == "province"), unit)
    return replace(placed(entry, fine[named].text, "province"), inferred=True, rule=UNIT_RULE), named


def _named(reading: Reading, country: str | None) -> int:
    """How often the country is called by its name, other than to say where a place of it is."""
    of_country = (m for m in reading.places if m.place.country == country and m.place.precision == "country")
    return sum(not people(m.text) and not (m.why_not or "").startswith(CONTAINER) for m in of_country)


def _seat(fine: Mapping[int, Place], unit: Hashable) -> bool:
    """Is the country's capital among the places of the unit? It is named wherever the country is spoken of."""
    towns = (place for place in fine.values() if (place.country, place.admin1) == unit)
    return any(map(is_capital, towns))


def _speaks(mention: PlaceMention) -> bool:
    """Does the name say where the report is, as a place of its own or as one that holds another?"""
    where = mention.place.role in ("location", "filed-from")
    return where and (mention.usable or (mention.why_not or "").startswith(CONTAINER))


def _most(names: Mapping[int, Hashable]) -> int | None:
    """The first mention of what is told most often, where that is at least the share of all that is needed."""
    counts = Counter(names.values())
    best = max(names, key=lambda i: (names[i] is not None, counts[names[i]], -i), default=None)
    if best is None or names[best] is None or counts[names[best]] < SHARE * len(names):
        return None
    return best
