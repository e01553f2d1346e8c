"""Files written whole or not at all, and the assets of this room.

In: a path and the bytes it shall hold. Out: the path, in place by a rename; `DatelineError` in one
line where the disk is full or the folder cannot be written.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import StoreError

NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_whole(path: Path, content: str) -> Path:
    """Write `content` (UTF-8) beside `path`, then rename; StoreError in one line where it cannot."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(content.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        _drop(beside)
        why = error.strerror or error
        raise StoreError(f"{path}: cannot write: {why}; free space or name another folder") from None
    return path


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def cell(value: object) -> object:
    """`value` as a spreadsheet may hold it: words that would run as a formula get an apostrophe."""
    words = isinstance(value, str) and value.startswith(FORMULA) and not NUMBER.fullmatch(value)
    return f"'{value}" if words else value


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> Path:
    """Write rows under a header line, comma-separated, UTF-8, line feeds."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row[column]) for column in columns] for row in rows)
    return write_whole(path, buffer.getvalue())


def asset(name: str) -> str:
    """The text of a file in this room ("assets/report.css")."""
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of this room, read once."""
    return tomllib.loads(asset(name))
