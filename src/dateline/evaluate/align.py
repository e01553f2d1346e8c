"""Which account tells which gold event: one to one within a report.

In: gold events and read ones. Out: pairs of indexes. The likeness of two is a sum of what they share:
trigger words (weighed down where the same word stands in the text for several events), else the
sentence; type; place; days; tolls; participants; a clash of country or days counts against. Pairs
are taken greedily, the likest first, ties in text order, down to a least sum; without a shared trigger
or sentence the sum must be higher. Events that are not to be exported take part like all others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.codebook import load_codebook
from dateline.evaluate.gold import GoldEvent, GoldReport
from dateline.evaluate.same import days_meet, occurrences, same_days, same_place, sentence_of, touch
from dateline.evaluate.told import Told, ToldEvent
from dateline.evaluate.words import table

Pair = tuple[int, int]


def _words(report: GoldReport, event: GoldEvent, told: ToldEvent) -> tuple[float, bool]:
    """(what shared triggers or a shared sentence give, is there either)."""
    weigh = table("alignment")
    best = 0.0
    for number, trigger in enumerate(event.triggers):
        places = occurrences(report.text, trigger)
        if not touch(places, told.triggers):
            continue
        rivals = sum(trigger in other.triggers for other in report.events)
        gain = weigh["trigger"] / max(1, rivals) ** 0.5
        main = number == 0 and touch(places, [told.anchor])
        best = max(best, gain + (weigh["main_trigger"] if main else 0))
    if best:
        return best, True
    starts = [start for trigger in event.triggers for start, _ in occurrences(report.text, trigger)]
    homes = {sentence_of(report.text, start) for start in starts}
    near = sentence_of(report.text, told.anchor[0]) in homes
    return (weigh["sentence"] if near else 0.0), near


def _type(event: GoldEvent, told: ToldEvent) -> float:
    weigh, types = table("alignment"), load_codebook().types
    if told.sub_event in (event.sub_event, *event.also):
        return float(weigh["type"])
    return float(weigh["kind"]) if told.event == types[event.sub_event].event else 0.0


def _place(event: GoldEvent, told: ToldEvent) -> float:
    weigh, place = table("alignment"), told.place
    if event.place is None or place is None:
        return 0.0
    if same_place(event.place, place):
        return float(weigh["place"])
    return float(weigh["other_country"]) if place.get("country") not in (None, event.place.country) else 0.0


def _period(event: GoldEvent, told: ToldEvent) -> float:
    weigh, period = table("alignment"), told.period
    if event.period is None or period is None:
        return 0.0
    if same_days(event.period, period):
        return float(weigh["period"])
    return float(weigh["period"]) / 2 if days_meet(event.period, period) else float(weigh["other_period"])


def _share(report: GoldReport, gold: Sequence[Any], read: Sequence[Told]) -> float:
    """The share of gold's quotes whose words are among the read ones (same harm, where they have one)."""
    if not gold:
        return 0.0
    hits = 0
    for row in gold:
        harm = getattr(row, "harm", None)
        spans = [span for told in read if harm in (None, told.value.get("harm")) for span in told.spans[:1]]
        hits += touch(occurrences(report.text, row.quote), spans)
    return hits / len(gold)


def likeness(report: GoldReport, event: GoldEvent, told: ToldEvent) -> float:
    """How much the two share; 0 where it is too little for a pair."""
    weigh = table("alignment")
    words, shared = _words(report, event, told)
    total = words + _type(event, told) + _place(event, told) + _period(event, told)
    total += weigh["tolls"] * _share(report, event.tolls, told.tolls)
    total += weigh["participants"] * _share(report, event.participants, told.participants)
    return total if total >= weigh["least" if shared else "least_without_words"] else 0.0


def align(report: GoldReport, told: Sequence[ToldEvent]) -> list[Pair]:
    """Pairs (index in the report's gold events, index in `told`), in gold's order."""
    scores = [
        (likeness(report, event, read), g, r) for g, event in enumerate(report.events) for r, read in enumerate(told)
    ]
    pairs: dict[int, int] = {}
    for score, g, r in sorted(scores, key=lambda row: (-row[0], row[1], row[2])):
        if score > 0 and g not in pairs and r not in pairs.values():
            pairs[g] = r
    return sorted(pairs.items())
