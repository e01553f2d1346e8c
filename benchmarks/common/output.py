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

HEAD = f"{'':42}{'P':>7}{'R':>7}{'value':>8}  {'95 %':<15}{'counts'}"


def table(result: Result) -> str:
    """The result as a table."""
    head = (
        f"{result.name}: {result.used} of {result.total} {result.units}, dateline {result.dateline}, "
        f"files {result.fingerprint}, seed {SEED}"
    )
    return "\n".join([head, HEAD, *(line(metric) for metric in result.metrics)])


def line(metric: Metric) -> str:
    """One metric."""
    title = metric.name if metric.measure in metric.name else f"{metric.name}, {metric.measure}"
    sides = "".join(f"{100 * side.value:7.1f}" if side else " " * 7 for side in (metric.precision, metric.recall))
    digits, scale = (0, 1) if metric.measure.endswith("km") else (1, 100)
    value, low, high = (f"{scale * v:.{digits}f}" for v in (metric.part.value, metric.part.low, metric.part.high))
    counts = ", ".join(f"{name} {number:g}" for name, number in metric.count.items())
    return f"{title:42}{sides}{value:>8}  {low + ' - ' + high:<15}{counts}"


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
