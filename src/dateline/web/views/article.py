"""A report beside an event: its text in pieces, each knowing which claims rest on it.

In: an event with its numbered claims, a report, the other events told in it. Out: an `ArticleView`. Pieces carry
their offset in characters, so that a selection in the page can be told in the report's own offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.claims import Claim, Event
from dateline.model.dataset import Outcome
from dateline.model.report import Report
from dateline.project import shared

OTHER = "other"  # the class of words that another event rests on
Numbered = Sequence[tuple[int, Claim]]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One report as the page shows it; `link` is empty unless its address is http or https."""

    id: str
    title: str
    publisher: str
    published: str
    link: str
    language: str
    pieces: tuple[shared.Piece, ...]
    unread: int
    reprints: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]


def numbered(event: Event) -> list[tuple[int, Claim]]:
    """The event's claims, numbered as the page lists them."""
    return list(enumerate(shared.in_order(event.claims), 1))


def lettered(event: Event) -> dict[str, str]:
    """Report -> the letter by which the event's page calls it: A to Z, then A2."""
    reports = dict.fromkeys(account.report for account in event.accounts)
    return {name: chr(65 + n % 26) + (str(n // 26 + 1) if n > 25 else "") for n, name in enumerate(reports)}


def article(
    report: Report, claims: Numbered, others: Sequence[Event], outcome: Outcome | None, reprints: Sequence[Report] = ()
) -> ArticleView:
    """The report with the claims marked in it."""
    unread = outcome.unread if outcome else ()
    marks = shared.marks(report, [pair for pair in claims if pair[1].report == report.id])
    marks += [
        shared.Mark(passage.start, passage.end, 0, OTHER)
        for event in others
        for claim in event.claims
        for passage in claim.passages
        if passage.report == report.id
    ]
    return ArticleView(
        report.id,
        shared.title(report),
        shared.publisher(report),
        shared.day_words(report.published) if report.published else "no date",
        (report.url or "") if shared.is_http(report.url) else "",
        report.language or "",
        tuple(shared.pieces(report.text, marks, [(u.passage.start, u.passage.end, u.kind) for u in unread])),
        len(unread),
        tuple((shared.publisher(r), shared.title(r)) for r in reprints),
        tuple((event.id, shared.headline(event)) for event in others),
    )
