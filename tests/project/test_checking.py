"""`check` finds what no longer stands: in a project, and in every kind of exported file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import DatelineError, StoreError
from dateline.project import NAME, check_path


def tamper(folder: Path, *statements: str) -> None:
    """Change rows behind the guards' back."""
    db = sqlite3.connect(folder / NAME)
    for (name,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        db.execute(f"drop trigger {name}")
    for words in statements:
        db.execute(words)
    db.commit()
    db.close()


@pytest.mark.parametrize("name", ["", NAME, "events.jsonl", "acled.csv", "acled.left-out.csv", "events.geojson"])
def test_what_a_run_writes_is_sound(made: Path, name: str):
    assert check_path(made / name).problems == ()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("update reports set text = replace(text, 'market', 'mosque')", "this row of reports has been changed"),
        ("update reports set original = x'00'", "the original bytes are not those"),
        (
            "update claims set stance = stance, value = '1' where field = 'killed'",
            "this row of claims has been changed",
        ),
        ("update claims set passages = '[]', basis = null", "neither words nor a named rule"),
        ("update claims set part_of = 'c0' where field = 'killed'", "a part of c0, which is not here"),
        ("delete from claims where field = 'place'", "is not here"),
        ("update claims set value = '{'", "a row cannot be read"),
        ("update claims set passages = replace(passages, '\"start\": 1', '\"start\": 2')", "does not stand at"),
    ],
)
def test_a_changed_project(own: Path, change: str, problem: str):
    tamper(own, change)
    found = check_path(own).problems
    assert any(problem in line for line in found), found


def line(change: Callable[[dict], object]) -> Callable[[str], str]:
    """The first event of events.jsonl, changed."""

    def changed(text: str) -> str:
        first, rest = text.split("\n", 1)
        event = json.loads(first)
        change(event)
        return json.dumps(event) + "\n" + rest

    return changed


@pytest.mark.parametrize(
    ("name", "change", "problem"),
    [
        ("events.jsonl", lambda text: "{" + text, "line 1: not JSON"),
        ("events.jsonl", line(lambda e: e.pop("claims")), "'claims' is a required property"),
        ("events.jsonl", line(lambda e: e.update(id="ACLED1")), "id: 'ACLED1' does not match"),
        (
            "events.jsonl",
            line(lambda e: e["claims"][0]["passages"][0].update(quote="no such words")),
            "does not stand at",
        ),
        ("events.jsonl", line(lambda e: e["findings"]["type"].update({"for": ["c" + "0" * 16]})), "no claim of it"),
        (
            "acled.csv",
            lambda text: text.replace("Burkina Faso,Sahel,", "Burkina Faso,Sahel,", 1).replace(",14.", ",94."),
            "no point",
        ),
        ("acled.csv", lambda text: text.replace("\nDL-", "\nBFO", 1), "does not begin with DL-"),
        ("acled.csv", lambda text: text.replace(",2025,", ",2024,", 1), "no day of that year"),
        ("acled.csv", lambda text: text.replace(",Attack,", ",Onslaught,", 1), "is no type of ACLED's"),
        ("acled.csv", lambda text: text.rsplit(",", 2)[0] + "\n", "more or fewer columns"),
        ("acled.csv", lambda text: text.rstrip("\n") + ",more\n", "more or fewer columns"),
        ("acled.left-out.csv", lambda text: text + "DL-1,Attack,,,,\n", "without a reason"),
        ("events.geojson", lambda text: text.replace('"Point"', '"Line"', 1), "neither null nor a Point"),
        ("events.geojson", lambda text: text.replace('"id": "DL-', '"id": "X', 1), "does not begin with DL-"),
    ],
)
def test_a_changed_file(own: Path, name: str, change: Callable[[str], str], problem: str):
    text = (own / name).read_text()
    assert change(text) != text
    (own / name).write_text(change(text))
    found = check_path(own / name).problems
    assert any(problem in told for told in found), found


def test_quotes_are_measured_where_there_is_no_project(own: Path):
    (own / NAME).unlink()
    assert check_path(own / "events.jsonl").problems == ()


@pytest.mark.parametrize(
    ("name", "words", "problem"),
    [
        ("a.csv", "x,y\n1,2\n", "not in ACLED's 31 columns"),
        ("a.geojson", "[]", "no GeoJSON FeatureCollection"),
        ("a.geojson", "{", "not JSON"),
        ("a.jsonl", b"\xff\xfe\x00", "cannot be read as text"),
        ("a.geojson", "[" * 100_000, "cannot be read"),
        ("a.jsonl", "[" * 100_000, "cannot be read"),
        ("a.csv", "x" * 200_000, "cannot be read|31 columns"),
        ("report.html", "<!doctype html>", "a page for people"),
        ("a.txt", "words " * 99, "no dateline project"),
    ],
)
def test_files_of_another_kind(tmp_path: Path, name: str, words: str | bytes, problem: str):
    (tmp_path / name).write_bytes(words if isinstance(words, bytes) else words.encode())
    with pytest.raises(DatelineError, match=problem):
        check_path(tmp_path / name)


def test_no_file_at_all(tmp_path: Path):
    with pytest.raises(StoreError, match="no such file"):
        check_path(tmp_path / "none.csv")
