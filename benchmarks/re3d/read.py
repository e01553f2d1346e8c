"""Entities and relations in re3d's terms, out of a reading.

In: a `Reading`; for relations also the gold entities, since a relation is between two of them. Out: `Entity`s and
`Relation`s. Groups and forces are organisations, named places locations, named private people persons; who fights
whom, and what is where, comes from the events.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.reading import happened
from benchmarks.common.spans import Span, shared
from benchmarks.re3d.load import Entity, Relation
from dateline.evaluate.told import Told, ToldEvent
from dateline.model.reading import Mention, Reading

NATIONALITY, PART = "nationality", "part of"


@cache
def table() -> dict[str, Any]:
    """types.toml."""
    return tomllib.loads(Path(__file__).with_name("types.toml").read_text("utf-8"))


def layers(reading: Reading) -> dict[str, list[Span]]:
    """Spans by layer."""
    peoples = [p for p in reading.places if (p.why_not or "").startswith(NATIONALITY)]
    named = [p for p in reading.places if not (p.why_not or "").startswith((NATIONALITY, PART))]
    groups = [a for a in reading.actors if a.actor or a.category in table()["groups"]]
    weapons = [f for f in reading.features if f.field == "weapon"]
    mentions: dict[str, Sequence[Mention]] = {
        "groups": groups,
        "places": named,
        "peoples": peoples,
        "people": reading.people,
        "times": reading.times,
        "numbers": reading.numbers,
        "weapons": weapons,
    }
    return {name: [(m.start, m.end) for m in found] for name, found in mentions.items()}


def entities(reading: Reading) -> list[Entity]:
    """Every span once for each type."""
    spans = layers(reading)
    rows = (Entity(span, kind) for kind, names in table()["entities"].items() for name in names for span in spans[name])
    return list(dict.fromkeys(rows))


def relations(reading: Reading, gold: Sequence[Entity]) -> list[Relation]:
    """Between gold entities on which the values of one event rest."""
    found = [relation for event in happened(reading) for relation in _of(event, gold)]
    return list(dict.fromkeys(directed(relation) for relation in found))


def directed(relation: Relation) -> Relation:
    """One that runs both ways is told from the earlier span to the later."""
    if relation.kind in table()["symmetric"] and relation.target < relation.source:
        return Relation(relation.kind, relation.target, relation.source)
    return relation


def _of(event: ToldEvent, gold: Sequence[Entity]) -> Iterator[Relation]:
    sides: dict[str, list[Span]] = {"actor": [], "recipient": [], "party": []}
    for told in event.participants:
        sides[told.value["role"]] += _meant(told, gold, "Location")
    if event.event in table()["fighting"]:
        pairs = [(a, b) for a in sides["actor"] + sides["party"] for b in sides["recipient"] + sides["party"] if a != b]
        yield from (Relation("FightingAgainst", a, b) for a, b in pairs)
    places = [span for told in event.places for span in _meant(told, gold, "")]
    yield from (Relation("CoLocated", a, b) for side in sides.values() for a in side for b in places if a != b)


def _meant(told: Told, gold: Sequence[Entity], barred: str) -> list[Span]:
    """Gold entities, of other types than `barred`, that the value's first words overlap."""
    return [e.span for e in gold if e.kind != barred and any(shared(e.span, own) for own in told.spans[:1])]
