"""Where gold's places lie: the points of the gazetteer that bear the name, in gold's country.

In: a gold place, a read one. Out: kilometres between them. Gold gives a name and a country, no point:
the nearest place so named in that country counts, which is kind where a country has several. A village
that the gazetteer lacks has no point, and nothing is measured.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dateline.evaluate.gold import GoldPlace
from dateline.gazetteer import open_gazetteer
from dateline.likeness.places import km

NEAR_ENOUGH = 161.0  # kilometres: the field's customary 100 miles

Point = tuple[float, float]


@lru_cache(maxsize=10_000)
def points(name: str, country: str) -> tuple[Point, ...]:
    """(latitude, longitude) in degrees of each place so named in the country; () where none is known."""
    found = (place for place in open_gazetteer().lookup(name) if place.country == country)
    return tuple((place.lat, place.lon) for place in found if place.lat is not None and place.lon is not None)


def distance(gold: GoldPlace, read: dict[str, Any] | None) -> float | None:
    """Kilometres to the nearest point of gold's place; infinite where no point was read; None: gold has none."""
    known = points(gold.name, gold.country)
    if not known:
        return None
    if not read or read.get("lat") is None or read.get("lon") is None:
        return float("inf")
    return min(km(lat, lon, read["lat"], read["lon"]) for lat, lon in known)
