"""What the review pages share with report.html: its words, its marks in an article, its styles and scripts.

In: claims, events, names of files. Out: words for people, pieces of text, the text of a file. Nothing is masked: a
coder must see the words as they stand.
"""

from __future__ import annotations

from typing import Any

from dateline.codebook import load_codebook
from dateline.export import page_claims, phrases, report, told
from dateline.export.files import asset, table
from dateline.export.marks import Mark, Piece, pieces
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.export.page_articles import marks
from dateline.export.page_claims import in_order, place_words
from dateline.export.page_claims import value_words as claim_words
from dateline.findings import grades
from dateline.gazetteer import countries, country_facts
from dateline.model.claims import Claim, Event
from dateline.model.dataset import Dataset
from dateline.model.report import Report
from dateline.project.words import headline, value_words

PLAIN = Masker(Dataset((), {}), ExportOptions(), leaves=False)
FROM_REPORT = ("palette.css", "evidence.css", "map.css", "evidence.js", "map.js", "timeline.js", "outlines.js")
publisher, file_name, is_http, HARMS = told.publisher, told.file_name, told.is_http, told.HARMS
radius_km = told.radius_km
period_words, day_words = phrases.period_words, phrases.day_words


def words() -> dict[str, Any]:
    """The words of report.html: names of fields, classes of colour, stances."""
    return table("words.toml")


def said_words(claim: Claim) -> str:
    """Who says so."""
    return page_claims.said_words(claim, PLAIN)


def doubt_words(claim: Claim) -> str:
    """Stance and verification where they are more than a plain statement."""
    return page_claims.doubt_words(claim)


def told_words(event: Event) -> dict[str, str]:
    """Where and when, in short."""
    where = {**(told.place(event) or {}), "admin1": None, "admin2": None}
    return {"where": place_words(where), "when": period_words(told.period(event))}


def people(event: Event) -> list[dict[str, Any]]:
    """Who took part."""
    return told.participants(event)


def title(found: Report) -> str:
    """What a report is called."""
    return found.title or file_name(found) or "Untitled report"


def shared_file(name: str) -> str | None:
    """A style or script that report.html has too; None for any other name."""
    if name in FROM_REPORT:
        return asset(f"assets/{name}")
    return report.leaflet(name) if name in ("leaflet.js", "leaflet.css") else None


def outlines() -> str:
    """The outlines of countries, as JSON text."""
    return asset("assets/outlines.json")


def country_name(code: str) -> str:
    """A country's name by its code."""
    facts = country_facts(code) if code else None
    return facts.name if facts else code


def country_names() -> dict[str, str]:
    """Code -> name of every country, by name."""
    return {code: facts.name for code, facts in sorted(countries().items(), key=lambda pair: pair[1].name)}


def type_names() -> dict[str, list[str]]:
    """Event type -> its sub-events, in the order of the codebook."""
    found: dict[str, list[str]] = {}
    for entry in load_codebook().types.values():
        found.setdefault(entry.event, []).append(entry.sub_event)
    return found


def feature_names(field: str) -> list[str]:
    """The codebook's words for a weapon or a target."""
    book = load_codebook()
    return sorted(book.weapons if field == "weapon" else book.targets)


__all__ = [
    "FROM_REPORT",
    "HARMS",
    "Mark",
    "Piece",
    "claim_words",
    "country_name",
    "country_names",
    "day_words",
    "doubt_words",
    "feature_names",
    "file_name",
    "grades",
    "headline",
    "in_order",
    "is_http",
    "marks",
    "outlines",
    "people",
    "period_words",
    "pieces",
    "place_words",
    "publisher",
    "said_words",
    "shared_file",
    "title",
    "told_words",
    "type_names",
    "value_words",
    "words",
]
