"""The full record of one event, as a person reads it.

In: an event and the dataset it is of. Out: a `Record`: the interchange format's plain JSON, and text.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.export import told
from dateline.export.interchange import event_json
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.export.page_claims import doubt_words, in_order, said_words
from dateline.export.page_events import facts
from dateline.model.claims import Claim, Event
from dateline.model.dataset import Dataset
from dateline.project.explain_text import link_words
from dateline.project.words import headline, value_words

WIDTH = 100


@dataclass(frozen=True, slots=True)
class Record:
    """One event: `json` as in events.jsonl, masked; `text` for the person who has the project, unmasked."""

    event: str
    json: dict[str, Any]
    text: str

    def __str__(self) -> str:
        return self.text


def record(event: Event, dataset: Dataset) -> Record:
    """All that is known of the event."""
    masker, leaving = Masker(dataset, ExportOptions(), leaves=False), Masker(dataset, ExportOptions())
    parts = [[*_head(event, masker)], [*_findings(event)], [*_claims(event, masker)], [*_told(event, dataset)]]
    links = [line for link in event.links for line in link_words(link)]
    parts += [["Why its accounts are one event", *(f"  {line}" for line in links)]] if links else []
    parts += [[f"More: dateline why {event.id} FIELD"]]
    text = "\n\n".join("\n".join(part) for part in parts if part)
    return Record(event.id, event_json(event, dataset, leaving), text)


def _head(event: Event, masker: Masker) -> Iterator[str]:
    yield f"{event.id}  {headline(event)}"
    yield f"  {event.type.acled_event}, {event.status}"
    if event.withheld:
        yield f"  stays out of datasets: {event.withheld}"
    yield from (f"  {heading}: {words}" for heading, words in facts(event, masker))


def _findings(event: Event) -> Iterator[str]:
    yield "Findings"
    for found in event.findings:
        line = f"{found.field}: {value_words(found.field, found.value)}   [{found.rule}]"
        yield from textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="      ")


def _claims(event: Event, masker: Masker) -> Iterator[str]:
    yield "Claims"
    for claim in in_order(event.claims):
        doubt = doubt_words(claim)
        line = f"{claim.field}: {_value(claim)} — {said_words(claim, masker)}" + (f" · {doubt}" if doubt else "")
        yield from textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="      ")
        words = " … ".join(f"“{' '.join(p.quote.split())}”" for p in claim.passages)
        yield f"      {words or f'rests on: {claim.basis}'}  [{claim.id}]"


def _value(claim: Claim) -> str:
    words = value_words(claim.field, claim.value)
    return words.removeprefix(f"{claim.field}: ")


def _told(event: Event, dataset: Dataset) -> Iterator[str]:
    yield "Told by"
    for report in told.reports(event, dataset):
        day = report.published.isoformat() if report.published else "no date"
        yield f"  {report.title or told.file_name(report)}, {told.publisher(report)}, {day}  [{report.id}]"
        for account in event.accounts:
            if account.report == report.id:
                yield f"      {account.id}: {account.salience}, {account.stance}, {len(account.claims)} claims"
