"""Laws of review, over small invented projects and decisions drawn by hypothesis."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.invented import fill
from dateline.project import Desk, Project, open_project
from dateline.project import given as by_hand
from dateline.project.folding import State

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ACTS = ("accept", "reject", "skip", "flag", "choose", "bind", "aside", "tell", "split", "join", "undo")
steps = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=7)


@cache
def template() -> Path:
    """A project of nine events, made once."""
    folder = Path(tempfile.mkdtemp())
    fill(folder / "project.dateline", 9, padding=1)
    open_project(folder).events()
    return folder


@contextmanager
def copy() -> Iterator[Project]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(template(), folder, dirs_exist_ok=True)
        project = open_project(folder)
        yield project
        project.close()


def do(desk: Desk, act: str, one: int, two: int) -> None:
    """One act on events picked by number; what makes no sense is passed over."""
    events = list(desk.state.events.values())
    event, other = events[one % len(events)], events[two % len(events)]
    claim = event.claims[two % len(event.claims)]
    standing = [d.id for d in desk.project.log() if d.id in desk.standing() or d.act == "undo"]
    if act in ("accept", "reject", "skip", "flag"):
        desk.decide(event.id, act)
    elif act == "choose":
        desk.decide(event.id, "choose", field=claim.field, value=claim.id)
    elif act == "bind":
        desk.bind(event.id, "weapon", {"value": ("drone", "blade")[two % 2]}, claim.passages)
    elif act == "aside":
        desk.claim(event.id, claim.id, counts=bool(two % 2))
    elif act == "tell":
        desk.tell(event.accounts[0].report, two % 20, two % 20 + 5, by_hand.event_type("Attack"))
    elif act == "split" and len(event.accounts) > 1:
        desk.split(event.id, event.accounts[two % len(event.accounts)].id, "another one")
    elif act == "join" and event.id != other.id:
        desk.join(event.id, other.id, "the same")
    elif act == "undo" and standing:
        name = standing[two % len(standing)]
        if name in desk.standing():
            desk.undo(name)


def anew(project: Project) -> State:
    """The project read and folded from the file."""
    return State(project.store)


@few
@given(steps)
def test_a_decision_taken_in_is_as_if_all_were_folded_anew(acts):
    with copy() as project:
        desk = project.desk("ada")
        for act in acts:
            do(desk, *act)
            kept, fresh = desk.state, anew(project)
            assert kept.events == fresh.events
            assert kept.names == fresh.names


@few
@given(steps)
def test_the_rows_of_the_queue_keep_in_step(acts):
    with copy() as project:
        desk = project.desk("ada")
        _ = desk.rows
        for act in acts:
            do(desk, *act)
        fresh = open_project(project.path).desk("ada").rows.by_id
        assert {n: (r.state, r.killed, r.start) for n, r in desk.rows.by_id.items()} == {
            n: (r.state, r.killed, r.start) for n, r in fresh.items()
        }


@few
@given(steps)
def test_undoing_all_restores_what_was(acts):
    with copy() as project:
        before = project.events()
        desk = project.desk("ada")
        for act in acts:
            do(desk, *act)
        while (last := desk.last()) is not None:
            desk.undo(last.id)
        assert project.events() == before


@few
@given(steps, steps)
def test_logs_unite_to_the_same_events_in_any_order(ours, theirs):
    with copy() as one, copy() as two:
        for project, name, acts in ((one, "ada", ours), (two, "ben", theirs)):
            desk = project.desk(name)
            for act in acts:
                do(desk, *act)
        here, there = one.export_log(), two.export_log()
        one.import_log(there, "ben.jsonl")
        two.import_log(here, "ada.jsonl")
        assert one.events() == two.events()
        assert one.check().problems == two.check().problems == ()


@few
@given(steps)
def test_nothing_is_overwritten(acts):
    with copy() as project:

        def rows(table: str) -> set[tuple[object, ...]]:
            return set(project.store.db.execute(f"select * from {table}"))

        tables = ("reports", "claims", "accounts", "links", "decisions")
        before = {table: rows(table) for table in tables}
        desk = project.desk("ada")
        for act in acts:
            do(desk, *act)
            for table in tables:
                assert before[table] <= rows(table)
                before[table] = rows(table)


def test_the_template_is_a_project_with_merged_events():
    with copy() as project:
        assert any(len(event.accounts) > 1 for event in project.events())
