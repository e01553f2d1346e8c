"""The pages by test client: what they show, and where acts lead."""

from __future__ import annotations

import json

import pytest
from web_client import Client, client_of

from dateline.project import Filters, Project


def first(client: Client, **filters: str) -> str:
    return client.desk.find(Filters.of(filters))[0].id


def test_the_queue_opens_on_its_first_event_with_the_filters_in_the_address(client: Client):
    assert client.get("/").headers["location"] == f"/events/{first(client)}"
    answer = client.get("/events?type=Protests&state=all&colour=red")
    assert (
        answer.headers["location"] == f"/events/{first(client, type='Protests', state='all')}?state=all&type=Protests"
    )


def test_an_act_that_ends_an_event_leads_to_the_next_of_the_same_queue(client: Client):
    rows = [row.id for row in client.desk.find(Filters(state="todo"))]
    answer = client.post(f"/events/{rows[0]}/act", act="accept", f_sort="toll", f_state="todo")
    following = client.desk.find(Filters(sort="toll"))
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/events/DL-")
    assert answer.headers["location"].endswith("?sort=toll")
    assert rows[0] not in [row.id for row in following]


def test_the_last_event_leads_to_a_page_that_says_so(client: Client):
    for row in client.desk.find(Filters())[1:]:
        client.desk.decide(row.id, "accept")
    answer = client.post(f"/events/{first(client)}/act", act="accept")
    assert answer.headers["location"] == "/events"
    assert "Nothing left here" in client.http.get("/events").text


def test_a_machines_value_and_a_persons_are_told_apart_in_words(client: Client):
    event = max(client.desk.state.events.values(), key=lambda e: len(e.claims))
    before = client.get(f"/events/{event.id}").text
    assert '<span class="whose">machine</span>' in before
    assert "machine, unreviewed" in before
    client.desk.bind(event.id, "place", {**event.finding("place").value, "name": "Elsewhere"}, (), "the map")
    after = client.get(f"/events/{event.id}").text
    assert '<span class="whose person">chosen by ada</span>' in after
    assert "reviewed in part" in after


def test_a_grade_is_a_suggestion_until_a_person_chooses(client: Client):
    event = next(e for e in client.desk.state.events.values() if e.finding("grade"))
    grade = event.finding("grade").value
    assert f"<b>{grade}</b>, suggested by rule" in client.get(f"/events/{event.id}").text
    answer = client.post(f"/events/{event.id}/act", act="choose", field="grade", value="Fair")
    assert answer.status_code == 303
    found = client.desk.event(event.id).finding("grade")
    assert (found.value, found.decision is not None) == ("Fair", True)
    after = client.get(f"/events/{event.id}").text
    assert "<b>Fair</b> (" in after
    assert "suggested by rule" not in after
    assert client.post(f"/events/{event.id}/act", act="choose", field="grade", value="Splendid").status_code == 400
    assert client.desk.event(event.id).finding("grade").value == "Fair"


def test_no_score_stands_on_an_events_page(client: Client):
    for event in client.desk.state.events.values():
        text = client.get(f"/events/{event.id}").text
        text = text.split("<main", 1)[1]
        assert "score" not in text
        assert "likeness" not in text


def test_denied_and_alleged_are_said_in_words(client: Client):
    event = next(e for e in client.desk.state.events.values() if any(c.chain for c in e.claims))
    speaker = next(c.chain[0].speaker for c in event.claims if c.chain)
    assert speaker.split()[-1] in client.get(f"/events/{event.id}").text


def test_the_coders_confidence_is_shown_as_the_coders(client: Client):
    event = first(client)
    client.post(f"/events/{event}/act", act="confidence", value="probable", reason="two papers")
    assert "Coder’s confidence: <b>probable</b>, says ada: two papers" in client.get(f"/events/{event}").text


def test_a_window_of_the_queue(client: Client):
    text = client.get("/queue?state=all&from=2").text
    assert 'data-n="2"' in text
    assert 'data-n="1"' not in text
    assert client.get("/queue?from=9999").text.strip() == ""


def test_the_maps_data_hold_events_without_place_or_day_too(client: Client):
    told = json.loads(client.get("/map.json?state=all").text)
    assert told["total"] == len(told["events"]) == len(client.desk.state.events)
    assert {"lat", "start", "radius", "precision"} <= set(told["events"][0])


def test_every_decision_has_a_page_with_from_and_to(client: Client):
    event = max(client.desk.state.events.values(), key=lambda e: len(e.claims))
    made = client.desk.bind(event.id, "weapon", {"value": "drone"}, (), "the headline")
    text = client.get(f"/log/{made.id}").text
    assert "firearm → drone" in text or "not told → drone" in text or "→ drone" in text
    assert "the headline" in text
    assert client.desk.project.store.chain()[-1].hash in text


def test_undo_in_the_middle_of_the_log_from_its_page(client: Client):
    event = first(client)
    made = client.desk.decide(event, "accept")
    client.desk.decide(event, "note", "later")
    answer = client.post("/undo", decision=made.id, reason="too fast", back=f"/log/{made.id}")
    assert answer.headers["location"] == f"/log/{made.id}"
    assert "taken back" in client.get(f"/log/{made.id}").text
    assert client.desk.event(event).status == "machine, unreviewed"


