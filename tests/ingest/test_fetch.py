from datetime import UTC, date, datetime
from email.message import Message

import pytest

from dateline.ingest import IngestOptions, Refused, Source, ingest
from dateline.ingest import fetch as room
from dateline.model.report import Rejected
from ingest.making import SECOND, STORY

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Tambe Times</title>
<item><title>Raid</title><link>https://t.example/1</link><pubDate>Mon, 05 May 2025 10:00:00 GMT</pubDate></item>
<item><title>No page</title><link>file:///etc/hosts</link></item>
<item><title>Gone</title><link>https://t.example/2</link></item></channel></rss>"""
PAGE = f"<html><body><article><p>{STORY}</p><p>{SECOND}</p></article></body></html>".encode()


class Answer:
    """A server's answer."""

    def __init__(self, url: str, kind: str, data: bytes) -> None:
        self.url, self.data, self.headers = url, data, Message()
        self.headers["Content-Type"] = kind

    def read(self, size: int) -> bytes:
        return self.data[:size]

    def __enter__(self) -> "Answer":
        return self

    def __exit__(self, *rest: object) -> None:
        return None


@pytest.fixture
def web(monkeypatch):
    """A web of two addresses."""
    answers = {"https://t.example/feed": ("application/rss+xml", FEED), "https://t.example/1": ("text/html", PAGE)}

    def opened(self, request, timeout):
        if request.full_url not in answers:
            raise OSError("no route to host")
        return Answer(request.full_url, *answers[request.full_url])

    monkeypatch.setattr(room.urllib.request.OpenerDirector, "open", opened)
    return answers


def test_a_page(web):
    (incoming,) = ingest(["https://t.example/1"])
    report = incoming.report
    assert report.text == f"{STORY}\n\n{SECOND}"
    assert report.origin == report.url == "https://t.example/1"
    assert report.retrieved.tzinfo is UTC


def test_a_feed_gives_its_pages(web):
    first, second = ingest(["https://t.example/feed"])
    assert (first.report.title, first.report.published) == ("Raid", date(2025, 5, 5))
    assert first.report.publisher == "Tambe Times"
    assert isinstance(second, Rejected)
    assert "cannot be fetched (no route to host)" in second.problem


def test_size_and_kind_are_limited(web):
    web["https://t.example/1"] = ("text/html", b"x" * 2000)
    (big,) = ingest(["https://t.example/1"], IngestOptions(max_bytes=1000))
    assert "larger than 1,000 bytes" in big.problem
    web["https://t.example/1"] = ("video/mp4", b"x")
    (film,) = ingest(["https://t.example/1"])
    assert "kind video/mp4" in film.problem


def test_only_the_web_is_opened():
    with pytest.raises(Refused, match="cannot be fetched"):
        room._get("file:///etc/hosts", IngestOptions())


def test_entries_of_a_feed():
    source = Source("x", FEED, retrieved=datetime(2025, 5, 5, tzinfo=UTC))
    assert [entry[0] for entry in room.entries(source)] == ["https://t.example/1", "https://t.example/2"]
