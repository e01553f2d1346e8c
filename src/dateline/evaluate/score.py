"""The score of readings against gold: one call.

In: gold reports and, by their names, what was read of them. Out: `Scores`: figures by metric with
intervals, by continent, by register and by who did it; the confusion of types; the worst errors with
the words on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluate.counts import Count, Figure, figure, tally
from dateline.evaluate.events import report_marks
from dateline.evaluate.gold import GoldEvent, GoldReport
from dateline.evaluate.marks import Mark
from dateline.evaluate.told import ReadingLike
from dateline.evaluate.words import table
from dateline.gazetteer.countries import country_facts

Named = tuple[str, str]  # report, event
NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A gold event (or "" for what no gold event has) with all that differs: (metric, gold, read)."""

    report: str
    event: str
    weight: int
    differs: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Scores:
    """All marks by report, in the order of the gold."""

    gold: tuple[GoldReport, ...]
    marks: tuple[tuple[Mark, ...], ...]

    def figures(self, only: Collection[Named] | None = None) -> dict[str, Figure]:
        """Metric -> figure, over everything, or over those gold events alone (what was invented is in no group)."""
        rows = [
            [m for m in marks if only is None or (report.name, m.event) in only]
            for report, marks in zip(self.gold, self.marks, strict=True)
        ]
        counts = [tally(row) for row in rows if row]
        metrics = [metric for metric in table("metrics") if any(metric in row for row in counts)]
        return {metric: figure(metric, [row.get(metric, Count()) for row in counts]) for metric in metrics}

    def over(self, metric: str) -> tuple[int, int]:
        """(missed, invented): what gold alone has of the metric, and what the reading alone has."""
        marks = [mark for row in self.marks for mark in row if mark.metric == metric]
        return sum(not mark.said for mark in marks), sum(not mark.wanted for mark in marks)

    def groups(self, by: str) -> dict[str, set[Named]]:
        """Gold events, as (report, event), by "region", "register" or "doer", sorted by name."""
        found: dict[str, set[Named]] = {}
        for report in self.gold:
            for event in report.events:
                name = {"region": region(event), "register": report.register, "doer": doer(event)}[by]
                found.setdefault(name or "not told", set()).add((report.name, event.id))
        return dict(sorted(found.items()))

    def confusion(self) -> dict[tuple[str, str], int]:
        """(gold sub-event, read sub-event) -> how often; "nothing" for what was missed or invented."""
        marks = (mark for row in self.marks for mark in row if mark.metric == "all: sub-event")
        # what the coder would accept as well is no confusion
        found = Counter((mark.gold, mark.gold if mark.right else mark.read) for mark in marks)
        return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))

    def errors(self) -> list[Wrong]:
        """What went wrong, by report and gold event, the worst first."""
        found: dict[Named, list[tuple[int, Mark]]] = {}
        for report, marks in zip(self.gold, self.marks, strict=True):
            for mark in marks:
                weight = _weight(mark)
                if mark.wrong and weight:
                    found.setdefault((report.name, mark.event), []).append((weight, mark))
        rows = [
            Wrong(name, event, sum(weight for weight, _ in row), tuple((m.metric, m.gold, m.read) for _, m in row))
            for (name, event), row in found.items()
        ]
        return sorted(rows, key=lambda row: (-row.weight, row.report, row.event))


def _weight(mark: Mark) -> int:
    invented = mark.metric == "event" and not mark.wanted
    found: int = table("weights").get("event invented" if invented else mark.metric, 0)
    return found


def region(event: GoldEvent) -> str:
    """The continent on which the event happened; "nowhere told" where gold has no place."""
    if event.place is None:
        return "nowhere told"
    facts, regions = country_facts(event.place.country), table("continents")
    return next((name for name in regions if facts and facts.region in regions[name]), "elsewhere")


def _kind(name: str) -> str:
    rows: dict[str, list[str]] = table("doers")
    return next(kind for kind, heads in rows.items() if any(name.startswith(head) for head in heads))


def doer(event: GoldEvent) -> str:
    """What kind of actor does it: the first actor; of two parties the first that is no state."""
    actors = [_kind(p.name) for p in event.participants if p.role == "actor"]
    parties = [_kind(p.name) for p in event.participants if p.role == "party"]
    others = [kind for kind in parties if kind != "state forces"]
    return next(iter([*actors, *others, *parties]), NOBODY)


def score(gold: Sequence[GoldReport], read: Mapping[str, ReadingLike]) -> Scores:
    """Every gold report against the reading of its name; KeyError where one was not read."""
    return Scores(tuple(gold), tuple(tuple(report_marks(report, read[report.name])) for report in gold))
