"""UCDP's estimate in parts: the dead of either side, civilians, those of whom nobody tells; low and high ends beside.

In: the evidence of an event and what the other rules found. Out: a finding on "deaths": a dict with UCDP GED's columns
`type_of_violence`, `side_a`, `side_b`, `deaths_a`, `deaths_b`, `deaths_civilians`, `deaths_unknown`, `best`, `low`,
`high`. The four parts add up to `best` in every row; None where nobody gives a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.findings.counts import Count, count
from dateline.findings.evidence import Evidence
from dateline.findings.killed import UCDP, least, likely, most, reliable, trust
from dateline.findings.sides import CIVILIANS, SIDE_A, SIDE_B, UNKNOWN, Sides, sides
from dateline.findings.told import Told, tolls, usable
from dateline.model.claims import Finding

RULE, FIELD = "ucdp: best in parts", "deaths"
PARTS = (SIDE_A, SIDE_B, CIVILIANS)
WORDS = {SIDE_A: "side A", SIDE_B: "side B", CIVILIANS: "civilians"}


def best_in_parts(evidence: Evidence, findings: Sequence[Finding]) -> Finding | None:
    """UCDP's best figure, shared out; `findings` are those of the other rules, with what people chose."""
    best = next((f for f in findings if (f.field, f.rule) == ("killed", UCDP)), None)
    if best is None or not isinstance(best.value, int):  # none told, or what was chosen was set aside since
        return None
    people = next((f.value for f in findings if f.field == "participants"), None) or []
    current = usable(tolls(evidence, "killed"))
    two = sides(people, current)
    shares, used, notes = _shares(_counts(current, two, best), best)
    if two.kind == 3 and shares[UNKNOWN]:
        shares[CIVILIANS] = shares.get(CIVILIANS, 0) + shares.pop(UNKNOWN)
        notes.append("one-sided violence: of whom nothing is told counts as civilian")
    low, high = _ends(current, best.value)
    value: dict[str, Any] = {"type_of_violence": two.kind, "side_a": two.names[0], "side_b": two.names[1]}
    value |= {part: shares.get(part, 0) for part in (*PARTS, UNKNOWN)}
    value |= {"best": best.value, "low": low, "high": high}
    supporting = tuple(dict.fromkeys((*best.supporting, *used)))
    against = tuple(name for name in best.opposing if name not in supporting)
    return Finding(FIELD, RULE, value, supporting, against, tuple(notes))


def _counts(current: Sequence[Told], two: Sides, best: Finding) -> list[tuple[bool, str, Count]]:
    """The figure of each part: (whether it is not the best figure's own, which part, the count), its own first."""
    wholes = {told.id: told.speaker for told in current if told.id in best.supporting}

    def foreign(told: Told) -> bool:
        return not (told.id in wholes or told.claim.part_of in wholes or told.speaker in wholes.values())

    found = []
    for part in PARTS:
        group = [told for told in current if not told.whole and two.of(told) == part]
        counted = count(group, likely, lambda t, n: (foreign(t), *trust(t, n)), perpetrators=True)
        found.append((any(foreign(told) for told in counted.used), part, counted))
    return sorted(found, key=lambda row: row[0])


def _shares(counts: Sequence[tuple[bool, str, Count]], best: Finding) -> tuple[dict[str, int], list[str], list[str]]:
    """Dead by part, the claims used and what was left out: no part may exceed what the best figure leaves."""
    shares, used, notes = {UNKNOWN: int(best.value)}, list[str](), list[str]()
    for _, part, found in counts:
        if not found.value:
            continue
        ids = ", ".join(told.id for told in found.used)
        if found.value > shares[UNKNOWN]:
            notes.append(f"{WORDS[part]}: {found.value} ({ids}), more than the best figure leaves: left out")
            continue
        shares[part] = found.value
        shares[UNKNOWN] -= found.value
        used += [told.id for told in found.used]
        notes.append(f"{WORDS[part]}: {found.value} ({ids})")
    return shares, used, notes


def _ends(current: Sequence[Told], best: int) -> tuple[int, int]:
    """The lowest and highest reliable figure for all the dead; never past the best one."""
    sure = [told for told in current if reliable(told)] or current
    low = count(sure, least, lambda t, n: (n, t.id), perpetrators=True).value
    high = count(sure, most, lambda t, n: (-n, t.id), perpetrators=True).value
    named = [n for told in sure if (n := most(told)) is not None]  # no group is larger than all the dead
    return min(best, best if low is None else low), max(best, high or 0, *named)
