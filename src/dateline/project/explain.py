"""Why a value is what it is: quotes, speakers, rule, inputs, decisions behind one field of an event.

In: an event, a field, the project's reports, decisions and links. Out: an `Explanation`, plain values that
print as text (`explain_text`). Quotes are the reports' own words, unmasked: an explanation is not an export.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.findings import definitions, standing
from dateline.model.claims import Claim, Decision, Event, Finding, Link
from dateline.model.report import Report
from dateline.model.values import Speaker
from dateline.project import explain_text
from dateline.project.words import headline, value_words

HARMS = ("killed", "injured", "missing", "captured", "released", "displaced", "arrested")
SAME = {"participant": "participants", "when": "period", "where": "place", "who": "participants", "what": "type"}
SAME |= {"fatalities": "killed", "toll": "tolls", "links": "merge"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, with where they stand: characters `start` to `end` of its text."""

    quote: str
    start: int
    end: int
    report: str
    title: str | None
    publisher: str | None
    published: str | None
    published_by: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim for or against a value."""

    claim: str
    field: str
    value: Any
    words: str
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    stance: str
    verification: str | None
    basis: str | None
    inputs: tuple[str, ...]
    part_of: str | None
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reasoned:
    """One finding: the value, the rule with its definition, the claims on both sides."""

    field: str
    rule: str
    definition: str
    value: Any
    words: str
    supporting: tuple[Ground, ...]
    opposing: tuple[Ground, ...]
    inputs: tuple[str, ...]
    decision: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that one field of an event rests on; `links` are filled for the field `merge` alone."""

    event: str
    headline: str
    field: str
    definition: str
    findings: tuple[Reasoned, ...]
    decisions: tuple[Decision, ...]
    links: tuple[Link, ...] = ()
    accounts: tuple[tuple[str, str], ...] = ()  # id of the account, its report in words

    def __str__(self) -> str:
        return explain_text.text(self)


def explain(
    event: Event,
    field: str,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    log: Sequence[Decision],
    links: Iterable[Link],
) -> Explanation:
    """What `field` of the event rests on; DatelineError where there is no such field.

    `claims` by id: a fight's finding may rest on a claim of the attack that it is a part of.
    """
    field = SAME.get(field, field)
    if field == "merge":
        return _merge(event, reports, log, links)
    if field not in fields():
        raise DatelineError(f"{field}: no such field; there are {', '.join(fields())}")
    found = tuple(_reasoned(f, claims, reports) for f in _findings(event, field))
    definition = load_codebook().fields.get("participant" if field == "participants" else field, "")
    return Explanation(event.id, headline(event), field, definition, found, _decisions(event, field, log))


def fields() -> tuple[str, ...]:
    """The fields that can be asked for."""
    return (*dict.fromkeys([field for field, _ in definitions() if field] + list(HARMS)), "merge")


def _findings(event: Event, field: str) -> list[Finding]:
    """The findings on the field; for a harm also what the span of claims says of it."""
    found = [finding for finding in event.findings if finding.field == field]
    return found + [_of_harm(f, field, event) for f in event.findings if f.field == "tolls" and field in HARMS]


def _of_harm(finding: Finding, harm: str, event: Event) -> Finding:
    mine = {claim.id for claim in event.claims if claim.field == harm}
    rows = [row for row in finding.value or [] if row["harm"] == harm]
    told, against = (tuple(c for c in side if c in mine) for side in (finding.supporting, finding.opposing))
    return Finding("tolls", finding.rule, rows, told, against, finding.inputs, finding.decision)


def _reasoned(finding: Finding, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Reasoned:
    known = definitions()
    definition = known.get((finding.field, finding.rule)) or known.get(("", finding.rule)) or ""
    told, against = (
        tuple(ground(claims[name], reports) for name in names if name in claims)
        for names in (finding.supporting, finding.opposing)
    )
    words = value_words(finding.field, finding.value)
    return Reasoned(
        finding.field, finding.rule, definition, finding.value, words, told, against, finding.inputs, finding.decision
    )


def ground(claim: Claim, reports: Mapping[str, Report]) -> Ground:
    """A claim with its words and where they stand."""
    quotes = tuple(_quote(p.quote, p.start, p.end, p.report, reports.get(p.report)) for p in claim.passages)
    return Ground(
        claim.id, claim.field, claim.value, value_words(claim.field, claim.value), quotes, claim.chain, claim.stance,
        claim.verification, claim.basis, claim.inputs, claim.part_of, claim.origins,
    )  # fmt: skip


def _quote(quote: str, start: int, end: int, name: str, report: Report | None) -> Quote:
    day = report.published.isoformat() if report and report.published else None
    told = (report.title, report.publisher, day, report.published_by, report.origin) if report else (None,) * 5
    return Quote(quote, start, end, name, *told)


def _decisions(event: Event, field: str, log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The standing decisions that touch this field of this event, or its links."""
    names = {event.id, *event.aliases, *(a.id for a in event.accounts)}
    if field == "merge":
        return tuple(d for d in standing(log) if d.act in ("split", "join") and names & set(d.target))
    names |= {claim.id for claim in event.claims if field in (claim.field, f"{claim.field}s")}
    told = [d for d in standing(log) if names & set(d.target) and d.act not in ("split", "join")]
    return tuple(d for d in told if d.field is None or d.field.split("/")[0] == field)


def _merge(event: Event, reports: Mapping[str, Report], log: Sequence[Decision], links: Iterable[Link]) -> Explanation:
    inside = {account.id for account in event.accounts}
    mine = sorted((k for k in links if inside & {k.left, k.right}), key=lambda k: (k.judgement != "same", -k.score))
    told = tuple((a.id, _named(reports.get(a.report), a.report)) for a in event.accounts)
    meaning = "Which reports' accounts are taken for this one event, and on what comparison."
    return Explanation(
        event.id, headline(event), "merge", meaning, (), _decisions(event, "merge", log), tuple(mine), told
    )


def _named(report: Report | None, name: str) -> str:
    day = report.published.isoformat() if report and report.published else None
    known = (report.title or report.origin, report.publisher, day) if report else (name,)
    return ", ".join(part for part in known if part)
