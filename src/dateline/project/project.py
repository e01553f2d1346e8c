"""A project: one file that holds reports, claims, links and decisions, and the verbs on it.

In: paths and options. Out: events, files, explanations. Every verb of the command line is one
method here. Nothing is overwritten: events are folded anew from what is stored.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from dateline.config import Config, load_config
from dateline.errors import DatelineError
from dateline.export.interactions import write_interactions
from dateline.export.options import ExportOptions
from dateline.export.territories import filed
from dateline.findings import accounts_of, claims_of, standing
from dateline.ingest import IngestOptions, ingest
from dateline.model.claims import Decision, Event, Link
from dateline.model.dataset import Dataset
from dateline.model.reading import Interaction
from dateline.model.report import Incoming, Rejected, Report
from dateline.project.check import Checked, check_project
from dateline.project.coders import agreed
from dateline.project.desk import Desk
from dateline.project.explain import Explanation, explain
from dateline.project.explain_text import decision_words
from dateline.project.folding import State
from dateline.project.following import follow
from dateline.project.listing import Listing, listing
from dateline.project.pairs import closest
from dateline.project.reading import interactions_all, read_all
from dateline.project.record import Record, record
from dateline.project.status import Status, status
from dateline.project.steps import WRITTEN_BY_RUN, Added, Progress, known, silent, written_here
from dateline.project.stories import StoryStatus, told_stories
from dateline.registry import plugins
from dateline.review import Agreement, Coder, export_log, import_log, unfounded
from dateline.review import join as joining
from dateline.review import keep_names as keeping_names
from dateline.review import split as splitting
from dateline.review import undo as undoing
from dateline.store import Store, writing


class Project:
    """One project file with dateline's verbs."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        self.config: Config = load_config(path.parent)
        self.store = Store(path, read_only)
        self._states: dict[str | None, State] = {}

    # ------------------------------------------------------------------ what goes in
    def add(
        self, sources: Iterable[str | Path], options: IngestOptions | None = None, progress: Progress = silent
    ) -> Added:
        """Keep the reports that `sources` hold; each once; what cannot be read is listed.

        Files that dateline wrote beside a project are passed over where a folder holds them.
        """
        self._states.clear()
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

    def extract(self, progress: Progress = silent, workers: int | None = None, again: bool = False) -> int:
        """Read every report not yet read (`again`: every report), on `workers` processes; how many were."""
        self._states.clear()
        reports = self.store.reports()
        waiting = list(reports) if again else self.store.unread_reports()
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

    def state(self, coder: str | None = None) -> State:
        """The project as it stands now: as all decisions make it, or those of one coder."""
        held = self._states.get(coder)
        if held is None or held.stamp != self.store.changes():
            held = self._states[coder] = State(self.store, coder)
        return held

    def links(self) -> list[Link]:
        """The links of the current accounts and decisions, merged where they are not yet."""
        return self.state().merged[0]

    def events(self) -> tuple[Event, ...]:
        """Every event, folded from accounts, claims, links and decisions, in id order."""
        return tuple(self.state().events.values())

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
        reprints, newer = self.state().merged[1], self.state().replaced
        outcomes = tuple(
            dataclasses.replace(
                o,
                events=tuple(told.get(o.report, ())),
                reprint_of=reprints.get(o.report),
                replaced_by=newer.get(o.report),
            )
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
        return explain(self.event(event), field, self.state().told.claims, self.reports(), self.log(), self.links())

    def status(self) -> Status:
        """What is in the project and what came of it."""
        return status(self.dataset(), self.log(), closest(self.state()))

    def write_interactions(
        self, path: Path, options: ExportOptions | None = None, progress: Progress = silent, workers: int | None = None
    ) -> tuple[int, list[str]]:
        """Read what one actor says or does to another, write the table; its lines, and reports on which it failed."""
        reports = self.reports()
        progress("reading", 0, len(reports))
        told, failed = dict[str, tuple[Interaction, ...]](), list[str]()
        count = self.config.workers if workers is None else workers
        for report, found in zip(reports.values(), interactions_all(list(reports.values()), count), strict=True):
            failed += [report.origin or report.id] if found is None else []
            told[report.id] = found or ()
            progress("reading", len(told), len(reports))
        write_interactions(self.dataset(), told, path, options or ExportOptions())
        return sum(map(len, told.values())), failed

    def stories(self) -> tuple[StoryStatus, ...]:
        """Which reports tell one story, and the words that say so."""
        return told_stories(self.status(), self.reports())

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
            self.decide(keeping_names(formats, options.names, Coder.called(None)))
        dataset = filed(self.dataset(), self.config.territories)
        for number, name in enumerate(formats, 1):
            progress("writing", number - 1, len(formats))
            files.extend(exporters[name](dataset, folder, options or ExportOptions()))
        return files

    # ------------------------------------------------------------------ decisions
    def decide(self, *decisions: Decision) -> set[str]:
        """Store decisions; the ids of the events that they may have changed."""
        claims = [claim for decision in decisions for claim in claims_of(decision)]
        self.store.add_decisions(decisions, claims, [a for decision in decisions for a in accounts_of(decision)])
        held = self.state()
        changed = follow(held, decisions)
        self._states = {None: held}
        return changed

    def split(self, event: str, account: str, reason: str, by: str | None = None) -> Decision:
        """Part an account from its event, and from whatever else would join them."""
        return self._decided(splitting(self.event(event), account, reason, Coder.called(by)))

    def join(self, one: str, two: str, reason: str, by: str | None = None) -> Decision:
        """Say that two events are one."""
        return self._decided(joining(self.event(one), self.event(two), reason, Coder.called(by)))

    def undo(self, decision: str, reason: str = "", by: str | None = None) -> Decision:
        """Undo a decision by its id, or the beginning of it; undoing is a decision too."""
        return self._decided(undoing(decision, self.log(), reason, Coder.called(by)))

    def _decided(self, decision: Decision) -> Decision:
        self.decide(decision)
        return decision

    def agree(self, one: str | None = None, two: str | None = None) -> list[Agreement]:
        """How far coders agree on the events that both decided: these two, or every two of the log."""
        return agreed(self.state(), one, two)

    def desk(self, by: str | None = None, second: bool = False) -> Desk:
        """A place to decide at: the queue of events, and a coder's acts on them."""
        return Desk(self, Coder.called(by, "second" if second else ""))

    def writing(self, who: str, read_only: bool = False) -> AbstractContextManager[None]:
        """Hold the project for one reviewer; StoreError where another holds it. Looking needs no hold."""
        return nullcontext() if read_only else writing(self.path, who)

    def export_log(self) -> str:
        """The log as JSON Lines, each decision with its place in the chain."""
        return export_log(self.store.chain())

    def import_log(self, text: str, name: str) -> int:
        """Add the decisions of another copy's log; how many were not here yet."""
        decisions = import_log(text, name)
        wrong = next(unfounded(decisions, self.reports()), None)
        if wrong:
            raise DatelineError(f"{name}: {wrong}; nothing was imported: add the same reports first")
        claims = [claim for decision in decisions for claim in claims_of(decision)]
        accounts = [account for decision in decisions for account in accounts_of(decision)]
        self._states.clear()
        return self.store.add_decisions(decisions, claims, accounts)

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
