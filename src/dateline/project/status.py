"""What is in a project and what came of it: nothing is lost silently.

In: a dataset, the decisions, the pairs to judge. Out: a `Status` of counts, of every report with its outcome, of
what no claim used ("unread"), and of those pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.export import told
from dateline.findings import standing
from dateline.model.claims import Decision
from dateline.model.dataset import Dataset, Outcome
from dateline.model.reading import Unread
from dateline.model.report import Rejected, Report
from dateline.project.pairs import PairStatus


@dataclass(frozen=True, slots=True)
class ReportStatus:
    """One report with what came of it; `unread` are the numbers, places, times and groups no claim used."""

    id: str
    name: str
    origin: str | None
    published: str | None
    outcome: str
    events: tuple[str, ...]
    reprint_of: str | None
    replaced_by: str | None
    unread: tuple[Unread, ...]

    def lines(self) -> list[str]:
        """The report with what came of it."""
        again = f", a reprint of {self.reprint_of}" if self.reprint_of else ""
        again += f", replaced by {self.replaced_by}, a later version of the page" if self.replaced_by else ""
        told_of = f": {', '.join(self.events)}" if self.events else ""
        return [f"{self.id}  {self.published or 'no date   '}  {self.name}", f"    {self.outcome}{again}{told_of}"]

    def unread_lines(self) -> list[str]:
        """What no claim used, by kind, with the offsets."""
        lines = [f"{self.id}  {self.name}: {len(self.unread) or 'nothing'} unread"]
        for kind in sorted({item.kind for item in self.unread}):
            passages = [item.passage for item in self.unread if item.kind == kind]
            words = [f"“{' '.join(passage.quote.split())}” {passage.start}" for passage in passages]
            lines.append(f"    {kind}: {', '.join(words)}")
        return lines


@dataclass(frozen=True, slots=True)
class Status:
    """Counts by kind; `waiting` reports have not been read yet."""

    reports: tuple[ReportStatus, ...]
    waiting: int
    rejected: tuple[Rejected, ...]
    outcomes: dict[str, int]
    events: dict[str, int]
    withheld: dict[str, int]
    merged: int
    near_misses: int
    decisions: int
    standing: int
    unread: dict[str, int]
    pairs: tuple[PairStatus, ...]

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def status(dataset: Dataset, log: Sequence[Decision], pairs: tuple[PairStatus, ...]) -> Status:
    """The status of a project."""
    outcomes = {outcome.report: outcome for outcome in dataset.outcomes}
    rows = [_report(report, outcomes.get(name)) for name, report in dataset.reports.items()]
    unread = Counter(item.kind for row in rows for item in row.unread)
    return Status(
        reports=tuple(sorted(rows, key=lambda row: (row.published or "9999", row.name, row.id))),
        waiting=len(set(dataset.reports) - set(outcomes)),
        rejected=dataset.rejected,
        outcomes=_counted(row.outcome for row in rows),
        events=_counted(event.type.acled_event for event in dataset.events),
        withheld=_counted(event.withheld or "" for event in dataset.events if not event.exported),
        merged=sum(len({a.report for a in event.accounts}) > 1 for event in dataset.events),
        near_misses=len(dataset.near_misses),
        decisions=len(log),
        standing=len(standing(log)),
        unread=dict(sorted(unread.items())),
        pairs=pairs,
    )


def _counted(words: Iterable[str]) -> dict[str, int]:
    counted = Counter(words)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _report(report: Report, outcome: Outcome | None) -> ReportStatus:
    day = report.published.isoformat() if report.published else None
    name = report.title or told.file_name(report) or report.id
    if outcome is None:
        return ReportStatus(report.id, name, report.origin, day, "not yet read", (), None, None, ())
    return ReportStatus(
        report.id, name, report.origin, day, outcome.outcome, outcome.events,
        outcome.reprint_of, outcome.replaced_by, outcome.unread,
    )  # fmt: skip


def _lines(status: Status) -> list[str]:
    events, withheld = sum(status.events.values()), sum(status.withheld.values())
    lines = [f"{len(status.reports)} reports" + (f", {status.waiting} not yet read" if status.waiting else "")]
    lines += [f"  {count:5}  {what}" for what, count in status.outcomes.items()]
    lines += [f"  {len(status.rejected):5}  inputs refused"] if status.rejected else []
    lines += [f"{events} events, {status.merged} of them told by several reports, {withheld} withheld"]
    lines += [f"  {count:5}  {what}" for what, count in status.events.items()]
    lines += [f"  {count:5}  withheld: {why}" for why, count in status.withheld.items()]
    lines += [f"{status.near_misses} pairs of accounts nearly merged"] if status.near_misses else []
    lines += [f"{status.decisions} decisions, {status.standing} of them standing"]
    words = ", ".join(f"{count} {kind}s" for kind, count in status.unread.items())
    return [*lines, f"unread, in no claim: {words or 'nothing'}"]
