"""MUC-4 as it lies: texts, key files, and GTT's JSON, in one folder or named one by one.

In: a folder, a file of texts, a file of keys or a gtt JSON file. What belongs together is found by what the files
hold, not by their names: a file given alone is completed by the others of its folder. Out: `Message`s in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common.entities import Template as Filled
from benchmarks.common.inputs import InputError, files, read_rows, read_text
from benchmarks.common.judged import Loaded
from benchmarks.muc4.roles import from_gtt, from_templates
from benchmarks.muc4.syntax import TEMPLATE, Template, parse

TEXT = re.compile(r"^((?:DEV|TST\d+)-MUC\d-\d{4})\b.*$", re.M)
ENCODING = "latin-1"


@dataclass(frozen=True)
class Message:
    """A report with its keys; `official` is None where only a gtt file tells of it."""

    name: str
    text: str
    official: tuple[Template, ...] | None
    roles: tuple[Filled, ...]


def kind(path: Path) -> str:
    """What the file holds: "gtt", "key", "text" or "" for anything else."""
    if path.suffix == ".json":
        return "gtt"
    head = read_text(path, ENCODING)[:20_000]
    if TEMPLATE.search(head):
        return "key"
    return "text" if TEXT.match(head.lstrip()) else ""


def texts(path: Path) -> dict[str, str]:
    """Message id -> text."""
    parts = TEXT.split(read_text(path, ENCODING))
    return {name: text.strip("\n") for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def gtt(path: Path) -> dict[str, dict[str, Any]]:
    """Message id -> row of a gtt file."""
    rows = read_rows(path)
    if not all({"docid", "templates"} <= row.keys() for row in rows):
        raise InputError(f"{path}: not a gtt file (rows with docid, doctext, templates)")
    return {row["docid"]: row for row in rows}


def load(path: Path) -> Loaded[Message]:
    """Every message under the path that has a text and a key."""
    given = [(file, kind(file)) for file in files(path)]
    beside = (
        given if path.is_dir() else [(file, kind(file)) for file in files(path.parent) if file.parent == path.parent]
    )
    if not any(what for _, what in given):
        raise InputError(f"{path}: no texts, keys or gtt JSON of MUC-4 there")
    bodies, keys, rows = _read(beside)
    named = {name for file, what in given for name in _names(file, what)}
    messages = tuple(_messages(sorted(named), bodies, keys, rows))
    if not messages:
        raise InputError(f"{path}: no message there has both a text and a key")
    return Loaded(messages, [file for file, what in beside if what and named & set(_names(file, what))])


def _names(file: Path, what: str) -> Sequence[str]:
    if what == "gtt":
        return list(gtt(file))
    if what == "key":
        return list(parse(read_text(file, ENCODING)))
    return list(texts(file)) if what else []


def _read(
    found: Sequence[tuple[Path, str]],
) -> tuple[dict[str, str], dict[str, list[Template]], dict[str, dict[str, Any]]]:
    bodies: dict[str, str] = {}
    keys: dict[str, list[Template]] = {}
    rows: dict[str, dict[str, Any]] = {}
    for file, what in found:
        if what == "text":
            bodies |= texts(file)
        elif what == "key":
            keys |= parse(read_text(file, ENCODING))
        elif what == "gtt":
            rows |= gtt(file)
    return bodies, keys, rows


def _messages(
    names: Sequence[str],
    bodies: Mapping[str, str],
    keys: Mapping[str, list[Template]],
    rows: Mapping[str, dict[str, Any]],
) -> Iterator[Message]:
    for name in names:
        row = rows.get(name)
        text = bodies.get(name) or str((row or {}).get("doctext", ""))
        if not text or (name not in keys and row is None):
            continue
        official = tuple(keys[name]) if name in keys else None
        roles = from_gtt(row["templates"]) if row is not None else from_templates(official or ())
        yield Message(name, text, official, tuple(roles))
