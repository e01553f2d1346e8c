"""Matching two datasets, measured: ours from the codings of gold, theirs the same events in other columns, with noise.

    python -m benchmarks.compare tests/gold/develop

In: a folder of gold. Out: precision and recall of the one-to-one matches by kind of noise, for our way and for fixed
windows (as MELTT matches; for a coarse code they are told the right sub-event). Each kind is done to every row;
"all of it" to a share of rows each. A fixed seed; figures alone, no words of a report.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.merging import report_of
from benchmarks.noise import Row, kinds
from benchmarks.windows import by_windows
from dateline.compare import Entry, compare_entries, from_events, from_rows
from dateline.compare.agreement import wilson
from dateline.evaluate import GoldReport, load_gold, taken
from dateline.export.acled import write_acled
from dateline.export.interchange import event_json
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.findings import fold
from dateline.ingest.normalise import normalise
from dateline.model.claims import Claim, Event
from dateline.model.dataset import Dataset

SEED = 20251128
HEAD = """\
| theirs: noise | rows | in both | ours: precision | recall | fixed windows: precision | recall |
|---|--:|--:|--:|--:|--:|--:|"""


@dataclass(frozen=True)
class Made:
    """A dataset of ours: its events as entries, and as rows in ACLED's columns."""

    entries: list[Entry]
    rows: list[Row]


def made(gold: Sequence[GoldReport]) -> Made:
    """The happenings that the gold codes, each folded from all its tellings."""
    reports = {report.id: report for report in map(report_of, gold)}
    tellings: dict[str, list[Any]] = {}
    claims: dict[str, Claim] = {}
    for row in gold:
        coded = taken(row, report_of(row))
        claims |= {claim.id: claim for claim in coded.claims}
        accounts = {account.id: account for account in coded.accounts}
        for event in row.events:
            key = event.happening or f"{row.name}#{event.id}"
            tellings.setdefault(key, []).append(accounts[coded.by_event[event.id]])
    events: list[Event] = sorted(
        (fold(found, claims, (), (), reports) for found in tellings.values()), key=lambda e: e.id
    )
    dataset = Dataset(tuple(events), reports)
    masker = Masker(dataset, ExportOptions())
    with tempfile.TemporaryDirectory() as folder:
        write_acled(dataset, Path(folder), ExportOptions())
        with (Path(folder) / "acled.csv").open(encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if "." not in row["event_id_cnty"]]
    return Made(from_events(event_json(event, dataset, masker) for event in events), rows)


def by_fixed_windows(ours: Sequence[Entry], theirs: Sequence[Entry]) -> list[tuple[str, str]]:
    """The pairs of fixed windows; a coarse code of theirs is any of the sub-events it means, as a crosswalk has it."""
    told = [replace(e.facts, account=f"ours {e.name}", report="ours") for e in ours if not e.withheld]
    names = {e.name: e for e in theirs}
    for entry in theirs:
        fits = next(
            (f.sub_event for f in told if f.sub_event in entry.kinds and f.account == f"ours {entry.name}"), None
        )
        told.append(
            replace(
                entry.facts, account=f"theirs {entry.name}", report="theirs", sub_event=fits or entry.facts.sub_event
            )
        )
    pairs = [found for found in by_windows(told) if len(found) == 2]
    return [
        (one.removeprefix("ours "), two.removeprefix("theirs "))
        for one, two in pairs
        if two.removeprefix("theirs ") in names
    ]


def line(title: str, rows: Sequence[Row], ours: Made) -> str:
    """One row of the table."""
    read = from_rows(list(enumerate_rows(rows)), lambda cells: [date.fromisoformat(c[:10]) for c in cells], {})
    shared = {row.get("event_id_cnty") or row["id"] for row in rows} & {e.name for e in ours.entries if not e.withheld}
    found = compare_entries(ours.entries, read.entries, read.dataset, read.title)
    ways = [[(m.ours.name, m.theirs.name) for m in found.one_to_one], by_fixed_windows(ours.entries, read.entries)]
    cells = [title, str(len(rows)), str(len(shared))]
    for pairs in ways:
        right = sum(one == two for one, two in pairs)
        cells += [_share(right, len(pairs)), _share(right, len(shared))]
    return f"| {' | '.join(cells)} |"


def enumerate_rows(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    yield from ((str(number), row) for number, row in enumerate(rows, 1))


def _share(right: int, of: int) -> str:
    low, high = wilson(right, of)
    return f"{100 * right / of if of else 0:.1f} ({100 * low:.0f}-{100 * high:.0f})"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path)
    ours = made([replace(row, text=normalise(row.text)) for row in load_gold(words.parse_args().gold)])
    print(HEAD)
    for title, noise in kinds():
        print(line(title, noise(ours.rows, Random(SEED)), ours), flush=True)


if __name__ == "__main__":
    main()
