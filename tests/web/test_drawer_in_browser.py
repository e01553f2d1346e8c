"""Map and timeline in a browser: what is picked there is what the queue shows."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page
from web_client import Serve, event_of

from dateline.project import Filters
from dateline.web.keys import usual


def opened(serve: Serve, path: str) -> tuple[Page, object]:
    served = serve()
    page = served.page()
    page.goto(f"http://127.0.0.1:{served.access.port}{path}")
    page.wait_for_selector("#queue.windowed")
    page.keyboard.press(usual()["drawer"].key)
    page.wait_for_selector("#timeline svg")
    return page, served


@pytest.mark.parametrize("path", ["/events?state=all", "/events?state=all&country=NG"])  # columns, and single bars
def test_drawing_over_the_timeline_filters_the_queue_by_its_days(serve: Serve, path: str):
    page, served = opened(serve, path)
    box = page.locator("#timeline svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 60, steps=4)
    assert page.locator("#timeline .brush").count() == 1
    with page.expect_navigation():
        page.mouse.up()
    page.wait_for_url("**/events**since=**")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
    found = served.desk.find(Filters.of(asked))
    assert 0 < len(found) < len(served.desk.find(Filters.of(asked | {"since": "", "until": ""})))
    assert all(asked["since"] <= row.start <= asked["until"] for row in found)
    assert served.said == []


def test_a_mark_on_the_map_leads_to_its_event(serve: Serve):
    page, served = opened(serve, "/events?state=all&country=CO")
    before = event_of(page)
    page.wait_for_selector("#map .pin")
    others = page.locator("#map .pin:not(.sel)")
    with page.expect_navigation():
        others.first.evaluate("node => node.click()")
    assert served.desk.row(event_of(page)).country == "CO"
    assert "country=CO" in page.url
    assert event_of(page) != before or others.count() == 0
