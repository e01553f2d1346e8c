"""re3d as it lies: a folder for each source with documents.json, entities.json, relations.json, an object a line.

In: the folder over the sources, one source's folder, or its documents.json. Out: `Document`s with their entities
and relations; what the corpus marks with confidence 0 is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common.inputs import InputError, files, read_rows, some
from benchmarks.common.judged import Loaded
from benchmarks.common.spans import Span

PARTS = ("documents.json", "entities.json", "relations.json")


@dataclass(frozen=True, slots=True)
class Entity:
    """A span with its type."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a kind between the spans of two entities."""

    kind: str
    source: Span
    target: Span


@dataclass(frozen=True)
class Document:
    """A text with gold."""

    name: str
    title: str | None
    text: str
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]


def load(path: Path) -> Loaded[Document]:
    """Every document of every source under the path."""
    found = some([p for p in files(path) if p.name == PARTS[0]], path, PARTS[0])
    documents, used = [], []
    for file in found:
        parts = [file.with_name(name) for name in PARTS]
        for part in parts:
            if not part.is_file():
                raise InputError(f"{part}: no such file beside {file.name}")
        documents += list(_documents(*parts))
        used += parts
    return Loaded(documents, used)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [row for row in read_rows(path) if row.get("confidence", 1) > 0]


def _documents(texts: Path, entities: Path, relations: Path) -> Iterator[Document]:
    try:
        named: dict[str, list[Entity]] = {}
        for row in _rows(entities):
            named.setdefault(row["documentId"], []).append(Entity((row["begin"], row["end"]), row["type"]))
        related: dict[str, list[Relation]] = {}
        for row in _rows(relations):
            spans = (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])
            related.setdefault(row["documentId"], []).append(Relation(row["type"], *spans))
        for row in _rows(texts):
            name = row["_id"]
            own, links = dict.fromkeys(named.get(name, ())), dict.fromkeys(related.get(name, ()))
            yield Document(name, row.get("title"), row["text"], tuple(own), tuple(links))
    except (KeyError, AttributeError, TypeError) as error:
        raise InputError(f"{texts.parent}: not re3d's layout ({type(error).__name__}: {error})") from None
