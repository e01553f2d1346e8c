"""What a coder can decide, what each act does to an event, and what makes no sense."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.errors import DatelineError
from dateline.model.claims import Event
from dateline.model.values import Estimate, Toll, plain
from dateline.project import Desk, Filters, Project, given


@pytest.fixture
def desk(project: Project) -> Desk:
    return project.desk("ada")


def told(desk: Desk) -> Event:
    """The event with the most claims."""
    return max(desk.state.events.values(), key=lambda event: (len(event.claims), event.id))


def value(desk: Desk, event: str, field: str):
    found = desk.event(event).finding(field)
    assert found is not None
    return found.value


def test_accept_reject_skip_and_flag_are_the_last_word_on_an_event(desk: Desk):
    event = told(desk)
    states = {"accept": "accepted", "reject": "rejected", "skip": "skipped", "flag": "flagged"}
    for act, state in states.items():
        desk.decide(event.id, act)
        assert desk.row(event.id).state == state
    assert [d.act for d in desk.decisions_on(desk.event(event.id))] == list(states)


def test_an_accepted_event_says_by_whom_and_a_rejected_one_stays_in(desk: Desk):
    event = told(desk)
    desk.decide(event.id, "accept")
    assert (desk.event(event.id).status, desk.event(event.id).exported) == ("accepted by ada", True)
    desk.decide(event.id, "reject", "a drill")
    assert (desk.event(event.id).withheld, desk.event(event.id).exported) == ("rejected by ada: a drill", False)


def test_a_chosen_rival_value_stands_beside_the_others(desk: Desk):
    event = told(desk)
    rival = [claim for claim in event.claims if claim.field == "killed"][-1]
    desk.decide(event.id, "choose", field="killed", value=rival.id)
    found = desk.event(event.id).finding("killed")
    assert found is not None
    assert found.supporting == (rival.id,)
    assert found.decision
    assert {claim.id for claim in desk.event(event.id).claims} == {claim.id for claim in event.claims}


def test_only_a_claim_of_the_event_can_be_chosen(desk: Desk):
    with pytest.raises(DatelineError, match="no claim of this event"):
        desk.decide(told(desk).id, "choose", field="killed", value="c0000000000000000")


def test_a_note_says_something_and_confidence_is_one_of_three_words(desk: Desk):
    event = told(desk)
    with pytest.raises(DatelineError, match="say something"):
        desk.decide(event.id, "note", " ")
    with pytest.raises(DatelineError, match="certain, probable, doubtful"):
        desk.decide(event.id, "confidence", value="0.93")
    desk.decide(event.id, "confidence", "two papers", value="certain")
    stated = desk.event(event.id).confidence
    assert [(d.by, d.value, d.reason) for d in stated] == [("ada", "certain", "two papers")]
    assert replace(desk.event(event.id), confidence=()) == event


def test_a_value_of_ones_own_rests_on_words_or_on_a_reason(desk: Desk):
    event = told(desk)
    toll = plain(Toll("killed", Estimate(9, 9, 9)))
    with pytest.raises(DatelineError, match="select the words"):
        desk.bind(event.id, "killed", toll, ())
    words = desk.report(event.accounts[0].report).passage(0, 5)
    desk.bind(event.id, "killed", toll, [words])
    own = next(c for c in desk.event(event.id).claims if c.origins == ("person: ada",))
    assert (own.passages, own.original, own.basis) == ((words,), words.quote, None)
    assert value(desk, event.id, "killed") == 9
    desk.bind(event.id, "killed", plain(Toll("killed", Estimate(8, 8, 8))), (), "told to me by the editor")
    last = desk.event(event.id).finding("killed")
    reasoned = next(c for c in desk.event(event.id).claims if last and c.id == last.supporting[0])
    assert (reasoned.basis, reasoned.inputs) == ("a coder's reason", ("ada: told to me by the editor",))


def test_the_machines_claims_stay_under_a_value_of_ones_own(desk: Desk):
    event = told(desk)
    place = next(claim for claim in event.claims if claim.field == "place")
    other = {**place.value, "name": "Elsewhere", "geonameid": None}
    desk.bind(event.id, "place", other, place.passages)
    now = desk.event(event.id)
    assert value(desk, event.id, "place")["name"] == "Elsewhere"
    assert {claim.id for claim in event.claims} < {claim.id for claim in now.claims}
    found = now.finding("place")
    assert found is not None
    assert place.id in found.opposing


def test_words_of_a_report_that_does_not_tell_of_the_event_cannot_be_bound_to_it(desk: Desk):
    event = next(e for e in desk.state.events.values() if len({a.report for a in e.accounts}) == 1)
    other = next(r for r in desk.state.reports.values() if r.id != event.accounts[0].report)
    with pytest.raises(DatelineError, match="new event"):
        desk.bind(event.id, "weapon", {"value": "drone"}, [other.passage(0, 4)])


def test_a_new_event_of_words_that_no_reader_saw(desk: Desk):
    before = desk.state.events
    report = next(iter(desk.state.reports.values()))
    made = desk.tell(report.id, 0, 12, given.event_type("Mob violence"))
    event = desk.event(made.target[0])
    assert event.id not in before
    assert event.type.acled_sub_event == "Mob violence"
    assert event.claims[0].origins == ("person: ada",)
    assert desk.row(event.id).state == "open"
    with pytest.raises(DatelineError, match="no passage"):
        desk.tell(report.id, 5, 5, given.event_type("Mob violence"))


def test_a_claim_set_aside_counts_in_no_finding_until_it_is_let_back(desk: Desk):
    event = told(desk)
    claim = next(c for c in event.claims if c.field == "injured")
    desk.claim(event.id, claim.id, counts=False)
    tolls = desk.event(event.id).finding("tolls")
    assert tolls
    assert claim.id not in tolls.supporting
    desk.claim(event.id, claim.id, counts=True)
    assert desk.event(event.id).finding("tolls") == event.finding("tolls")


def test_an_event_whose_only_claim_on_its_type_is_set_aside_still_rests_on_something(desk: Desk):
    event = next(e for e in desk.state.events.values() if sum(c.field == "type" for c in e.claims) == 1)
    desk.claim(event.id, next(c.id for c in event.claims if c.field == "type"), counts=False)
    assert desk.event(event.id).type == event.type
    assert desk.project.check().problems == ()


def test_undo_works_anywhere_in_the_log(desk: Desk):
    event = told(desk)
    first = desk.bind(event.id, "weapon", {"value": "drone"}, (), "the headline")
    desk.decide(event.id, "accept")
    desk.decide(event.id, "note", "look again")
    assert value(desk, event.id, "weapon") == "drone"
    desk.undo(first.id, "it was the other paper")
    assert desk.event(event.id).finding("weapon") == event.finding("weapon")
    assert desk.event(event.id).status == "accepted by ada; claims lost since"
    desk.undo(desk.project.log()[-1].id)
    assert value(desk, event.id, "weapon") == "drone"


def test_ones_own_new_claims_are_no_news_to_oneself(desk: Desk):
    event = told(desk)
    desk.decide(event.id, "accept")
    desk.bind(event.id, "weapon", {"value": "drone"}, (), "the headline")
    assert desk.event(event.id).status == "accepted by ada"
    assert desk.changed(desk.event(event.id)) is None


@pytest.mark.parametrize(
    ("field", "words", "problem"),
    [
        ("killed", {"low": "x"}, "not a number"),
        ("killed", {}, "give a number"),
        ("killed", {"low": "9", "high": "3"}, "must rise"),
        ("period", {"start": "yesterday"}, "2025-03-16"),
        ("period", {"start": "2025-03-16", "end": "2025-03-01"}, "before the first"),
        ("place", {}, "choose a place"),
        ("place", {"lat": "95", "lon": "3"}, "no point of the earth"),
        ("place", {"lat": "north", "lon": "3"}, "are numbers"),
        ("type", {"sub_event": "Coup"}, "choose a type"),
        ("participant", {"name": " "}, "say who"),
        ("relation", {}, "cannot be given by hand"),
    ],
)
def test_words_that_make_no_value(field, words, problem):
    with pytest.raises(DatelineError, match=problem):
        given.value_of(field, words)


def test_words_that_make_a_value():
    assert given.value_of("injured", {"best": "3"})["estimate"] == {"low": 3, "best": 3, "high": 3}
    assert given.value_of("killed", {"low": "3"})["estimate"] == {"low": 3, "best": None, "high": None}
    assert given.value_of("period", {"start": "2025-03-15", "end": "2025-03-16"})["precision"] == "days"
    place = given.value_of(
        "place", {"lat": "14.1", "lon": "-1.6", "name": "A camp", "precision": "near", "country": "BF"}
    )
    assert (place["lat"], place["lon"], place["country"], place["precision"]) == (14.1, -1.6, "BF", "near")
    assert given.value_of("place", {"geonameid": "2361177"})["name"] == "Djibo"


def test_a_whole_view_is_decided_in_one_act_and_taken_back_in_one(desk: Desk):
    waiting = [row.id for row in desk.find(Filters())]
    assert len(waiting) > 1
    with pytest.raises(DatelineError, match="by which rule"):
        desk.decide_all(Filters(), "accept", " ")
    with pytest.raises(DatelineError, match="look at them again"):
        desk.decide_all(Filters(), "accept", "all is clear", expected=1)
    with pytest.raises(DatelineError, match="not an act for many"):
        desk.decide_all(Filters(), "note", "all is clear")
    assert desk.project.log() == []
    before = desk.state.events
    assert desk.decide_all(Filters(), "accept", "all is clear") == len(waiting)
    log = desk.project.log()
    assert [d.target[0] for d in log] == waiting
    assert {(d.act, d.reason, d.at) for d in log} == {("accept", "all is clear", log[0].at)}
    assert desk.states()["accepted"] == len(waiting)
    last = desk.last()
    assert last
    desk.undo(last.id, all_of_it=True)
    assert desk.states()["open"] == len(waiting)
    assert desk.state.events == before
    assert desk.project.check().problems == ()


def test_one_decision_of_many_can_be_taken_back_alone(desk: Desk):
    desk.decide_all(Filters(), "flag", "look again")
    first = desk.project.log()[0]
    desk.undo(first.id)
    assert [row.id for row in desk.find(Filters(state="open"))] == [first.target[0]]


def test_a_second_reader_decides_event_by_event(project: Project):
    with pytest.raises(DatelineError, match="event by event"):
        project.desk("ben", second=True).decide_all(Filters(), "accept", "all is clear")


def test_an_event_is_assigned_and_found_by_whom_it_is_assigned_to(desk: Desk):
    event = told(desk)
    with pytest.raises(DatelineError, match="to whom"):
        desk.decide(event.id, "assign", value=" ")
    desk.decide(event.id, "assign", value="ben")
    assert [row.id for row in desk.find(Filters(assigned="ben"))] == [event.id]
    assert event.id not in [row.id for row in desk.find(Filters(assigned="-"))]
    assert desk.event(event.id) == event
    desk.decide(event.id, "assign", value="-")
    assert desk.find(Filters(assigned="ben")) == []
    assert event.id in [row.id for row in desk.find(Filters(assigned="-"))]


def test_several_participants_are_fixed_at_once_for_a_reason(desk: Desk):
    event = told(desk)
    before = value(desk, event.id, "participants")
    words = {f"name_{n}": who["name"] for n, who in enumerate(before)} | {f"role_{n}": "recipient" for n in (0, 1, 2)}
    words |= {"name_1": "", "name_7": "Market Guards", "role_7": "party"}
    people = given.people(words, before)
    with pytest.raises(DatelineError, match="say why"):
        desk.people(event.id, people, " ")
    with pytest.raises(DatelineError, match="nothing was changed"):
        desk.people(event.id, before, "as told")
    desk.people(event.id, people, "the second paper has them the other way round")
    now = value(desk, event.id, "participants")
    assert now[0] == {**before[0], "role": "recipient"}
    assert [who["name"] for who in now] == [before[0]["name"], *(w["name"] for w in before[2:]), "Market Guards"]
    assert desk.event(event.id).claims == event.claims
    passage = desk.report(event.accounts[0].report).passage(0, 5)
    traders = given.value_of("participant", {"name": "Traders", "role": "recipient"})
    desk.bind(event.id, "participant", traders, [passage])
    assert [who["name"] for who in value(desk, event.id, "participants")][-2:] == ["Market Guards", "Traders"]
    assert desk.project.check().problems == ()


def test_a_number_of_ones_own_replaces_what_is_told_of_any_harm(desk: Desk):
    event = told(desk)
    desk.bind(event.id, "injured", given.value_of("injured", {"best": "70"}), (), "the hospital's list")
    rows = [t for t in value(desk, event.id, "tolls") if t["harm"] == "injured"]
    assert [(t["low"], t["best"], t["high"]) for t in rows] == [(70, 70, 70)]
    assert {c.id for c in event.claims} < {c.id for c in desk.event(event.id).claims}
    last = desk.last()
    assert last
    desk.undo(last.id)
    assert desk.event(event.id) == event
