"""Input that is no report, or not one that can be read: one clear line each, and the rest goes on."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from dateline.errors import NothingReadError
from dateline.model.report import Rejected
from dateline.project import IngestOptions, Project, RunSummary, day_of, open_project, run

GOOD = "Gunmen on motorcycles killed two farmers near Goma on Monday, 3 March 2025, a doctor said."
LONGER = (
    GOOD + " The attackers came from the north before dawn, set three houses on fire and left with cattle.\n\n"
    "Residents said that soldiers arrived four hours later. The army has not commented on the attack."
)
SPANISH = (
    "Hombres armados mataron el lunes a dos campesinos cerca de la ciudad, dijo un médico. La policía busca a ellos."
)
ARABIC = "قتل مسلحون مجهولون شخصين يوم الاثنين قرب المدينة وقال طبيب في المستشفى إن ثلاثة آخرين أصيبوا بجروح خطيرة."


def ran(folder: Path, *more: Path, **options: object) -> tuple[Project, RunSummary]:
    return run([folder, *more], folder.parent / "out", IngestOptions(**options), workers=1)


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A folder with one good report."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    return folder


def refused(done: RunSummary, name: str) -> Rejected:
    """The one line about that file, with nothing of a traceback."""
    (line,) = [line for line in done.added.rejected if line.origin.split("/")[-1].split("#")[0] == name]
    assert "\n" not in str(line)
    assert "Traceback" not in str(line)
    return line


def sheet(path: Path, cells: int) -> None:
    """A workbook that unpacks to `cells` kilobytes of zeros."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 1000 * cells)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t", "is empty"),
        ("a.txt", bytes(range(256)) * 50, "a binary file"),
        ("a.txt", b"\xff\xfe" + b"G\x00" * 3 + b"\xd8" * 9, ""),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "not read"),
        ("noending", b"Gunmen killed two.", "without an ending"),
        ("a.pdf", b"%PDF-1.7 and no more", ""),
        ("a.docx", b"PK\x03\x04", ""),
        ("a.xlsx", b"PK\x03\x04", ""),
        ("a.jsonl", b"{", "not JSON"),
        ("a.json", b"[" * 100_000, ""),
        ("a.csv", b"a,b\n1,2\n", "no column holds the text"),
        ("a.html", b"<p>" * 300_000, "far larger than a page"),
        ("a.html", b"<html><body><script>1</script></body></html>", "no text"),
    ],
)
def test_what_is_no_report_is_one_line(given: Path, name: str, data: bytes, problem: str):
    (given / name).write_bytes(data)
    project, done = ran(given)
    assert problem in refused(done, name).problem
    assert project.status().outcomes == {"events": 1}
    assert [line.origin.rsplit("/", 1)[1].split("#")[0] for line in project.status().rejected] == [name]


def test_a_page_nested_very_deep_is_kept_and_listed(given: Path):
    (given / "deep.html").write_bytes(b"<div><span>" * 90_000 + b"Rain fell.")
    project, done = ran(given)
    assert (done.added.added, done.added.rejected) == (2, ())
    assert any("no article recognised" in note for note in done.added.notes)
    assert sorted(outcome.split(":")[0] for outcome in project.status().outcomes) == ["events", "no events"]


def test_an_archive_that_unpacks_to_far_more(given: Path):
    sheet(given / "bomb.xlsx", 1_200_000)
    assert "unpack" in refused(ran(given)[1], "bomb.xlsx").problem


def test_fifty_megabytes_of_text(given: Path):
    (given / "long.txt").write_bytes(GOOD.encode() * 580_000)
    line = refused(ran(given)[1], "long.txt")
    assert (line.problem, line.advice) == ("is larger than 20,000,000 bytes", "split it")


def test_a_text_of_two_million_characters(given: Path):
    (given / "long.txt").write_text((GOOD + "\n\n") * 22_000)
    assert "one report may have 1,000,000" in refused(ran(given)[1], "long.txt").problem


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "latin-1"])
def test_another_encoding_is_found_out(given: Path, encoding: str):
    text = (
        "Gunmen killed the mayor of Bogotá’s suburb Soacha" if encoding != "latin-1" else "Gunmen in Bogotá killed two"
    )
    (given / "other.txt").write_bytes(f"{text} on Monday, café owners said in Medellín.".encode(encoding))
    project, done = ran(given)
    assert done.added.rejected == ()
    assert any(text in report.text for report in project.reports().values())


