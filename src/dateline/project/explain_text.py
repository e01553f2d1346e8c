"""An explanation as text that a person reads in a terminal.

In: an `Explanation`. Out: lines: the value, its rule, then each claim with its words and who says so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.export.files import table
from dateline.model.claims import Decision, Link
from dateline.model.values import Speaker

if TYPE_CHECKING:
    from dateline.project.explain import Explanation, Ground, Quote, Reasoned

WIDTH = 100
KINDS = {"P": "place", "F": "site", "A1": "first-level unit", "A2": "second-level unit", "C": "country", "R": "region"}


def text(why: Explanation) -> str:
    """The whole explanation."""
    lines = [f"{why.field} of {why.event}: {why.headline}", *_wrapped(why.definition, "  ")]
    if why.field == "merge":
        lines += _merge(why)
    elif not why.findings:
        lines += ["", f"Nothing is told of it: no claim on {why.field}."]
    for finding in why.findings:
        lines += ["", *_finding(finding)]
    if why.decisions:
        lines += ["", "Decisions", *(f"  {decision_words(decision)}" for decision in why.decisions)]
    return "\n".join(lines)


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _finding(found: Reasoned) -> Iterator[str]:
    yield from _wrapped(f"{found.words}   [{found.field}, rule {found.rule!r}]", "")
    yield from _wrapped(f"Rule: {found.definition}", "  ")
    for label, grounds in (("For", found.supporting), ("Against", found.opposing)):
        if grounds:
            yield f"  {label}"
            for ground in grounds:
                yield from _ground(ground)
    for words in found.inputs:
        yield from _wrapped(f"Input: {words}", "  ")
    if found.decision:
        yield f"  By decision {found.decision}"


def _ground(ground: Ground) -> Iterator[str]:
    yield from _wrapped(f"{ground.words} — {said(ground.speakers)}   [{ground.claim}]", "    ")
    for quote in ground.quotes:
        yield f"      “{' '.join(quote.quote.split())}”  {_where(quote)}"
    yield from _weighed(ground)
    words = table("words.toml")
    if ground.stance != "asserted":
        yield f"      stance: {words['stance'].get(ground.stance, ground.stance)}"
    if ground.verification:
        yield f"      {words['verification'].get(ground.verification, ground.verification)}"
    if ground.basis:
        yield f"      rests on: {ground.basis}" + "".join(f"; {item}" for item in ground.inputs)
    if ground.part_of:
        yield f"      a part of {ground.part_of}"


def _weighed(ground: Ground) -> Iterator[str]:
    """Of a place: how likely the one chosen is, and the namesakes that were weighed against it."""
    rows = ground.value.get("candidates") or [] if ground.field == "place" and isinstance(ground.value, dict) else []
    for label, row in zip(("chosen", "also weighed", "also weighed"), rows, strict=False):
        where = ", ".join(part for part in (row["admin2"], row["admin1"], row["country"]) if part)
        kind = KINDS.get(row["feature"], row["feature"])
        ident = f"geonameid {row['geonameid']}" if row["geonameid"] else "no geonameid"
        yield f"      {label}: {row['name']} ({kind}; {where}; {ident}), {row['score']:.0%}"


def said(speakers: tuple[Speaker, ...]) -> str:
    """Who says so, with cue: "a local official (official; “said”)"; else the report itself."""
    kinds = table("words.toml")["kind"]
    told = [f"{s.speaker} ({kinds.get(s.kind, s.kind)}; “{s.cue}”)" for s in speakers]
    return ", via ".join(told) or "the report's own voice"


def _where(quote: Quote) -> str:
    name = quote.title or quote.origin or quote.report
    day = f"{quote.published} by {quote.published_by}" if quote.published else "no date"
    return f"{name}, {quote.publisher or 'publisher not known'}, {day}, characters {quote.start}–{quote.end}"


def decision_words(decision: Decision) -> str:
    """One decision in a line."""
    told = f": {decision.reason}" if decision.reason else ""
    on = f" {decision.field}" if decision.field else ""
    value = f" = {decision.value}" if decision.value is not None and decision.act == "choose" else ""
    return (
        f"{decision.id}  {decision.at[:19]}  {decision.by}  {decision.act}{on}{value} {' '.join(decision.target)}{told}"
    )


def _merge(why: Explanation) -> Iterator[str]:
    yield ""
    yield f"Told in {len(why.accounts)} account{'s' if len(why.accounts) > 1 else ''}"
    yield from (f"  {name}  {report}" for name, report in why.accounts)
    for link in why.links:
        yield ""
        yield from link_words(link)
    if not why.links:
        yield "No other account came near it."


def link_words(link: Link) -> Iterator[str]:
    """A link with the comparisons behind it."""
    verdict = {"same": "the same event", "different": "different events", "unsure": "a near miss, kept apart"}
    yield f"{link.left} and {link.right}: {verdict[link.judgement]}, score {link.score:.2f}, by {link.by}"
    yield from (f"  {r.weight:+5.1f} bits  {r.field}: {r.seen}" for r in link.reasons)
