"""The gazetteer as a verb: what is in it, and adding a dump of GeoNames to it.

In: nothing, or the path of a dump. Out: `Holdings`, plain values that print as text.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import StoreError
from dateline.gazetteer import Source, add_dump, added_dumps, gazetteer_path, open_gazetteer


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the gazetteer holds: the built file with its counts by kind, and the dumps that were added."""

    path: Path
    counts: dict[str, int]
    added: tuple[Source, ...]

    def __str__(self) -> str:
        kinds = ", ".join(f"{number:,} {kind}" for kind, number in self.counts.items())
        lines = [f"{self.path}: {kinds} (GeoNames, CC BY 4.0; points of units: countrystatecity, ODbL)"]
        lines += [f"added: {words(source)}" for source in self.added]
        return "\n".join(
            lines if self.added else [*lines, "nothing was added: 'dateline gazetteer add FILE' takes a dump"]
        )


def words(source: Source) -> str:
    """One dump in a line."""
    shown = ", ".join(source.countries[:5]) + (", ..." if len(source.countries) > 5 else "")
    return f"{source.file}: {source.places:,} places and {source.units:,} admin units of {shown or 'no country'}"


def gazetteer() -> Holdings:
    """What is in the gazetteer; it is built first where there is none."""
    return Holdings(_built(), open_gazetteer().counts(), added_dumps(gazetteer_path()))


def gazetteer_add(dump: Path) -> Source:
    """Add a GeoNames dump (allCountries or one country, .txt or .zip); again changes nothing."""
    return add_dump(dump, _built())


def _built() -> Path:
    try:
        open_gazetteer()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"the gazetteer cannot be built: {error}; free some space or set DATELINE_CACHE") from None
    return gazetteer_path()
