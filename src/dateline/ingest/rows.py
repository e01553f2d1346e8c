"""Rows of any table or list to reports: one row, one report; a bad row is named and the rest go on.

In: numbered rows (name -> value). Out: `Incoming` or `Rejected` per row, with origin "FILE#NUMBER".
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from dateline.ingest.assemble import Found, assemble
from dateline.ingest.columns import Columns, choose, flatten
from dateline.ingest.dates import order_of, parse_date
from dateline.ingest.decode import repaired
from dateline.ingest.markup import cell_to_text
from dateline.ingest.page import article
from dateline.ingest.reader import IngestOptions, Refused, Source
from dateline.model.report import Incoming, Rejected
from dateline.model.values import plain

Row = tuple[str, dict[str, Any] | Refused]  # its number, and the row or what is wrong with it


def read_rows(
    source: Source, rows: list[Row], options: IngestOptions, notes: tuple[str, ...] = ()
) -> Iterator[Incoming | Rejected]:
    """A report for every row with text; raises Refused where no column holds text."""
    flat = [(number, _flat(row)) for number, row in rows]
    good = [row for _, row in flat if isinstance(row, dict)]
    if not flat:
        raise Refused("has no rows")
    columns = choose((name for row in good for name in row), options.columns) if good else {}
    order = order_of(row.get(name) for row in good for name in columns.get("date", ()))
    for number, row in flat:
        try:
            yield _report(source, number, row, columns, order, options, notes)
        except Refused as no:
            yield no.at(f"{source.origin}#{number}")


def _flat(row: dict[str, Any] | Refused) -> dict[str, Any] | Refused:
    try:
        return row if isinstance(row, Refused) else flatten(row)
    except Refused as no:
        return no


def _report(
    source: Source,
    number: str,
    row: dict[str, Any] | Refused,
    columns: Columns,
    order: str | None,
    options: IngestOptions,
    notes: tuple[str, ...],
) -> Incoming:
    if isinstance(row, Refused):
        raise row
    original = json.dumps(plain(row), ensure_ascii=False, default=str).encode("utf-8", "replace")
    if len(original) > options.max_bytes:
        raise Refused(f"row {number} has {len(original):,} bytes; {options.max_bytes:,} are read")
    found = _found(row, columns, order, number)
    found = dataclasses.replace(found, notes=(*notes, *found.notes))
    return assemble(
        dataclasses.replace(source, origin=f"{source.origin}#{number}", data=original), found, options
    )


def _found(row: dict[str, Any], columns: Columns, order: str | None, number: str) -> Found:
    raw = _first(row, columns["text"])
    if not raw.strip():
        raise Refused(f"row {number} has no text (column {columns['text'][0]!r} is empty)")
    text, notes = repaired(raw)
    page = article(text) if "<html" in text[:2000].casefold() else Found(cell_to_text(text))
    published, note = _date(row, columns["date"], order)
    publisher, url = _first(row, columns["publisher"]), _first(row, columns["url"])
    if publisher.startswith(("http://", "https://")):
        publisher, url = "", url or publisher
    return Found(
        page.text,
        cell_to_text(_first(row, columns["title"])) or page.title,
        published or page.published,
        "column" if published else "page",
        publisher or page.publisher,
        url or page.url,
        "application/json",
        (*notes, *page.notes, *((note,) if note else ())),
        {name: value for name, value in row.items() if name not in columns["text"]},
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
