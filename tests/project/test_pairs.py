"""The pairs nearest to the line, as `dateline status --pairs` lists them."""

from __future__ import annotations

from pathlib import Path
from random import Random

from benchmarks.invented import reading
from dateline.cli import main
from dateline.project import open_project
from dateline.project.pairs import PairStatus
from dateline.store import Store


def made(folder: Path) -> Path:
    """A project of two reports that differ by two days on one village."""
    store, random = Store(folder / "project.dateline"), Random(5)
    for number, late in ((4, 0), (16, 2)):
        report, claims, account, outcome = reading(number, 0, random, padding=12, at=4, late=late)
        store.add_report(report, report.text.encode())
        store.add_reading(claims, [account], outcome)
    store.close()
    return folder


def test_a_merge_on_thin_grounds_is_listed_with_its_reasons_until_a_person_judges_it(tmp_path, capsys):
    folder = made(tmp_path)
    project = open_project(folder)
    (event,), (pair,) = project.events(), project.status().pairs
    assert (pair.merged, pair.events) == (True, (event.id, event.id))
    assert main(["status", "-p", str(folder), "--pairs"]) == 0
    said = capsys.readouterr().out
    assert f"{event.id}: merged on thin grounds, score 0." in said
    assert "bits  period: 2 days apart" in said
    assert all(account in said for account in pair.accounts)
    project.split(event.id, pair.accounts[1], reason="two raids")
    assert project.status().pairs == ()


def test_a_near_miss_names_both_events():
    pair = PairStatus(("a1", "a2"), ("DL-1", "DL-2"), ("2025-03-16 Radio", "no date Paper"), False, 0.4321, ())
    assert pair.lines() == [
        "DL-1 and DL-2: a near miss, kept apart, score 0.43",
        "    a1  2025-03-16 Radio",
        "    a2  no date Paper",
    ]
