"""One page or feed from the web, only when the user names its address.

In: an http(s) address. Out: sources with the suffix of their kind, or `Rejected`; a feed gives its entries'
pages. Nothing else in dateline opens a connection.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.client import HTTPException
from typing import Any

from dateline.ingest.dates import parse_date
from dateline.ingest.reader import IngestOptions, Refused, Source
from dateline.model.report import Rejected

TIMEOUT = 20.0  # seconds
MAX_ENTRIES = 100
_AGENT = "dateline (reads the one page its user names)"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/json": ".json",
    "text/csv": ".csv",
}

Fetched = tuple[Source, str] | Rejected


def fetch(url: str, options: IngestOptions) -> Iterator[Fetched]:
    """The page, or the pages of the feed, with when they were fetched (UTC)."""
    try:
        source, suffix = _get(url, options)
    except Refused as no:
        yield no.at(url)
        return
    if suffix != "feed":
        yield source, suffix
        return
    yield from _entries(source, options)


def _get(url: str, options: IngestOptions) -> tuple[Source, str]:
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT})
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(), urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(), urllib.request.UnknownHandler(),
    ):  # fmt: skip
        opener.add_handler(handler)
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            return _source(url, answer, options)
    except urllib.error.HTTPError as error:
        raise Refused(f"the server answers {error.code} {error.reason}") from None
    except (OSError, ValueError, HTTPException) as error:
        raise Refused(
            f"cannot be fetched ({getattr(error, 'reason', error)})", "save the page and add the file"
        ) from None


def _source(url: str, answer: Any, options: IngestOptions) -> tuple[Source, str]:
    data = answer.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise Refused(f"is larger than {options.max_bytes:,} bytes")
    kind = answer.headers.get_content_type()
    source = Source(url, data, answer.url, datetime.now(UTC), answer.headers.get_content_charset())
    if "rss" in kind or "atom" in kind or (kind.endswith("xml") and "xhtml" not in kind):
        return source, "feed"
    if kind not in _SUFFIXES:
        raise Refused(f"is of the kind {kind}, which is not read")
    return source, _SUFFIXES[kind]


def _entries(feed: Source, options: IngestOptions) -> Iterator[Fetched]:
    found = entries(feed)
    if not found:
        yield Rejected(feed.origin, "the feed has no entries")
    for link, title, day, publisher in found[:MAX_ENTRIES]:
        try:
            page, suffix = _get(link, options)
            if suffix == "feed":
                raise Refused("is a feed inside a feed")
        except Refused as no:
            yield no.at(link)
            continue
        yield Source(link, page.data, page.url, page.retrieved, page.charset, title, day, publisher), suffix


def entries(feed: Source) -> list[tuple[str, str | None, date | None, str | None]]:
    """Address, title, day and outlet of each entry of a feed that has a web address."""
    import feedparser

    parsed = feedparser.parse(feed.data)
    publisher = parsed.feed.get("title")
    return [
        (link, entry.get("title"), parse_date(entry.get("published") or entry.get("updated"))[0], publisher)
        for entry in parsed.entries
        if (link := str(entry.get("link", ""))).startswith(("http://", "https://"))
    ]