def test_a_name_in_another_encoding_is_kept(tmp_path: Path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text(GOOD)
    project, _ = run([name, f"{name}.gone"], tmp_path / "out")
    assert [report.origin for report in project.reports().values()] == [f"{tmp_path}/caf\ufffd.txt"]
    assert [row.origin for row in project.status().rejected] == [f"{tmp_path}/caf\ufffd.txt.gone"]


def test_a_wrong_encoding_named_is_one_line(given: Path):
    (given / "other.txt").write_bytes("Gunmen killed two in Bogotá on Monday.".encode("cp1252"))
    project, done = ran(given, encoding="utf-8")
    assert "utf-8" in str(refused(done, "other.txt")) or any("utf-8" in note for note in done.added.notes)
    assert project.status().outcomes["events"] >= 1


def test_other_languages_are_kept_and_listed(given: Path):
    (given / "es.txt").write_text(SPANISH, "utf-8")
    (given / "ar.txt").write_text(ARABIC, "utf-8")
    project, done = ran(given)
    told = {(row.origin or "").rsplit("/", 1)[-1]: row.outcome for row in project.status().reports}
    assert done.added.rejected == ()
    assert told["es.txt"].startswith("not read: the text is in es")
    assert told["ar.txt"].startswith("not read: the text is in ar")
    assert told["good.txt"] == "events"


def test_a_report_without_a_date_keeps_partial_days(given: Path):
    (given / "undated.txt").write_text("Gunmen killed four people in Beni on Tuesday, 11 March, a doctor said.")
    project, _ = ran(given)
    (undated,) = [r for r in project.reports().values() if "Beni" in r.text]
    (event,) = [e for e in project.events() if e.accounts[0].report == undated.id]
    period = event.finding("period").value
    assert (undated.published, period["start"], period["partial"]) == (None, None, "XXXX-03-11")


def test_the_day_that_is_given_serves_where_there_is_none(given: Path):
    (given / "undated.txt").write_text("Gunmen killed four people in Beni on Tuesday, a doctor said.")
    project, _ = ran(given, published=day_of("2025-03-12"))
    days = {event.finding("period").value["start"] for event in project.events()}
    assert days == {"2025-03-03", "2025-03-11"}


def test_a_copy_counts_once_and_a_reprint_is_one(given: Path):
    (given / "good.txt").write_text(LONGER)
    (given / "copy.txt").write_text(LONGER)
    rows = [f'{{"text": {LONGER!r}, "publisher": "{name}"}}'.replace("'", '"') for name in ("First Wire", "Other Post")]
    (given / "reprints.jsonl").write_text("\n".join(rows))
    project, done = ran(given)
    reprints = [row for row in project.status().reports if row.reprint_of]
    assert (done.added.added, done.added.known) == (3, 1)
    assert len(reprints) == 2
    assert {len({account.report for account in event.accounts}) for event in project.events()} == {3}


def test_a_file_that_is_gone_and_a_folder_without_reports(given: Path, tmp_path: Path):
    (tmp_path / "none").mkdir()
    (given / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    project, done = ran(given, tmp_path / "gone.txt", tmp_path / "none")
    assert "gone" in str(refused(done, "gone.txt"))
    assert refused(done, "none").problem == "the folder holds no reports"
    assert refused(done, "dangling.txt").problem == "is gone"
    assert len(project.reports()) == 1


def test_a_file_that_vanishes_while_others_are_read(given: Path, monkeypatch: pytest.MonkeyPatch):
    (given / "vanishes.txt").write_text(GOOD + " More.")
    opened = Path.open

    def open_once(path: Path, *words: object, **more: object):
        if path.name == "good.txt":
            (given / "vanishes.txt").unlink(missing_ok=True)
        return opened(path, *words, **more)

    monkeypatch.setattr(Path, "open", open_once)
    project, done = ran(given)
    assert refused(done, "vanishes.txt").problem == "is gone"
    assert len(project.reports()) == 1


def test_nothing_but_bad_input_ends_the_run_and_names_each(tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.pdf").write_bytes(b"%PDF-")
    with pytest.raises(NothingReadError) as ended:
        ran(folder)
    first, *lines = str(ended.value).split("\n")
    assert (first, len(lines)) == ("no report could be read", 2)


def test_run_again_with_the_bad_file_mended(given: Path):
    (given / "bad.txt").write_bytes(b"")
    ran(given)
    (given / "bad.txt").write_text("Gunmen killed six people in Bunia on 4 March 2025, police said.")
    project, done = ran(given)
    assert (done.added.added, done.added.known, done.added.rejected) == (1, 1, ())
    assert open_project(project.path).status().outcomes == {"events": 2}
