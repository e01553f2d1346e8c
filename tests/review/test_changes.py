"""After another reading only what changed comes back; decisions stay, and nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.dataset import Outcome
from dateline.model.values import Estimate, Toll, plain
from dateline.project import Desk, Filters, Project


def accepted(project: Project) -> tuple[Desk, str]:
    desk = project.desk("ada")
    for row in desk.find(Filters()):
        desk.decide(row.id, "accept")
    return desk, max(desk.state.events.values(), key=lambda e: len(e.claims)).id


def read_again(project: Project, event: str, lose: bool = False) -> str:
    """As a better reader would: one more claim on the first account, or the first account no longer found."""
    account = project.event(event).accounts[0]
    report = project.reports()[account.report]
    claims = project.state().told.claims
    words = report.passage(0, 6)
    extra = replace(
        claims[account.claims[0]], field="injured", value=plain(Toll("injured", Estimate(6, 6, 6))), passages=(words,)
    )
    others = [a for a in project.store.accounts() if a.report == report.id and a.id != account.id]
    better = replace(account, claims=tuple(dict.fromkeys((*account.claims, extra.id))))
    outcome = next(o for o in project.store.outcomes() if o.report == report.id)
    project.store.add_reading([extra], others if lose else [better, *others], Outcome(report.id, outcome.outcome))
    project._states.clear()
    return extra.id


def test_only_the_event_with_a_new_claim_comes_back(project: Project):
    desk, event = accepted(project)
    assert desk.find(Filters()) == []
    extra = read_again(project, event)
    assert [row.id for row in desk.find(Filters())] == [event]
    assert desk.row(event).state == "changed"
    assert desk.row(event).reasons[0] == "new evidence since it was decided"
    change = desk.changed(desk.event(event))
    assert change
    assert (change.new, change.gone) == ((extra,), ())
    desk.decide(event, "accept")
    assert desk.find(Filters()) == []


def test_the_same_reading_again_changes_nothing(project: Project):
    _, event = accepted(project)
    before = project.events()
    read_again(project, event)
    again = project.events()
    assert again != before
    read_again(project, event)
    assert project.events() == again


def test_an_event_that_was_decided_stays_where_the_last_reading_lost_it(project: Project):
    _, event = accepted(project)
    claims = {claim.id for claim in project.event(event).claims}
    read_again(project, event, lose=True)
    assert claims <= {claim.id for claim in project.event(event).claims}
    assert project.check().problems == ()


def test_what_nobody_decided_goes_with_the_reading_that_lost_it(project: Project):
    event = max(project.events(), key=lambda e: len(e.claims))
    lone = event.accounts[0].id
    read_again(project, event.id, lose=True)
    assert lone not in {account.id for e in project.events() for account in e.accounts}


def test_reading_all_again_with_the_same_reader_changes_nothing(project: Project):
    desk, event = accepted(project)
    desk.bind(event, "weapon", {"value": "drone"}, (), "the headline")
    before = project.events()
    assert project.extract(workers=1, again=True) == len(project.reports())
    assert project.events() == before
