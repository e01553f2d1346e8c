"""A toll over time: who gave which figure of one harm, on which day, as marks of a plot and lines of a table.

In: an event with its reports. Out: a `TollPlot` for each harm of which two figures or more are told; the page draws it
with no script. Parts of a figure and running totals are no marks: they are not figures of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.export import phrases, plot_layout, told
from dateline.export.files import table
from dateline.export.mask import Masker
from dateline.export.plot_layout import Label, Tick
from dateline.findings import Figure, figures
from dateline.model.claims import Event
from dateline.model.dataset import Dataset

OWN = "own"  # the kind of a report's own voice


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: its place on the plot, and what the table says of it. `old`: why it is superseded."""

    number: int
    kind: str
    kind_name: str
    shape: str
    value: str
    said: str
    day: str
    old: str
    x: float
    y: float
    top: float | None  # where the bar from low to high ends; None: no bar
    bottom: float | None
    open_top: bool  # "at least": no end is told
    open_bottom: bool
    label: Label | None


@dataclass(frozen=True, slots=True)
class TollPlot:
    """The marks of one harm with the axes; `title` and `about` tell it to who cannot see it."""

    harm: str
    title: str
    about: str
    marks: tuple[Mark, ...]
    days: tuple[Tick, ...]
    numbers: tuple[Tick, ...]


def plots(event: Event, dataset: Dataset, masker: Masker) -> tuple[TollPlot, ...]:
    """A plot for each harm with two figures or more."""
    found = ((harm, list(_told(event, dataset, harm))) for harm in told.HARMS)
    return tuple(_plot(harm, rows, masker) for harm, rows in found if len(rows) > 1)


def _told(event: Event, dataset: Dataset, harm: str) -> Iterator[Figure]:
    """The figures of the whole, each that one speaker gives on one day once."""
    seen = set()
    for row in figures(event, dataset.reports, harm):
        key = row.speaker, row.day, row.estimate, row.key
        drawn = plot_layout.middle(row.estimate) is not None and row.claim.part_of is None and not row.cumulative
        if drawn and key not in seen:
            seen.add(key)
            yield row


def _plot(harm: str, rows: Sequence[Figure], masker: Masker) -> TollPlot:
    words = table("words.toml")
    most = max(end for row in rows for end in plot_layout.ends(row.estimate) if end is not None)
    days, numbers = plot_layout.Days([row.day for row in rows]), plot_layout.Numbers(most)
    spots = [(days.at(n), numbers.at(plot_layout.middle(row.estimate) or 0)) for n, row in enumerate(rows)]
    bars = [tuple(None if end is None else numbers.at(end) for end in plot_layout.ends(row.estimate)) for row in rows]
    labels = plot_layout.labels(spots, [_speaker(row, masker) for row in rows])
    marks = tuple(_mark(n, rows[n], spots[n], bars[n], labels[n], masker) for n in range(len(rows)))
    title = f"{words['harm'][harm].capitalize()}: who said how many, and when"
    told_of = "; ".join(f"{m.day}, {m.said}: {m.value}{', superseded' if m.old else ''}" for m in marks)
    return TollPlot(harm, title, told_of, marks, days.ticks, numbers.ticks)


def _mark(number: int, row: Figure, spot: tuple[float, float], bar: tuple[float | None, ...], label: Label | None,
          masker: Masker) -> Mark:  # fmt: skip
    kind, bounds = _kind(row), row.estimate
    name, shape = table("words.toml")["plot"][kind]
    low, high = bar
    wide = (low, high) if bounds.low != bounds.high else (None, None)
    open_top = bounds.high is None and bounds.low is not None
    open_bottom = bounds.low is None and bounds.high is not None
    return Mark(
        number + 1, kind, name, shape, masker.words(phrases.claim_toll(row.claim)), _speaker(row, masker),
        "day not known" if row.day == date.max else f"{row.day.day} {row.day:%b %Y}", row.unused or "", *spot,
        wide[1], wide[0], open_top, open_bottom, label,
    )  # fmt: skip


def _kind(row: Figure) -> str:
    kind = row.claim.chain[-1].kind if row.claim.chain else OWN
    return kind if kind in table("words.toml")["plot"] else "other"


def _speaker(row: Figure, masker: Masker) -> str:
    """Who gives it in the end; the outlet where it is the report's own voice."""
    chain = row.claim.chain
    name = masker.speaker(chain[-1]) if chain else ""
    report = masker.dataset.reports.get(row.claim.report)
    own = masker.publisher(report) if report else ""
    return phrases.lower_article(name) or own or "the report itself"
