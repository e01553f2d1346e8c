"""Days and places of the events of invented reports that coders read whole, also where no words of the event give one.

    python -m benchmarks.when_where [t13 ...]

In: training/reports/when_where (training/README.md says how a line looks) and the reports of the same name. Out: of the
events that are found, what `dateline score` counts of period and place, and, of either, how it stands where the words
tell it, where it is taken over from other words, where no words give it, and where there is none. The reader has
learned from these reports what their events are; no day and no place.
"""

from __future__ import annotations

import sys
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.common.reading import read_report
from benchmarks.common.spans import shared
from benchmarks.common.tally import Tally, f1
from benchmarks.marked import pairs
from dateline.evaluate.fields import period_marks, place_marks
from dateline.evaluate.gold import GoldEvent, GoldPlace
from dateline.evaluate.told import told_events
from dateline.model.values import Period
from training.data import HEAD, REPORTS, marked
from training.examples import Example

CODED = REPORTS / "when_where"
METRICS = ("period", "period within precision", "place", "place within 161 km", "place precision")
BY_WORDS = ("period within precision", "place")  # shown by what the value rests on, too


@dataclass(frozen=True, slots=True)
class Coded:
    """When and where one event happened, and what that rests on: "told", "taken over", "inferred" or "none"."""

    event: GoldEvent
    when: str
    where: str


def _bound(told: str, last: bool) -> date:
    """The first or last day of "1993", "1993-02" or "1993-02-17"."""
    numbers = [int(part) for part in told.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12 if last else 1
    return date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1] if last else 1)


def _period(days: str, precision: str, words: str) -> Period | None:
    start, _, end = days.partition("..")
    return Period(_bound(start, False), _bound(end or start, True), precision, words) if days != "-" else None


def _rests(words: str) -> str:
    return {"-": "none", "~": "inferred"}.get(words, "taken over" if words.startswith("~") else "told")


def coded(path: Path) -> dict[str, dict[str, Coded]]:
    """Number of the report -> number of the event -> what is coded."""
    found: dict[str, dict[str, Coded]] = defaultdict(dict)
    report = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@"):
            report = line[1:].strip()
            continue
        number, days, fine, when, name, country, precision, where = line.split(" | ")
        place = GoldPlace(name, country, precision) if name != "-" else None
        event = GoldEvent(number, "", (), period=_period(days, fine, when), place=place)
        found[report][number] = Coded(event, _rests(when), _rests(where))
    return found


def reports(path: Path) -> Iterator[tuple[str, date, Example]]:
    """Number, day and text with marks of every report of a file of marked reports."""
    parts = HEAD.split(path.read_text("utf-8"))[1:]
    for at in range(0, len(parts), 3):
        number = str(at // 3 + 1)
        yield number, date.fromisoformat(parts[at]), marked(f"{path.stem}-{number}", parts[at + 2].strip())


def tallies(names: Iterable[str]) -> dict[str, Tally]:
    """The counts of each metric over the files of those names."""
    sums: dict[str, Tally] = defaultdict(Tally)
    for name in names:
        known = coded(CODED / f"{name}.txt")
        for number, day, example in reports(REPORTS / f"{name}.txt"):
            for metric, tally in _report(example, day, known.get(number, {})) if number in known else ():
                sums[metric] += tally
    return sums


def _report(example: Example, day: date, known: dict[str, Coded]) -> Iterator[tuple[str, Tally]]:
    namings: dict[str, list[tuple[int, int]]] = {}
    for naming in example.namings:
        namings.setdefault(naming.event, []).append((naming.start, naming.end))
    events = [e for e in told_events(read_report(example.text, day)) if any(_named(e.triggers, namings))]
    for event, key in pairs(events, namings):
        one = known[key]
        for mark in (*period_marks(one.event, event), *place_marks(one.event, event)):
            tally = Tally(mark.right, mark.said, mark.right, mark.wanted)
            yield mark.metric, tally
            rests = one.when if mark.metric.startswith("period") else one.where
            yield f"{mark.metric}, {rests}", tally


def _named(spans: Iterable[tuple[int, int]], namings: dict[str, list[tuple[int, int]]]) -> Iterator[bool]:
    return (shared(span, own) > 0 for span in spans for rows in namings.values() for own in rows)


def main() -> None:
    """Read, count, print."""
    sums = tallies(sys.argv[1:] or sorted(path.stem for path in CODED.glob("*.txt")))
    for name in METRICS:
        row = sums[name]
        print(f"{name:32}{100 * f1(*row.row):6.1f}  right {row.hit:.0f}, said {row.said:.0f}, coded {row.wanted:.0f}")
    for name in BY_WORDS:
        for rests in ("told", "taken over", "inferred", "none"):
            row = sums[f"{name}, {rests}"]
            print(f"{name + ', ' + rests:38} right {row.hit:.0f}, said {row.said:.0f}, coded {row.wanted:.0f}")


if __name__ == "__main__":
    main()
