"""Every event in one line: when, where, what, who to whom, harm and on whose word.

In: a dataset. Out: a `Listing` of `Row`s by day; what a person reads at a glance after a run.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.export import phrases
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.export.page_events import view
from dateline.export.told import HARMS
from dateline.model.claims import Claim, Event
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

    def first(self, most: int | None) -> tuple[Row, ...]:
        """At most that many rows (None: all), by day: what is told as news before background and what is withheld."""
        weighed = sorted(self.rows, key=lambda row: (bool(row.withheld), row.salience == "background"))
        kept = {row.id for row in weighed[:most]}
        return tuple(row for row in self.rows if row.id in kept)


def listing(dataset: Dataset) -> Listing:
    """Every event in one row, by first day, then id; those with no day last."""
    masker = Masker(dataset, ExportOptions(), leaves=False)
    rows = sorted((_row(event, dataset, masker) for event in dataset.events), key=lambda r: (r.start or "9999", r.id))
    return Listing(tuple(rows), sum(not event.exported for event in dataset.events))


def _row(event: Event, dataset: Dataset, masker: Masker) -> Row:
    shown = view(event, dataset, masker)
    reports = len({account.report for account in event.accounts})
    return Row(
        event.id, shown.when, shown.where, shown.what, shown.who, shown.whom, _harms(event, masker), reports,
        event.salience, shown.start, shown.withheld,
    )  # fmt: skip


def _harms(event: Event, masker: Masker) -> tuple[str, ...]:
    """One line a harm: "killed: at least 17 people (a local official); 11 people (the army)"."""
    lines = []
    for harm in HARMS:
        told = [claim for claim in event.claims if claim.field == harm]
        whole = {claim.id for claim in told}
        figures = list(dict.fromkeys(_figure(c, masker) for c in told if c.part_of not in whole))
        more = [f"and {len(figures) - SHOWN} more"] if len(figures) > SHOWN else []
        lines += [f"{harm}: {'; '.join(figures[:SHOWN] + more)}"] if figures else []
    return tuple(lines)


def _figure(claim: Claim, masker: Masker) -> str:
    """A figure with whose word it is, and how far the words hold it."""
    said = phrases.lower_article(phrases.sayers(claim, masker)) or "the report"
    doubts = [claim.stance] if claim.stance != "asserted" else []
    return f"{phrases.claim_toll(claim)} ({', '.join([said, *doubts, *filter(None, [claim.verification])])})"
