"""What passes between a corpus's module and the runner.

A `Benchmark` loads units (articles, snippets), judges each, and makes metrics of what was judged.
`Judged` is what one unit adds to every metric; intervals come from drawing units anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from benchmarks.common.tally import Tally

U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Slip:
    """One error: its kind, the document, what gold has, what was read."""

    kind: str
    document: str
    gold: str = ""
    read: str = ""


@dataclass(frozen=True)
class Judged:
    """One unit's part: tallies, (gold, read) labels and plain numbers, each by metric; and its errors."""

    unit: str
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    labels: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    numbers: Mapping[str, Sequence[float]] = field(default_factory=dict)
    slips: Sequence[Slip] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A value with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Metric:
    """One metric: what is measured, its value, the counts behind it; precision and recall where it has them."""

    name: str
    measure: str
    part: Part
    count: Mapping[str, float]
    precision: Part | None = None
    recall: Part | None = None


@dataclass(frozen=True)
class Loaded(Generic[U]):
    """All units under a path, and the files they were read from."""

    units: Sequence[U]
    files: Sequence[Path]


@dataclass(frozen=True)
class Benchmark(Generic[U]):
    """One corpus: what a unit is called, how many make the usual sample, and the three steps.

    `answers` makes of a file with another system's answers a benchmark that scores them.
    """

    name: str
    units: str
    sample: int
    load: Callable[[Path], Loaded[U]]
    judge: Callable[[U], Judged]
    metrics: Callable[[Sequence[Judged]], list[Metric]]
    answers: Callable[[Path], Benchmark[U]] | None = None
