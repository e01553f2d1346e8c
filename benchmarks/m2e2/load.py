"""M2E2's text events as they lie: a JSON list of tokenised sentences with event mentions.

In: a JSON file or a folder of such. Out: `Article`s: sentences of one document joined in the order of their numbers, a
paragraph each, with gold triggers and arguments as character spans. The file has them out of order, and some twice,
each copy with a part of the gold: they are joined once, with all of it. The document's id holds the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.common.inputs import InputError, files, read_rows, some
from benchmarks.common.judged import Loaded
from benchmarks.common.spans import Span

DAY = re.compile(r"(\d{4})\.(\d\d)\.(\d\d)")
BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event of a type."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A span in a role of an event of a type."""

    span: Span
    kind: str
    role: str


@dataclass(frozen=True)
class Article:
    """A document with the character ranges of its sentences, and gold."""

    name: str
    text: str
    published: date | None
    sentences: tuple[Span, ...]
    triggers: tuple[Trigger, ...]
    arguments: tuple[Argument, ...]


def load(path: Path) -> Loaded[Article]:
    """Every document of the file or folder, in the order of the file."""
    found = some(files(path, lambda p: p.suffix == ".json"), path, "JSON file")
    return Loaded([article for file in found for article in _articles(file)], found)


def _articles(path: Path) -> Iterator[Article]:
    documents: dict[str, list[dict[str, Any]]] = {}
    try:
        for row in read_rows(path):
            documents.setdefault(row["sentence_id"].rsplit("_", 1)[0], []).append(row)
        for name, rows in documents.items():
            yield _article(name, rows)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise InputError(f"{path}: not M2E2's layout ({type(error).__name__}: {error})") from None


def _article(name: str, rows: Sequence[dict[str, Any]]) -> Article:
    text, sentences = "", []
    triggers: list[Trigger] = []
    arguments: list[Argument] = []
    for row, events in _in_order(rows):
        text += BREAK if text else ""
        tokens: list[Span] = []
        start = len(text)
        for word in row["words"]:
            text += " " if tokens else ""
            tokens.append((len(text), len(text) + len(word)))
            text += word
        sentences.append((start, len(text)))
        for event in events:
            triggers.append(Trigger(_span(event["trigger"], tokens), event["event_type"]))
            arguments += [Argument(_span(a, tokens), event["event_type"], a["role"]) for a in event["arguments"]]
    day = DAY.search(name)
    published = date(*map(int, day.groups())) if day else None
    return Article(name, text, published, tuple(sentences), tuple(triggers), tuple(arguments))


def _in_order(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each sentence once, by its number, with the events of all its copies."""
    copies: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        copies.setdefault(int(row["sentence_id"].rsplit("_", 1)[1]), []).append(row)
    for _, same in sorted(copies.items()):
        yield same[0], [event for row in same for event in row["golden-event-mentions"]]


def _span(part: dict[str, Any], tokens: Sequence[Span]) -> Span:
    return tokens[part["start"]][0], tokens[part["end"] - 1][1]
