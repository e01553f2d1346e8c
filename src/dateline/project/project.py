"""A project: one file that holds reports, claims, links and decisions, and the verbs on it.

In: paths and options. Out: events, files, explanations. Every verb of the command line is one
method here. Nothing is overwritten: events are folded anew from what is stored.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.config import Config, load_config
from dateline.errors import DatelineError
from dateline.export.options import ExportOptions
from dateline.findings import fold_all, standing
from dateline.ingest import IngestOptions, ingest
from dateline.merge import merge
from dateline.model.claims import Decision, Event, Link
from dateline.model.dataset import Dataset
from dateline.model.report import Incoming, Rejected, Report, digest
from dateline.project import deciding
from dateline.project.check import Checked, check_project
from dateline.project.explain import Explanation, explain
from dateline.project.explain_text import decision_words
from dateline.project.listing import Listing, listing
from dateline.project.reading import read_all
from dateline.project.record import Record, record
from dateline.project.status import Status, status
from dateline.project.steps import WRITTEN_BY_RUN, Added, Progress, known, silent, written_here
from dateline.registry import plugins
from dateline.store import Store


class Project:
    """One project file with dateline's verbs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config: Config = load_config(path.parent)
        self.store = Store(path)
        self._events: tuple[str, tuple[Event, ...]] | None = None

    # ------------------------------------------------------------------ what goes in
    def add(
        self, sources: Iterable[str | Path], options: IngestOptions | None = None, progress: Progress = silent
    ) -> Added:
        """Keep the reports that `sources` hold; each once; what cannot be read is listed.

        Files that dateline wrote beside a project are passed over where a folder holds them.
        """
        added = before = 0
        rejected, notes = list[Rejected](), list[str]()
        for number, found in enumerate(ingest(sources, options), 1):
            progress("adding", number, 0)
            if written_here(found.report.origin if isinstance(found, Incoming) else found.origin):
                continue
            if isinstance(found, Incoming):
                new = self.store.add_report(found.report, found.original)
                added, before = added + new, before + (not new)
                notes.extend(f"{found.report.origin}: {note}" for note in found.notes)
            else:
                self.store.add_rejected(found)
                rejected.append(found)
        return Added(added, before, tuple(rejected), tuple(notes))

    def extract(self, progress: Progress = silent, workers: int | None = None) -> int:
        """Read every report not yet read, on `workers` processes; how many were."""
        reports, waiting = self.store.reports(), self.store.unread_reports()
        progress("reading", 0, len(waiting))
        count = self.config.workers if workers is None else workers
        for number, (claims, accounts, outcome) in enumerate(read_all([reports[name] for name in waiting], count), 1):
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
        return digest(*self.store.ids("accounts"), *(decision.id for decision in self.store.decisions()))

    def links(self) -> list[Link]:
        """The links of the current accounts and decisions, merged where they are not yet."""
        name = self._run()
        found = self.store.links(name)
        if found is not None:
            return found
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
        return known(name, self.events())

    def dataset(self) -> Dataset:
        """All that an exporter is given."""
        events, links = self.events(), self.links()
        told: dict[str, list[str]] = {}
        for event in events:
            for report in dict.fromkeys(account.report for account in event.accounts):
                told.setdefault(report, []).append(event.id)
        reprints = self.store.reprints(self._run())
        outcomes = tuple(
            dataclasses.replace(o, events=tuple(told.get(o.report, ())), reprint_of=reprints.get(o.report))
            for o in self.store.outcomes()
        )
        near = tuple((link.left, link.right, link.score) for link in links if link.judgement == "unsure")
        return Dataset(events, self.reports(), outcomes, tuple(self.store.rejected()), near)

    # ------------------------------------------------------------------ what it tells
    def listing(self) -> Listing:
        """Every event in one line each, by day."""
        return listing(self.dataset())

    def show(self, event: str) -> Record:
        """All that is known of an event."""
        return record(self.event(event), self.dataset())

    def why(self, event: str, field: str) -> Explanation:
        """What one value of an event rests on; DatelineError where there is no such field."""
        return explain(self.event(event), field, self.store.claims(), self.reports(), self.log(), self.links())

    def status(self) -> Status:
        """What is in the project and what came of it."""
        return status(self.dataset(), self.log())

    def check(self) -> Checked:
        """Whether everything in the project still stands on what it says it stands on."""
        return check_project(self.store, self.events)

    # ------------------------------------------------------------------ what goes out
    def export(
        self,
        out: str | Path,
        formats: Sequence[str] | None = None,
        options: ExportOptions | None = None,
        progress: Progress = silent,
    ) -> list[Path]:
        """Write the formats (None: all that `run` writes) into `out`; the files written."""
        formats = formats or WRITTEN_BY_RUN
        exporters, folder, files = plugins("exporters"), Path(out), list[Path]()
        unknown = [name for name in formats if name not in exporters]
        if unknown:
            raise DatelineError(f"{unknown[0]}: no such format; there are {', '.join(exporters)}")
        if options and options.names:
            self._decide(deciding.keep_names(formats, options.names))
        dataset = self.dataset()
        for number, name in enumerate(formats, 1):
            progress("writing", number - 1, len(formats))
            files.extend(exporters[name](dataset, folder, options or ExportOptions()))
        return files

    # ------------------------------------------------------------------ decisions
    def _decide(self, decision: Decision) -> Decision:
        self.store.add_decision(decision)
        return decision

    def split(self, event: str, account: str, reason: str, by: str | None = None) -> Decision:
        """Part an account from its event, and from whatever else would join them."""
        return self._decide(deciding.split(self.event(event), account, reason, by))

    def join(self, one: str, two: str, reason: str, by: str | None = None) -> Decision:
        """Say that two events are one."""
        return self._decide(deciding.join(self.event(one), self.event(two), reason, by))

    def undo(self, decision: str, reason: str = "", by: str | None = None) -> Decision:
        """Undo a decision by its id, or the beginning of it; undoing is a decision too."""
        return self._decide(deciding.undo(decision, self.log(), reason, by))

    def log(self) -> list[Decision]:
        """Every decision, oldest first."""
        return self.store.decisions()

    def log_lines(self) -> list[str]:
        """Every decision in one line, oldest first; those taken back say so."""
        stand = {decision.id for decision in standing(self.log())}
        return [decision_words(d) + ("" if d.id in stand or d.act == "undo" else "  (taken back)") for d in self.log()]

    def close(self) -> None:
        """Close the project's file."""
        self.store.close()

    def __repr__(self) -> str:
        return f"Project({str(self.path)!r}: {len(self.reports())} reports, {len(self.events())} events)"
