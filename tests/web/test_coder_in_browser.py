"""The whole of a coder's work, in a browser: from the first event to the export, with a second coder."""

from __future__ import annotations

import json
import re
import time

from playwright.sync_api import Page
from web_client import Serve, Served, event_of, press, select

from dateline.project import Filters
from dateline.web.keys import usual

KEYS = {name: key.key for name, key in usual().items()}


def go(page: Page, served: Served, path: str) -> None:
    page.goto(f"http://127.0.0.1:{served.access.port}{path}")


def send(page: Page, key: str = "Enter") -> None:
    """Send the open form by the keyboard."""
    with page.expect_navigation():
        page.keyboard.press(key)


def field_to(page: Page, field: str) -> None:
    """Arrow down to a field of the record."""
    page.wait_for_selector("#queue.windowed")
    for _ in range(20):
        if page.get_attribute(".field.current", "data-field") == field:
            return
        page.keyboard.press(KEYS["down"])
    raise AssertionError(f"no field {field}")


def test_a_coders_work_from_start_to_export(serve: Serve):
    served = serve()
    page = served.page()
    decide_twenty(served, page)
    correct_a_place(served, page)
    split_a_wrong_merge(served, page)
    join_a_missed_one(served, page)
    tell_a_missed_event(served, page)
    undo_in_the_middle(served, page)
    assert served.said == []
    served.stop()
    second_coder(serve)
    adjudicate_and_export(serve)


def decide_twenty(served: Served, page: Page) -> None:
    """Twenty events by keys alone: rival figures are chosen, the rest is accepted, rejected, flagged or skipped."""
    for number in range(20):
        event = event_of(page)
        if served.desk.row(event).disputed:
            field_to(page, "killed")
            press(page, "2")
        press(page, KEYS[("accept", "accept", "accept", "reject", "flag", "skip")[number % 6]])
    states = served.desk.states()
    assert (states["accepted"], states["rejected"], states["flagged"], states["skipped"]) == (11, 3, 3, 3)
    assert {d.by for d in served.project.log()} == {"ada"}


def correct_a_place(served: Served, page: Page) -> None:
    """Look a place up, pick it; then drag the mark, by which the point is no longer the gazetteer's."""
    event = event_of(page)
    field_to(page, "place")
    page.keyboard.press(KEYS["fix"])
    page.wait_for_selector("#pick[data-ready]")
    page.fill("#place-name", "Djibo")
    page.wait_for_selector("#candidates label:has-text('Djibo, ')")
    page.check("#candidates input >> nth=0")
    assert page.input_value("input[name=lat]").startswith("14.0")
    send(page)
    place = served.desk.event(event).finding("place")
    assert place is not None
    assert (place.value["name"], place.value["geonameid"]) == ("Djibo", 2361177)
    field_to(page, "place")
    page.keyboard.press(KEYS["fix"])
    page.wait_for_selector("#pick[data-ready]")
    box = page.locator("#pick .pin").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 30, steps=6)
    page.mouse.up()
    page.fill("input[name=reason]", "the camp lies east of the town")
    send(page, "Control+Enter")
    moved = served.desk.event(event).finding("place")
    assert moved is not None
    assert moved.value["geonameid"] is None
    assert moved.value["lon"] > place.value["lon"]
    assert served.desk.event(event).status == "accepted by ada"
    assert event_of(page) != event


def of_report(served: Served, number: int) -> str:
    """The event that the report of that number tells of."""
    account = next(
        a for a in served.desk.state.told.accounts if f"/{number}-" in (served.desk.report(a.report).origin or "")
    )
    return served.desk.event(account.id).id


def split_a_wrong_merge(served: Served, page: Page) -> None:
    event = of_report(served, 900)
    assert len(served.desk.event(event).accounts) == 2
    go(page, served, f"/events/{event}?state=all")
    page.keyboard.press(KEYS["split"])
    page.wait_for_selector("dialog[open] input[name=account]")
    page.check("dialog[open] input[name=account] >> nth=1")
    page.fill("dialog[open] input[name=reason]", "another attack on the same day")
    send(page)
    assert of_report(served, 900) != of_report(served, 9)


def join_a_missed_one(served: Served, page: Page) -> None:
    event, other = of_report(served, 902), of_report(served, 18)
    assert event != other
    go(page, served, f"/events/{event}?state=all")
    page.keyboard.press(KEYS["join"])
    page.wait_for_selector("dialog[open] input[name=other]")
    first = page.get_attribute("dialog[open] input[name=other] >> nth=0", "value")
    assert first == other  # the near miss comes first
    page.check("dialog[open] input[name=other] >> nth=0")
    page.fill("dialog[open] input[name=reason]", "the second paper has the wrong day")
    send(page)
    assert of_report(served, 902) == of_report(served, 18)


