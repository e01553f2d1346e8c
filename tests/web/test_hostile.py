"""Words from articles are never markup: hostile texts, titles, addresses, file names, publishers, reasons."""

from __future__ import annotations

import re
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from web_client import Served, client_of

from benchmarks.invented import fill
from dateline.model.claims import Account, Claim
from dateline.model.dataset import Outcome
from dateline.model.report import Report
from dateline.model.values import Estimate, EventType, Participant, Place, Toll, plain
from dateline.project import open_project
from dateline.store import Store

SCRIPT = "<script>window.harmed=1</script>"
IMAGE = '"><img src=x onerror="window.harmed=1">'
WORDS = f"{SCRIPT} {IMAGE} ' & &lt;b&gt; {{{{ 7*7 }}}} </textarea></div></body> killed five \U0001f525 men."
HOSTILE = [
    {"text": WORDS, "title": SCRIPT, "publisher": IMAGE, "url": "javascript:window.harmed=1", "origin": f"{IMAGE}.txt"},
    {"text": "\x00\r\n" + WORDS, "title": "data:", "publisher": None, "url": "data:text/html," + SCRIPT,
     "origin": "../../etc"},
    {"text": "\u202e" + WORDS, "title": IMAGE, "publisher": SCRIPT, "url": "https://x.example/\"onmouseover=alert(1)",
     "origin": "a\nb"},
    {"text": WORDS + "\u2028", "title": None, "publisher": None, "url": "HTTPS://example.org/ok", "origin": SCRIPT},
]  # fmt: skip


def add(store: Store, words: dict[str, str | None]) -> str:
    """A report of hostile words, with an event in it whose every value is hostile; the account's id."""
    report = Report(**words, published=date(2025, 3, 16), language='"><svg onload=1>')  # type: ignore[arg-type]
    at = report.text.index("killed")
    here = (report.passage(at, at + 11),)
    kind = EventType("Violence against civilians", "Attack", SCRIPT, IMAGE)
    values = {
        "type": kind, "place": Place(SCRIPT, IMAGE, None, 10.0, 10.0, SCRIPT, IMAGE, "BF", "town"),
        "participant": Participant("actor", IMAGE, SCRIPT), "killed": Toll("killed", Estimate(5, 5, 5)),
        "weapon": {"value": IMAGE},
    }  # fmt: skip
    claims = [Claim(report.id, field, plain(value), SCRIPT, here) for field, value in values.items()]
    account = Account(report.id, here[0], kind, tuple(claim.id for claim in claims))
    store.add_report(report)
    store.add_reading(claims, [account], Outcome(report.id, f"events {SCRIPT}"))
    return account.id


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    fill(folder / "project.dateline", 2)
    store = Store(folder / "project.dateline")
    accounts = [add(store, words) for words in HOSTILE]
    store.close()
    desk = open_project(folder).desk(IMAGE)
    for number, account in enumerate(accounts):
        desk.decide(account and desk.event(account).id, "note", SCRIPT)
        desk.decide(desk.event(account).id, "flag", IMAGE)
        desk.decide(desk.event(account).id, "assign", SCRIPT, value=IMAGE)
        desk.people(desk.event(account).id, [{"role": "actor", "name": f"{number}{IMAGE}", "text": SCRIPT}], SCRIPT)
    return folder


class Found(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]


def pages(folder: Path) -> dict[str, str]:
    """Every page of the project that shows words of its reports."""
    client = client_of(open_project(folder), by=IMAGE)
    events, reports = list(client.desk.state.events), list(client.desk.state.reports)
    rows = [row.decision.id for row in client.desk.log()]
    paths = ["/pairs", "/log", "/reports", "/progress", "/adjudicate", "/filters", "/queue", f"/events?q={SCRIPT}"]
    paths += ["/many?state=all", f"/many?assigned={IMAGE}", "/files"]
    for event in events:
        paths += [f"/events/{event}?state=all", f"/events/{event}/join"]
        paths += [f"/events/{event}/say/{act}" for act in ("note", "confidence", "assign")]
        paths += [f"/events/{event}/fix/{field}" for field in ("type", "place", "participant", "killed", "weapon")]
    paths += [f"/reports/{report}" for report in reports] + [f"/log/{name}" for name in rows]
    paths += [f"/new?report={reports[0]}&spans=0-9", f"/guide/{SCRIPT}", f"/events/{SCRIPT}", f"/log?by={IMAGE}"]
    return {path: client.http.get(path).text for path in paths}


def test_hostile_words_make_no_tag_no_handler_and_no_address(hostile: Path):
    for path, text in pages(hostile).items():
        found = Found(text)
        assert not found.tags & {"img", "svg", "iframe", "object", "embed", "b\x00"}, path
        assert not [name for name in found.names if name.startswith("on")], path
        assert not [a for a in found.links if not re.match(r"/|#|\?|data:,$|https?://[\w.]+/[\w/.-]*$", a, re.I)], path
        assert SCRIPT not in text, path
        assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|49 ", text), path


def test_a_browser_runs_none_of_it_and_offsets_hold(hostile: Path, tmp_path: Path, browser: Browser):
    shutil.copytree(hostile, tmp_path / "p")
    served = Served(tmp_path / "p", browser, IMAGE, False)
    try:
        page = served.page()
        for event in list(served.desk.state.events.values()):
            page.goto(f"http://127.0.0.1:{served.access.port}/events/{event.id}?state=all")
            assert page.evaluate("window.harmed") is None
            for body in page.query_selector_all(".body"):
                report = served.desk.report(body.get_attribute("data-report") or "")
                assert len(body.text_content() or "") == len(report.text)
                for mark in body.query_selector_all("mark"):
                    start, words = int(mark.get_attribute("data-s") or -1), mark.text_content() or ""
                    assert report.text[start : start + len(words)] == words
        assert served.said == []
    finally:
        served.stop()
