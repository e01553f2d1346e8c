"""What a user adds to the gazetteer: GeoNames dumps, kept in one file beside the built one.

In: a dump (`dump.rows`) and the built gazetteer. Out: `added.sqlite`: the same tables, plus the points that
the dump gives to units already known, and a list of what was added. Adding a dump again changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dateline.errors import StoreError
from dateline.gazetteer.dump import Row, rows
from dateline.gazetteer.gazetteer import ADDED, open_gazetteer
from dateline.gazetteer.layout import MAIN, OTHER, SCHEMA, worth_keeping
from dateline.gazetteer.names import key, loose, spelling

BATCH = 20_000
MORE = """
CREATE TABLE point (id INTEGER PRIMARY KEY, lat REAL, lon REAL);
CREATE TABLE unit (country TEXT, code1 TEXT, code2 TEXT, id INTEGER, name TEXT, PRIMARY KEY (country, code1, code2));
CREATE TABLE place (id INTEGER PRIMARY KEY, code1 TEXT, code2 TEXT);
CREATE TABLE source (file TEXT PRIMARY KEY, countries TEXT, places INTEGER, units INTEGER);
"""
INSIDE = """
UPDATE entry SET
  unit1 = (SELECT u.id FROM place p JOIN unit u ON u.country = entry.country AND u.code1 = p.code1 AND u.code2 = ''
           WHERE p.id = entry.id),
  unit2 = (SELECT u.id FROM place p JOIN unit u ON u.country = entry.country AND u.code1 = p.code1
           AND u.code2 = p.code2 AND p.code2 <> '' WHERE p.id = entry.id),
  admin1 = (SELECT u.name FROM place p JOIN unit u ON u.country = entry.country AND u.code1 = p.code1 AND u.code2 = ''
            WHERE p.id = entry.id),
  admin2 = (SELECT u.name FROM place p JOIN unit u ON u.country = entry.country AND u.code1 = p.code1
            AND u.code2 = p.code2 AND p.code2 <> '' WHERE p.id = entry.id)
"""


@dataclass(frozen=True, slots=True)
class Source:
    """One dump that was added: how many places and admin units dateline took from it."""

    file: str
    countries: tuple[str, ...]
    places: int
    units: int


def add_dump(dump: Path, built: Path) -> Source:
    """Add a dump beside the built gazetteer; all of it or, where it is broken, nothing."""
    target = built.parent / ADDED
    try:
        db = sqlite3.connect(target.absolute().as_uri(), uri=True)
        try:
            return fill(db, dump, built)
        finally:
            db.close()
            open_gazetteer.cache_clear()
    except sqlite3.Error as error:
        raise StoreError(f"{target}: {error}; free some space, or remove the file and add the dumps again") from None


def fill(db: sqlite3.Connection, dump: Path, built: Path) -> Source:
    """Write the rows of a dump, in one transaction."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'source'").fetchone():
        db.executescript(SCHEMA + MORE)
    db.execute("ATTACH ? AS built", (f"{built.absolute().as_uri()}?mode=ro&immutable=1",))
    with db:
        source = take(db, rows(dump), dump.name)
        db.execute(INSIDE)
        db.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)",
                   (source.file, " ".join(source.countries), source.places, source.units))  # fmt: skip
    return source


def take(db: sqlite3.Connection, found: Iterator[Row], name: str) -> Source:
    """Take rows in batches; what the built gazetteer has already is left to it, but for points of units."""
    countries: set[str] = set()
    places = units = 0
    while batch := list(islice(found, BATCH)):
        known = already(db, batch)
        units += sum(row.feature in ("A1", "A2") for row in batch)
        places += sum(row.feature in ("P", "F") for row in batch)
        countries |= {row.country for row in batch}
        put_units(db, [row for row in batch if row.feature in ("A1", "A2")], known)
        put_entries(db, [row for row in batch if row.id not in known])
    return Source(name, tuple(sorted(countries)), places, units)


def already(db: sqlite3.Connection, batch: list[Row]) -> dict[int, str]:
    """The ids of a batch that the built gazetteer holds, with their names there."""
    marks = ",".join("?" * len(batch))
    query = f"SELECT id, name FROM built.entry WHERE id IN ({marks})"
    return dict(db.execute(query, [row.id for row in batch]).fetchall())


def put_units(db: sqlite3.Connection, batch: Iterable[Row], known: dict[int, str]) -> None:
    """Note points and codes of admin units."""
    for row in batch:
        code2 = row.code2 if row.feature == "A2" else ""
        db.execute("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?, ?)",
                   (row.country, row.code1, code2, row.id, known.get(row.id, row.name)))  # fmt: skip
        if row.id in known:
            db.execute("INSERT OR REPLACE INTO point VALUES (?, ?, ?)", (row.id, row.lat, row.lon))


def put_entries(db: sqlite3.Connection, batch: list[Row]) -> None:
    """Write places and units that are new, with their names."""
    db.executemany(
        "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?, NULL, NULL)",
        [(r.id, r.name, r.lat, r.lon, r.country, r.feature, r.population, r.zone or None) for r in batch],
    )
    db.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", [(r.id, r.code1, r.code2) for r in batch])
    keys = {(folded, r.id): kind for r in batch for folded, kind in keys_of(r)}
    db.executemany("INSERT OR REPLACE INTO name VALUES (?, ?, ?)", [(*pair, kind) for pair, kind in keys.items()])
    wanted, country = spelling()[2], {r.id: r.country for r in batch}
    loosely = {(loose(folded), ident) for folded, ident in keys if country[ident] in wanted}
    db.executemany("INSERT OR IGNORE INTO loose VALUES (?, ?)", sorted(loosely))


def keys_of(row: Row) -> Iterator[tuple[str, int]]:
    """Folded names of a row; the main name comes last, so that its kind holds."""
    for name in row.names:
        folded = key(name) if name and worth_keeping(name) else ""
        if len(folded) > 1 and folded.isascii():
            yield folded, OTHER
    folded = key(row.name)
    if len(folded) > 1 and folded.isascii():
        yield folded, MAIN


def added_dumps(built: Path) -> tuple[Source, ...]:
    """What was added so far, by file name."""
    target = built.parent / ADDED
    if not target.exists():
        return ()
    db = sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro", uri=True)
    try:
        found = db.execute("SELECT file, countries, places, units FROM source ORDER BY file").fetchall()
    finally:
        db.close()
    return tuple(Source(file, tuple(countries.split()), places, units) for file, countries, places, units in found)
