"""Days and places of the events of invented reports that coders read whole, also where no words of the event give one.

    python -m benchmarks.when_where [t13 ...]

In: training/reports/when_where (training/README.md says how a line looks) and the reports of the same name. Out: of the
events that are found, what `dateline score` counts of period and place, and, of either, how it stands where the words
tell it, where it is taken over from other words, where no words give it, and where there is none. The reader has
learned from these reports what their events are; no day and no place.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from benchmarks.common.reading import read_report
from benchmarks.common.tally import Tally, f1
from benchmarks.marked import namings_of, pairs
from dateline.evaluate.fields import period_marks, place_marks
from dateline.evaluate.told import told_events
from training.data import REPORTS, dated_reports
from training.examples import Example
from training.when_where import CODED, Coded, coded

METRICS = ("period", "period within precision", "place", "place within 161 km", "place precision")
BY_WORDS = ("period within precision", "place")  # shown by what the value rests on, too


def tallies(names: Iterable[str]) -> dict[str, Tally]:
    """The counts of each metric over the files of those names."""
    sums: dict[str, Tally] = defaultdict(Tally)
    for name in names:
        known = coded(CODED / f"{name}.txt")
        for number, (published, example) in enumerate(dated_reports(REPORTS / f"{name}.txt"), 1):
            for metric, tally in _report(example, published, known[str(number)]) if str(number) in known else ():
                sums[metric] += tally
    return sums


def _report(example: Example, published: date, known: dict[str, Coded]) -> Iterator[tuple[str, Tally]]:
    """The counts of each metric in one report, over the events found."""
    for event, key in pairs(told_events(read_report(example.text, published)), namings_of(example)):
        one = known[key]
        for mark in (*period_marks(one.event, event), *place_marks(one.event, event)):
            tally = Tally(mark.right, mark.said, mark.right, mark.wanted)
            yield mark.metric, tally
            rests = one.when if mark.metric.startswith("period") else one.where
            yield f"{mark.metric}, {rests}", tally


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
