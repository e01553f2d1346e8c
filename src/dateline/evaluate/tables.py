"""Scores in writing: a plain text table, and JSON-ready values.

In: `Scores`. Out: lines of text (percent, with the 95 % interval), or a dict.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.evaluate.counts import Figure
from dateline.evaluate.score import Scores, Wrong
from dateline.evaluate.words import table

HEAD = f"{'':24}{'P':>7}{'R':>7}{'F1':>7}  {'95 %':<13}{'right':>6}{'said':>6}{'gold':>6}"
BY = ("event", "sub-event", "place", "period", "participant", "toll", "speaker")
COUNTED = ("event", "participant", "toll")


def legend() -> str:
    """What each metric says, one a line."""
    return "\n".join(f"{metric:24}{says}" for metric, says in table("metrics").items())


def line(found: Figure) -> str:
    """One metric as a line of the table."""
    count = found.count
    percent = "".join(f"{100 * part:7.1f}" for part in (count.precision, count.recall, count.f1))
    bounds = f"{100 * found.low:.0f}-{100 * found.high:.0f}"
    return f"{found.metric:24}{percent}  {bounds:<13}{count.right:6}{count.said:6}{count.wanted:6}"


def _by(scores: Scores, by: str) -> Iterable[str]:
    yield f"F1 by {by:18}{'reports':>8}" + "".join(f"{metric:>12}" for metric in BY)
    for name, indexes in scores.groups(by).items():
        found = scores.figures(indexes)
        cells = (f"{100 * found[m].count.f1:12.1f}" if m in found else f"{'-':>12}" for m in BY)
        yield f"{name:24}{len(indexes):8}" + "".join(cells)


def text_table(scores: Scores) -> str:
    """The whole table: metrics, then by continent and by register."""
    figures = scores.figures()
    rows = [HEAD, *(line(figures[metric]) for metric in figures), ""]
    rows += ["{}s: {} missed, {} invented".format(metric, *scores.over(metric)) for metric in COUNTED]
    return "\n".join([*rows, "", *_by(scores, "continent"), "", *_by(scores, "register")])


def error_text(wrong: Wrong) -> str:
    """One entry of the list of the worst, with the words on both sides."""
    head = f"{wrong.report}  {wrong.event or 'no gold event'}  (weight {wrong.weight})"
    return "\n".join([head, *(f"    {metric}: gold {gold}; read {read}" for metric, gold, read in wrong.differs)])


def _plain(figures: dict[str, Figure]) -> dict[str, Any]:
    return {
        name: {
            "precision": round(f.count.precision, 4), "recall": round(f.count.recall, 4), "f1": round(f.count.f1, 4),
            "low": round(f.low, 4), "high": round(f.high, 4),
            "right": f.count.right, "said": f.count.said, "gold": f.count.wanted,
        }
        for name, f in figures.items()
    }  # fmt: skip


def as_dict(scores: Scores) -> dict[str, Any]:
    """Figures (0 to 1) by metric, by continent, by register, and the errors."""
    return {
        "reports": len(scores.gold),
        "metrics": _plain(scores.figures()),
        "over": {metric: dict(zip(("missed", "invented"), scores.over(metric), strict=True)) for metric in COUNTED},
        "by": {
            by: {name: _plain(scores.figures(indexes)) for name, indexes in scores.groups(by).items()}
            for by in ("continent", "register")
        },
        "errors": [
            {"report": w.report, "event": w.event, "weight": w.weight, "differs": [list(row) for row in w.differs]}
            for w in scores.errors()
        ],
    }
