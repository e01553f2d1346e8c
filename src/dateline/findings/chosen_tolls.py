"""The figure that a person chose for a harm, in place of what its claims span.

In: the evidence, the verdict of people and the finding on all tolls. Out: the finding with one entry for each chosen
harm, which names the decision. Groups told apart from it, parts of it and running totals stay; all claims do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.findings.decisions import Verdict, chosen_value
from dateline.findings.evidence import Evidence
from dateline.findings.rules import setting
from dateline.findings.told import disjoint_groups, group_of
from dateline.model.claims import Decision, Finding

Entry = dict[str, Any]


def chosen_tolls(evidence: Evidence, decided: Verdict, finding: Finding | None) -> Finding | None:
    """The tolls as people chose them; as they are where nobody did."""
    for harm in setting("order", "harm"):
        decision = decided.chosen.get(harm)
        entry = _entry(evidence, harm, decision) if decision else None
        if decision and entry:
            finding = _put(finding or Finding("tolls", "span of claims", []), entry, decision)
    return finding


def _entry(evidence: Evidence, harm: str, decision: Decision) -> Entry | None:
    """The chosen claim as an entry of the tolls; None where none was chosen, or it is no longer told."""
    value = chosen_value(decision)
    claim = next((c for c in evidence.claims if c.id == value), None)
    if claim is None:
        return None
    return {
        "harm": harm, "group": group_of(claim.value), **claim.value["estimate"], "disputed": False, "cumulative": False,
        "claims": [value], "subset_of": None, "decision": decision.id,
    }  # fmt: skip


def _put(finding: Finding, entry: Entry, decision: Decision) -> Finding:
    rest = [row for row in finding.value or [] if _beside(row, entry)]
    at = next((n for n, row in enumerate(finding.value or []) if row["harm"] == entry["harm"]), len(rest))
    why = f"{entry['harm']} chosen by {decision.by}" + (f": {decision.reason}" if decision.reason else "")
    told = tuple(dict.fromkeys((*finding.supporting, *entry["claims"])))
    against = tuple(name for name in finding.opposing if name not in entry["claims"])
    value = [*rest[:at], entry, *rest[at:]]
    return replace(finding, value=value, supporting=told, opposing=against, inputs=(*finding.inputs, why))


def _beside(row: Entry, entry: Entry) -> bool:
    """Whether an entry stays beside the chosen one."""
    if row["harm"] != entry["harm"] or row["cumulative"]:
        return True
    return row["subset_of"] in entry["claims"] if row["subset_of"] else disjoint_groups(row["group"], entry["group"])
