"""Slot by slot, after the scoring of 1992: right (half for partly right), said and wanted for each slot.

In: the key's templates of a message and the response's. Out: slot -> `Tally`, and which template met which.
Templates meet one to one, so that the most fills agree in all; they may meet only where their incident types
agree at least partly. A missing template counts all its fills as missed, one marked OPTIONAL none; a spurious
one counts all its fills as said. Optional fills are wanted only where they are found.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.common.tally import Tally, right
from benchmarks.muc4.match import agreement
from benchmarks.muc4.syntax import TYPE, Fill, Template
from dateline.likeness.assign import assign

SLOTS = {
    "incident type": TYPE,
    "date": "INCIDENT: DATE",
    "location": "INCIDENT: LOCATION",
    "instrument": "INCIDENT: INSTRUMENT ID",
    "perpetrator individual": "PERP: INDIVIDUAL ID",
    "perpetrator organisation": "PERP: ORGANIZATION ID",
    "perpetrator confidence": "PERP: ORGANIZATION CONFIDENCE",
    "physical target": "PHYS TGT: ID",
    "human target name": "HUM TGT: NAME",
    "human target description": "HUM TGT: DESCRIPTION",
    "victim number": "HUM TGT: NUMBER",
    "victim effect": "HUM TGT: EFFECT OF INCIDENT",
}
Pair = tuple[int, int]


def slot_tally(slot: str, key: Template, response: Template) -> Tally:
    """One slot of two templates that met."""
    if slot in key.barred:
        return Tally()
    theirs, ours = key.fills(slot), response.fills(slot)
    gains = [[agreement(slot, k, r) for r in ours] for k in theirs]
    pairs = assign(gains)
    found = {i for i, _ in pairs}
    wanted = sum(not fill.optional or i in found for i, fill in enumerate(theirs))
    return right(sum(gains[i][j] for i, j in pairs), len(ours), wanted)


def required(fills: Sequence[Fill]) -> int:
    """How many fills must be found."""
    return sum(not fill.optional for fill in fills)


def meet(key: Sequence[Template], response: Sequence[Template]) -> list[Pair]:
    """Which template of the key meets which of the response."""
    return assign([[_gain(k, r) for r in response] for k in key])


def _gain(key: Template, response: Template) -> float | None:
    if not slot_tally(TYPE, key, response).hit:
        return None
    return sum(slot_tally(slot, key, response).hit for slot in SLOTS.values())


def score(key: Sequence[Template], response: Sequence[Template]) -> tuple[dict[str, Tally], list[Pair]]:
    """Name of slot -> tally over the message's templates; and the pairs that met."""
    pairs = meet(key, response)
    met_key, met_response = {i for i, _ in pairs}, {j for _, j in pairs}
    found = {}
    for name, slot in SLOTS.items():
        whole = sum((slot_tally(slot, key[i], response[j]) for i, j in pairs), Tally())
        for i, template in enumerate(key):
            if i not in met_key and not template.optional:
                whole += Tally(wanted=required(template.fills(slot)))
        for j, template in enumerate(response):
            if j not in met_response:
                whole += Tally(said=len(template.fills(slot)))
        found[name] = whole
    return found, pairs
