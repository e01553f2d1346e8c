"""CASE 2021 task 2: the ACLED sub-event of a snippet. See docs/benchmarks.md, section case2021.

In: a tab-separated file with a header and the columns EventSnippet and SubType (or a folder of such). Out: F1 weighted
by class over ACLED's 25 types, and over all types of the file.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.inputs import InputError, files, read_text, some
from benchmarks.common.judged import Benchmark, Judged, Loaded, Metric, Slip
from benchmarks.common.metrics import accuracy, macro, over_classes, weighted
from benchmarks.common.reading import main_event, read_report
from dateline.evaluate.told import told_events

COLUMNS = {"EventSnippet", "SubType"}
NONE, REST, TYPE = "none", "Other", "sub-event"


@dataclass(frozen=True)
class Snippet:
    """A text with its label."""

    name: str
    text: str
    label: str


@cache
def types() -> dict[str, Any]:
    """types.toml."""
    return tomllib.loads(Path(__file__).with_name("types.toml").read_text("utf-8"))


def load(path: Path) -> Loaded[Snippet]:
    """The snippets of the file, or of every table under the folder."""
    tables = some(files(path, lambda p: p.suffix in (".tsv", ".csv", ".txt") and p.name != "SOURCE.txt"), path, "table")
    return Loaded([snippet for table in tables for snippet in _rows(table)], tables)


def _rows(path: Path) -> list[Snippet]:
    lines = read_text(path).splitlines()
    mark = "\t" if lines and "\t" in lines[0] else ","
    rows = csv.DictReader(lines, delimiter=mark, quoting=csv.QUOTE_NONE if mark == "\t" else csv.QUOTE_MINIMAL)
    if not set(rows.fieldnames or ()) >= COLUMNS:
        raise InputError(f"{path}: no columns EventSnippet and SubType")
    found = []
    for number, row in enumerate(rows, 1):
        if not row["EventSnippet"] or not row["SubType"]:
            raise InputError(f"{path}: row {number} lacks a snippet or a type")
        found.append(Snippet(f"{path.stem}:{row.get('id') or number}", row["EventSnippet"], row["SubType"].strip()))
    return found


def judge(snippet: Snippet) -> Judged:
    """The label, and the sub-event of the event that the snippet is about, whatever its stance ("none": none read).

    What has a type goes before what has none of its own ("Other").
    """
    events = told_events(read_report(snippet.text, origin=snippet.name))
    event = main_event([event for event in events if event.sub_event != REST] or events)
    read = event.sub_event if event else NONE
    gold = types()["acled"].get(snippet.label, snippet.label)
    slips = [Slip(f"{gold} read as {read}", snippet.name, gold, read)] if gold != read else []
    return Judged(snippet.name, labels={TYPE: [(gold, read)]}, slips=slips)


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """Weighted F1 on the 25 types and on all; macro F1 and accuracy beside."""
    acled = sorted(types()["acled"].values())
    return [
        over_classes(judged, TYPE, "25 ACLED types", weighted, acled),
        over_classes(judged, TYPE, "all types", weighted),
        over_classes(judged, TYPE, "25 ACLED types", macro, acled),
        accuracy(judged, TYPE),
    ]


BENCHMARK = Benchmark("case2021", "snippets", 400, load, judge, metrics)
