"""Two coders: a blind second reading, agreement by field, adjudication."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.project import Desk, Filters, Project, open_project


@pytest.fixture
def twice(own: Path) -> tuple[Project, Desk, Desk]:
    """A project whose events are all read twice: ada first, ben second and blind."""
    (own / "dateline.toml").write_text("[review]\nsecond = 1.0\n")
    project = open_project(own)
    return project, project.desk("ada"), project.desk("ben", second=True)


def test_only_what_another_coder_decided_is_read_twice(twice):
    _, ada, ben = twice
    assert ben.find(Filters(state="all")) == []
    event = ada.find(Filters())[0].id
    ada.decide(event, "accept")
    assert [row.id for row in ben.find(Filters())] == [event]


def test_the_second_reading_is_blind(twice):
    _, ada, ben = twice
    event = ada.find(Filters())[0].id
    ada.bind(event, "weapon", {"value": "drone"}, (), "the headline")
    ada.decide(event, "accept")
    seen = ben.event(event)
    assert seen.status == "machine, unreviewed"
    assert "drone" not in str(seen)
    assert ben.log() == []
    assert ben.row(event).state == "open"


def test_a_second_reading_changes_nothing_for_the_rest(twice):
    project, ada, ben = twice
    event = ada.find(Filters())[0].id
    ada.decide(event, "accept")
    before = project.events()
    ben.bind(event, "weapon", {"value": "knife"}, (), "the picture")
    ben.decide(event, "reject")
    assert project.events() == before
    assert ben.event(event).status == "rejected by ben"


def coded_twice(twice) -> str:
    """Ada and ben differ on the weapon of one event, and agree on two others."""
    _, ada, ben = twice
    rows = [row.id for row in ada.find(Filters())][:3]
    ada.bind(rows[0], "weapon", {"value": "drone"}, (), "the headline")
    for row in rows:
        ada.decide(row, "accept")
    ben.bind(rows[0], "weapon", {"value": "blade"}, (), "the picture")
    for row in rows:
        ben.decide(row, "accept")
    return rows[0]


def test_agreement_by_field(twice):
    project, *_ = twice
    coded_twice(twice)
    (found,) = project.agree()
    assert found.coders == ("ada", "ben")
    assert len(found.both) == 3
    fields = {row.field: row for row in found.fields}
    assert (fields["weapon"].units, fields["weapon"].same) == (3, 2)
    assert (fields["period"].same, fields["period"].alpha) == (3, 1.0)
    assert fields["whole"].alpha is None  # all three are events to both: nothing varies
    assert "weapon" in str(found)


def test_a_difference_is_settled_as_one_of_the_two_coded_it(twice):
    project, ada, _ = twice
    event = coded_twice(twice)
    differing = {found.id: differ for found, _, _, differ in ada.twice_read()}
    assert [d.field for d in differing[event]] == ["weapon"]
    assert [len(differ) for differ in differing.values()].count(0) == 2
    ada.settle(event, "weapon", "ben", "the picture shows it")
    assert project.event(event).finding("weapon").value == "blade"
    (told,) = [differ for found, _, _, differ in ada.twice_read() if found.id == event]
    assert told[0].settled.reason == "as ben coded it: the picture shows it"
    assert project.agree()[0].fields == project.agree("ada", "ben")[0].fields  # the codings stay as they were
    assert {d.by for d in project.log()} == {"ada", "ben"}


def test_a_settled_field_is_settled_whoever_decides_later(twice):
    project, ada, _ = twice
    event = coded_twice(twice)
    ada.settle(event, "weapon", "ben", "")
    ada.bind(event, "weapon", {"value": "drone"}, (), "once more")
    assert project.event(event).finding("weapon").value == "blade"


def test_whether_it_is_an_event_at_all_can_be_settled(twice):
    project, ada, ben = twice
    event = ada.find(Filters())[0].id
    ada.decide(event, "accept")
    ben.decide(event, "reject")
    assert ada.twice_read()[0][3][0].field == "whole"
    ada.settle(event, "whole", "ben", "a drill")
    assert project.event(event).withheld == "rejected by ada: as ben coded it: a drill"


def test_what_cannot_be_settled(twice):
    _, ada, _ = twice
    event = coded_twice(twice)
    with pytest.raises(DatelineError, match="no field"):
        ada.settle(event, "mood", "ben", "")


def test_the_share_is_drawn_by_the_events_own_ids():
    from dateline.review import drawn

    ids = [f"DL-{n:012x}" for n in range(2000)]
    share = [name for name in ids if drawn(name, 0.2)]
    assert 300 < len(share) < 500
    assert set(share) <= {name for name in ids if drawn(name, 0.4)}
    assert not any(drawn(name, 0.0) for name in ids)
    assert all(drawn(name, 1.0) for name in ids)
