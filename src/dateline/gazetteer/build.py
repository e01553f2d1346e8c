"""Building the gazetteer file: rows of the packages and of our TOML, joined, keyed, written once.

In: the rows of `sources` and the package's TOML. Out: a new SQLite file with the tables of `layout`.
"""

from __future__ import annotations

import gc
import re
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from dateline.gazetteer import sources
from dateline.gazetteer.countries import countries
from dateline.gazetteer.layout import CURATED, MAIN, OTHER, PRESENT, QUARTER, SCHEMA, UNITS, worth_keeping
from dateline.gazetteer.names import folded, key, loose, spelling
from dateline.gazetteer.present import bitmap
from dateline.gazetteer.sources import Entry

FAR = 4.0  # degrees between a unit's point and the middle of its places: the point is then wrong
FOREIGN = re.compile("[\u0400-\u1cff\u4e00-\u9fff\uac00-\ud7a3]")  # letters that no folding makes Latin
Keyed = dict[str, dict[int, int]]  # key -> entry -> kind


def table(name: str) -> dict[str, Any]:
    """One of the package's TOML files."""
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def country_entries() -> Iterator[Entry]:
    """One entry a country, with its point, population and other names."""
    points, rows = sources.country_points(), sources.country_rows()
    for code, fact in countries().items():
        ident, population = rows.get(code, (-2_000_000 - fact.numeric, 0))
        lat, lon = points.get(code, (None, None))
        zone = fact.zones[0] if len(fact.zones) == 1 else None
        yield Entry(ident, fact.name, lat, lon, code, None, None, "C", population, zone, fact.names)


def region_entries() -> Iterator[Entry]:
    """The regions of regions.toml that are no admin unit; several countries are joined by commas."""
    for number, row in enumerate(table("regions.toml")["region"], start=1):
        if row.get("feature") != "A1":
            ident, (lat, lon) = row.get("geonameid", -3_000_000 - number), row["point"]
            codes, population = ",".join(row["countries"]), row.get("population", 0)
            yield Entry(ident, row["name"], lat, lon, codes, None, None, "R", population, None, tuple(row["names"]))


def rename_units(units: dict[int, Entry]) -> None:
    """Give first-level units the names and points of regions.toml; their own places follow."""
    for row in table("regions.toml")["region"]:
        if row.get("feature") == "A1":
            unit = units[row["geonameid"]]
            for other in units.values():
                if other.unit1 == unit.id:
                    other.admin1 = row["name"]
            unit.names += (unit.name, *row["names"])
            unit.name = unit.admin1 = row["name"]
            unit.lat, unit.lon = row["point"]


def place_entries(units: dict[int, Entry], ids: dict[int, int]) -> list[Entry]:
    """Every place, with the names of the units it lies in."""
    inside, found = sources.memberships(units, ids), []
    for entry in sources.places():
        entry.unit1, entry.unit2 = inside.get(entry.id, (None, None))
        entry.admin1 = units[entry.unit1].name if entry.unit1 else None
        entry.admin2 = units[entry.unit2].name if entry.unit2 else None
        found.append(entry)
    return found


def settle_points(units: dict[int, Entry], places: list[Entry]) -> None:
    """Give units a point and a population: ISO points checked against the unit's places."""
    members: dict[int, list[Entry]] = defaultdict(list)
    for place in places:
        for inside in (place.unit1, place.unit2):
            if inside:
                members[inside].append(place)
    known = sources.unit_points(sorted(countries()))
    for ident, unit in units.items():
        unit.population = sum(place.population for place in members[ident])
        point, middle = known.get(unit.iso or ""), centre(members[ident])
        if unit.feature == "A2" and members[ident]:
            seat = max(members[ident], key=lambda place: (place.population, -place.id))
            middle = (seat.lat or 0.0, seat.lon or 0.0)
        if point is None or (middle and far(point, middle)):
            point = middle
        if unit.lat is None and point:
            unit.lat, unit.lon = point


def centre(places: list[Entry]) -> tuple[float, float] | None:
    """The mean point of places; None of none."""
    if not places:
        return None
    lats, lons = [p.lat or 0.0 for p in places], [p.lon or 0.0 for p in places]
    return sum(lats) / len(lats), sum(lons) / len(lons)


def far(one: tuple[float, float], two: tuple[float, float]) -> bool:
    """Whether two points lie too far apart to be in one unit."""
    return hypot(one[0] - two[0], (one[1] - two[1]) * cos(radians(one[0]))) > FAR


