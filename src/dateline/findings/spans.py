"""The tolls of an event: one entry for each harm and group, spanning what is claimed.

In: the evidence. Out: the finding on "tolls", a list of
{harm, group, low, best, high, disputed, cumulative, claims, subset_of}; None where nothing is told.
"""

from __future__ import annotations

from typing import Any

from dateline.findings.evidence import Evidence
from dateline.findings.rules import setting
from dateline.findings.told import Told, contradict, tolls
from dateline.model.claims import Finding


def span_of_claims(evidence: Evidence) -> Finding | None:
    """The finding on all tolls, under "span of claims"."""
    entries: list[dict[str, Any]] = []
    left_out: dict[str, str] = {}
    for harm in setting("order", "harm"):
        figures = tolls(evidence, harm)
        left_out |= {t.id: t.unused for t in figures if t.unused and not _running(t)}
        entries += _entries(harm, [t for t in figures if t.unused is None or _running(t)])
    denied = {c.id: "denied" for h in setting("order", "harm") for c in evidence.denied(h)}
    against = left_out | denied
    if not entries and not against:
        return None
    claims = tuple(dict.fromkeys(name for entry in entries for name in entry["claims"]))
    inputs = tuple(f"{name}: {why}" for name, why in sorted(against.items()))
    return Finding("tolls", "span of claims", entries, claims, tuple(sorted(against)), inputs)


def _running(told: Told) -> bool:
    return told.unused == "a running total"


def _entries(harm: str, figures: list[Told]) -> list[dict[str, Any]]:
    groups: dict[tuple[bool, bool, str], list[Told]] = {}
    for told in figures:
        groups.setdefault((told.cumulative, not told.whole, told.key), []).append(told)
    return [_entry(harm, groups[key]) for key in sorted(groups)]


def _entry(harm: str, figures: list[Told]) -> dict[str, Any]:
    lows = [told.estimate.low for told in figures if told.estimate.low is not None]
    bests = {told.estimate.best for told in figures}
    highs = [told.estimate.high for told in figures]
    wholes = sorted({t.claim.part_of for t in figures if t.claim.part_of})
    return {
        "harm": harm,
        "group": dict(figures[0].group),
        "low": min(lows, default=None),
        "best": bests.pop() if len(bests) == 1 else None,
        "high": None if None in highs else max(h for h in highs if h is not None),
        "disputed": _disputed(figures),
        "cumulative": figures[0].cumulative,
        "claims": [told.id for told in figures],
        "subset_of": wholes[0] if wholes else None,
    }


def _disputed(figures: list[Told]) -> bool:
    current = [t for t in figures if t.unused is None]
    if any(told.claim.verification == "disputed" for told in current):
        return True
    return any(contradict(a, b) for i, a in enumerate(current) for b in current[i + 1 :])
