"""The main job: reports in, events out; run again, nothing changes; what fails is named."""

from __future__ import annotations

import socket
import sqlite3
from pathlib import Path

import pytest

import dateline
from dateline.errors import DatelineError, NothingReadError, StoreError
from dateline.model.report import Report
from dateline.project import ExportOptions, IngestOptions, Project, day_of, init, open_project, reading, run

WRITTEN = {"events.jsonl", "acled.csv", "acled.left-out.csv", "events.geojson", "report.html"}


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in WRITTEN}


def test_a_run_leaves_the_files_and_the_project(made: Path):
    assert WRITTEN | {"project.dateline"} <= {path.name for path in made.iterdir()}


def test_a_second_run_changes_nothing(own: Path):
    before, project = contents(own), open_project(own)
    events = project.events()
    again, done = run([own.parent / "none.txt"], own)
    assert (done.added.added, done.read, len(done.added.rejected)) == (0, 0, 1)
    assert again.events() == events
    after = contents(own)
    assert {name for name in WRITTEN if before[name] != after[name]} <= {"report.html"}  # it lists the refused input


def test_the_steps_one_by_one_give_the_same(made: Path, tmp_path: Path):
    project = init(tmp_path / "steps")
    sources = sorted(report.origin or "" for report in open_project(made).reports().values())
    added = project.add(sources, IngestOptions(day_of("2025-03-16")))
    assert (added.added, project.extract(workers=1)) == (2, 2)
    project.merge()
    assert project.events() == open_project(made).events()


def test_a_report_is_added_once(made: Path, tmp_path: Path):
    source = tmp_path / "a.txt"
    source.write_text("Gunmen killed two people in Goma on Monday.")
    project = init(tmp_path)
    first, second = project.add([source, source]), project.add([source])
    assert (first.added, first.known, second.added, second.known) == (1, 1, 0, 1)


def test_its_own_files_are_no_reports(own: Path):
    (own / "new.txt").write_text("Gunmen killed two people in Goma on Monday.")
    _, done = run([own], own, workers=1)
    assert (done.added.added, done.added.rejected) == (1, ())


def test_nothing_to_read(tmp_path: Path):
    with pytest.raises(NothingReadError, match="no report could be read"):
        run([tmp_path / "none.txt"], tmp_path / "out")


def test_a_report_the_reader_fails_on_is_listed_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fails(report: Report):
        if "Goma" in report.text:
            raise ValueError("no\nsuch word")
        return read(report)

    read = reading.read
    monkeypatch.setattr(reading, "read", fails)
    for name in ("Goma", "Bukavu"):
        (tmp_path / f"{name}.txt").write_text(f"Gunmen killed two people in {name} on Monday.")
    project, _ = run(sorted(tmp_path.glob("*.txt")), tmp_path / "out", workers=1)
    told = project.status().outcomes
    assert told == {"events": 1, "not read: the reader failed (ValueError: no such word); please report this": 1}


def test_a_disk_that_fails_is_no_fault_of_the_report(monkeypatch: pytest.MonkeyPatch):
    def full(report: Report):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(reading, "read", full)
    with pytest.raises(StoreError, match="disk is full"):
        reading.read_one(Report("x"))


def test_several_processes_read_the_same_as_one(tmp_path: Path):
    places = ("Goma", "Bukavu", "Beni", "Butembo")
    reports = [Report(f"Gunmen killed {n} people in {place} on Monday.") for n in range(2, 8) for place in places]
    one = list(reading.read_all(reports, 1))
    assert list(reading.read_all(reports, 2)) == one


def test_no_socket_is_opened(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch):
    def opened(*args: object, **kwargs: object):
        raise AssertionError("a socket was opened")

    sources = [report.origin or "" for report in open_project(made).reports().values()]
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, opened)
    project, _ = run(sources, tmp_path / "out", workers=1)
    assert project.events()


def test_progress_is_told(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Gunmen killed two people in Goma on Monday.")
    told: list[tuple[str, int, int]] = []
    run([tmp_path / "a.txt"], tmp_path / "out", progress=lambda *step: told.append(step))
    assert [step for step, _, _ in told][:3] == ["adding", "reading", "reading"]
    assert ("reading", 1, 1) in told
    assert ("writing", 3, 4) in told


def test_an_unknown_format(project: Project, tmp_path: Path):
    with pytest.raises(DatelineError, match="no such format; there are acled"):
        project.export(tmp_path, ["word"])


def test_published_files_go_where_they_are_asked_to(project: Project, tmp_path: Path):
    files = project.export(tmp_path / "new", options=ExportOptions(publish=True))
    assert "report.publish.html" in {file.name for file in files}


def test_a_text_with_no_project():
    found = dateline.read("Gunmen killed three people in Goma on Monday.", published="2025-03-12")
    assert found.outcome == "events"
    assert found.report.published == day_of("2025-03-12")


def test_the_public_names(made: Path):
    assert repr(dateline.open(made)).endswith("2 reports, " + f"{len(open_project(made).events())} events)")
    with pytest.raises(AttributeError):
        _ = dateline.close


def test_where_there_is_no_project(tmp_path: Path):
    with pytest.raises(StoreError, match="there is no project here"):
        open_project(tmp_path)


def test_settings_beside_the_project(own: Path):
    (own / "dateline.toml").write_text("workers = 1\n")
    assert open_project(own).config.workers == 1


@pytest.mark.parametrize(
    ("words", "problem"),
    [("colour = 1", "unknown key 'colour'"), ("workers = 'x'", "not a int"), ("workers", "mend the file")],
)
def test_settings_that_cannot_be_used(own: Path, words: str, problem: str):
    (own / "dateline.toml").write_text(words)
    with pytest.raises(DatelineError, match=problem):
        open_project(own)
