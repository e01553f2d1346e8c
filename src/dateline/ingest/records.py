"""Lists of reports in JSON: one object a line, a list, or a list somewhere inside an object.

In: a .jsonl or .json file. Out: a report per object, numbered from 1 (lines: by line).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dateline.ingest.columns import choose, flatten
from dateline.ingest.decode import decode
from dateline.ingest.reader import IngestOptions, Refused, Source, reads
from dateline.ingest.rows import Row, read_rows
from dateline.model.report import Incoming, Rejected


@reads(".jsonl", ".ndjson", many=True)
def read_jsonl(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """A report per line; a line that is no JSON is named and the rest go on."""
    text, notes = decode(source.data, options.encoding)
    yield from read_rows(source, _lines(text), options, notes)


@reads(".json", many=True)
def read_json(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """A report per object of the list; JSON lines under this name are read as such."""
    text, notes = decode(source.data, options.encoding)
    try:
        rows = _numbered(_records(json.loads(text), options))
    except RecursionError:
        raise Refused("is nested too deeply") from None
    except json.JSONDecodeError as error:
        rows = _lines(text)
        if all(isinstance(row, Refused) for _, row in rows):
            raise Refused(f"is not JSON ({error.msg}, line {error.lineno})") from None
    yield from read_rows(source, rows, options, notes)


def _lines(text: str) -> list[Row]:
    lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip("\ufeff\r\t "))
    return [(str(number), _line(number, line.strip("\ufeff\r\t "))) for number, line in lines]


def _line(number: int, line: str) -> dict[str, Any] | Refused:
    try:
        return _record(json.loads(line))
    except RecursionError:
        return Refused(f"line {number} is nested too deeply")
    except ValueError as error:
        return Refused(f"line {number} is not JSON ({getattr(error, 'msg', error)})")


def _numbered(records: list[Any]) -> list[Row]:
    return [(str(number), _record(record)) for number, record in enumerate(records, 1)]


def _record(value: Any) -> dict[str, Any] | Refused:
    if isinstance(value, dict):
        return value
    return {"text": value} if isinstance(value, str) else Refused("is no object with a text")


def _records(value: Any, options: IngestOptions) -> list[Any]:
    """The list itself, the object as one record, or the longest list of objects inside it."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        raise Refused("is no list of reports")
    if _is_report(value, options):
        return [value]
    inner = [item for item in value.values() if isinstance(item, list) and any(isinstance(i, dict) for i in item)]
    if inner:
        return max(inner, key=len)
    if value and all(isinstance(item, dict) for item in value.values()):
        return list(value.values())
    return [value]


def _is_report(value: dict[str, Any], options: IngestOptions) -> bool:
    """Has it a text of its own, rather than reports inside?"""
    try:
        flat = flatten({key: item for key, item in value.items() if not isinstance(item, dict)})
        columns = choose(flat, {"text": options.columns["text"]} if "text" in options.columns else {})
        return isinstance(flat[columns["text"][0]], str)
    except Refused:
        return False