def name_rows(entry: Entry) -> Iterator[tuple[str, int, int]]:
    """Key, entry and kind for each name of an entry that Latin letters can write."""
    curated = CURATED if entry.feature in "CR" else OTHER
    kept = entry.names if curated == CURATED else filter(worth_keeping, entry.names)
    for name, kind in [(entry.name, MAIN)] + [(name, curated) for name in kept if not FOREIGN.search(name)]:
        form = folded(name)
        if form.isascii() and len(form) > 1:
            yield form, entry.id, kind


def curated_rows(names: Keyed, entries: dict[int, Entry]) -> Iterator[tuple[str, int, int]]:
    """The lines of names.toml as name rows; ValueError where a target is not in the data."""
    for country, lines in table("names.toml").items():
        for name, target in lines.items():
            found = [best(names, entries, country, target, feature) for feature in ("P", "A1", "A2")]
            if not any(found):
                raise ValueError(f"names.toml: {country}: {name}: no entry {target!r}")
            yield from ((key(name), ident, CURATED) for ident in found[:2] if ident)
            if not any(found[:2]) and found[2]:
                yield key(name), found[2], CURATED


def quarter_rows(names: Keyed, entries: dict[int, Entry]) -> Iterator[tuple[str, int, int]]:
    """The quarters of quarters.toml as names of their city; ValueError where a city is not in the data."""
    for country, cities in table("quarters.toml").items():
        for city, quarters in cities.items():
            ident = best(names, entries, country, city, "P")
            if not ident:
                raise ValueError(f"quarters.toml: {country}: no town {city!r}")
            yield from ((key(name), ident, QUARTER) for name in quarters if ident not in names.get(key(name), {}))


def best(names: Keyed, entries: dict[int, Entry], country: str, name: str, feature: str) -> int:
    """The most populous entry of that name, country and feature; 0 for none."""
    found = [(-kind, entries[i].population, -i) for i, kind in names.get(key(name), {}).items()
             if entries[i].country == country and entries[i].feature == feature]  # fmt: skip
    return -max(found)[2] if found else 0


def gather() -> tuple[dict[int, Entry], Keyed]:
    """All entries by id, and their names."""
    unit_list, ids = sources.units()
    units = {unit.id: unit for unit in unit_list}
    rename_units(units)
    places = place_entries(units, ids)
    settle_points(units, places)
    entries: dict[int, Entry] = {}
    names: Keyed = defaultdict(dict)
    groups: tuple[Iterable[Entry], ...] = (unit_list, places, country_entries(), region_entries())
    for group in groups:
        for entry in group:
            entries[entry.id] = entry
            for form, ident, kind in name_rows(entry):
                names[form][ident] = min(kind, names[form].get(ident, OTHER))
    for rows in (curated_rows, quarter_rows):
        for form, ident, kind in list(rows(names, entries)):
            names[form][ident] = kind
    return entries, names


def loose_rows(entries: dict[int, Entry], names: Keyed) -> Iterator[tuple[str, int]]:
    """Loose keys of places and units in the countries whose names are transliterated."""
    wanted, found = spelling()[2], defaultdict[str, set[int]](set)
    for form, idents in names.items():
        inside = [ident for ident in idents if entries[ident].country in wanted]
        if inside:
            found[loose(form)].update(inside)
    return ((form, ident) for form in sorted(found) for ident in sorted(found[form]))


def build(path: Path) -> None:
    """Write the gazetteer file at `path`, which must not exist; 10-20 seconds, 600 MB of memory."""
    collecting = gc.isenabled()
    gc.disable()  # millions of small values, none of them in a circle
    try:
        write(path, *gather())
    finally:
        if collecting:
            gc.enable()


def write(path: Path, entries: dict[int, Entry], names: Keyed) -> None:
    """Write entries and names to a new file."""
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(SCHEMA)
        columns = (columns_of(entry) for entry in sorted(entries.values(), key=lambda entry: entry.id))
        db.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns)
        rows = ((form, *pair) for form in sorted(names) for pair in sorted(names[form].items()))
        db.executemany("INSERT INTO name VALUES (?, ?, ?)", rows)
        db.executemany("INSERT INTO loose VALUES (?, ?)", loose_rows(entries, names))
        db.executescript(UNITS)
        db.execute(PRESENT)
        db.execute("INSERT INTO present VALUES (?)", (bitmap(names),))
    db.close()


def columns_of(e: Entry) -> tuple[object, ...]:
    """An entry in the order of the table's columns."""
    place = (e.id, e.name, e.lat, e.lon, e.country, e.admin1, e.admin2)
    return (*place, e.feature, e.population, e.zone, e.unit1, e.unit2)
