"""Saved news pages: the article without menus and related links, its title, day, outlet and address.

In: an .html file. Out: one report, by trafilatura; where that finds no article, all visible text of the
page, with a note that says so. Days are taken from the page's metadata and marked dates, never guessed
from the story.
"""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from dateline.ingest.assemble import Found, assemble
from dateline.ingest.decode import decode
from dateline.ingest.markup import markup_to_text
from dateline.ingest.normalise import normalise, one_line
from dateline.ingest.reader import IngestOptions, Refused, Source, reads
from dateline.model.report import Incoming, Rejected

MAX_MARKUP, MAX_TAGS = 5_000_000, 200_000
SHORTEST = 60
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_INLINED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s]+")
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}

for _noisy in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)


@reads(".html", ".htm", ".xhtml")
def read_page(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """The report of one page."""
    markup, notes = decode(source.data, options.encoding or source.charset or _charset(source.data))
    found = article(markup, source.url, notes)
    if source.publisher and re.fullmatch(r"[\w-]+(\.[\w-]+)+", found.publisher or ""):
        found = dataclasses.replace(found, publisher=source.publisher)  # a feed's name says more than a host's
    yield assemble(source, found, options)


def _charset(data: bytes) -> str | None:
    """The charset a page declares, where it can be believed."""
    match = _CHARSET.search(data[:4096])
    if not match:
        return None
    name = match[1].decode("ascii").casefold()
    return None if _reads_as(data, "utf-8") or not _reads_as(data, name) else _WIDER.get(name, name)


def _reads_as(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (LookupError, ValueError):
        return False
    return True


def article(markup: str, url: str | None = None, notes: tuple[str, ...] = ()) -> Found:
    """What trafilatura finds in the page, else all of its text. Raises Refused for monstrous pages."""
    markup = _INLINED.sub("", _DECLARATION.sub("", markup))
    if len(markup) > MAX_MARKUP or markup.count("<") > MAX_TAGS:
        raise Refused("is far larger than a page with one article", "save the article alone")
    document = _extract(markup, url)
    body = _paragraphs(document) if document else ""
    if len(body) < SHORTEST:
        whole = markup_to_text(markup)
        notes = (*notes, "no article recognised in the page: all of its text taken") if whole != body else notes
        body = whole
    return _found(document, body, url, notes)


def _extract(markup: str, url: str | None) -> Any:
    from trafilatura import bare_extraction

    try:
        for tables in (False, True):
            document: Any = bare_extraction(
                markup, url=url, with_metadata=True, include_comments=False, include_tables=tables,
                date_extraction_params=dict(_DATES),
            )  # fmt: skip
            if document and len(document.text or "") >= SHORTEST:
                break
        return document
    except Exception:  # whatever a malformed page makes it raise: the fallback takes over
        return None


def _paragraphs(document: Any) -> str:
    """The text, a blank line between paragraphs, without the heading that repeats the title."""
    lines = [line for line in normalise(document.text or "").split("\n") if line.strip()]
    if document.title and len(lines) > 1 and _same(lines[0], document.title):
        del lines[0]
    return "\n\n".join(lines)


def _same(left: str, right: str) -> bool:
    return one_line(left).strip("# ").casefold() == one_line(right).casefold()


def _found(document: Any, body: str, url: str | None, notes: tuple[str, ...]) -> Found:
    if document is None:
        return Found(body, url=url, media_type="text/html", notes=notes)
    return Found(
        body,
        document.title,
        date.fromisoformat(document.date) if document.date else None,
        publisher=document.sitename,
        url=url or document.url,
        media_type="text/html",
        notes=notes,
    )
