"""Rows of any table or list to reports: one row, one report; a bad row is named and the rest go on.

In: numbered rows (name -> value). Out: `Incoming` or `Rejected` per row, with origin "FILE#NUMBER".
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.ingest.assemble import Found, assemble
from dateline.ingest.columns import Columns, choose, flatten
from dateline.ingest.dates import date_line, order_of, parse_date
from dateline.ingest.decode import repaired
from dateline.ingest.markup import cell_to_text
from dateline.ingest.page import article
from dateline.ingest.reader import IngestOptions, Refused, Source
from dateline.model.report import Incoming, Rejected

Row = tuple[str, dict[str, Any] | Refused]  # its number, and the row or what is wrong with it


@dataclass(frozen=True, slots=True)
class _Table:
    """What holds for all rows: where they stand, which columns to read, how dates are ordered."""

    source: Source
    options: IngestOptions
    columns: Columns
    order: str | None
    notes: tuple[str, ...]


def read_rows(
    source: Source, rows: list[Row], options: IngestOptions, notes: tuple[str, ...] = ()
) -> Iterator[Incoming | Rejected]:
    """A report for every row with text; raises Refused where no column holds text."""
    if not rows:
        raise Refused("has no rows")
    flat = [(number, row if isinstance(row, Refused) else flatten(row)) for number, row in rows]
    good = [row for _, row in flat if isinstance(row, dict)]
    columns = choose((name for row in good for name in row), options.columns) if good else {}
    order = order_of(row.get(name) for row in good for name in columns.get("date", ()))
    table = _Table(source, options, columns, order, notes)
    for number, row in flat:
        try:
            yield _report(table, number, row)
        except Refused as no:
            yield no.at(f"{source.origin}#{number}")


def _report(table: _Table, number: str, row: dict[str, Any] | Refused) -> Incoming:
    if isinstance(row, Refused):
        raise row
    original = _bytes(row, number)
    if len(original) > table.options.max_bytes:
        raise Refused(f"row {number} has {len(original):,} bytes; {table.options.max_bytes:,} are read")
    source = dataclasses.replace(table.source, origin=f"{table.source.origin}#{number}", data=original)
    found = _found(row, table, number)
    return assemble(source, dataclasses.replace(found, notes=(*table.notes, *found.notes)), table.options)


def _bytes(row: dict[str, Any], number: str) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace")
    except (RecursionError, ValueError):
        raise Refused(f"row {number} is nested too deeply") from None


def _found(row: dict[str, Any], table: _Table, number: str) -> Found:
    columns = table.columns
    raw = _first(row, columns["text"])
    if not raw:
        raise Refused(f"row {number} has no text (column {columns['text'][0]!r} is empty)")
    text, notes = repaired(raw)
    page = article(text) if "<html" in text[:2000].casefold() else Found(cell_to_text(text))
    published, note = _date(row, columns["date"], table.order)
    publisher, url = _first(row, columns["publisher"]), _first(row, columns["url"])
    if publisher.startswith(("http://", "https://")):
        publisher, url = "", url or publisher
    return Found(
        page.text,
        cell_to_text(_first(row, columns["title"])) or page.title,
        published or page.published or date_line(page.text),
        "column" if published else "page",
        publisher or page.publisher,
        url or page.url,
        "application/json",
        (*notes, *page.notes, *((note,) if note else ())),
        _others(row, columns),
    )


def _first(row: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first cell with something in it, as text."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str | int | float) and str(value).strip():
            return str(value).strip()
    return ""


def _date(row: dict[str, Any], names: tuple[str, ...], order: str | None) -> tuple[date | None, str | None]:
    """The first day one of the columns gives; else the first note on why not."""
    notes: list[str] = []
    for name in names:
        day, note = parse_date(row.get(name), order)
        if day:
            return day, note
        notes += [note] if note else []
    return None, notes[0] if notes else None


def _others(row: dict[str, Any], columns: Columns) -> dict[str, Any]:
    """The row's other cells as they stand, days in ISO form."""
    others = {name: value for name, value in row.items() if name not in columns["text"]}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in others.items()}
