"""The table of events, and what map and timeline are drawn from.

In: a dataset. Out: one `EventView` an event, and plain JSON for the page's scripts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.export import phrases, told
from dateline.export.files import table
from dateline.export.mask import Masker
from dateline.export.page_claims import blame_words, doubt_words, place_words, said_words
from dateline.export.toll_plot import TollPlot, plots
from dateline.model.claims import Claim, Event
from dateline.model.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one harm with who gives it."""

    harm: str
    value: str
    said: str
    doubt: str
    part: bool


@dataclass(frozen=True, slots=True)
class EventView:
    """One row of the table with what opens under it."""

    id: str
    what: str
    kind: str
    mark: str
    letter: str
    when: str
    start: str
    where: str
    precision: str
    who: str
    whom: str
    names: str
    harms: tuple[Figure, ...]
    toll: int
    disputed: bool
    facts: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    reports: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str, str], ...]
    status: str
    withheld: str
    plots: tuple[TollPlot, ...]


def figure(claim: Claim, masker: Masker) -> Figure:
    """A toll claim as one figure."""
    harm = table("words.toml")["harm"][claim.field]
    value = masker.words(phrases.claim_toll(claim))
    return Figure(harm, value, said_words(claim, masker), doubt_words(claim), claim.part_of is not None)


def figures(event: Event, masker: Masker) -> tuple[Figure, ...]:
    """Every figure of every harm, rival ones beside each other, each saying once."""
    order = {harm: number for number, harm in enumerate(told.HARMS)}
    claims = [c for c in event.claims if c.field in order and isinstance(c.value, dict) and "estimate" in c.value]
    claims.sort(key=lambda c: order[c.field])
    return tuple(dict.fromkeys(figure(claim, masker) for claim in with_parts(claims)))


def with_parts(claims: list[Claim]) -> list[Claim]:
    """The claims with each part behind its whole."""
    whole = {claim.id for claim in claims}
    lead = [claim for claim in claims if claim.part_of not in whole]
    parts = [claim for claim in claims if claim.part_of in whole]
    return [claim for head in lead for claim in (head, *(part for part in parts if part.part_of == head.id))]


def called(event: Event, roles: tuple[str, ...], masker: Masker) -> str:
    """Those in the given roles, as the reports call them."""
    people = [
        phrases.lower_article(who.get("text") or who["name"])
        for who in told.participants(event)
        if who["role"] in roles
    ]
    return masker.words(phrases.listed(dict.fromkeys(people)))


def facts(event: Event, masker: Masker) -> tuple[tuple[str, str], ...]:
    """Heading and words of what the row has no column for."""
    words, blame = table("words.toml"), told.value(event, "responsibility") or []
    rows = [
        ("Weapon", told.value(event, "weapon") or ""),
        ("Target", told.value(event, "target") or ""),
        ("Responsibility", "; ".join(blame_words(item) for item in blame)),
        ("Grade of the civilian harm", _grade(event)),
        ("Stance", words["stance"].get(event.stance, event.stance)),
        ("Told as", words["salience"].get(event.salience, event.salience)),
        ("Scope", words["clarity"].get(event.clarity, event.clarity)),
        ("Relations", "; ".join(f"{kind} {other}" for kind, other in event.relations)),
        ("PLOVER", " ".join(part for part in (event.type.plover_root, event.type.plover_mode) if part)),
        ("Also known as", ", ".join(event.aliases)),
    ]
    return tuple((heading, masker.words(text)) for heading, text in rows if text)


def _grade(event: Event) -> str:
    """ "Weak (suggested by rule)"; accepted ones stand alone."""
    found = event.finding("grade")
    return "" if found is None else f"{found.value}{'' if found.decision else ' (suggested by rule)'}"


def rules(event: Event, masker: Masker) -> tuple[tuple[str, str], ...]:
    """What each data set's rule makes of the dead: ("acled: lowest reliable", "7")."""
    found = [(finding.rule, _number(finding.value)) for finding in event.findings if finding.field == "killed"]
    if parts := event.finding("deaths"):
        number, _, shares = masker.words(phrases.parts_words(parts.value)).partition(": ")
        found.append((": ".join(part for part in (parts.rule, shares) if part), number))
    return tuple(found)


def _number(value: Any) -> str:
    if isinstance(value, list):
        return "–".join(str(item) for item in value if item is not None) or "not told"
    return "not told" if value is None else str(value)


def reasons(event: Event) -> tuple[tuple[str, str, str], ...]:
    """Why accounts were taken for one event: field, what was seen, its weight."""
    return tuple(
        (reason.field, reason.seen, f"{reason.weight:+.1f} bits")
        for link in event.links
        if link.judgement == "same"
        for reason in link.reasons
    )


def view(event: Event, dataset: Dataset, masker: Masker) -> EventView:
    """The event as the page shows it."""
    words, period, place = table("words.toml"), told.period(event), told.place(event) or {}
    mark = words["mark"].get(event.type.acled_event, "strategic")
    dead = told.value(event, "killed", "acled: lowest reliable") or 0
    return EventView(
        id=event.id,
        what=event.type.acled_sub_event,
        kind=event.type.acled_event,
        mark=mark,
        letter=words["letter"][mark],
        when=masker.words(phrases.period_words(period)),
        start=(period or {}).get("start") or "",
        where=masker.words(place_words(place)),
        precision=words["precision"].get(place.get("precision") or "unknown", ""),
        who=called(event, ("actor", "party"), masker),
        whom=called(event, ("recipient",), masker),
        names=masker.words(phrases.who_text(event, ("actor", "party", "recipient"))),
        harms=figures(event, masker),
        toll=dead if isinstance(dead, int) else 0,
        disputed=any(toll["disputed"] for toll in told.tolls(event)),
        facts=facts(event, masker),
        rules=rules(event, masker),
        reports=tuple((r.id, masker.words(r.title) or masker.publisher(r)) for r in told.reports(event, dataset)),
        reasons=tuple((a, masker.words(b), c) for a, b, c in reasons(event)),
        status=event.status,
        withheld=masker.words(event.withheld) if not event.exported else "",
        plots=plots(event, dataset, masker),
    )


def drawn(event: Event, shown: EventView) -> dict[str, Any]:
    """What map and timeline need of the event."""
    period, place = told.period(event) or {}, told.place(event) or {}
    precision = place.get("precision") or "unknown"
    return {
        "id": event.id,
        "what": shown.what,
        "mark": shown.mark,
        "letter": shown.letter,
        "when": shown.when,
        "where": shown.where,
        "start": period.get("start"),
        "end": period.get("end"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "country": place.get("country"),
        "precision": precision,
        "exact": shown.precision,
        "radius": told.radius_km(place),
        "withheld": bool(shown.withheld),
    }
