import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser

import djibo
import pytest

from dateline.export.mask import Masker
from dateline.export.page_events import rules
from dateline.export.report import write_report
from dateline.model.claims import Finding, Link, Reason
from dateline.model.report import Report


class Page(HTMLParser):
    """What a browser would see: tags with attributes, text by element id."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.raw, self._open = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag, dict(attrs), ""))
            self._open = tag

    def handle_endtag(self, tag):
        self._open = None if tag == self._open else self._open

    def handle_data(self, data):
        if self._open:
            tag, attrs, text = self.raw.pop()
            self.raw.append((tag, attrs, text + data))


@pytest.fixture
def html(dataset, private, tmp_path):
    (path,) = write_report(dataset, tmp_path, private)
    assert path.name == "report.html"
    return path.read_text("utf-8")


def test_one_file_that_asks_nothing_of_the_network(html):
    for tag, attrs in Page(html).tags:
        assert tag not in ("link", "iframe", "object", "embed", "base", "img")
        assert "src" not in attrs
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]
    assert "url(" not in "".join(text for tag, _, text in Page(html).raw if tag == "style")


def test_only_hashed_styles_and_scripts_may_run(html):
    page = Page(html)
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    running = [text for _, attrs, text in page.raw if attrs.get("type") != "application/json"]
    assert len(running) == 13
    for text in running:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def test_words_from_outside_are_never_markup(private, tmp_path):
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    report = Report(
        f"Gunmen stormed Djibo. {evil}",
        title=evil,
        publisher=evil,
        url=f"javascript:alert(3)//{evil}",
        origin=f"in/{evil}",
    )
    base = djibo.raid()
    claims = (
        dataclasses.replace(base.claims[0], report=report.id, passages=(djibo.at("stormed", report),), original=evil),
    )
    withheld = dataclasses.replace(base, claims=claims, accounts=(), exported=False, withheld=evil)
    place = tuple(
        dataclasses.replace(f, value={**f.value, "name": evil, "text": evil}) if f.field == "place" else f
        for f in base.findings
    )
    data = djibo.dataset(dataclasses.replace(withheld, findings=place), reports=(report,))
    (path,) = write_report(data, tmp_path, private)
    page = Page(path.read_text("utf-8"))
    tags = [tag for tag, _ in page.tags]
    assert "img" not in tags
    assert tags.count("script") == 9
    assert not [a for t, a in page.tags if t == "a" and not a["href"].startswith(("#", "http"))]
    assert all("<" not in text for _, attrs, text in page.raw if attrs.get("type") == "application/json")


def test_the_data_of_map_and_timeline_can_be_read(html):
    data = next(json.loads(text) for _, attrs, text in Page(html).raw if attrs.get("id") == "data")
    assert len(data) == 7
    raid = next(event for event in data if event["id"].endswith("1"))
    assert (raid["lat"], raid["precision"], raid["letter"]) == (14.09864, "town", "V")


def test_the_marked_article_is_the_article(html):
    body = re.search(r'<div class="body">(.*?)</div>', html, re.DOTALL)[1]
    plain = re.sub(r"<[^>]+>", "", body).replace("&#34;", '"').replace("&#39;", "'").replace("&lt;", "<")
    assert plain == djibo.TEXT
    assert not re.search(r"<mark[^>]*>[^<]*<mark", body)


def test_every_claim_with_words_is_linked_to_them(html):
    listed = set(re.findall(r'class="claim [^"]*" data-c="(\d+)"', html))
    lit = {number for group in re.findall(r'<mark [^>]*data-c="([\d ]+)"', html) for number in group.split()}
    assert listed == lit
    assert len(listed) == 34


def test_doubt_and_speakers_are_in_words(html):
    told = ("a local official (official)", "not verified, the report says", "denied", "figures differ")
    for words in (*told, "nobody has claimed it"):
        assert words in html


def test_every_outcome_is_told(html):
    assert "no events: nothing in it tells of conflict" in html
    assert "broken.pdf" in html
    assert "no text in it" in html
    assert "200km" in html
    assert "does not verify" in html


def test_reasons_of_a_merge_and_near_misses_are_told(private, tmp_path):
    link = Link("a1", "a2", "same", 9.5, (Reason("place", "both Djibo", 4.2),))
    data = djibo.dataset(dataclasses.replace(djibo.raid(), links=(link,)))
    data = dataclasses.replace(data, near_misses=(("DL-000000000001", "DL-000000000002", 0.41),))
    text = write_report(data, tmp_path, private)[0].read_text("utf-8")
    assert "both Djibo" in text
    assert "+4.2 bits" in text
    assert "Perhaps the same event: 1 pair" in text


def test_the_published_page_has_quotes_in_place_of_articles(dataset, public, tmp_path):
    (path,) = write_report(dataset, tmp_path, public)
    text = path.read_text("utf-8")
    assert path.name == "report.publish.html"
    assert '<div class="body">' not in text
    assert "<q>at least 17 people</q>" in text
    assert "doctor at the hospital" not in text
    assert "Private people’s names are masked" in text


def test_the_same_dataset_gives_the_same_page(dataset, private, tmp_path):
    first = write_report(dataset, tmp_path / "a", private)[0].read_bytes()
    assert write_report(djibo.dataset(), tmp_path / "b", private)[0].read_bytes() == first


def test_an_empty_dataset_is_still_a_page(private, tmp_path):
    empty = dataclasses.replace(djibo.dataset(), events=(), outcomes=(), rejected=(), reports={})
    assert "0 events told in 0 of 0 reports" in write_report(empty, tmp_path, private)[0].read_text("utf-8")


def test_ucdps_figure_stands_in_the_column_of_numbers_and_its_parts_beside_the_rule(dataset, private):
    value = {
        **{"type_of_violence": 1, "side_a": "Military Forces of Mali", "side_b": "ELN: National Liberation Army"},
        **{"deaths_a": 4, "deaths_b": 0, "deaths_civilians": 1, "deaths_unknown": 2, "best": 7, "low": 7, "high": 9},
    }
    event = dataset.events[0]
    shared = dataclasses.replace(event, findings=(*event.findings, Finding("deaths", "ucdp: best in parts", value)))
    told = "ucdp: best in parts: 4 of Military Forces of Mali, 1 civilian, 2 of unknown status"
    assert rules(shared, Masker(dataset, private))[-1] == (told, "7 (7 to 9)")
