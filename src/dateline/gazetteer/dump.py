"""Rows of a GeoNames country dump: villages, camps and admin units, one line a place.

In: a file as GeoNames gives it out (allCountries.txt, XX.txt, or the zip with it inside; 19 columns parted
by tabs). Out: `Row`s, one at a time, however large the file; DatelineError with file and line where it is none.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dateline.errors import DatelineError

COLUMNS = 19
MARK = "\ufeff"
ADVICE = "give a dump of geonames.org: allCountries.zip, or one country's, as ML.zip"
SITES = frozenset(("CMPRF", "AIRP", "AIRB", "AIRF"))  # refugee camps and airfields
GONE = frozenset(("PPLH", "PPLQ", "PPLW", "PPLCH"))  # historical, abandoned, destroyed places
UNITS = {"ADM1": "A1", "ADM2": "A2"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a dump; `feature` is ours: P place, F site, A1 / A2 admin unit."""

    id: int
    name: str
    names: tuple[str, ...]
    lat: float
    lon: float
    feature: str
    country: str
    code1: str
    code2: str
    population: int
    zone: str


def rows(path: Path) -> Iterator[Row]:
    """The rows that dateline has a use for."""
    with lines(path) as text:
        number = 0
        try:
            for number, line in enumerate(text, start=1):
                cells = line.lstrip(MARK).rstrip("\r\n").split("\t")
                if len(cells) != COLUMNS:
                    raise DatelineError(f"{path}: line {number} has {len(cells)} columns, not {COLUMNS}; {ADVICE}")
                feature = kind(cells[6], cells[7])
                if feature:
                    yield row(cells, feature)
        except UnicodeDecodeError:
            raise DatelineError(f"{path}: after line {number} it is not UTF-8; {ADVICE}") from None
        except ValueError:
            raise DatelineError(f"{path}: line {number} has words where numbers belong; {ADVICE}") from None
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            raise DatelineError(f"{path}: it breaks off after line {number} ({error}); fetch it again") from None


def kind(group: str, code: str) -> str:
    """Our feature for GeoNames' class and code; "" for what is left out (rivers, hills, shops)."""
    if group == "P":
        return "" if code in GONE else "P"
    return UNITS.get(code, "") if group == "A" else "F" if code in SITES else ""


def row(cells: list[str], feature: str) -> Row:
    """A line's cells as a row; ValueError where a number is none."""
    names = (cells[2], *cells[3].split(",")) if cells[3] else (cells[2],)
    ident, lat, lon, people = int(cells[0]), float(cells[4]), float(cells[5]), int(cells[14] or 0)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError
    return Row(ident, cells[1], names, lat, lon, feature, cells[8], cells[10], cells[11], people, cells[17])


@contextmanager
def lines(path: Path) -> Iterator[IO[str]]:
    """The text of a dump, in a zip or not, opened for reading line by line."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as folder, folder.open(inside(folder, path)) as raw:
                yield io.TextIOWrapper(raw, "utf-8", newline="\n")
        else:
            with path.open(encoding="utf-8", newline="\n") as text:
                yield text
    except OSError as error:
        raise DatelineError(f"{path}: {error.strerror or error}; {ADVICE}") from None


def inside(folder: zipfile.ZipFile, path: Path) -> str:
    """The name of the dump in a zip; a readme may lie beside it."""
    found = [name for name in folder.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
    if len(found) != 1:
        raise DatelineError(f"{path}: it holds {len(found)} dumps, not one; {ADVICE}")
    return found[0]