def test_what_cannot_be_done_is_said_in_one_line(client: Client):
    event = first(client)
    for fields, problem in (({"act": "note"}, "say something"), ({"act": "dance"}, "no such act")):
        answer = client.post(f"/events/{event}/act", **fields)
        assert answer.status_code == 400
        assert problem in answer.text
    assert client.get("/events/DL-nothing").status_code == 404
    assert client.post("/undo").status_code == 400
    assert client.post(f"/events/{event}/bind", field="weapon", value="drone").status_code == 400


def test_every_format_can_be_taken_out(client: Client):
    event = first(client)
    client.desk.decide(event, "accept")
    client.desk.decide(event, "confidence", "two papers", value="probable")
    rows = [json.loads(line) for line in client.get("/files/jsonl").text.splitlines()]
    assert next(row for row in rows if row["id"] == event)["status"] == "accepted by ada"
    (stated,) = next(row for row in rows if row["id"] == event)["confidence"]
    assert (stated["coder"], stated["value"], stated["reason"]) == ("ada", "probable", "two papers")
    assert client.get("/files/acled").text.startswith("event_id_cnty,")
    assert json.loads(client.get("/files/geojson").text)["type"] == "FeatureCollection"
    assert client.get("/files/xml").status_code == 404
    assert json.loads(client.get("/decisions.jsonl").text.splitlines()[0])["act"] == "accept"


def test_display_settings_are_kept_in_this_browser(client: Client):
    client.post("/prefer", theme="dark", size="larger", back="/progress")
    assert 'data-theme="dark" data-size="larger"' in client.get("/progress").text
    client.post("/prefer", theme="pink")
    assert 'data-theme="dark"' in client.get("/progress").text


def test_the_machines_reasons_for_a_pair_are_hidden_until_asked_for(client: Client):
    if not client.desk.pairs():
        pytest.skip("no pair in this project")
    assert 'aria-label="The machine’s reasons" hidden' in client.get("/pairs").text
    client.post("/prefer", blind="off")
    assert 'aria-label="The machine’s reasons" hidden' not in client.get("/pairs").text


def test_a_second_reader_sees_no_pairs_and_nothing_of_others(project: Project):
    (project.path.parent / "dateline.toml").write_text("[review]\nsecond = 1.0\n")
    project.config = __import__("dateline.config", fromlist=["load_config"]).load_config(project.path.parent)
    ada = project.desk("ada")
    event = ada.find(Filters())[0].id
    ada.bind(event, "weapon", {"value": "drone"}, (), "seen in the headline")
    ada.decide(event, "accept")
    client = client_of(project, by="ben", second=True)
    text = client.get(f"/events/{event}").text
    assert "blind second reading" in text
    assert "ada" not in text.replace("adapt", "")
    assert "drone" not in text
    assert "ada" not in client.get("/log").text.split("<main", 1)[1]


def test_a_view_is_decided_together_only_as_it_was_shown(client: Client):
    total = len(client.desk.find(Filters()))
    page = client.get("/many").text
    assert f"Decide {total} events together" in page
    assert f'name="total" value="{total}"' in page
    client.desk.decide(first(client), "accept")
    late = client.post("/many", act="accept", reason="all is clear", total=str(total))
    assert (late.status_code, "look at them again" in late.text) == (400, True)
    assert client.post("/many", act="accept", reason="all is clear").status_code == 400
    answer = client.post("/many", act="reject", reason="a drill", total=str(total - 1), f_state="todo")
    assert answer.headers["location"] == "/events"
    assert client.desk.states()["rejected"] == total - 1
    client.post("/undo")
    assert client.desk.states() == client.desk.states() | {"rejected": 0, "accepted": 1, "open": total - 1}


def test_participants_are_fixed_by_one_form(client: Client):
    event = max(client.desk.state.events.values(), key=lambda e: len(e.claims))
    people = event.finding("participants").value
    page = client.get(f"/events/{event.id}/fix/participant").text
    assert [f'name="name_{n}"' in page for n in range(len(people) + 3)] == [True] * (len(people) + 2) + [False]
    fields = {f"name_{n}": who["name"] for n, who in enumerate(people)} | {"name_9": "Market Guards", "role_9": "party"}
    assert client.post(f"/events/{event.id}/bind", field="participant", **fields).status_code == 400
    client.post(f"/events/{event.id}/bind", field="participant", reason="the radio", **fields)
    assert "Market Guards (party)" in client.get(f"/events/{event.id}").text


def test_a_number_given_for_any_harm_is_the_one_that_is_shown(client: Client):
    event = max(client.desk.state.events.values(), key=lambda e: len(e.claims))
    client.post(f"/events/{event.id}/bind", field="injured", best="70", reason="the hospital's list")
    text = client.get(f"/events/{event.id}").text
    field = text[text.index('id="f-injured"') :].split("</section>")[0]
    assert 'aria-label="Injured: 70 people"' in field
    assert "chosen by ada" in field
    rivals = [claim for claim in event.claims if claim.field == "injured"]
    assert all(claim.id in field for claim in rivals)
    client.post(f"/events/{event.id}/act", act="choose", field="injured", value=rivals[0].id)
    assert 'aria-label="Injured: 70 people"' not in client.get(f"/events/{event.id}").text


def test_an_article_from_right_to_left_says_so(client: Client):
    assert 'dir="auto">' in client.get(f"/events/{first(client)}").text


def test_progress_counts_what_is_done_by_day_and_coder(client: Client):
    client.desk.decide(first(client), "accept")
    text = client.get("/progress").text
    assert f"<b>1</b> of {len(client.desk.state.events)} events decided" in text
    assert "1 accept" in text
