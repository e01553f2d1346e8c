"""One benchmark on one path: load, sample, judge, measure.

In: a `Benchmark`, a path, whether to take all. Out: `Result`. The sample is drawn from a fixed seed and keeps
the order of the corpus, so that it is the same in every run.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from benchmarks.common.inputs import fingerprint
from benchmarks.common.judged import Benchmark, Judged, Metric, Slip

U = TypeVar("U")
SEED = 20250316


@dataclass(frozen=True)
class Result:
    """What came out: metrics and errors, with all that is needed to get them again."""

    name: str
    units: str
    total: int
    used: int
    fingerprint: str
    dateline: str
    metrics: list[Metric]
    slips: list[Slip]


def sample(units: Sequence[U], size: int | None) -> list[U]:
    """`size` of the units in their order; all of them where there are no more, or `size` is None."""
    if size is None or len(units) <= size:
        return list(units)
    return [units[i] for i in sorted(random.Random(SEED).sample(range(len(units)), size))]


def judge_all(benchmark: Benchmark[U], units: Sequence[U]) -> list[Judged]:
    """Every unit judged; a terminal is shown how far it is."""
    judged = []
    for number, unit in enumerate(units, 1):
        judged.append(benchmark.judge(unit))
        if sys.stderr.isatty():
            print(f"\r{benchmark.name}: {number} of {len(units)} {benchmark.units}", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return judged


def run(benchmark: Benchmark[U], path: Path, every: bool = False) -> Result:
    """The benchmark's result on the path, on the usual sample or on every unit."""
    loaded = benchmark.load(path)
    chosen = sample(loaded.units, None if every else benchmark.sample)
    judged = judge_all(benchmark, chosen)
    return Result(
        benchmark.name, benchmark.units, len(loaded.units), len(chosen), fingerprint(loaded.files),
        version("dateline"), benchmark.metrics(judged), [slip for unit in judged for slip in unit.slips],
    )  # fmt: skip
