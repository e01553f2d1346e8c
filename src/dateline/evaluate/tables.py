"""Scores in writing: a plain text table, and JSON-ready values.

In: `Scores`. Out: lines of text (percent, with the 95 % interval), or a dict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.evaluate.clusters import METRICS as CLUSTER_METRICS
from dateline.evaluate.counts import Figure
from dateline.evaluate.score import Scores, Wrong
from dateline.evaluate.words import table

HEAD = f"{'':36}{'P':>7}{'R':>7}{'F1':>7}  {'95 %':<13}{'right':>6}{'said':>6}{'gold':>6}"
BY = ("found", "sub-event", "place", "period", "participant", "toll", "speaker", "stance")
COUNTED = ("event", "participant", "toll")
GROUPS = ("region", "register", "doer")
CONFUSED = 12  # rows of the table of confused types


def legend() -> str:
    """What each metric says, one a line."""
    rows = {**table("metrics"), **CLUSTER_METRICS}
    return "\n".join(f"{metric:36}{says}" for metric, says in rows.items())


def line(found: Figure) -> str:
    """One metric as a line of the table."""
    count = found.count
    percent = "".join(f"{100 * part:7.1f}" for part in (count.precision, count.recall, count.f1))
    bounds = f"{100 * found.low:.0f}-{100 * found.high:.0f}"
    return f"{found.metric:36}{percent}  {bounds:<13}{count.right:6.0f}{count.said:6}{count.wanted:6}"


def _cell(found: dict[str, Figure], metric: str) -> str:
    """A metric of a group; "found" is the share of its events that were aligned."""
    row = found.get("event" if metric == "found" else metric)
    share = (row.count.recall if metric == "found" else row.count.f1) if row else 0
    return f"{100 * share:12.1f}" if row else f"{'-':>12}"


def _by(scores: Scores, by: str) -> Iterable[str]:
    yield f"{'by ' + by:28}{'events':>8}" + "".join(f"{metric:>12}" for metric in BY)
    for name, events in scores.groups(by).items():
        found = scores.figures(events)
        yield f"{name:28}{len(events):8}" + "".join(_cell(found, metric) for metric in BY)


def _confused(scores: Scores) -> Iterable[str]:
    yield "types most often taken for another (gold, read, how often; 'nothing': missed or invented)"
    rows = [(pair, times) for pair, times in scores.confusion().items() if pair[0] != pair[1]]
    for (gold, read), times in rows[:CONFUSED]:
        yield f"  {gold:42}{read:42}{times:5}"


def text_table(scores: Scores, clusters: Mapping[str, Figure] | None = None) -> str:
    """The whole table: metrics, of merging too where given; by region, register and doer; confused types."""
    figures = scores.figures()
    rows = [HEAD, *(line(figures[metric]) for metric in figures), ""]
    rows += ["{}s: {} missed, {} invented".format(metric, *scores.over(metric)) for metric in COUNTED]
    rows += ["", HEAD, *(line(found) for found in clusters.values())] if clusters else []
    for by in GROUPS:
        rows += ["", *_by(scores, by)]
    return "\n".join([*rows, "", *_confused(scores)])


def error_text(wrong: Wrong) -> str:
    """One entry of the list of the worst, with the words on both sides."""
    head = f"{wrong.report}  {wrong.event or 'no gold event'}  (weight {wrong.weight})"
    return "\n".join([head, *(f"    {metric}: gold {gold}; read {read}" for metric, gold, read in wrong.differs)])


def figures_dict(figures: Mapping[str, Figure]) -> dict[str, Any]:
    """Metric -> P, R, F1 and its bounds (0 to 1), and the counts."""
    return {
        name: {
            "precision": round(f.count.precision, 4), "recall": round(f.count.recall, 4), "f1": round(f.count.f1, 4),
            "low": round(f.low, 4), "high": round(f.high, 4),
            "right": f.count.right, "said": f.count.said, "gold": f.count.wanted,
        }
        for name, f in figures.items()
    }  # fmt: skip


def as_dict(scores: Scores) -> dict[str, Any]:
    """Figures (0 to 1) by metric, by region, register and doer; the confusion of types; the errors."""
    return {
        "reports": len(scores.gold),
        "metrics": figures_dict(scores.figures()),
        "over": {metric: dict(zip(("missed", "invented"), scores.over(metric), strict=True)) for metric in COUNTED},
        "by": {
            by: {name: figures_dict(scores.figures(events)) for name, events in scores.groups(by).items()}
            for by in GROUPS
        },
        "confusion": [{"gold": one, "read": two, "times": times} for (one, two), times in scores.confusion().items()],
        "errors": [
            {"report": w.report, "event": w.event, "weight": w.weight, "differs": [list(row) for row in w.differs]}
            for w in scores.errors()
        ],
    }
