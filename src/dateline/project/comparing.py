"""Two datasets side by side: a project, an events.jsonl or a table of events on our side, a table on theirs.

In: two paths. Out: a `Comparison`, and its files in a folder. DatelineError, in one line, where a path cannot be used.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.compare import Comparison, Entry, Unread, compare_entries, from_events, from_rows, tables, text
from dateline.compare.theirs import Table
from dateline.errors import DatelineError
from dateline.export.files import write_csv, write_whole
from dateline.export.interchange import event_json
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.ingest import Refused
from dateline.ingest.dates import order_of, parse_date
from dateline.ingest.tables import csv_rows
from dateline.project.opening import open_project
from dateline.project.project import Project
from dateline.project.steps import NAME
from dateline.spelling import fold

BEFORE, AFTER = 1, 60  # days before and after an event in which a report may tell of it
Named = Callable[[Entry], bool]
Ours = tuple[Sequence[Entry], Sequence[Unread], Named | None]


def compare_datasets(
    ours: Path, theirs: Path, columns: Mapping[str, str] | None = None, encoding: str | None = None
) -> Comparison:
    """Our events beside theirs; `columns` and `encoding` speak of theirs."""
    table = _table(theirs, columns or {}, encoding)
    entries, unread, named = _ours(ours)
    return compare_entries(entries, table.entries, table.dataset, table.title, table.unread, unread, named)


def write_comparison(found: Comparison, out: Path) -> list[Path]:
    """Write the tables and summary.md into the folder."""
    files = [write_csv(out / name, columns, rows) for name, (columns, rows) in tables(found).items()]
    return [*files, write_whole(out / "summary.md", text(found) + "\n")]


def _ours(path: Path) -> Ours:
    if path.is_dir() or path.suffix == Path(NAME).suffix:
        project = open_project(path, read_only=True)
        dataset = project.dataset()
        masker = Masker(dataset, ExportOptions())
        return from_events(event_json(event, dataset, masker) for event in dataset.events), (), _named(project)
    if path.suffix == ".jsonl":
        return from_events(_events(path)), (), None
    table = _table(path, {}, None)
    return table.entries, table.unread, None


def _events(path: Path) -> list[dict[str, Any]]:
    lines = _bytes(path).decode("utf-8", "replace").splitlines()
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(json.loads(line))
            found[-1]["type"]["acled"]["sub_event_type"]
        except (ValueError, KeyError, TypeError):
            raise DatelineError(f"{path}, line {number}: is no event as dateline writes them; export it anew") from None
    return found


def _table(path: Path, columns: Mapping[str, str], encoding: str | None) -> Table:
    try:
        rows, _ = csv_rows(_bytes(path), encoding)
        if not rows:
            raise DatelineError("has no rows")
        return from_rows([(number, row) for number, row in rows if isinstance(row, dict)], _days, columns)
    except (Refused, DatelineError) as error:
        raise DatelineError(f"{path}: {error}") from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DatelineError(f"{path}: cannot be read: {error.strerror}") from None


def _days(cells: Sequence[Any]) -> Sequence[date | None]:
    order = order_of(cells)
    return [parse_date(cell, order)[0] for cell in cells]


def _named(project: Project) -> Named:
    """Whether a report that came out then names the place of an entry."""
    texts = [(report.published, f" {fold(report.text)} ") for report in project.reports().values()]

    def named(entry: Entry) -> bool:
        place, start, end = fold(entry.where), entry.facts.start, entry.facts.end
        if not place or start is None or end is None:
            return False
        first, last = date.fromordinal(start) - timedelta(BEFORE), date.fromordinal(end) + timedelta(AFTER)
        return any(f" {place}" in words for day, words in texts if day is None or first <= day <= last)

    return named
