"""Tables of reports: CSV, TSV and Excel workbooks, one row a report.

In: a file whose first row names the columns. Out: a report per row, numbered from 1 below that row.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.ingest.decode import decode
from dateline.ingest.reader import IngestOptions, Refused, Source, reads
from dateline.ingest.rows import Row, read_rows
from dateline.ingest.word import UNPACKED_FACTOR, check_archive
from dateline.model.report import Incoming, Rejected

_DELIMITERS = ",;\t|"


@reads(".csv", ".tsv", many=True)
def read_csv(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """A report per row; the delimiter (comma, semicolon, tab, bar) is the header's commonest."""
    rows, notes = csv_rows(source.data, options.encoding)
    yield from read_rows(source, rows, options, notes)


def csv_rows(data: bytes, encoding: str | None = None) -> tuple[list[Row], tuple[str, ...]]:
    """The numbered rows of a CSV file, and notes on how it was read; Refused where it is none."""
    text, notes = decode(data, encoding)
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(sys.maxsize)
    try:
        lines = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Refused(f"is not a readable table ({error})") from None
    return _rows(lines), notes


@reads(".xlsx", ".xlsm", many=True)
def read_xlsx(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """A report per row of every sheet that has a text column."""
    check_archive(source.data, options.max_bytes * UNPACKED_FACTOR, "Excel workbook")
    sheets = {name: rows for name, rows in _sheets(source.data).items() if rows}
    problems: list[Refused] = []
    read = 0
    for name, lines in sheets.items():
        try:
            yield from read_rows(source, _rows(lines, "" if len(sheets) == 1 else f"{name}!"), options)
            read += 1
        except Refused as no:
            problems.append(no)
    if not read:
        raise problems[0] if problems else Refused("has no rows")


def _sheets(data: bytes) -> dict[str, list[list[Any]]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return {
            sheet.title: [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
            for sheet in book.worksheets
        }
    except Exception as error:
        raise Refused(f"is not a readable workbook ({type(error).__name__})", "open it and save it anew") from None


def _cell(value: Any) -> Any:
    return value.replace("_x000D_", "") if isinstance(value, str) else value


def _rows(lines: Iterable[list[Any]], prefix: str = "") -> list[Row]:
    """The rows below the first filled one, which names the columns; blank rows count but are left out."""
    header: list[str] | None = None
    rows: list[Row] = []
    number = 0
    for line in lines:
        filled = any(value not in (None, "") for value in line)
        if header is None:
            header = _header(line) if filled else None
            continue
        number += 1
        if filled:
            rows.append((f"{prefix}{number}", dict(zip(header, line, strict=False))))
    return rows


def _header(line: list[Any]) -> list[str]:
    """Column names, the unnamed and the repeated told apart by their position."""
    names: list[str] = []
    for position, value in enumerate(line, 1):
        name = str(value if value is not None else "").strip() or f"column {position}"
        names.append(f"{name} ({position})" if name in names else name)
    return names
