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
from dateline.model.chain import Chained
from dateline.model.claims import Account, Decision, Event
from dateline.model.report import Passage, Report
from dateline.model.values import EventType
from dateline.project.coders import as_coded, as_of, decided_by
from dateline.project.folding import State
from dateline.project.steps import known
from dateline.review import (
    ACTS,
    Change,
    Coder,
    Compared,
    Difference,
    Filters,
    Pair,
    Row,
    Rows,
    bind,
    changes,
    choose_people,
    compared,
    decide,
    decide_many,
    differences,
    drawn,
    join,
    judge,
    pairs,
    restore_claim,
    row,
    set_aside_claim,
    settings,
    settle,
    split,
    tell,
    together,
    undo,
    undo_together,
)

if TYPE_CHECKING:
    from dateline.project.project import Project

__all__ = ["Desk", "Filters"]


class Desk:
    """One coder at work on a project."""

    def __init__(self, project: Project, coder: Coder) -> None:
        self.project = project
        self.coder = coder
        self.share = project.config.review.second
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
            texts = {name: report.text for name, report in state.reports.items()}
            self._rows = state, Rows(self._made(self._drawn(state.events.values())), texts)
        return self._rows[1]

    def _drawn(self, events: Iterable[Event]) -> list[Event]:
        """In a second reading: the share of what others decided that is read twice."""
        if not self.second:
            return list(events)
        whole = self.project.state()
        first = {d.by for d in whole.log if d.round == ""} - {self.coder.name}
        decided = {name for coder in first for name in decided_by(whole, coder)}
        return [event for event in events if event.id in decided and drawn(event.id, self.share)]

    def _made(self, events: Iterable[Event]) -> list[Row]:
        """The rows of these events."""
        state = self.state
        near = {state.names.get(name) for k in state.merged[0] if k.judgement == "unsure" for name in (k.left, k.right)}
        on = self._on_events()
        return [row(event, on.get(event.id, ()), state.reports, state.newest, event.id in near) for event in events]

    def _on_events(self) -> dict[str, list[Decision]]:
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

    def row(self, event: str) -> Row:
        """The row of an event, also of one that the queue of a second reading does not hold."""
        found = self.rows.by_id.get(event)
        return found or self._made([self.state.events[event]])[0]

    def decisions_on(self, event: Event) -> list[Decision]:
        """The decisions that count and name the event or a claim of it, oldest first."""
        names = {event.id, *event.aliases, *(a.id for a in event.accounts), *(claim.id for claim in event.claims)}
        return [decision for decision in self.state.counting if not names.isdisjoint(decision.target)]

    def changed(self, event: Event) -> Change | None:
        """What is new since the event was decided."""
        return changes(event, self.decisions_on(event))

    def told_in(self, report: str) -> list[Event]:
        """The events that a report tells of, in the order of the text."""
        state = self.state
        accounts = sorted(state.by_report.get(report, ()), key=lambda a: (a.anchor.start, a.id))
        return [
            state.events[name] for name in dict.fromkeys(state.names[a.id] for a in accounts if a.id in state.names)
        ]

    def facets(self, filters: Filters) -> dict[str, list[tuple[str, int]]]:
        """The commonest types, countries, actors and sources among the rows asked for."""
        return self.rows.facets(filters)

    def states(self) -> dict[str, int]:
        """How many events are in each state."""
        return self.rows.states()

    def sorts(self) -> dict[str, str]:
        """The orders of the queue, in words."""
        return dict(settings()["sort"])

    def state_words(self) -> dict[str, str]:
        """The states of events, in words."""
        return dict(settings()["states"])

    def pairs(self) -> list[Pair]:
        """The pairs of accounts that nobody has judged."""
        return pairs(self.state.merged[0], self.state.counting)

    def twice_read(self) -> list[tuple[Event, str, str, list[Difference]]]:
        """Events with a first and a second reading: the event, both coders, and where they differ."""
        state, found = self.project.state(), []
        told = [d for d in standing(state.log) if d.round == "second"]
        second = {(d.by, state.names[n]) for d in told for n in d.target if n in state.names}
        settling = [d for d in state.counting if d.round == "adjudicated"]
        decided = {name: decided_by(state, name) for name in {d.by for d in state.log}}
        for by, name in sorted(second, key=lambda pair: (pair[1], pair[0])):
            event = state.events[name]
            if event.id not in decided[by]:
                continue
            for first in sorted({d.by for d in state.log if d.round == ""} - {by}):
                if event.id in decided[first]:
                    both = as_coded(state, event, first), as_coded(state, event, by)
                    found.append((event, first, by, differences(*both, settling)))
        return found

    # ------------------------------------------------------------------ what is decided
    def _do(self, *decisions: Decision) -> Decision:
        rows = self.rows
        changed = self.project.decide(*decisions)
        if self.second:
            self._rows = None
            return decisions[0]
        events = self.state.events
        rows.replace(changed, self._made(events[name] for name in changed if name in events))
        self._rows = self.state, rows
        return decisions[0]

    def decide(self, event: str, act: str, reason: str = "", field: str | None = None, value: Any = None) -> Decision:
        """Accept, reject, skip, flag, choose, note, or state one's own confidence."""
        return self._do(decide(self.event(event), act, self.coder, reason, field, value))

    def decide_all(self, filters: Filters, act: str, reason: str, value: str | None = None, expected: int = -1) -> int:
        """Decide every event under the filters in one act; how many. `expected`: how many were seen before."""
        if self.second:
            raise DatelineError("a second reading is done event by event")
        events = [found.event for found in self.find(filters)]
        if not events or expected not in (-1, len(events)):
            raise DatelineError(f"{len(events)} events match now; look at them again, then decide")
        self._do(*decide_many(events, act, self.coder, reason, value))
        return len(events)

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
        found = self.event(event)
        decisions = [bind(found, field, value, tuple(passages), self.coder, reason, chosen)]
        people = found.finding("participants")
        if field == "participant" and people and people.decision:  # who else there is was chosen by hand
            told = [*(people.value if isinstance(people.value, list) else [people.value]), value]
            decisions.append(choose_people(found, told, self.coder, reason or "added on words"))
        return self._do(*decisions)

    def people(self, event: str, people: list[Any], reason: str) -> Decision:
        """Say who took part, all at once."""
        return self._do(choose_people(self.event(event), people, self.coder, reason))

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

    def settle(self, event: str, field: str, coder: str, reason: str) -> Decision:
        """Settle a field on which two coders differ, as one of them coded it."""
        found = self.event(event)
        return self._do(settle(found, as_coded(self.project.state(), found, coder), field, coder, self.coder, reason))

    def undo(self, decision: str, reason: str = "", all_of_it: bool = False) -> Decision:
        """Take a decision back, or all that were made in one act with it."""
        act = undo_together if all_of_it else undo
        return self._do(act(decision, self.state.log, reason, self.coder))

    def together(self, decision: Decision) -> int:
        """How many standing decisions were made in one act with this one."""
        return len(together(decision, self.state.log))

    def near(self, event: Event, most: int = 12) -> list[Event]:
        """Events that may be the same one: near misses first, then those of the same country and days."""
        state = self.state
        inside = {account.id for account in event.accounts}
        hits = [k for k in state.merged[0] if k.judgement == "unsure" and (k.left in inside) != (k.right in inside)]
        ids = [state.names[k.right if k.left in inside else k.left] for k in sorted(hits, key=lambda k: -k.score)]
        own = self.row(event.id)
        alike = [r for r in self.rows.by_id.values() if r.country and r.country == own.country and r.id != event.id]
        alike.sort(key=lambda r: (abs(_days(r.start, own.start)), r.kind != own.kind, r.id))
        return [state.events[name] for name in dict.fromkeys([*ids, *(r.id for r in alike)])][:most]

    def compared(self, pair: Pair) -> tuple[Account, Account, list[Compared]]:
        """The two accounts of a pair, and how their fields compare."""
        left, right = self.state.accounts[pair.left], self.state.accounts[pair.right]
        return left, right, compared(left, right, self.state.told.claims)

    def log(self) -> list[Chained]:
        """The log; in a second reading only what this coder did."""
        rows = self.project.store.chain()
        return [row for row in rows if row.decision.by == self.coder.name] if self.second else rows

    def standing(self) -> set[str]:
        """The ids of the decisions that nothing has taken back."""
        return {decision.id for decision in standing(self.state.log)}

    def acts_on_many(self) -> dict[str, str]:
        """The acts that can be done on a whole view, in words."""
        return {name: table["many"] for name, table in ACTS.items() if "many" in table}

    def coders(self) -> list[str]:
        """Everybody who stands in the log, or whom an event is assigned to."""
        log = [d for d in self.state.log if d.by == self.coder.name or not self.second]
        return sorted({d.by for d in log} | {str(d.value) for d in log if d.act == "assign"} | {self.coder.name})

    def days(self) -> list[tuple[str, str, dict[str, int]]]:
        """(day, coder, act -> how often), newest day first."""
        counted: dict[tuple[str, str], dict[str, int]] = {}
        for found in self.log():
            acts = counted.setdefault((found.decision.at[:10], found.decision.by), {})
            acts[found.decision.act] = acts.get(found.decision.act, 0) + 1
        return [
            (day, by, counted[day, by]) for day, by in sorted(counted, key=lambda key: (key[0], key[1]), reverse=True)
        ]

    def from_to(self, decision: Decision) -> tuple[Event, Event] | None:
        """The event as it stood before the decision and after it, under the decisions up to then."""
        name = next((self.state.names[n] for n in decision.target if n in self.state.names), None)
        log = self.state.log
        if name is None or decision not in log:
            return None
        at = log.index(decision)
        event = self.state.events[name]
        return as_of(self.state, event, log[:at]), as_of(self.state, event, log[: at + 1])

    def last(self) -> Decision | None:
        """The newest decision of this coder that still stands."""
        own = [d for d in standing(self.state.log) if d.by == self.coder.name and d.round == self.coder.round]
        return max(own, key=lambda d: (d.at, d.id)) if own else None


def _days(one: str, two: str) -> int:
    return (date.fromisoformat(one) - date.fromisoformat(two)).days if one and two else 10_000
