import io
import os
from datetime import date
from pathlib import Path

import pytest

from dateline.ingest import IngestOptions, Reader, ingest, reads, with_default_date
from dateline.ingest import sources as room
from dateline.model.report import Incoming, Rejected
from ingest.making import SECOND, STORY, one


def test_folders_are_read_in_order_and_nothing_is_lost(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/k.html", ".hidden.txt", ".git/c.txt", "c.mp4", "README", "k_files/x.js"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY)
    results = list(ingest([tmp_path]))
    assert [r.report.origin for r in results if isinstance(r, Incoming)] == [
        str(tmp_path / name) for name in ("a/k.html", "a/z.txt", "b.txt")
    ]
    said = {Path(r.origin).name: r.problem for r in results if isinstance(r, Rejected)}
    assert said == {
        "README": "files without an ending are not read",
        "c.mp4": "files of the kind '.mp4' are not read",
        "k_files": "holds the parts of a saved page",
    }


def test_missing_empty_and_odd_paths(tmp_path):
    (tmp_path / "empty").mkdir()
    results = list(ingest([tmp_path / "gone.txt", "", "a\0b", tmp_path / "empty"]))
    assert all(isinstance(result, Rejected) for result in results)
    assert len(results) == 4
    assert results[0].problem == "no such file or folder"
    assert results[3].problem == "the folder holds no reports"


def test_a_name_that_is_no_utf8(tmp_path):
    folder = os.fsencode(tmp_path)
    for name in (b"b\xff.txt", b"c\xff.mp4"):
        with open(os.path.join(folder, name), "w") as file:
            file.write(STORY)
    read, refused = ingest([tmp_path])
    assert (read.report.origin, refused.origin) == (f"{tmp_path}/b\ufffd.txt", f"{tmp_path}/c\ufffd.mp4")
    assert next(iter(ingest([os.fsdecode(folder + b"/no\xff")]))).origin == f"{tmp_path}/no\ufffd"


def test_a_named_file_without_an_ending_is_text(tmp_path):
    assert one(tmp_path, "report", STORY).report.text == STORY


def test_what_may_not_be_read_or_vanishes(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(STORY)
    real = Path.open

    def fails(self, *rest, **named):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        if self.name == "b.txt":
            raise FileNotFoundError(2, "No such file")
        return real(self, *rest, **named)

    monkeypatch.setattr(Path, "open", fails)
    first, second, third = ingest([tmp_path])
    assert first.problem == "may not be read (no permission)"
    assert second.problem == "is gone"
    assert isinstance(third, Incoming)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(tmp_path):
    (tmp_path / "shut").mkdir(mode=0)
    (result,) = ingest([tmp_path / "shut"])
    assert result.problem == "may not be read (no permission)"


def test_a_reader_that_fails_stops_nothing(tmp_path, monkeypatch):
    @reads(".odd")
    def broken(source, options):
        raise RuntimeError("two\nlines")
        yield

    plugins = room.registry.plugins
    monkeypatch.setattr(room.registry, "plugins", lambda group: {**plugins(group), "odd": broken})
    (tmp_path / "a.odd").write_text("x")
    (tmp_path / "b.txt").write_text(STORY)
    first, second = ingest([tmp_path])
    assert first.problem == "could not be read (RuntimeError: two lines)"
    assert isinstance(second, Incoming)


@pytest.mark.parametrize(
    ("data", "origins"),
    [
        (STORY, ["-"]),
        (f'{{"text": "{STORY}"}}\n{{"text": "{SECOND}"}}\n', ["-#1", "-#2"]),
        (f'[{{"text": "{STORY}"}}]', ["-#1"]),
        (f"[AFP] {STORY}", ["-"]),
        (f"<html><body><p>{STORY}</p></body></html>", ["-"]),
    ],
)
def test_standard_input(monkeypatch, data, origins):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    results = list(ingest(["-"]))
    assert [result.report.origin for result in results] == origins
    assert "Gunmen killed three farmers" in results[0].report.text


def test_every_built_in_comes_through_the_plugin_door():
    readers = room.readers_by_suffix()
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl", ".json", ".csv", ".xlsx"} <= set(readers)
    assert all(isinstance(reader, Reader) for reader in readers.values())


def test_the_same_file_twice_is_the_same_report(tmp_path):
    assert one(tmp_path, "a.txt", STORY).report.id == one(tmp_path, "b.txt", STORY).report.id


def test_other_languages_come_in_with_their_name(tmp_path):
    text = "Des hommes armés ont tué trois paysans près du village dimanche, a déclaré le chef du district à la radio."
    assert one(tmp_path, "a.txt", text).report.language == "fr"


def test_default_date(tmp_path):
    incoming = one(tmp_path, "a.txt", STORY)
    assert with_default_date(incoming, None) is incoming
    dated = with_default_date(incoming, date(2025, 5, 5))
    assert (dated.report.published, dated.report.published_by) == (date(2025, 5, 5), "option")
    assert with_default_date(dated, date(2024, 1, 1)) is dated


def test_options_reach_every_reader(tmp_path):
    (tmp_path / "a.csv").write_text(f'b,c\n"{STORY}",x\n')
    (incoming,) = ingest([tmp_path], IngestOptions(published=date(2025, 5, 5), columns={"text": "b"}))
    assert incoming.report.published_by == "option"
