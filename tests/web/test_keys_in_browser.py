"""Every key, pressed in a browser: one test a key, and none without a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from web_client import Served, event_of, press, select

from dateline.project import Filters
from dateline.web.keys import usual

KEYS = usual()
WORDS = {  # key of the words bar -> heading of the form it opens
    "type": "What", "period": "When", "place": "Where", "participant": "Who", "killed": "Killed", "injured": "Injured",
    "missing": "Missing", "captured": "Captured", "released": "Released", "displaced": "Displaced",
    "arrested": "Arrested", "weapon": "Weapon", "target": "Target", "new": "A new event",
}  # fmt: skip
ENDING = {"accept": "accepted", "reject": "rejected", "skip": "skipped", "flag": "flagged"}
DIALOGS = {"note": "A note", "confidence": "How sure you are", "split": "Part a report", "join": "Join this event",
           "guide": "Coding guide: type", "fix": "What", "assign": "Assign this event"}  # fmt: skip
TESTED = {*WORDS, *ENDING, *DIALOGS, "undo", "set_aside", "drawer", "reveal", "next", "previous", "down", "up", "same",
          "different", "unsure", "reasons", "sheet", "search", "log", "many"}  # fmt: skip


@pytest.fixture(scope="module")
def served(browser: Browser, invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    import shutil

    folder = Path(shutil.copytree(invented, tmp_path_factory.mktemp("keys") / "p"))
    running = Served(folder, browser, "ada", False)
    yield running
    assert running.said == []
    running.stop()


@pytest.fixture(scope="module")
def opened(served: Served) -> Page:
    return served.page()


@pytest.fixture
def page(served: Served, opened: Page) -> Page:
    """The queue's first event, anew."""
    opened.goto(f"http://127.0.0.1:{served.access.port}/events")
    opened.evaluate("sessionStorage.clear()")
    opened.wait_for_selector("#queue.windowed")
    return opened


def state(served: Served, event: str) -> str:
    return served.desk.row(event).state


def heading(page: Page) -> str:
    page.wait_for_selector("dialog[open] h2")
    return page.inner_text("dialog[open] h2")


def test_every_key_has_its_test():
    assert set(KEYS) == TESTED


@pytest.mark.parametrize("name", ENDING)
def test_a_key_that_decides_and_moves_on(served: Served, page: Page, name: str):
    event = event_of(page)
    press(page, KEYS[name].key)
    assert state(served, event) == ENDING[name]
    assert event_of(page) != event
    assert "ada" in page.inner_text("[role=status]")


def test_undo(served: Served, page: Page):
    event = event_of(page)
    press(page, KEYS["accept"].key)
    press(page, KEYS["undo"].key)
    assert event_of(page) == event
    assert state(served, event) == "open"


@pytest.mark.parametrize("name", DIALOGS)
def test_a_key_that_opens_a_form(served: Served, page: Page, name: str):
    if name == "split":
        several = next(row for row in served.desk.find(Filters()) if len(row.event.accounts) > 1)
        page.goto(page.url.split("/events")[0] + f"/events/{several.id}")
    page.keyboard.press(KEYS[name].key)
    assert heading(page).startswith(DIALOGS[name])
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="detached")


@pytest.mark.parametrize("name", WORDS)
def test_a_key_for_selected_words(page: Page, name: str):
    select(page, "Gunmen")
    page.keyboard.press(KEYS[name].key)
    assert heading(page) == WORDS[name]
    assert "Gunmen" in page.inner_text("dialog[open] form")


@pytest.mark.parametrize("name", WORDS)
def test_a_key_for_words_does_nothing_without_them(page: Page, name: str):
    page.keyboard.press(KEYS[name].key)
    page.wait_for_timeout(50)
    assert page.query_selector("dialog[open]") is None


def test_set_aside(served: Served, page: Page):
    event = served.desk.event(event_of(page))
    press(page, KEYS["set_aside"].key)
    assert page.locator(".field.current .claim-line.aside").count() == 1
    press(page, KEYS["set_aside"].key)
    assert page.locator(".claim-line.aside").count() == 0
    assert [d.act for d in served.desk.decisions_on(event)][-2:] == ["reject", "accept"]


def test_choose_among_rival_values(served: Served, page: Page):
    row = next(r for r in served.desk.find(Filters()) if r.disputed)
    page.goto(page.url.split("/events")[0] + f"/events/{row.id}")
    page.wait_for_selector("#queue.windowed")
    while page.get_attribute(".field.current", "data-field") != "killed":
        page.keyboard.press(KEYS["down"].key)
    wanted = page.inner_text(".field.current .rival >> nth=1 >> .rival-value")
    press(page, "2")
    found = served.desk.event(row.id).finding("killed")
    assert found is not None
    assert found.decision
    assert wanted.startswith(f"{found.value} people")
    assert not served.desk.row(row.id).disputed


