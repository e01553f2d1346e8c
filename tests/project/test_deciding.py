"""Split, join, undo: decisions are kept, take effect, and can be taken back."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError
from dateline.export.options import ExportOptions
from dateline.model.claims import Event
from dateline.project import Project


def pair(project: Project) -> tuple[Event, Event]:
    """Two events told by different reports."""
    events = project.events()
    first = events[0]
    second = next(e for e in events if {a.report for a in e.accounts} != {a.report for a in first.accounts})
    return first, second


def test_a_join_makes_one_event_and_keeps_the_other_name(project: Project):
    one, two = pair(project)
    project.join(one.id, two.id, "the same raid", "me")
    joined = project.event(one.id)
    assert project.event(two.id) == joined
    assert project.event(one.id[:-1]) == project.event(two.id[3:-1]) == joined
    assert {a.id for a in joined.accounts} == {a.id for e in (one, two) for a in e.accounts}


def test_a_split_takes_one_account_out_and_leaves_the_others_together(project: Project):
    one, two = pair(project)
    project.join(one.id, two.id, "the same")
    joined = project.event(one.id)
    parted = joined.accounts[-1]
    project.split(joined.id, parted.id, "another day")
    holders = [event for event in project.events() if parted in event.accounts]
    assert [len(event.accounts) for event in holders] == [1]
    rest = {account.id for account in joined.accounts} - {parted.id}
    assert any({a.id for a in event.accounts} == rest for event in project.events())


def test_undoing_restores_what_was(project: Project):
    before = project.events()
    one, two = pair(project)
    decision = project.join(one.id, two.id, "the same")
    assert project.events() != before
    project.undo(decision.id[:6], "not the same")
    assert project.events() == before
    assert [d.act for d in project.log()] == ["join", "undo"]
    assert project.log_lines()[0].endswith("(taken back)")


def test_what_is_taken_back_is_taken_back_once_and_can_stand_again(project: Project):
    one, two = pair(project)
    decision = project.join(one.id, two.id, "the same")
    joined = project.events()
    undone = project.undo(decision.id)
    with pytest.raises(DatelineError, match="taken back already"):
        project.undo(decision.id)
    project.undo(undone.id)
    assert project.events() == joined


def test_a_decision_keeps_who_why_and_what_was_seen(project: Project):
    one, two = pair(project)
    decision = project.join(one.id, two.id, "the same", "Ada")
    assert (decision.by, decision.reason) == ("Ada", "the same")
    assert set(decision.seen) == {claim.id for event in (one, two) for claim in event.claims}


def test_decisions_that_make_no_sense(project: Project):
    one = next(event for event in project.events() if len(event.accounts) == 1)
    with pytest.raises(DatelineError, match="one event already"):
        project.join(one.id, one.id, "")
    with pytest.raises(DatelineError, match="no such account"):
        project.split(one.id, one.accounts[0].id, "")
    with pytest.raises(DatelineError, match="no decision"):
        project.undo("d0")


def test_events_go_by_the_beginning_of_their_id(project: Project):
    one = project.events()[0]
    assert project.event(one.id[3:]) == one
    with pytest.raises(DatelineError, match="no event of that id"):
        project.event("zz")
    with pytest.raises(DatelineError, match="events of that id"):
        project.event("DL-")


def test_why_names_went_out_is_logged(project, tmp_path):
    before = project.events()
    project.export(tmp_path, ["jsonl"], ExportOptions(names="families agreed"))
    last = project.log()[-1]
    assert (last.act, last.target, last.reason) == ("names", ("jsonl",), "families agreed")
    assert project.events() == before
