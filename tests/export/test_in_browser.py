"""report.html in a real browser: its scripts run with no server, draw map and timeline, and raise no error."""

import djibo
import pytest
from playwright.sync_api import Browser

from dateline.export.options import ExportOptions
from dateline.export.report import write_report


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory):
    """The page, what its scripts said, and what it asked for."""
    path = write_report(djibo.dataset(), tmp_path_factory.mktemp("page"), ExportOptions())[0]
    opened = browser.new_page()
    opened.said, opened.asked = [], []
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.goto(path.as_uri())
    opened.wait_for_selector("#timeline svg")
    yield opened
    opened.close()


def test_the_map_and_the_timeline_are_drawn(page):
    assert page.locator("#map .leaflet-interactive").count() > 0
    assert page.locator("#timeline svg rect.bar").count() > 0


def test_no_script_fails_and_nothing_is_asked_of_a_network(page):
    assert page.said == []
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