def test_drawer(page: Page):
    page.keyboard.press(KEYS["drawer"].key)
    page.wait_for_selector("#map .bubble")
    page.wait_for_selector("#timeline svg")
    page.keyboard.press(KEYS["drawer"].key)
    assert not page.is_visible("#drawer")


def test_reveal(served: Served, page: Page):
    page.evaluate("document.querySelector('details.menu').open = true")
    page.select_option("select[name=hide]", "on")
    with page.expect_navigation():
        page.click(".prefer button")
    assert not page.is_visible("#fields")
    assert not page.is_visible(".acts")
    page.keyboard.press(KEYS["reveal"].key)
    assert page.is_visible("#fields")
    served.context.clear_cookies(name="hide")


def test_next_and_previous(page: Page):
    event = event_of(page)
    press(page, KEYS["next"].key)
    assert event_of(page) != event
    press(page, KEYS["previous"].key)
    assert event_of(page) == event


def test_down_and_up(page: Page):
    fields = page.eval_on_selector_all(".field", "all => all.map((f) => f.dataset.field)")
    page.keyboard.press(KEYS["down"].key)
    assert page.get_attribute(".field.current", "data-field") == fields[1]
    page.keyboard.press(KEYS["up"].key)
    assert page.get_attribute(".field.current", "data-field") == fields[0]
    assert page.evaluate("document.activeElement.dataset.field") == fields[0]


@pytest.mark.parametrize(("name", "act"), [("unsure", "unsure"), ("different", "split"), ("same", "join")])
def test_a_key_that_judges_a_pair(served: Served, page: Page, name: str, act: str):
    left = len(served.desk.pairs())
    assert left
    page.goto(page.url.split("/events")[0] + "/pairs")
    press(page, KEYS[name].key)
    last = served.desk.last()
    assert last is not None
    assert last.act == act
    assert len(served.desk.pairs()) < left
    press(page, KEYS["undo"].key)
    assert len(served.desk.pairs()) == left


def test_the_reasons_of_a_pair(served: Served, page: Page):
    page.goto(page.url.split("/events")[0] + "/pairs")
    assert not page.is_visible("#reasons")
    page.keyboard.press(KEYS["reasons"].key)
    assert "bits" in page.inner_text("#reasons")


def test_the_sheet_of_keys(page: Page):
    page.keyboard.press(KEYS["sheet"].key)
    assert heading(page) == "Keys"
    shown = page.inner_text("#sheet")
    assert [key.name for key in KEYS.values() if key.words not in shown] == []
    page.keyboard.press(KEYS["sheet"].key)
    assert page.query_selector("dialog[open]") is None


def test_search(page: Page):
    page.keyboard.press(KEYS["search"].key)
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("a x /")  # letters are letters while one types
    assert page.input_value("input[name=q]") == "a x /"


def test_many(page: Page):
    press(page, KEYS["many"].key)
    assert page.inner_text("h1").startswith("Decide ")


def test_the_log(page: Page):
    press(page, KEYS["log"].key)
    assert page.inner_text("h1") == "Log"


def test_keys_with_alt_work_while_one_types(served: Served, page: Page):
    event = event_of(page)
    page.keyboard.press(KEYS["search"].key)
    press(page, f"Alt+{KEYS['accept'].key}")
    assert state(served, event) == "accepted"


def test_a_key_held_down_decides_once(served: Served, page: Page):
    before = len(served.project.log())
    page.evaluate(
        """() => { for (let n = 0; n < 5; n++) document.body.dispatchEvent(
             new KeyboardEvent("keydown", { key: "a", bubbles: true, repeat: n > 0 })); }"""
    )
    page.wait_for_timeout(600)
    assert len(served.project.log()) == before + 1


def test_other_keys_of_a_project(invented: Path, tmp_path: Path, browser: Browser):
    import shutil

    folder = Path(shutil.copytree(invented, tmp_path / "p"))
    (folder / "dateline.toml").write_text('[review.keys]\naccept = "y"\nreleased = "a"\n')
    running = Served(folder, browser, "ada", False)
    try:
        page = running.page()
        event = event_of(page)
        page.keyboard.press("a")
        press(page, "y")
        assert state(running, event) == "accepted"
        assert "y" in page.inner_text("button.act-accept")
    finally:
        running.stop()
