"""Marks of one report: which events were found, then each aligned pair field by field.

In: a gold report and the reading of it. Out: all marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.evaluate.align import align
from dateline.evaluate.fields import field_marks
from dateline.evaluate.gold import GoldEvent, GoldReport
from dateline.evaluate.marks import Mark, given, judged
from dateline.evaluate.people import people_marks
from dateline.evaluate.told import ReadingLike, ToldEvent, told_events
from dateline.evaluate.tolls import report_tolls, toll_marks
from dateline.evaluate.traps import trap_marks
from dateline.evaluate.whole import whole_marks


def _gold(event: GoldEvent) -> str:
    place = event.place.name if event.place else "nowhere told"
    return f"{event.sub_event}, {place} ({', '.join(event.triggers)})"


def _read(told: ToldEvent) -> str:
    return f"{told.sub_event}, {(told.place or {}).get('name') or 'nowhere'} ({told.quote})"


def _found(report: GoldReport, told: Sequence[ToldEvent], pairs: Mapping[int, int]) -> Iterator[Mark]:
    for g, event in enumerate(report.events):
        hit = g in pairs
        read = _read(told[pairs[g]]) if hit else "nothing"
        yield Mark("event", int(hit), int(hit), 1, event.id, _gold(event), read)
        yield judged(f"found of {event.salience}", hit, _gold(event), read, event.id)
    for r, extra in enumerate(told):
        if r not in pairs.values() and extra.exported:
            yield Mark("event", 0, 1, 0, "", "nothing", _read(extra))


def _exported(report: GoldReport, told: Sequence[ToldEvent], pairs: Mapping[int, int]) -> Mark:
    """Only what datasets take, on both sides."""
    right = sum(report.events[g].export and told[r].exported for g, r in pairs.items())
    said, wanted = sum(event.exported for event in told), sum(event.export for event in report.events)
    return Mark("event for datasets", right, said, wanted)


def _relations(report: GoldReport, told: Sequence[ToldEvent], pairs: Mapping[int, int]) -> Iterator[Mark]:
    gold_of = {told[r].id: report.events[g].id for g, r in pairs.items()}
    read = {
        (gold_of[event.id], gold_of[other], kind)
        for event in told for kind, other in event.relations if event.id in gold_of and other in gold_of
    }  # fmt: skip
    known = set(gold_of.values())
    for one, two, kind in sorted(read | set(report.relations)):
        row = (one, two, kind)
        if {one, two} <= known:
            said, wanted, words = row in read, row in report.relations, f"{kind} {two}"
            yield given("relation", True, words if wanted else None, words if said else None, one)


def report_marks(report: GoldReport, reading: ReadingLike) -> list[Mark]:
    """Every mark of the report."""
    told = told_events(reading)
    pairs = dict(align(report, told))
    marks = [*_found(report, told, pairs), _exported(report, told, pairs), *_relations(report, told, pairs)]
    for g, r in pairs.items():
        event, read = report.events[g], told[r]
        marks += [*field_marks(report.text, event, read), *people_marks(report, event, read)]
        marks += toll_marks(report, event.tolls, read.tolls, event.id)
    missed = [event for g, event in enumerate(report.events) if g not in pairs]
    extra = [event for r, event in enumerate(told) if r not in pairs.values() and event.exported]
    marks += list(whole_marks(marks, missed, extra))
    tolls = {toll.id: toll for event in told for toll in event.tolls}
    marks += report_tolls(report, list(tolls.values()))
    return [*marks, *trap_marks(report, told, {r: report.events[g] for g, r in pairs.items()})]
