"""Every page and state by axe's rules: no serious and no critical finding, in light and in dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from web_client import Served, select

from dateline.project import Filters
from dateline.web.keys import usual

KEYS = {name: key.key for name, key in usual().items()}
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def served(browser: Browser, invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A project in which all kinds of decisions stand, read twice."""
    folder = Path(shutil.copytree(invented, tmp_path_factory.mktemp("axe") / "p"))
    running = Served(folder, browser, "ada", False)
    desk = running.desk
    rows = [row.event for row in desk.find(Filters())]
    for event, act in zip(rows, ("accept", "reject", "flag", "skip", "accept"), strict=False):
        desk.decide(event.id, act, "looked at")
    desk.bind(rows[0].id, "weapon", {"value": "drone"}, (), "the headline")
    desk.decide(rows[5].id, "confidence", "two papers", value="probable")
    desk.decide(rows[5].id, "note", "ask the desk")
    desk.undo(desk.last().id)
    second = running.project.desk("ben", second=True)
    second.bind(rows[0].id, "weapon", {"value": "blade"}, (), "the picture")
    second.decide(rows[0].id, "accept")
    yield running
    running.stop()


def pages(served: Served) -> dict[str, str]:
    desk = served.desk
    log = served.project.log()
    several = next(row for row in desk.find(Filters(state="all")) if len(row.event.accounts) > 1)
    disputed = desk.find(Filters(state="all", disputed="1"))[0]
    return {
        "event": f"/events/{disputed.id}?state=all", "event told by several": f"/events/{several.id}?state=all",
        "accepted event": f"/events/{log[0].target[0]}?state=all", "nothing left": "/events?q=zeppelin",
        "pairs": "/pairs", "log": "/log", "decision": f"/log/{log[5].id}", "undo": f"/log/{log[-3].id}",
        "progress": "/progress", "reports": "/reports", "report": f"/reports/{several.event.accounts[0].report}",
        "guide": "/guide", "files": "/files", "adjudication": "/adjudicate",
        "adjudicate": f"/adjudicate/{log[0].target[0]}", "trouble": "/events/DL-none",
    }  # fmt: skip


PAGES = ("event", "event told by several", "accepted event", "nothing left", "pairs", "log", "decision", "undo",
         "progress", "reports", "report", "guide", "files", "adjudication", "adjudicate", "trouble")  # fmt: skip


def grave(page: Page, themes: tuple[str, ...] = ("light", "dark")) -> list[str]:
    """The serious and critical findings of the page as it stands, in light and in dark, one a line."""
    lines = []
    for theme in themes:
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        nodes = [(v["id"], node) for v in found if v["impact"] in GRAVE for node in v["nodes"]]
        lines += [f"{theme}, {rule}: {node['target']} {node['failureSummary'][:200]}" for rule, node in nodes]
    return lines


@pytest.fixture(scope="module")
def opened(served: Served) -> Page:
    return served.page()


@pytest.fixture
def page(served: Served, opened: Page) -> Iterator[Page]:
    yield opened
    for name in ("size", "hide"):
        served.context.clear_cookies(name=name)


def base(served: Served) -> str:
    return f"http://127.0.0.1:{served.access.port}"


def prefer(served: Served, **settings: str) -> None:
    served.context.add_cookies([{"name": n, "value": v, "url": base(served)} for n, v in settings.items()])


def test_the_pages_are_all_there(served: Served):
    assert set(pages(served)) == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page(served: Served, page: Page, name: str):
    page.goto(base(served) + pages(served)[name])
    assert grave(page) == []


STATES = {
    "sheet": lambda page: page.keyboard.press(KEYS["sheet"]),
    "fix place": lambda page: dialog(page, "place", "#pick[data-ready]"),
    "fix killed": lambda page: dialog(page, "killed", "dialog[open] input[name=best]"),
    "fix type": lambda page: dialog(page, "type", "dialog[open] select"),
    "join": lambda page: pressed(page, "join"),
    "split": lambda page: pressed(page, "split"),
    "note": lambda page: pressed(page, "note"),
    "confidence": lambda page: pressed(page, "confidence"),
    "guide": lambda page: pressed(page, "guide"),
    "words selected": lambda page: select(page, "Gunmen"),
    "new event": lambda page: (select(page, "Gunmen"), pressed(page, "new")),
    "filters": lambda page: (page.click(".filters-menu summary"), page.wait_for_selector(".facets")),
    "display": lambda page: page.click("header .menu summary"),
    "drawer": lambda page: (page.keyboard.press(KEYS["drawer"]), page.wait_for_selector("#timeline svg")),
    "claim pinned": lambda page: page.click(".claim >> nth=0"),
}


def pressed(page: Page, name: str) -> None:
    page.keyboard.press(KEYS[name])
    page.wait_for_selector("dialog[open] h2")


def dialog(page: Page, field: str, ready: str) -> None:
    page.hover(f"#f-{field}")
    page.click(f"#f-{field} .fix")
    page.wait_for_selector(ready)


@pytest.mark.parametrize("name", STATES)
def test_a_state_of_an_events_page(served: Served, page: Page, name: str):
    page.goto(base(served) + pages(served)["event told by several"])
    page.evaluate("sessionStorage.clear()")
    page.wait_for_selector("#queue.windowed")
    STATES[name](page)
    assert grave(page) == []


def test_with_the_largest_type(served: Served, page: Page):
    prefer(served, size="larger")
    page.goto(base(served) + pages(served)["event"])
    assert grave(page, ("light",)) == []


def test_with_values_hidden_until_read(served: Served, page: Page):
    prefer(served, hide="on")
    page.goto(base(served) + "/events")
    assert grave(page) == []
    assert not page.is_visible("#fields")


def test_on_a_narrow_screen(served: Served, page: Page):
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(base(served) + pages(served)["event"])
    found = grave(page, ("light",))
    page.set_viewport_size({"width": 1440, "height": 860})
    assert found == []


def test_all_can_be_reached_by_the_tab_key(served: Served, page: Page):
    page.goto(base(served) + pages(served)["event told by several"])
    page.wait_for_selector("#queue.windowed")
    page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.className + '|' + (document.activeElement.dataset.key || '')")
        )
    for key in ("accept", "reject", "skip", "flag", "drawer", "guide"):
        assert any(name.endswith(f"|{KEYS[key]}") for name in reached), key
    assert any(name.startswith("claim ") for name in reached)
