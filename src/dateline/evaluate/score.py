"""The score of readings against gold: one call.

In: gold reports and, by their names, what was read of them. Out: `Scores`: figures by metric with
intervals, by continent and by register; the worst errors with the words on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluate.counts import Count, Figure, figure, tally
from dateline.evaluate.events import report_marks
from dateline.evaluate.gold import GoldReport
from dateline.evaluate.marks import Mark
from dateline.evaluate.told import ReadingLike
from dateline.evaluate.words import table
from dateline.gazetteer.countries import country_facts


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

    def figures(self, only: Sequence[int] | None = None) -> dict[str, Figure]:
        """Metric -> figure, over all reports or those with the given indexes."""
        chosen = range(len(self.gold)) if only is None else only
        counts = [tally(self.marks[i]) for i in chosen]
        metrics = [metric for metric in table("metrics") if any(metric in row for row in counts)]
        return {metric: figure(metric, [row.get(metric, Count()) for row in counts]) for metric in metrics}

    def over(self, metric: str) -> tuple[int, int]:
        """(missed, invented): what gold alone has of the metric, and what the reading alone has."""
        marks = [mark for row in self.marks for mark in row if mark.metric == metric]
        return sum(not mark.said for mark in marks), sum(not mark.wanted for mark in marks)

    def groups(self, by: str) -> dict[str, list[int]]:
        """Indexes of the reports by "continent" or "register", sorted by name."""
        found: dict[str, list[int]] = {}
        for index, report in enumerate(self.gold):
            name = continent(report) if by == "continent" else report.register or "not told"
            found.setdefault(name, []).append(index)
        return dict(sorted(found.items()))

    def errors(self) -> list[Wrong]:
        """What went wrong, by report and gold event, the worst first."""
        found: dict[tuple[str, str], list[tuple[int, Mark]]] = {}
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


def continent(report: GoldReport) -> str:
    """Where most of the report's events happened; "nowhere" where none tells a country."""
    codes = Counter(event.place.country for event in report.events if event.place)
    if not codes:
        return "nowhere"
    facts = country_facts(min(codes, key=lambda code: (-codes[code], code)))
    regions = table("continents")
    return next((name for name in regions if facts and facts.region in regions[name]), "elsewhere")


def score(gold: Sequence[GoldReport], read: Mapping[str, ReadingLike]) -> Scores:
    """Every gold report against the reading of its name; KeyError where one was not read."""
    return Scores(tuple(gold), tuple(tuple(report_marks(report, read[report.name])) for report in gold))
