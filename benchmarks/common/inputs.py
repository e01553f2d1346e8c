"""Files of a corpus: found, read, hashed; what is wrong with one is told in one line.

In: a path that a person gave. Out: texts, rows of JSON, XML; `InputError` with the file and the trouble.
"""

from __future__ import annotations

import hashlib
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


class InputError(Exception):
    """One line for a person: which file, what is wrong."""


def files(path: Path, wanted: Callable[[Path], bool] = lambda _: True) -> list[Path]:
    """The path itself where it is a file, else the wanted files anywhere under it, sorted."""
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    if path.is_file():
        return [path]
    return sorted(p for p in path.rglob("*") if p.is_file() and wanted(p))


def some(found: list[Path], path: Path, what: str) -> list[Path]:
    """`found`, unless it is empty: then a line that says what was looked for."""
    if not found:
        raise InputError(f"{path}: no {what} there")
    return found


def read_text(path: Path, encoding: str = "utf-8") -> str:
    """The file's text; a byte order mark is dropped."""
    try:
        return path.read_bytes().decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not {encoding} text ({error.reason} at byte {error.start})") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON list, or of a file with one object a line."""
    text = read_text(path)
    try:
        rows = json.loads(text)
    except json.JSONDecodeError:
        try:
            rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError as error:
            raise InputError(f"{path}: not JSON ({error})") from None
    rows = rows if isinstance(rows, list) else [rows]
    if not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{path}: not a list of JSON objects")
    return rows


def read_xml(path: Path) -> ET.Element:
    """The root of the file's XML."""
    read_text(path)
    try:
        return ET.parse(path).getroot()
    except ET.ParseError as error:
        raise InputError(f"{path}: not well-formed XML ({error})") from None


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash of the files' names and contents, whatever folder they lie in."""
    whole = hashlib.sha256()
    for path in sorted(paths, key=lambda p: (p.name, str(p))):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
