"""Quality floors: how low no figure may fall, kept in tests/quality/floors.toml.

    python -m benchmarks.floors [--why REASON]

In: the gold of tests/gold and, where DATELINE_CORPORA is set, a small sample of each corpus; floors as they stand.
Out: the floors raised to one point below today's figures.
A floor only rises. Where gold or a metric has changed and a figure lies lower now, the floor is lowered only
with a written reason, which stays in the file beside the highest value that the floor ever had.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from benchmarks.cli import benchmark
from benchmarks.common.output import title
from benchmarks.common.runner import run
from benchmarks.scores import parts
from dateline.project import score_gold

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
HALVES = ("develop", "measure")
SLACK = 0.01  # how far below the figure a floor lies
FLOORED = ("event", "event for datasets", "not_event", "toll anywhere", "stance", "speaker")
MERGING = ("same event, end to end", "same event, B-cubed precision", "near miss kept apart")
HEAD = """# The least that each figure (F1, 0 to 1) may be. `python -m benchmarks.floors` raises them; none is lowered
# without a reason, which is kept here; `highest` then holds the highest value that the floor ever had. `fingerprint`
# names the gold or corpus that the floors were taken on. Most fields given an event found have none: they may fall
# because harder events come to be found; "all: FIELD" counts missed and invented events too.
"""


@dataclass
class Part:
    """The floors over one folder of gold or one corpus, by metric; where one was lowered, its highest value ever."""

    fingerprint: str = ""
    floor: dict[str, float] = field(default_factory=dict)
    highest: dict[str, float] = field(default_factory=dict)


@dataclass
class Floors:
    """All parts by name; what was lowered: part, metric, from, to, on, why."""

    parts: dict[str, Part] = field(default_factory=dict)
    lowered: list[dict[str, object]] = field(default_factory=list)


def fingerprint(folder: Path) -> str:
    """A hash of the names and contents of all files of the folder."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.t*")):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]


def measured(folder: Path) -> dict[str, float]:
    """Metric -> F1 of what is floored, over one folder of gold, read now."""
    scored = score_gold(folder)
    figures = {name: found.count for name, found in scored.scores.figures().items()}
    kept = {name: count for name, count in figures.items() if name in FLOORED or name.startswith("all: ")}
    kept |= {name: scored.clusters[name].count for name in MERGING if scored.clusters[name].count.wanted}
    return {name: count.f1 for name, count in kept.items()}


def corpus(name: str) -> tuple[str, dict[str, float]] | None:
    """(fingerprint, metric -> value) of a corpus's small sample; None where the corpus is not there."""
    part, folder = parts()[name], os.environ.get("DATELINE_CORPORA")
    path = Path(folder or "") / part.part
    if not folder or not path.exists():
        return None
    result = run(replace(benchmark(name), sample=part.floor_sample), path)
    return result.fingerprint[:16], {title(m): m.part.value for m in result.metrics if part.floors(m)}


def load(path: Path = FLOORS) -> Floors:
    """The floors as they stand."""
    values = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    lowered = values.pop("lowered", [])
    return Floors({name: Part(**part) for name, part in values.items()}, lowered)


def _dump(floors: Floors) -> str:
    rows = [HEAD.rstrip()]
    for name, part in floors.parts.items():
        rows += ["", f"[{name}]", f'fingerprint = "{part.fingerprint}"']
        for table in ("floor", "highest"):
            values = getattr(part, table)
            rows += [f"[{name}.{table}]", *(f'"{m}" = {value:.3f}' for m, value in values.items())] if values else []
    for row in floors.lowered:
        rows += ["", "[[lowered]]", *(f"{key} = {_value(value)}" for key, value in row.items())]
    return "\n".join(rows) + "\n"


def _value(value: object) -> str:
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f"{value}" if isinstance(value, (float, date)) else f'"{escaped}"'


def moved(floors: Floors, name: str, now: Mapping[str, float], mark: str, why: str | None, day: date) -> list[str]:
    """Move one part's floors to just below `now`; the metrics that would fall and may not, for want of a reason."""
    part, kept = floors.parts.setdefault(name, Part()), list[str]()
    part.fingerprint = mark
    for metric, figure in now.items():
        old, new = part.floor.get(metric, 0.0), max(0.0, round(figure - SLACK, 3))
        if figure < old and why:
            row = {"part": name, "metric": metric, "from": old, "to": new, "on": day, "why": why}
            floors.lowered.append(row)
            part.floor[metric], part.highest[metric] = new, max(part.highest.get(metric, 0.0), old)
        elif figure < old:
            kept.append(f"{name}: {metric} is {figure:.3f}, below its floor of {old:.3f}")
        else:
            part.floor[metric] = max(old, new)
            if part.floor[metric] >= part.highest.get(metric, 0.0):
                part.highest.pop(metric, None)
    return kept


def main() -> int:
    """Raise the floors; the exit code is 1 where one would have to fall and no reason is given."""
    parser = argparse.ArgumentParser(description="Raise the quality floors to just below today's figures.")
    parser.add_argument("--why", metavar="REASON", help="why floors may be lowered, where a figure lies below one")
    options = parser.parse_args()
    floors, kept = load(), list[str]()
    for half in HALVES:
        folder = ROOT / "tests" / "gold" / half
        now = measured(folder)
        kept += moved(floors, f"gold-{half}", now, fingerprint(folder), options.why, date.today())
    for name in parts():
        found = corpus(name)
        if found is not None:
            kept += moved(floors, f"corpus-{name}", found[1], found[0], options.why, date.today())
    FLOORS.write_text(_dump(floors), "utf-8")
    print("\n".join(kept) or f"{FLOORS}: floors stand")
    return 1 if kept else 0


if __name__ == "__main__":
    sys.exit(main())
