"""Marks of participants: role and name, name, role.

In: an aligned pair. Out: marks. Read and gold participants are paired one to one by name, words and role;
one that only a rule gave ("nobody is named as the doer") counts where gold has it too, and is no invention.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.evaluate.gold import GoldEvent, GoldParticipant, GoldReport
from dateline.evaluate.marks import Mark
from dateline.evaluate.same import occurrences, same_name, touch
from dateline.evaluate.told import Told, ToldEvent


def _score(text: str, gold: GoldParticipant, told: Told) -> int:
    name = same_name(gold.name, str(told.value.get("name")))
    words = touch(occurrences(text, gold.quote), told.spans)
    return (2 * name + 2 * words + (gold.role == told.value.get("role"))) * (name or words)


def pairs(text: str, gold: tuple[GoldParticipant, ...], read: tuple[Told, ...]) -> dict[int, int]:
    """Index in gold -> index in `read`, the likest first."""
    scores = sorted((-_score(text, one, two), g, r) for g, one in enumerate(gold) for r, two in enumerate(read))
    found: dict[int, int] = {}
    for score, g, r in scores:
        if score < 0 and g not in found and r not in found.values():
            found[g] = r
    return found


def _shown(role: object, name: object, words: str) -> str:
    return f"{role} {name} ({words})" if words else f"{role} {name}"


def people_marks(report: GoldReport, event: GoldEvent, told: ToldEvent) -> Iterator[Mark]:
    """For each participant on either side."""
    found = pairs(report.text, event.participants, told.participants)
    for g, gold in enumerate(event.participants):
        read = told.participants[found[g]] if g in found else None
        here = _shown(gold.role, gold.name, gold.quote)
        there = _shown(read.value.get("role"), read.value.get("name"), read.quote) if read else "nothing"
        role = bool(read and read.value.get("role") == gold.role)
        name = bool(read and same_name(gold.name, str(read.value.get("name"))))
        for metric, right in (("participant", role and name), ("participant role", role), ("participant name", name)):
            yield Mark(metric, int(right), int(read is not None), 1, event.id, here, there)
    for r, extra in enumerate(told.participants):
        if r not in found.values() and extra.rests:
            there = _shown(extra.value.get("role"), extra.value.get("name"), extra.quote)
            for metric in ("participant", "participant role", "participant name"):
                yield Mark(metric, 0, 1, 0, event.id, "nothing", there)
