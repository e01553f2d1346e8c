"""All benchmarks in one go, and the dated section that `make scores` appends to docs/measurements.md.

In: the folder of corpora, corpora.toml. Out: Markdown. A corpus that is not there is listed as absent.
"""

from __future__ import annotations

import os
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.common.inputs import InputError
from benchmarks.common.judged import Benchmark, Metric
from benchmarks.common.output import counts, figures, title
from benchmarks.common.runner import Result, run

HERE = Path(__file__).parent
HEAD = "| corpus | metric | value | 95 % | P / R | counts |\n|---|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Part:
    """Where a benchmark's development part lies, what it measures, which metrics a section shows, which have floors."""

    part: str
    about: str
    shown: tuple[str, ...]
    floored: tuple[str, ...]
    floor_sample: int

    def shows(self, metric: Metric) -> bool:
        """Is the metric one of those of the section?"""
        return any(title(metric).startswith(head) for head in self.shown)

    def floors(self, metric: Metric) -> bool:
        """Has the metric a floor?"""
        return any(title(metric).startswith(head) for head in self.floored)


@cache
def parts() -> dict[str, Part]:
    """Name -> part, in the order of corpora.toml."""
    rows = tomllib.loads((HERE / "corpora.toml").read_text("utf-8"))
    return {
        name: Part(
            row["part"], row["about"], tuple(row["shown"]), tuple(row["floors"]["metrics"]), row["floors"]["sample"]
        )
        for name, row in rows.items()
    }


def corpora_folder() -> Path:
    """The folder that DATELINE_CORPORA names."""
    folder = os.environ.get("DATELINE_CORPORA")
    if not folder:
        raise InputError("DATELINE_CORPORA is not set: it names the folder of corpora")
    return Path(folder)


def run_all(
    folder: Path, benchmark: Callable[[str], Benchmark[object]], every: bool = False, append: Path | None = None
) -> str:
    """Every benchmark on its development part, as one section; also appended to `append`."""
    head = [f"## Scores of {date.today().isoformat()}, commit {commit()}", "", command(every), "", HEAD]
    rows = [row for name, part in parts().items() for row in _rows(name, part, folder, benchmark, every)]
    text = "\n".join([*head, *rows])
    if append is not None:
        append.write_text(append.read_text("utf-8").rstrip("\n") + f"\n\n{text}\n", "utf-8")
    return text


def _rows(
    name: str, part: Part, folder: Path, benchmark: Callable[[str], Benchmark[object]], every: bool
) -> Iterator[str]:
    if not (folder / part.part).exists():
        yield f"| {name} | absent | | | | |"
        return
    result = run(benchmark(name), folder / part.part, every)
    yield from (row(result, metric) for metric in result.metrics if part.shows(metric))


def row(result: Result, metric: Metric) -> str:
    """One metric as a row of the Markdown table."""
    value, low, high = figures(metric.part, metric.measure)
    sides = " / ".join(f"{100 * side.value:.1f}" for side in (metric.precision, metric.recall) if side)
    name = f"{result.name} ({result.used} of {result.total} {result.units})"
    return f"| {name} | {title(metric)} | {value} | {low} - {high} | {sides} | {counts(metric)} |"


def command(every: bool) -> str:
    """The command that gives the section again."""
    return f"Command: `DATELINE_CORPORA=... python -m benchmarks all{' --all' if every else ''}`."


def commit() -> str:
    """The commit of this checkout, or "unknown"."""
    found = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"
