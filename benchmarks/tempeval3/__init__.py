"""TempEval-3: time expressions. See docs/benchmarks.md, section tempeval3.

In: TimeML files (.tml), one or a folder of them. Out: strict and relaxed span F1, and of the relaxed pairs those with
the right value and the right type.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.common.inputs import InputError, files, read_xml, some
from benchmarks.common.judged import Benchmark, Judged, Loaded, Metric, Slip
from benchmarks.common.metrics import f1_metrics
from benchmarks.common.spans import exact, meet, shared
from benchmarks.common.tally import right
from dateline.extract.read import words
from dateline.extract.when.dateline import dateline
from dateline.extract.when.times import times
from dateline.model.reading import Reading, TimeMention
from dateline.model.report import Report

NAMES = ("strict", "relaxed", "value", "type")


@dataclass(frozen=True, slots=True)
class Timex:
    """A gold time expression."""

    start: int
    end: int
    text: str
    kind: str
    value: str


@dataclass(frozen=True)
class Document:
    """A text without mark-up, the day it was written, its time expressions."""

    name: str
    text: str
    made: date | None
    gold: tuple[Timex, ...]


def load(path: Path) -> Loaded[Document]:
    """Every TimeML document of the file or folder."""
    found = some(files(path, lambda p: p.suffix == ".tml"), path, ".tml file")
    return Loaded([_document(file) for file in found], found)


def _document(path: Path) -> Document:
    root = read_xml(path)
    body = root.find("TEXT")
    if body is None:
        raise InputError(f"{path}: no TEXT in it, so it is no TimeML document")
    stamp = root.find("DCT/TIMEX3")
    day = re.match(r"\d{4}-\d\d-\d\d", stamp.get("value", "") if stamp is not None else "")
    text, gold = _flat(body)
    return Document(path.stem, text, date.fromisoformat(day[0]) if day else None, tuple(gold))


def _flat(body: ET.Element) -> tuple[str, list[Timex]]:
    """The text, and where its TIMEX3 stand; those without words are left out."""
    text, gold = "", []

    def walk(node: ET.Element) -> None:
        nonlocal text
        start = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.tag == "TIMEX3" and len(text) > start:
            gold.append(Timex(start, len(text), text[start:], node.get("type", ""), node.get("value", "")))

    walk(body)
    return text, sorted(gold, key=lambda timex: timex.start)


def judge(document: Document) -> Judged:
    """One document; time expressions are read with its day as the day of the story."""
    report = Report(document.text, published=document.made, language="en")
    read = times(dateline(words(Reading(report)))).times
    gold, ours = [(g.start, g.end) for g in document.gold], [(m.start, m.end) for m in read]
    pairs = [(document.gold[i], read[j]) for i, j in meet(gold, ours, shared)]
    hits = {
        "relaxed": len(pairs),
        "value": sum(g.value == m.value for g, m in pairs),
        "type": sum(g.kind.lower() == m.kind for g, m in pairs),
    }
    tallies = {name: right(number, len(ours), len(gold)) for name, number in hits.items()}
    tallies["strict"] = exact(gold, ours)
    return Judged(document.name, tallies, slips=list(_slips(document, read, pairs)))


def _slips(
    document: Document, read: Sequence[TimeMention], pairs: Sequence[tuple[Timex, TimeMention]]
) -> Iterator[Slip]:
    met_gold, met_read = {g.start for g, _ in pairs}, {m.start for _, m in pairs}
    for g in document.gold:
        if g.start not in met_gold:
            yield Slip(f"missed {g.kind}", document.name, f"{g.text} ({g.value})")
    for m in read:
        if m.start not in met_read:
            yield Slip(f"no expression in gold: {m.kind}", document.name, "", m.text)
    for g, m in pairs:
        if (g.start, g.end) != (m.start, m.end):
            yield Slip("other span", document.name, g.text, m.text)
        if g.value != m.value:
            yield Slip(f"other value of {g.kind}", document.name, f"{g.text}: {g.value}", m.value)


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """The four F1s; value and type count over all expressions, as the task's own scorer does."""
    return f1_metrics(judged, NAMES)


BENCHMARK = Benchmark("tempeval3", "documents", 260, load, judge, metrics)
