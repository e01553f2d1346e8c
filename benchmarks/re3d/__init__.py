"""re3d: entities and relations in reports on Syria and Iraq. See docs/benchmarks.md, section re3d.

In: re3d in its own layout. Out: F1 of entities with their type, exact and overlapping, in all and by type, over the
types that dateline reads; F1 of two relations between gold entities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.common.judged import Benchmark, Judged, Metric, Slip
from benchmarks.common.metrics import f1_metrics
from benchmarks.common.reading import read_report
from benchmarks.common.spans import Span, exact, partial
from benchmarks.common.tally import Tally, same
from benchmarks.re3d.load import Document, Entity, Relation, load
from benchmarks.re3d.read import directed, entities, relations, table

RELATIONS = ("FightingAgainst", "CoLocated")


def judge(document: Document) -> Judged:
    """One document."""
    reading = read_report(document.text, title=document.title, origin=document.name)
    ours = entities(reading)
    gold = [entity for entity in document.entities if entity.kind in table()["entities"]]
    tallies: dict[str, Tally] = {}
    for how, count in (("exact", exact), ("overlapping", partial)):
        by_kind = {kind: count(_spans(gold, kind), _spans(ours, kind)) for kind in table()["entities"]}
        tallies |= {f"{kind}, {how}": tally for kind, tally in by_kind.items()}
        tallies[f"entities, {how}"] = sum(by_kind.values(), Tally())
    theirs = list(dict.fromkeys(map(directed, document.relations)))
    read = relations(reading, document.entities)
    for kind in RELATIONS:
        tallies[kind] = same([r for r in read if r.kind == kind], [r for r in theirs if r.kind == kind])
    return Judged(document.name, tallies, slips=[*_slips(document, gold, ours), *_missing(document, theirs, read)])


def _spans(found: Sequence[Entity], kind: str) -> list[Span]:
    return [entity.span for entity in found if entity.kind == kind]


def _slips(document: Document, gold: Sequence[Entity], ours: Sequence[Entity]) -> Iterator[Slip]:
    def near(entity: Entity, others: Sequence[Entity]) -> Entity | None:
        a, b = entity.span
        return next((e for e in others if e.kind == entity.kind and e.span[0] < b and a < e.span[1]), None)

    for entity in gold:
        other, words = near(entity, ours), document.text[slice(*entity.span)]
        if other is None:
            yield Slip(f"missed {entity.kind}", document.name, words)
        elif other.span != entity.span:
            yield Slip(f"other bounds of {entity.kind}", document.name, words, document.text[slice(*other.span)])
    for entity in ours:
        if near(entity, gold) is None:
            yield Slip(f"no {entity.kind} in gold", document.name, "", document.text[slice(*entity.span)])


def _missing(document: Document, gold: Sequence[Relation], read: Sequence[Relation]) -> Iterator[Slip]:
    for relation in gold:
        if relation.kind in RELATIONS and relation not in read:
            words = (document.text[slice(*span)] for span in (relation.source, relation.target))
            yield Slip(f"missed {relation.kind}", document.name, " - ".join(words))


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """All types together first, then each, then relations."""
    kinds = ("entities", *table()["entities"])
    return f1_metrics(judged, [*(f"{kind}, {how}" for how in ("exact", "overlapping") for kind in kinds), *RELATIONS])


BENCHMARK = Benchmark("re3d", "documents", 90, load, judge, metrics)
