"""Which column holds what: the user's word first, then common spellings from words.toml.

In: the column names of a table. Out: for each of text, title, date, url, publisher the columns to look in,
best first. Raises `Refused` where none holds text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.ingest.reader import Refused
from dateline.ingest.words import words

FIELDS = ("text", "title", "date", "url", "publisher")
_DEPTH = 20  # what is nested deeper stays as it is

Columns = dict[str, tuple[str, ...]]


def choose(names: Iterable[str], chosen: Mapping[str, str]) -> Columns:
    """Field -> columns to look in, best first."""
    names = list(dict.fromkeys(names))
    if unknown := sorted(set(chosen) - set(FIELDS)):
        raise Refused(f"no field is called {unknown[0]!r}", f"fields are {', '.join(FIELDS)}")
    columns = {field: _named(chosen[field], names) if field in chosen else _guess(field, names) for field in FIELDS}
    if not columns["text"]:
        listed = ", ".join(names[:20]) or "none"
        raise Refused(f"no column holds the text (columns: {listed})", "name it with --column text=NAME")
    return columns


def _named(name: str, names: list[str]) -> tuple[str, ...]:
    found = tuple(n for n in names if _plain(n) == _plain(name) or _plain(n).endswith("." + _plain(name)))
    if name in names:
        return (name,)
    if not found:
        raise Refused(f"has no column {name!r} (columns: {', '.join(names[:20])})", "check --column")
    return found[:1]


def _guess(field: str, names: list[str]) -> tuple[str, ...]:
    found = _spelled(words()["columns"][field], names)
    return found or (_spelled(words()["columns"]["text_else"], names) if field == "text" else ())


def _spelled(spellings: list[str], names: list[str]) -> tuple[str, ...]:
    """The columns spelled so, by preference; whole names before last parts of paths."""
    order: dict[str, None] = {}
    for spelling in spellings:
        for ends in (False, True):
            for name in names:
                plain = _squeezed(name.rsplit(".", 1)[-1] if ends else name)
                if plain == _squeezed(spelling):
                    order.setdefault(name)
    return tuple(order)


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"\.?\$\w+$", "", name).casefold())


def flatten(record: Mapping[str, Any], prefix: str = "", depth: int = 0) -> dict[str, Any]:
    """Nested dicts as one, keys joined by dots; lists of strings become paragraphs."""
    flat: dict[str, Any] = {}
    for key, value in record.items():
        path = f"{prefix}{key}"
        if isinstance(value, Mapping) and depth < _DEPTH:
            flat |= flatten(value, f"{path}.", depth + 1)
        elif isinstance(value, list):
            flat[path] = "\n\n".join(value) if all(isinstance(v, str) for v in value) else value
        else:
            flat[path] = value
    return flat
