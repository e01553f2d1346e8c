"""The desk of one coder: the queue, and the acts of review on a project.

In: a project and who decides. Out: rows of the queue, events, pairs, the log; every act is stored as a decision and
taken into the state at once. In a second reading the desk shows what this coder alone decided, and nothing of others.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError
from dateline.findings import standing
from dateline.model.claims import Decision, Event
from dateline.model.report import Passage, Report
from dateline.model.values import EventType
from dateline.project.coders import as_coded, decided_by
from dateline.project.folding import State
from dateline.project.steps import known
from dateline.review import (
    Coder,
    Difference,
    Filters,
    Pair,
    Row,
    Rows,
    bind,
    decide,
    differences,
    drawn,
    join,
    judge,
    pairs,
    restore_claim,
    row,
    set_aside_claim,
    split,
    tell,
    undo,
)

if TYPE_CHECKING:
    from dateline.project.project import Project

SHARE = 0.2  # of the events that others decided, read a second time
__all__ = ["Desk", "Filters"]


class Desk:
    """One coder at work on a project."""

    def __init__(self, project: Project, coder: Coder, share: float = SHARE) -> None:
        self.project = project
        self.coder = coder
        self.share = share
        self._rows: tuple[State, Rows] | None = None

    @property
    def second(self) -> bool:
        """Whether this is a blind second reading."""
        return self.coder.round == "second"

    # ------------------------------------------------------------------ what is looked at
    @property
    def state(self) -> State:
        """The project as this coder may see it."""
        return self.project.state(self.coder.name if self.second else None)

    def event(self, name: str) -> Event:
        """The event of that id, alias, or beginning of an id."""
        found = self.state.names.get(name)
        return self.state.events[found] if found else known(name, tuple(self.state.events.values()))

    def report(self, name: str) -> Report:
        """The report of that id; DatelineError where there is none."""
        if name not in self.state.reports:
            raise DatelineError(f"{name}: no such report")
        return self.state.reports[name]

    @property
    def rows(self) -> Rows:
        """Every event of the queue."""
        state = self.state
        if self._rows is None or self._rows[0] is not state:
            self._texts = {name: report.text.casefold() for name, report in state.reports.items()}
            self._rows = state, Rows(self._made(self._drawn(state.events.values())), self._text)
        return self._rows[1]

    def _text(self, found: Row) -> str:
        return "\n".join(self._texts[a.report] for a in found.event.accounts if a.report in self._texts)

    def _drawn(self, events: Iterable[Event]) -> list[Event]:
        """In a second reading: the share of what others decided that is read twice."""
        if not self.second:
            return list(events)
        whole = self.project.state()
        first = {d.by for d in whole.log if d.round == ""} - {self.coder.name}
        decided = {name for coder in first for name in decided_by(whole, coder)}
        return [event for event in events if event.id in decided and drawn(event.id, self.share)]

    def _made(self, events: Iterable[Event]) -> list[Row]:
        state = self.state
        on = self.on_events()
        newest = max((r.published for r in state.reports.values() if r.published), default=None)
        near = {state.names.get(name) for k in state.merged[0] if k.judgement == "unsure" for name in (k.left, k.right)}
        return [self._row(event, on, newest, near) for event in events]

    def _row(self, event: Event, on: dict[str, list[Decision]], newest: date | None, near: set[str | None]) -> Row:
        return row(event, on.get(event.id, ()), self.state.reports, newest, event.id in near)

    def on_events(self) -> dict[str, list[Decision]]:
        """Event id -> the decisions that count and name it, oldest first."""
        found: dict[str, list[Decision]] = {}
        names = self.state.names
        for decision in self.state.counting:
            for name in dict.fromkeys(names[target] for target in decision.target if target in names):
                found.setdefault(name, []).append(decision)
        return found

    def find(self, filters: Filters) -> list[Row]:
        """The rows asked for, in the order asked for."""
        return self.rows.find(filters)

    def pairs(self) -> list[Pair]:
        """The pairs of accounts that nobody has judged."""
        return pairs(self.state.merged[0], self.state.counting)

    def twice_read(self) -> list[tuple[Event, str, str, list[Difference]]]:
        """Events with a first and a second reading: the event, both coders, and where they differ."""
        state, found = self.project.state(), []
        second = {(d.by, n) for d in standing(state.log) if d.round == "second" for n in d.target if n in state.names}
        settling = [d for d in state.counting if d.round == "adjudicated"]
        decided = {name: decided_by(state, name) for name in {d.by for d in state.log}}
        for by, name in sorted(second, key=lambda pair: (pair[1], pair[0])):
            event = state.events[state.names[name]]
            if event.id not in decided[by]:
                continue
            for first in sorted({d.by for d in state.log if d.round == ""} - {by}):
                if event.id in decided[first]:
                    told = as_coded(state, event, first), as_coded(state, event, by)
                    found.append((event, first, by, differences(*told, settling)))
        return found

    # ------------------------------------------------------------------ what is decided
    def _do(self, decision: Decision) -> Decision:
        rows = self.rows
        changed = self.project.decide(decision)
        if self.second:
            self._rows = None
            return decision
        events = self.state.events
        rows.replace(changed, self._made(events[name] for name in changed if name in events))
        self._rows = self.state, rows
        return decision

    def decide(self, event: str, act: str, reason: str = "", field: str | None = None, value: Any = None) -> Decision:
        """Accept, reject, skip, flag, choose, note, or state one's own confidence."""
        return self._do(decide(self.event(event), act, self.coder, reason, field, value))

    def claim(self, event: str, claim: str, counts: bool, reason: str = "") -> Decision:
        """Leave a claim out, or let it count again."""
        act = restore_claim if counts else set_aside_claim
        return self._do(act(self.event(event), claim, self.coder, reason))

    def bind(
        self,
        event: str,
        field: str,
        value: Any,
        passages: Iterable[Passage],
        reason: str = "",
        chosen: bool | None = None,
    ) -> Decision:
        """Give a field a value of one's own, on words or for a reason."""
        return self._do(bind(self.event(event), field, value, tuple(passages), self.coder, reason, chosen))

    def tell(self, report: str, start: int, end: int, kind: EventType, reason: str = "") -> Decision:
        """Make an event of words that no reader found one in."""
        return self._do(tell(self.report(report), start, end, kind, self.coder, reason))

    def split(self, event: str, account: str, reason: str) -> Decision:
        """Part an account from its event."""
        return self._do(split(self.event(event), account, reason, self.coder))

    def join(self, one: str, two: str, reason: str) -> Decision:
        """Say that two events are one."""
        return self._do(join(self.event(one), self.event(two), reason, self.coder))

    def judge(self, left: str, right: str, judgement: str, reason: str = "") -> Decision:
        """Whether two accounts tell of one event."""
        return self._do(judge(self.event(left), self.event(right), (left, right), judgement, reason, self.coder))

    def adjudicate(self, event: str, field: str | None, value: Any, reason: str) -> Decision:
        """Settle what two coders differ on: a claim for a field, or whether it is an event at all."""
        settling = Coder(self.coder.name, "adjudicated")
        act = "choose" if field else str(value)
        return self._do(decide(self.event(event), act, settling, reason, field, value if field else None))

    def undo(self, decision: str, reason: str = "") -> Decision:
        """Take a decision back."""
        return self._do(undo(decision, self.project.log(), reason, self.coder))

    def last(self) -> Decision | None:
        """The newest decision of this coder that still stands."""
        own = [d for d in standing(self.project.log()) if d.by == self.coder.name and d.round == self.coder.round]
        return max(own, key=lambda d: (d.at, d.id)) if own else None
