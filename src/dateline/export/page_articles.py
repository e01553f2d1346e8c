"""Every report on the page: its text with the evidence marked, its events, and what came of it.

In: a dataset. Out: one `ArticleView` a report, in order of publication. In a published page the
text is left out and each claim carries a short, masked quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from dateline.export import phrases, told
from dateline.export.files import table
from dateline.export.marks import Mark, Piece, pieces
from dateline.export.mask import Masker
from dateline.export.page_claims import ClaimView, in_order, place_words, view
from dateline.model.claims import Claim, Event
from dateline.model.dataset import Dataset, Outcome
from dateline.model.report import Report


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of one event."""

    event: str
    what: str
    mark: str
    letter: str
    summary: str
    withheld: bool
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One report; `link` is empty unless its address is http or https."""

    id: str
    title: str
    publisher: str
    published: str
    link: str
    outcome: str
    reprint_of: str
    tellings: tuple[Telling, ...]
    pieces: tuple[Piece, ...]
    unread: tuple[tuple[str, str], ...]


def telling(event: Event, claims: list[tuple[int, Claim]], masker: Masker) -> Telling:
    """The event's claims in one report."""
    words = table("words.toml")
    mark = words["mark"].get(event.type.acled_event, "strategic")
    where = place_words({**(told.place(event) or {}), "admin1": None, "admin2": None, "country": None})
    return Telling(
        event=event.id,
        what=event.type.acled_sub_event,
        mark=mark,
        letter=words["letter"][mark],
        summary=masker.words(f"{where}, {phrases.period_words(told.period(event))}"),
        withheld=not event.exported,
        claims=tuple(view(number, claim, masker) for number, claim in claims),
    )


def marks(report: Report, claims: list[tuple[int, Claim]]) -> list[Mark]:
    """The passages of the claims in the report's text, and the words that name who says so."""
    kinds = table("words.toml")["field"]
    told_as = [
        Mark(passage.start, passage.end, number, kinds.get(claim.field, ("", "with"))[1])
        for number, claim in claims
        for passage in claim.passages
        if passage.report == report.id
    ]
    said = [Mark(who.start, who.end, number, "said") for number, claim in claims for who in claim.chain]
    return told_as + [mark for mark in said if 0 <= mark.start < mark.end]


Here = list[tuple[Event, list[tuple[int, Claim]]]]


def by_report(dataset: Dataset) -> dict[str, Here]:
    """Report id -> its events, each with its claims from that report, numbered page-wide."""
    numbers, found = count(1), dict[str, Here]()
    for event in dataset.events:
        parts: dict[str, list[tuple[int, Claim]]] = {}
        for claim in in_order(event.claims):
            parts.setdefault(claim.report, []).append((next(numbers), claim))
        for report, claims in parts.items():
            found.setdefault(report, []).append((event, claims))
    return found


def article(report: Report, told_here: Here, outcome: Outcome, masker: Masker) -> ArticleView:
    """One report as the page shows it."""
    told_here.sort(key=lambda pair: min((p.start for _, c in pair[1] for p in c.passages), default=0))
    everything = [pair for _, claims in told_here for pair in claims]
    unread = [(u.passage.start, u.passage.end, u.kind) for u in outcome.unread]
    url = masker.url(report.url)
    return ArticleView(
        id=report.id,
        title=masker.words(report.title) or masker.address(told.file_name(report)) or "Untitled report",
        publisher=masker.publisher(report),
        published=phrases.day_words(report.published) if report.published else "no date",
        link=url if told.is_http(url) else "",
        outcome=masker.words(outcome.outcome),
        reprint_of=outcome.reprint_of or "",
        tellings=tuple(telling(event, claims, masker) for event, claims in told_here),
        pieces=() if masker.active else tuple(pieces(report.text, marks(report, everything), unread)),
        unread=() if masker.active else tuple((u.kind, u.passage.quote) for u in outcome.unread),
    )


def articles(dataset: Dataset, masker: Masker) -> list[ArticleView]:
    """All reports; those that tell of events first, then by day."""
    outcomes = {outcome.report: outcome for outcome in dataset.outcomes}
    here = by_report(dataset)
    views = [
        (report, article(report, here.get(report.id, []), outcomes.get(report.id, Outcome(report.id, "")), masker))
        for report in sorted(dataset.reports.values(), key=lambda r: (r.published or date.max, r.id))
    ]
    return [shown for _, shown in sorted(views, key=lambda pair: not pair[1].tellings)]