def tell_a_missed_event(served: Served, page: Page) -> None:
    """Words that no claim uses become an event, and its harm is bound to them."""
    before = len(served.desk.state.events)
    select(page, "Some 30 families")
    page.keyboard.press(KEYS["new"])
    page.wait_for_selector("dialog[open] select[name=sub_event]")
    page.select_option("dialog[open] select[name=sub_event]", "Other")
    send(page)
    assert len(served.desk.state.events) == before + 1
    event = event_of(page)
    select(page, "30 families")
    page.keyboard.press(KEYS["displaced"])
    page.wait_for_selector("dialog[open] input[name=best]")
    assert page.input_value("dialog[open] input[name=best]") == "30"
    send(page)
    told = [claim for claim in served.desk.event(event).claims if claim.field == "displaced"]
    assert [claim.original for claim in told] == ["30 families"]


def undo_in_the_middle(served: Served, page: Page) -> None:
    """An early decision is taken back from its own page; those after it stand."""
    log = served.project.log()
    early = next(d for d in log if d.act == "accept")
    go(page, served, f"/log/{early.id}")
    page.fill("input[name=reason]", "too fast")
    with page.expect_navigation():
        page.click("text=Take this back")
    assert "taken back" in page.inner_text("main")
    assert served.desk.row(early.target[0]).state == "open"
    standing = served.desk.standing()
    assert [d.id for d in log if d.id not in standing] == [early.id]


def second_coder(serve: Serve) -> None:
    """Ben reads blind what ada decided; he differs on one figure and on one whole event."""
    served = serve("ben", second=True)
    page = served.page()
    waiting = served.desk.find(Filters())
    assert len(waiting) > 10
    assert "blind second reading" in page.inner_text("header")
    for number in range(5):
        if number == 0:
            field_to(page, "killed")
            page.keyboard.press(KEYS["fix"])
            page.wait_for_selector("dialog[open] input[name=best]")
            for end in ("low", "best", "high"):
                page.fill(f"dialog[open] input[name={end}]", "77")
            send(page)
        press(page, KEYS["reject" if number == 1 else "accept"])
    assert served.said == []
    assert not any(d.round == "" and d.by == "ben" for d in served.project.log())
    served.stop()


def adjudicate_and_export(serve: Serve) -> None:
    served = serve()
    page = served.page()
    go(page, served, "/adjudicate")
    assert "to settle" in page.inner_text("table")
    for _ in range(12):
        go(page, served, "/adjudicate")
        row = page.locator("tr:has-text('to settle') a").first
        if not row.count():
            break
        with page.expect_navigation():
            row.click()
        assert page.is_visible(".article-pane .body")
        open_ = page.locator(".field.differ:not(:has-text('settled by'))").first
        with page.expect_navigation():
            open_.locator("form:has-text('ben') button").click()
    assert "to settle" not in page.inner_text("table")
    settled = [d for d in served.project.log() if d.round == "adjudicated"]
    assert len(settled) >= 2
    (agreed,) = served.project.agree()
    assert agreed.coders == ("ada", "ben")
    assert {row.field: row for row in agreed.fields}["killed"].same < len(agreed.both)
    go(page, served, "/progress")
    assert "ada and ben" in page.inner_text("main")
    go(page, served, "/files")
    with page.expect_download() as waiting:
        page.click("text=events.jsonl")
    events = [json.loads(line) for line in waiting.value.path().read_text("utf-8").splitlines()]
    figures = [
        f for e in events for f in (e["findings"].get("killed"), *e["findings"].get("killed", {}).get("also", ()))
    ]
    assert 77 in [f["value"] for f in figures if f]
    assert {e["status"] for e in events} >= {"accepted by ada", "machine, unreviewed"}
    with page.expect_download() as waiting:
        page.click("text=decisions.jsonl")
    lines = waiting.value.path().read_text("utf-8").splitlines()
    assert len(lines) == len(served.project.log())
    assert served.project.check().problems == ()
    assert served.said == []


def test_fifty_events_by_keys_alone(serve: Serve, record_property):
    """How many actions an event takes: what is counted is every key pressed."""
    served = serve()
    page = served.page()
    pressed, begun = 0, time.perf_counter()
    for _ in range(50):
        row = served.desk.row(event_of(page))
        if row.disputed:
            page.wait_for_selector("#queue.windowed")
            while page.get_attribute(".field.current", "data-field") != "killed":
                page.keyboard.press(KEYS["down"])
                pressed += 1
            press(page, "1")
            pressed += 1
        press(page, KEYS["accept"])
        pressed += 1
    seconds = time.perf_counter() - begun
    record_property("keys_per_event", pressed / 50)
    print(f"{pressed / 50:.2f} keys and {seconds / 50:.2f} s an event: machine, browser and waiting, no reading")
    assert served.desk.states()["accepted"] == 50
    assert pressed / 50 < 2.5
    assert re.search(r"50 of \d+ events decided", progress(page, served))


def progress(page: Page, served: Served) -> str:
    go(page, served, "/progress")
    return page.inner_text("main")
