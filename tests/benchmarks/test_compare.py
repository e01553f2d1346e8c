"""The benchmark of compare: noise is done to every row, the same in every run; both ways are scored alike."""

from __future__ import annotations

from pathlib import Path
from random import Random

from benchmarks.compare import by_fixed_windows, enumerate_rows, line, made
from benchmarks.noise import kinds
from dateline.compare import from_rows
from dateline.evaluate import GoldReport, load_report
from dateline.ingest.dates import parse_date

ROOT = Path(__file__).parents[2]


def gold() -> list[GoldReport]:
    return [load_report(ROOT / "tests" / "gold" / "develop" / "djibo.toml")]


def test_noise_is_of_one_kind_and_the_same_in_every_run():
    rows = made(gold()).rows
    for name, noise in kinds():
        if "UCDP" in name:
            continue
        changed = noise(rows, Random(5))
        assert changed == noise(rows, Random(5)), name
        assert (changed == rows) == (name == "none"), name


def test_rows_without_noise_are_all_found_by_both_ways():
    ours = made(gold())
    read = from_rows(list(enumerate_rows(ours.rows)), lambda cells: [parse_date(cell)[0] for cell in cells], {})
    pairs = by_fixed_windows(ours.entries, read.entries)
    assert pairs
    assert all(one == two for one, two in pairs)
    assert line("none", ours.rows, ours).startswith(f"| none | {len(ours.rows)} | {len(ours.rows)} | 100.0")
