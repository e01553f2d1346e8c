"""A project: one file that holds reports, claims, links and decisions, and the verbs on it.

In: paths and options. Out: events, files, explanations. Every verb of the command line is one
method here. Nothing is overwritten: events are folded anew from what is stored.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from dateline.config import Config, load_config
from dateline.errors import DatelineError, NothingRead, StoreError
from dateline.export.options import ExportOptions
from dateline.findings import fold_all
from dateline.ingest import IngestOptions, ingest
from dateline.merge import merge
from dateline.model.claims import Decision, Event, Link
from dateline.model.dataset import Dataset, Outcome
from dateline.model.report import Incoming, Rejected, Report, digest
from dateline.project.reading import read_all
from dateline.registry import plugins
from dateline.store import Store

NAME = "project.dateline"
WRITTEN_BY_RUN = ("jsonl", "acled", "geojson", "report")
Progress = Callable[[str, int, int], None]  # step, done, of how many


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did: reports added, known before, refused; files written."""

    added: int
    known: int
    rejected: tuple[Rejected, ...]
    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did with its input."""

    added: int = 0
    known: int = 0
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = field(default=())


def _silent(step: str, done: int, total: int) -> None:
    """No progress shown."""


def open_project(path: str | Path) -> Project:
    """The project in that file, or in that folder; StoreError where there is none."""
    file = Path(path)
    file = file / NAME if file.is_dir() else file
    if not file.exists():
        raise StoreError(f"{file}: there is no project here; make one with 'dateline init' or 'dateline run'")
    return Project(file)


def init(folder: str | Path) -> Project:
    """A new project in `folder`, or the one that is there."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made: {error.strerror}; name another folder") from None
    return Project(Path(folder) / NAME)


def run(
    sources: Iterable[str | Path],
    out: str | Path,
    options: IngestOptions | None = None,
    export: ExportOptions | None = None,
    progress: Progress = _silent,
) -> tuple[Project, RunSummary]:
    """Add, extract, merge and export in one go; the project stays in `out`."""
    project = init(out)
    added = project.add(sources, options, progress)
    if not project.reports():
        raise NothingRead("no report could be read" + "".join(f"\n  {r}" for r in added.rejected))
    project.extract(progress)
    project.merge()
    files = project.export(Path(out), WRITTEN_BY_RUN, export, progress)
    return project, RunSummary(added.added, added.known, added.rejected, tuple(files), added.notes)


