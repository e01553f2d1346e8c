"""ACLED's rows for a fight inside an attack: the fight's row carries the combatants' dead.

In: all events, with their relations. Out: the same events; where an event is "part of" another that
is no battle, and one report tells both, the combatant part of the toll moves to the fight's row
("11 died, among them four soldiers" becomes 7 and 4). Only the finding under ACLED's rule changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.findings.counts import Count, count
from dateline.findings.evidence import weigh
from dateline.findings.killed import ACLED
from dateline.findings.rules import written
from dateline.findings.told import Told, as_acled, tolls, usable
from dateline.model.claims import Event, Finding
from dateline.model.report import Report


def acled_split(events: Sequence[Event], reports: Mapping[str, Report]) -> tuple[Event, ...]:
    """The events, in the order given, with combatants counted in the row of their fight."""
    table = written()["acled_split"]
    found = {event.id: event for event in events}
    carried: set[str] = set()
    for event in events:
        if event.type.acled_sub_event not in table["clash"]:
            continue
        for kind, other in event.relations:
            if kind == table["relation"] and other not in carried and _apart(found[event.id], found[other]):
                carried.add(other)
                found[event.id], found[other] = _move(found[event.id], found[other], reports)
                break
    return tuple(found[event.id] for event in events)


def _apart(clash: Event, raid: Event) -> bool:
    """Is the other event no battle itself, is it told by one of the same reports, did nobody decide?"""
    told = {account.report for account in clash.accounts} & {account.report for account in raid.accounts}
    decided = any(f.decision for e in (clash, raid) for f in e.findings if f.rule == ACLED)
    return bool(told) and raid.type.acled_event != clash.type.acled_event and not decided


def _move(clash: Event, raid: Event, reports: Mapping[str, Report]) -> tuple[Event, Event]:
    """The pair with the combatants taken off the raid's figure and put on the clash's."""
    inside = {claim.id for claim in raid.claims}
    fighters = [told for told in _fighters(clash, raid, reports) if told.claim.part_of in inside or told.id in inside]
    taken = count(fighters, as_acled, lambda t, n: (n, t.day, t.id), perpetrators=False)
    left, right = raid.finding("killed", ACLED), clash.finding("killed", ACLED)
    if not taken.value or left is None or right is None:
        return clash, raid
    moved = min(taken.value, left.value)
    own = {claim.id for claim in clash.claims}
    had = right.value if any(told.id in own for told in taken.used) else right.value + moved
    return (
        _with(clash, right, max(had, moved), taken, f"{moved} combatants of {raid.id} are counted here"),
        _with(
            raid,
            left,
            left.value - moved,
            taken,
            f"less {moved} combatants, who are in the row of {clash.id}",
        ),
    )


def _fighters(clash: Event, raid: Event, reports: Mapping[str, Report]) -> list[Told]:
    claims = {claim.id: claim for event in (clash, raid) for claim in event.claims}
    evidence = weigh(raid.accounts, claims, reports, {})
    return [told for told in usable(tolls(evidence, "killed")) if told.fighters]


def _with(event: Event, finding: Finding, value: int, taken: Count, note: str) -> Event:
    inside = {claim.id for claim in event.claims}
    ids = tuple(told.id for told in taken.used if told.id in inside)
    note += "".join(f"; by claim {told.id}" for told in taken.used if told.id not in inside)
    supporting = tuple(dict.fromkeys(finding.supporting + ids))
    kept = tuple(note for note in finding.inputs if note != "acled: none told")
    changed = replace(finding, value=value, supporting=supporting, inputs=(*kept, note))
    return replace(event, findings=tuple(changed if f is finding else f for f in event.findings))
