"""Whether what a path names is sound: a project, or an exported file of any kind.

In: a path. Out: a `Checked`, by the kind of the file: its columns, its codes, its points.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.codebook import load_codebook
from dateline.errors import DatelineError, StoreError
from dateline.export.files import table
from dateline.project.check import Checked
from dateline.project.check_jsonl import check_jsonl
from dateline.project.opening import open_project

Row = dict[str, Any]


def check_path(path: str | Path) -> Checked:
    """A project (file or folder), events.jsonl, acled.csv, what it left out, or GeoJSON; DatelineError else."""
    file = Path(path)
    if not file.exists():
        raise StoreError(f"{file}: no such file or folder")
    kinds = {".jsonl": check_jsonl, ".csv": _acled, ".geojson": _geojson}
    if file.suffix == ".html" and file.is_file():
        raise DatelineError(f"{file}: a page for people; check looks at a project, .jsonl, .csv and .geojson files")
    if file.is_dir() or file.suffix not in kinds:
        return open_project(file).check()
    try:
        return kinds[file.suffix](file)
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"{file}: cannot be read as text: {error}") from None
    except (csv.Error, RecursionError) as error:
        raise DatelineError(f"{file}: cannot be read: {error}") from None


def _acled(file: Path) -> Checked:
    rows = csv.DictReader(io.StringIO(file.read_text("utf-8"), newline=""))
    names = {tuple(table("acled.toml")["columns"]): _row, tuple(table("acled.toml")["left_out_columns"]): _left_out}
    problem_of = names.get(tuple(rows.fieldnames or ()))
    if problem_of is None:
        raise DatelineError(f"{file}: not in ACLED's 31 columns; is it acled.csv?")
    problems, number = [], 0
    for number, row in enumerate(rows, 1):
        found = ["more or fewer columns than the header"] if None in row or None in row.values() else problem_of(row)
        problems += [f"row {number} ({next(iter(row.values()))}): {problem}" for problem in found]
    return Checked(file.name, {"rows": number}, tuple(problems))


def _left_out(row: Row) -> Iterator[str]:
    if not row["event_id"].startswith("DL-"):
        yield "its id does not begin with DL-"
    if not row["reason"]:
        yield "left out without a reason"


def _row(row: Row) -> Iterator[str]:
    entry = load_codebook().types.get(row["sub_event_type"])
    if entry is None or entry.event != row["event_type"]:
        yield f"{row['event_type']} / {row['sub_event_type']} is no type of ACLED's"
    if not _is_day(row["event_date"]) or row["event_date"][:4] != row["year"]:
        yield f"event_date {row['event_date']!r} and year {row['year']!r} are no day of that year"
    for column in ("time_precision", "geo_precision"):
        if row[column] not in ("1", "2", "3"):
            yield f"{column} {row[column]!r} is not 1, 2 or 3"
    if not row["fatalities"].isdigit():
        yield f"fatalities {row['fatalities']!r} is no number"
    if not row["event_id_cnty"].startswith("DL-"):
        yield "its id does not begin with DL-"
    yield from _point(row["longitude"], row["latitude"])


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _point(longitude: Any, latitude: Any) -> Iterator[str]:
    if longitude == "" and latitude == "":
        return
    try:
        inside = abs(float(longitude)) <= 180 and abs(float(latitude)) <= 90
    except (TypeError, ValueError):
        inside = False
    if not inside:
        yield f"{longitude}, {latitude} is no point of the earth"


def _geojson(file: Path) -> Checked:
    try:
        data = json.loads(file.read_text("utf-8"))
    except ValueError as error:
        raise DatelineError(f"{file}: not JSON: {error}") from None
    if (
        not isinstance(data, dict)
        or data.get("type") != "FeatureCollection"
        or not isinstance(data.get("features"), list)
    ):
        raise DatelineError(f"{file}: no GeoJSON FeatureCollection")
    problems = [f"feature {n}: {p}" for n, feature in enumerate(data["features"], 1) for p in _feature(feature)]
    return Checked("GeoJSON", {"features": len(data["features"])}, tuple(problems))


def _feature(feature: Any) -> Iterator[str]:
    if (
        not isinstance(feature, dict)
        or feature.get("type") != "Feature"
        or not isinstance(feature.get("properties"), dict)
    ):
        yield "is no Feature with properties"
        return
    if not str(feature.get("id", "")).startswith("DL-"):
        yield "its id does not begin with DL-"
    shape = feature.get("geometry")
    if shape is None:
        return
    point = shape.get("coordinates") if isinstance(shape, dict) and shape.get("type") == "Point" else None
    if not isinstance(point, list) or len(point) != 2:
        yield "its geometry is neither null nor a Point"
    else:
        yield from _point(*point)
