"""How firmly harm to civilians stands, in the grades of Airwars, as a suggestion until a person accepts it.

In: the evidence of an event; the verdict of people. Out: a finding on "grade": Confirmed, Fair, Weak, Contested or
Discounted; None where no harm is told. "Credible" is a person's judgement: the rule counts, and says what it counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.findings.decisions import Verdict
from dateline.findings.evidence import Evidence
from dateline.findings.rules import class_of, setting
from dateline.findings.told import Told, tolls, usable
from dateline.model.claims import Claim, Finding

RULE, FIELD = "airwars: suggested grading", "grade"
ARMED = ("armed", "state")


def grades() -> tuple[str, ...]:
    """The grades that there are."""
    return setting("grading", "grades")


def suggested_grade(evidence: Evidence) -> Finding | None:
    """The grade that the rule comes to."""
    hurt = [told for harm in setting("grading", "harms") for told in usable(tolls(evidence, harm))]
    if not hurt:
        return None
    civil = [told for told in hurt if not told.fighters and not told.perpetrators]
    if not civil:
        return Finding(FIELD, RULE, "Discounted", _ids(hurt), inputs=("all those harmed are told to be fighters",))
    blamed, owned, denied = _blamed(evidence), _ground(evidence, "self-claimed"), _ground(evidence, "denied")
    sources = evidence.voices(told.claim for told in civil)
    inputs = [f"{sources} differently worded report{'' if sources == 1 else 's'}"]
    inputs += [f"named: {', '.join(blamed)}" if blamed else "no armed side is named"]
    inputs += ["one says it did it; whether it owns the civilian harm is for a person to judge"] if owned else []
    inputs += ["one who is blamed denies it"] if denied else []
    value = _grade(len(blamed), bool(owned), bool(denied), sources)
    return Finding(FIELD, RULE, value, _ids(civil) + evidence.ids(owned), evidence.ids(denied), tuple(inputs))


def _grade(blamed: int, owned: bool, denied: bool, sources: int) -> str:
    """A denial and rivals come before numbers; without an armed side that is named, more reports are no firmer."""
    if blamed > 1 or denied:
        return "Contested"
    if owned:
        return "Confirmed"
    return "Fair" if blamed and sources > 1 else "Weak"


def accepted(finding: Finding, decided: Verdict) -> Finding:
    """The grade as no suggestion any more, where a person accepted the event."""
    whole = decided.whole
    if finding.field != FIELD or finding.decision or whole is None or whole.act != "accept":
        return finding
    return replace(finding, decision=whole.id, inputs=(*finding.inputs, f"accepted by {whole.by}"))


def _ids(figures: Sequence[Told]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.id for told in figures))


def _ground(evidence: Evidence, ground: str) -> list[Claim]:
    return [claim for claim in evidence.happened("responsibility") if claim.value.get("ground") == ground]


def _blamed(evidence: Evidence) -> list[str]:
    """The armed sides that are told or said to have done it, each once."""
    doers = [c.value for c in evidence.happened("participant") if c.value["role"] == "actor"]
    named = [who["name"] for who in doers if who.get("actor") and class_of(who.get("category")) in ARMED]
    said = [c.value.get("actor") for c in evidence.happened("responsibility") if c.value.get("ground") in _grounds()]
    return sorted({name for name in (*named, *said) if name})


def _grounds() -> tuple[str, ...]:
    return setting("grading", "blame")
