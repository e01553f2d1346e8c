"""A result in writing: a table for people, a JSON object for programs, errors by kind.

In: a `Result`. Out: lines of text, or a plain dict (its shape is in schema.json). Shares are in percent in
the table and between 0 and 1 in JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.common.judged import Metric, Part
from benchmarks.common.runner import SEED, Result
from dateline.evaluate.counts import SAMPLES

HEAD = f"{'':50}{'P':>7}{'R':>7}{'value':>8}  {'95 %':<15}{'counts'}"


def table(result: Result) -> str:
    """The result as a table."""
    head = (
        f"{result.name}: {result.used} of {result.total} {result.units}, dateline {result.dateline}, "
        f"files {result.fingerprint}, seed {SEED}"
    )
    return "\n".join([head, HEAD, *(line(metric) for metric in result.metrics)])


def title(metric: Metric) -> str:
    """The metric's name, with its measure where the name does not say it."""
    return metric.name if metric.measure in metric.name else f"{metric.name}, {metric.measure}"


def figures(part: Part, measure: str) -> tuple[str, str, str]:
    """Value and bounds: kilometres whole, all else in percent."""
    digits, scale = (0, 1) if measure == "km" else (1, 100)
    value, low, high = (f"{scale * number:.{digits}f}" for number in (part.value, part.low, part.high))
    return value, low, high


def counts(metric: Metric) -> str:
    """The counts in words."""
    return ", ".join(f"{name} {round(number, 1):g}" for name, number in metric.count.items())


def line(metric: Metric) -> str:
    """One metric."""
    sides = "".join(f"{100 * side.value:7.1f}" if side else " " * 7 for side in (metric.precision, metric.recall))
    value, low, high = figures(metric.part, metric.measure)
    return f"{title(metric):50}{sides}{value:>8}  {low + ' - ' + high:<15}{counts(metric)}"


def as_dict(result: Result) -> dict[str, Any]:
    """The result as plain JSON."""
    return {
        "benchmark": result.name,
        "dateline": result.dateline,
        "units": result.units,
        "total": result.total,
        "used": result.used,
        "seed": SEED,
        "bootstrap_samples": SAMPLES,
        "fingerprint": result.fingerprint,
        "metrics": [_plain(metric) for metric in result.metrics],
    }


def _plain(metric: Metric) -> dict[str, Any]:
    found = {"name": metric.name, "measure": metric.measure, **_part(metric.part), "count": dict(metric.count)}
    for name, side in (("precision", metric.precision), ("recall", metric.recall)):
        if side is not None:
            found[name] = _part(side)
    return found


def _part(part: Part) -> dict[str, Any]:
    return {"value": round(part.value, 4), "interval": [round(part.low, 4), round(part.high, 4)]}


def errors(result: Result, most: int) -> Iterator[str]:
    """How many errors of each kind, the commonest first, then up to `most` of each."""
    kinds = Counter(slip.kind for slip in result.slips)
    yield f"errors: {len(result.slips)}"
    for kind, number in kinds.most_common():
        yield f"  {number:5}  {kind}"
    for kind, _ in kinds.most_common():
        yield f"{kind}:"
        for slip in [s for s in result.slips if s.kind == kind][:most]:
            yield f"    {slip.document}: gold {slip.gold or '-'}; read {slip.read or '-'}"
