"""294 Wikinews articles, 90 re3d documents, 100 of HRDsAttack: nothing fails, nothing is lost, every value stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from articles import ARTICLES, Run
from grounds import grounds

from dateline.project import ExportOptions, check_path

OUTCOME = re.compile(r"events|no events: \S.+|not read: \S.+")
FILES = ("events.jsonl", "acled.csv", "acled.left-out.csv", "events.geojson")
AGAIN = """
import sys
from dateline.project import ExportOptions, run
if __name__ == "__main__":
    run(sys.argv[2:], sys.argv[1], export=ExportOptions(names="every word is compared with its report"), workers=1)
"""


def test_every_report_is_listed_with_what_came_of_it(real: Run):
    reports = real.project.status().reports
    added = real.done.added
    assert added.added + added.known == sum(ARTICLES.values())
    assert added.rejected == ()
    assert len(reports) == added.added
    wrong = [(row.name, row.outcome) for row in reports if not OUTCOME.fullmatch(row.outcome)]
    assert wrong == []
    assert real.project.status().waiting == 0
    assert {row.outcome == "events" for row in reports if row.events} == {True}


def test_no_reader_fails(real: Run):
    failed = [(row.origin, row.outcome) for row in real.project.status().reports if "the reader failed" in row.outcome]
    assert failed == []


def test_what_is_unread_stands_in_the_report(real: Run):
    reports, found = real.project.reports(), 0
    for row in real.project.status().reports:
        for item in row.unread:
            assert reports[row.id].text[item.passage.start : item.passage.end] == item.passage.quote
            found += 1
    assert found > 1000


def test_most_of_what_is_about_violence_is_read(real: Run):
    told = Counter(row.outcome.split(":")[0] for row in real.project.status().reports)
    assert told["events"] > 200
    assert told["no events"] > 50


def test_the_project_and_its_files_are_sound(real: Run):
    assert real.project.check().problems == ()
    for name in ("events.jsonl", "acled.csv", "events.geojson"):
        assert check_path(real.folder / name).problems == (), name


def test_every_exported_value_rests_on_words_metadata_or_a_named_rule(real: Run):
    found = grounds(real.folder, real.project.reports())
    assert found.problems == ()
    assert found.values > 20_000


def test_masked_files_rest_on_the_same(real: Run, tmp_path: Path):
    real.project.export(tmp_path, ("jsonl", "acled", "geojson"), ExportOptions())
    masked = grounds(tmp_path, real.project.reports())
    assert masked.problems == ()


def test_a_value_that_rests_on_nothing_is_found(real: Run, tmp_path: Path):
    for name in FILES:
        shutil.copy(real.folder / name, tmp_path)
    lines = (tmp_path / "events.jsonl").read_text("utf-8").split("\n")
    events = [json.loads(line) for line in lines[:-1]]
    quoted = next(event for event in events if any(claim["passages"] for claim in event["claims"]))
    next(claim for claim in quoted["claims"] if claim["passages"])["passages"][0]["quote"] += "."
    placed = next(event for event in events if event["place"] and event["place"]["lat"] is not None)
    placed["place"]["lat"] += 1
    harmed = next(event for event in events if event["tolls"])
    harmed["tolls"][0]["low"] = 987_654
    (tmp_path / "events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in events), "utf-8")
    problems = "\n".join(grounds(tmp_path, real.project.reports()).problems)
    assert "misquotes" in problems
    assert f"{placed['id']} place is no claim's" in problems
    assert f"{harmed['id']} a toll's bound is no claim's" in problems


def test_a_second_run_in_another_process_changes_nothing(real: Run):
    before = {name: (real.folder / name).read_bytes() for name in FILES}
    again(real.sources, {real.folder: "4711"})
    assert [name for name in FILES if (real.folder / name).read_bytes() != before[name]] == []


def test_reading_anew_gives_the_same_bytes(real: Run, tmp_path: Path):
    few = [source for source in real.sources if "CENTCOM" in str(source)]
    again(few, {tmp_path / "one": "1", tmp_path / "two": "2"})
    assert (tmp_path / "one" / "events.jsonl").stat().st_size > 0
    for name in (*FILES, "report.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def again(sources: tuple[Path, ...] | list[Path], seeds: dict[Path, str]) -> None:
    """A run into each folder, in a process of its own with that seed; all at the same time."""
    running = []
    for out, seed in seeds.items():
        words = [sys.executable, "-c", AGAIN, str(out), *map(str, sources)]
        running.append(subprocess.Popen(words, env={**os.environ, "PYTHONHASHSEED": seed}))
    assert [process.wait() for process in running] == [0] * len(running)
