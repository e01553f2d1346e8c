"""Every event in one line: when, where, what, who to whom, harm and on whose word.

In: a dataset. Out: a `Listing` of `Row`s by day; what a person reads at a glance after a run.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.export.page_events import EventView, Figure, view
from dateline.model.claims import Event
from dateline.model.dataset import Dataset

SHOWN = 3  # figures of one harm in a line


@dataclass(frozen=True, slots=True)
class Row:
    """One event in words; `start` is its ISO first day or ""; `withheld` says why it stays out of datasets."""

    id: str
    when: str
    where: str
    what: str
    who: str
    whom: str
    harm: tuple[str, ...]
    reports: int
    salience: str
    start: str
    withheld: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows by day; how many events are withheld."""

    rows: tuple[Row, ...]
    withheld: int


def listing(dataset: Dataset) -> Listing:
    """Every event in one row, by first day, then id; those with no day last."""
    masker = Masker(dataset, ExportOptions())
    rows = sorted((_row(e, view(e, dataset, masker)) for e in dataset.events), key=lambda r: (r.start or "9999", r.id))
    return Listing(tuple(rows), sum(not event.exported for event in dataset.events))


def _row(event: Event, shown: EventView) -> Row:
    harms = tuple(_harm(name, list(group)) for name, group in groupby(shown.harms, key=lambda figure: figure.harm))
    reports = len({account.report for account in event.accounts})
    return Row(
        event.id, shown.when, shown.where, shown.what, shown.who, shown.whom, harms, reports, event.salience,
        shown.start, shown.withheld,
    )  # fmt: skip


def _harm(name: str, figures: list[Figure]) -> str:
    """ "killed: at least 17 people (a local official); 11 people (the army)"."""
    whole = [figure for figure in figures if not figure.part] or figures
    told = [f"{figure.value} ({_by(figure)})" for figure in whole[:SHOWN]]
    rest = [f"and {len(whole) - SHOWN} more figures"] if len(whole) > SHOWN else []
    return f"{name}: {'; '.join(told + rest)}"


def _by(figure: Figure) -> str:
    return figure.said + (f", {figure.doubt}" if figure.doubt else "")
