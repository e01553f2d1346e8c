"""What a person chose in place of what a rule would say.

In: the evidence and the verdict of people. Out: the evidence with a chosen type, and a function that
puts a chosen value or claim into a finding, naming the decision; the rule's own claims stay in view.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.codebook import load_codebook
from dateline.findings.chosen_tolls import chosen_tolls
from dateline.findings.decisions import Verdict, chosen_value
from dateline.findings.evidence import Evidence
from dateline.findings.killed import AIRWARS, likely
from dateline.findings.told import as_acled, tolls
from dateline.model.claims import Decision, Finding
from dateline.model.values import EventType, plain

CLAIM = re.compile("c[0-9a-f]{16}")
Forced = Callable[[Finding | None, str, str], Finding | None]


def apply_choices(evidence: Evidence, decided: Verdict) -> tuple[Evidence, Forced]:
    """The evidence under the chosen type, and what puts other choices into findings."""
    choice = decided.on("type", "")
    if choice is not None and choice.value is not None:
        evidence = replace(evidence, type=_type(evidence, chosen_value(choice)))

    def forced(finding: Finding | None, field: str, rule: str) -> Finding | None:
        decision = decided.on(field, rule)
        if decision is None:
            return chosen_tolls(evidence, decided, finding) if field == "tolls" else finding
        finding = finding or Finding(field, rule, None)
        if decision.value is None:
            return replace(finding, decision=decision.id)
        return _put(evidence, finding, decision)

    return evidence, forced


def _type(evidence: Evidence, value: Any) -> EventType:
    """The chosen type: a claim's id, a sub-event's name, or a plain EventType."""
    claim = next((c for c in evidence.claims if c.id == value), None)
    value = claim.value if claim else value
    if isinstance(value, str):
        book = load_codebook()
        return book.event_type(value) if value in book.types else evidence.type
    return EventType(**value)


def _put(evidence: Evidence, finding: Finding, decision: Decision) -> Finding:
    """The finding with the chosen value; a claim's id stands for what the claim says."""
    value = chosen_value(decision)
    claim = next((c for c in evidence.claims if c.id == value), None)
    if claim is None and isinstance(value, str) and CLAIM.fullmatch(value):
        gone = f"{value}, which {decision.by} chose, is no longer told"
        return replace(finding, inputs=(*finding.inputs, gone))
    if finding.field == "type":
        value = plain(evidence.type)
    elif finding.field == "killed":
        value = _number(evidence, finding.rule, value)
    elif claim is not None:
        value = claim.value.get("value") if finding.rule == "first told" else claim.value
    supporting = (claim.id,) if claim else ()
    seen = (*finding.supporting, *finding.opposing)
    others = tuple(name for name in dict.fromkeys(seen) if name not in supporting) if claim else finding.opposing
    inputs = (
        *finding.inputs,
        f"chosen by {decision.by}" + (f": {decision.reason}" if decision.reason else ""),
    )
    return replace(
        finding, value=value, supporting=supporting or finding.supporting, opposing=others,
        inputs=inputs, decision=decision.id,
    )  # fmt: skip


def _number(evidence: Evidence, rule: str, value: Any) -> Any:
    """A chosen number or claim in the shape of the rule's own value."""
    told = next((t for t in tolls(evidence, "killed") if t.id == value), None)
    if rule == AIRWARS:
        if told is not None:
            ends = told.estimate.low, told.estimate.high
            return [next((n for n in (end, told.estimate.best) if n is not None), None) for end in ends]
        return list(value) if isinstance(value, (list, tuple)) else [value, value]
    if told is not None:
        return as_acled(told) if rule.startswith("acled") else likely(told)
    return value[0] if isinstance(value, (list, tuple)) else value
