"""Whether an exported file is valid: its columns or schema, its codes, and its quotes where they can be seen.

In: a path. Out: a `Checked`, by the kind of the file; a project in the same folder serves to compare quotes.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from dateline.codebook import load_codebook
from dateline.errors import DatelineError, StoreError
from dateline.export.files import table
from dateline.export.interchange import schema
from dateline.model.report import Passage, Report
from dateline.project.check import Checked, passage_problems
from dateline.project.opening import NAME, open_project
from dateline.store import Store

Row = dict[str, Any]


def check_path(path: str | Path) -> Checked:
    """A project (file or folder), events.jsonl, acled.csv or a GeoJSON file; DatelineError for other kinds."""
    file = Path(path)
    if not file.exists():
        raise StoreError(f"{file}: no such file or folder")
    kinds = {".jsonl": _jsonl, ".csv": _acled, ".geojson": _geojson}
    if file.is_dir() or file.suffix not in kinds:
        return open_project(file).check()
    try:
        return kinds[file.suffix](file)
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"{file}: cannot be read as text: {error}") from None


def _jsonl(file: Path) -> Checked:
    validator, reports = Draft202012Validator(schema()), _reports(file.parent)
    problems, events, quotes = [], 0, 0
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            event = json.loads(line)
        except ValueError as error:
            problems.append(f"line {number}: not JSON: {error}")
            continue
        events += 1
        broken = [
            f"line {number}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
            for e in validator.iter_errors(event)
        ]
        problems += broken
        if not broken:
            quotes += sum(len(claim["passages"]) for claim in event["claims"])
            problems += [f"line {number}: {event['id']}: {problem}" for problem in _event(event, reports)]
    return Checked("events.jsonl", {"events": events, "quotes": quotes}, tuple(problems))


def _reports(folder: Path) -> Mapping[str, Report]:
    """The reports of the project beside the file; none where there is no project."""
    return Store(folder / NAME).reports() if (folder / NAME).exists() else {}


def _event(event: Row, reports: Mapping[str, Report]) -> Iterator[str]:
    claims = {claim["id"]: claim for claim in event["claims"]}
    for claim in claims.values():
        for passage in claim["passages"]:
            yield from _passage(claim["id"], passage, reports)
    for field, found in event["findings"].items():
        for finding in (found, *found.get("also", ())):
            cited = [*finding["for"], *finding["against"]]
            yield from (f"{field}: rests on {name}, which is no claim of it" for name in cited if name not in claims)


def _passage(claim: str, passage: Row, reports: Mapping[str, Report]) -> Iterator[str]:
    if passage.get("masked"):
        return
    if passage["report"] in reports:
        told = Passage(passage["report"], passage["start"], passage["end"], passage["quote"])
        yield from (f"{claim}: {problem}" for problem in passage_problems(told, reports))
    elif passage["end"] - passage["start"] != len(passage["quote"]):
        yield f"{claim}: {passage['quote']!r} is not as long as its offsets say"


def _acled(file: Path) -> Checked:
    rows = csv.DictReader(file.read_text("utf-8").splitlines(keepends=True))
    columns = table("acled.toml")["columns"]
    if rows.fieldnames != columns:
        raise DatelineError(f"{file}: not in ACLED's 31 columns; is it acled.csv?")
    problems, number = [], 0
    for number, row in enumerate(rows, 1):
        problems += [f"row {number} ({row['event_id_cnty']}): {problem}" for problem in _row(row)]
    return Checked("acled.csv", {"rows": number}, tuple(problems))


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