class Project:
    """One project file with dateline's verbs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config: Config = load_config(path.parent)
        self.store = Store(path)
        self._events: tuple[str, tuple[Event, ...]] | None = None

    # ------------------------------------------------------------------ what goes in
    def add(
        self, sources: Iterable[str | Path], options: IngestOptions | None = None, progress: Progress = _silent
    ) -> Added:
        """Keep the reports that `sources` hold; each once; what cannot be read is listed."""
        added = known = 0
        rejected, notes = [], []
        for number, found in enumerate(ingest(sources, options), 1):
            progress("adding", number, 0)
            if isinstance(found, Incoming):
                new = self.store.add_report(found.report, found.original)
                added, known = added + new, known + (not new)
                notes.extend(f"{found.report.origin}: {note}" for note in found.notes)
            else:
                self.store.add_rejected(found)
                rejected.append(found)
        return Added(added, known, tuple(rejected), tuple(notes))

    def extract(self, progress: Progress = _silent) -> int:
        """Read every report not yet read; how many were."""
        reports, waiting = self.store.reports(), self.store.unread_reports()
        for number, (claims, accounts, outcome) in enumerate(
            read_all([reports[name] for name in waiting], self.config.workers), 1
        ):
            self.store.add_reading(claims, accounts, outcome)
            progress("reading", number, len(waiting))
        return len(waiting)

    def merge(self) -> int:
        """Link the accounts of one event; how many links join two accounts."""
        return sum(link.judgement == "same" for link in self.links())

    # ------------------------------------------------------------------ what it adds up to
    def reports(self) -> dict[str, Report]:
        """The project's reports by id."""
        return self.store.reports()

    def _run(self) -> str:
        accounts = [account.id for account in self.store.accounts()]
        return digest(*accounts, *(decision.id for decision in self.store.decisions()))

    def links(self) -> list[Link]:
        """The links of the current accounts and decisions, merged where they are not yet."""
        name = self._run()
        known = self.store.links(name)
        if known is not None:
            return known
        result = merge(self.store.accounts(), self.store.claims(), self.store.reports(), self.store.decisions())
        self.store.add_merge(name, result.links, result.reprints)
        return self.store.links(name) or []

    def events(self) -> tuple[Event, ...]:
        """Every event, folded from accounts, claims, links and decisions, in id order."""
        name = self._run()
        if self._events is None or self._events[0] != name:
            folded = fold_all(
                self.store.accounts(), self.store.claims(), self.links(), self.store.decisions(), self.store.reports()
            )
            self._events = (name, folded)
        return self._events[1]

    def event(self, name: str) -> Event:
        """The event of that id, alias or beginning of an id; DatelineError where none or several match."""
        wanted = name if name.startswith("DL-") else f"DL-{name}"
        found = [e for e in self.events() if wanted in (e.id, *e.aliases)]
        found = found or [e for e in self.events() if e.id.startswith(wanted)]
        if len(found) != 1:
            what = "no event" if not found else f"{len(found)} events"
            raise DatelineError(f"{name}: {what} of that id; 'dateline show' lists them")
        return found[0]

    def dataset(self) -> Dataset:
        """All that an exporter is given."""
        events, links = self.events(), self.links()
        told: dict[str, list[str]] = {}
        for event in events:
            for report in dict.fromkeys(account.report for account in event.accounts):
                told.setdefault(report, []).append(event.id)
        reprints = self.store.reprints(self._run())
        outcomes = tuple(_with_events(o, told.get(o.report, ()), reprints.get(o.report)) for o in self.store.outcomes())
        near = tuple((link.left, link.right, link.score) for link in links if link.judgement == "unsure")
        return Dataset(events, self.reports(), outcomes, tuple(self.store.rejected()), near)

    # ------------------------------------------------------------------ what goes out
    def export(
        self,
        out: Path,
        formats: Sequence[str] = WRITTEN_BY_RUN,
        options: ExportOptions | None = None,
        progress: Progress = _silent,
    ) -> list[Path]:
        """Write the formats into `out`; the files written."""
        exporters, dataset = plugins("exporters"), self.dataset()
        unknown = [name for name in formats if name not in exporters]
        if unknown:
            raise DatelineError(f"{unknown[0]}: no such format; there are {', '.join(exporters)}")
        out.mkdir(parents=True, exist_ok=True)
        files: list[Path] = []
        for number, name in enumerate(formats, 1):
            files.extend(exporters[name](dataset, out, options or ExportOptions()))
            progress("writing", number, len(formats))
        return files

    # ------------------------------------------------------------------ decisions
    def decide(self, act: str, target: Sequence[str], reason: str, by: str | None = None) -> Decision:
        """Append a decision of this moment."""
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        decision = Decision(act, tuple(target), by or getpass.getuser(), now, reason)
        self.store.add_decision(decision)
        return decision

    def split(self, event: str, account: str, reason: str, by: str | None = None) -> Decision:
        """Part an account from its event, and from whatever else would join them."""
        found = self.event(event)
        parted = [a.id for a in found.accounts if a.id.startswith(account)]
        if len(parted) != 1 or len(found.accounts) < 2:
            raise DatelineError(f"{account}: {found.id} has no such account to part; 'dateline show {found.id}' lists them")
        others = [a.id for a in found.accounts if a.id != parted[0]]
        return self.decide("split", [*parted, *others], reason, by)

    def join(self, one: str, two: str, reason: str, by: str | None = None) -> Decision:
        """Say that two events are one."""
        first, second = self.event(one), self.event(two)
        if first.id == second.id:
            raise DatelineError(f"{one} and {two} are one event already")
        return self.decide("join", [first.accounts[0].id, second.accounts[0].id], reason, by)

    def undo(self, decision: str, reason: str = "", by: str | None = None) -> Decision:
        """Undo a decision by its id, or the beginning of it; undoing is a decision too."""
        found = [d.id for d in self.store.decisions() if d.id.startswith(decision)]
        if len(found) != 1:
            raise DatelineError(f"{decision}: no decision of that id; 'dateline log' lists them")
        return self.decide("undo", found, reason, by)

    def log(self) -> list[Decision]:
        """Every decision, oldest first."""
        return self.store.decisions()

    def close(self) -> None:
        """Close the project's file."""
        self.store.close()


def _with_events(outcome: Outcome, events: Iterable[str], original: str | None) -> Outcome:
    return replace(outcome, events=tuple(events), reprint_of=original)


def day_of(text: str) -> date:
    """An ISO day; DatelineError where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DatelineError(f"{text}: not a day; write it as 2025-03-16") from None


