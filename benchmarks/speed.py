"""How fast reports are read, and the most memory it takes.

Run: [DATELINE_CORPORA=...] python -m benchmarks.speed [reports] [workers]
or:  python -m benchmarks.speed rooms [reports]
Reads the articles of the Wikinews corpus where DATELINE_CORPORA names it, else the samples of examples/reports.
The pace is given in reports of 400 words; the time to load the models and the gazetteer is given apart.
Memory is the peak of this process and of the largest reading process, in megabytes. `rooms` says what each component
takes of one processor, and how many reports a second place and time together come to, apart from parsing.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections import defaultdict
from pathlib import Path

from dateline.extract.read import steps
from dateline.ingest import ingest
from dateline.model.reading import Reading
from dateline.model.report import Incoming, Report
from dateline.project.reading import read_all, read_one

WORDS = 400
PLACE_AND_TIME = ("dateline", "times", "places")  # components


def reports(most: int) -> list[Report]:
    corpora = os.environ.get("DATELINE_CORPORA")
    source = Path(corpora, "wikinews") if corpora else Path(__file__).parents[1] / "examples" / "reports"
    found = [item.report for item in ingest([source]) if isinstance(item, Incoming)]
    return found[:most]


def megabytes(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def rooms(most: int) -> None:
    """Read that many reports on one processor; a line for each component, the slowest first."""
    read_one(Report("Gunmen killed three people in Goma on Monday."))  # loads the models and the gazetteer
    found, took = reports(most), defaultdict[str, float](float)
    for report in found:
        reading = Reading(report)
        for step in steps():
            begun = time.process_time()
            reading = step(reading)
            took[step.__name__] += time.process_time() - begun
    units = sum(len(report.text.split()) for report in found) / WORDS
    for name, seconds in sorted(took.items(), key=lambda row: -row[1]):
        print(f"{name:12}{1000 * seconds / units:8.1f} ms a report of {WORDS} words")
    print(f"all: {units / sum(took.values()):.1f} reports a second of one processor")
    print(f"place and time: {units / sum(took[name] for name in PLACE_AND_TIME):.0f} reports a second of one processor")


def main() -> None:
    if sys.argv[1:2] == ["rooms"]:
        rooms(int(sys.argv[2]) if len(sys.argv) > 2 else 100)
    else:
        reading_speed()


def reading_speed() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else os.cpu_count() or 1
    begun = time.perf_counter()
    read_one(Report("Gunmen killed three people in Goma on Monday."))
    loaded = time.perf_counter() - begun
    found = reports(most)
    words = sum(len(report.text.split()) for report in found)
    begun = time.perf_counter()
    failed = sum("reader failed" in outcome.outcome for _, _, outcome in read_all(found, workers))
    took = time.perf_counter() - begun
    print(f"{len(found)} reports, {words} words, {workers} processes, {failed} failed")
    print(f"loading: {loaded:.1f} s; reading, starting the processes included: {took:.1f} s")
    print(f"{words / WORDS / took:.1f} reports of {WORDS} words a second")
    print(f"peak memory: {megabytes(resource.RUSAGE_SELF):.0f} MB here, "
          f"{megabytes(resource.RUSAGE_CHILDREN):.0f} MB in the largest reading process")  # fmt: skip


if __name__ == "__main__":
    main()
