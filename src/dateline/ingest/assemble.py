"""From what a reader found to a report: text made normal, language told, dates in their order of trust.

In: a source, a text and what is known of it. Out: `Incoming`; raises `Refused` where there is no text.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dateline.ingest.language import language
from dateline.ingest.normalise import normalise, one_line
from dateline.ingest.reader import IngestOptions, Refused, Source
from dateline.model.report import Incoming, Report

MAX_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in one article; `published_by` names what gave the day."""

    text: str
    title: str | None = None
    published: date | None = None
    published_by: str = "page"
    publisher: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
    notes: tuple[str, ...] = ()
    columns: dict[str, Any] = field(default_factory=dict)


def assemble(source: Source, found: Found, options: IngestOptions) -> Incoming:
    """The report of what was found in the source, with the option's day where it has none."""
    text = normalise(found.text)
    _check(text)
    published = found.published or source.published
    report = Report(
        text=text,
        title=one_line(found.title or source.title or "") or None,
        published=published,
        published_by=found.published_by if published else None,
        publisher=one_line(found.publisher or source.publisher or "") or None,
        url=found.url or source.url,
        origin=source.origin,
        language=language(text),
        retrieved=source.retrieved,
        original_sha256=source.sha256,
        media_type=found.media_type,
    )
    incoming = Incoming(report, source.data, found.notes, found.columns)
    return with_default_date(incoming, options.published)


def _check(text: str) -> None:
    if not any(c.isalpha() for c in text):
        raise Refused("has no text")
    if len(text) > MAX_CHARACTERS:
        raise Refused(f"its text has {len(text):,} characters; one report may have {MAX_CHARACTERS:,}", "split it")


def with_default_date(incoming: Incoming, day: date | None) -> Incoming:
    """The same, published on `day` "by option" where the report has no day of its own."""
    if day is None or incoming.report.published is not None:
        return incoming
    report = dataclasses.replace(incoming.report, published=day, published_by="option")
    return dataclasses.replace(incoming, report=report)
