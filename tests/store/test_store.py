"""The project file: only ever added to, and clear about what is wrong with it."""

from __future__ import annotations

import dataclasses
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.model.claims import Account, Claim, Decision, Link, Reason
from dateline.model.dataset import Outcome
from dateline.model.reading import Unread
from dateline.model.report import Passage, Rejected, Report
from dateline.model.values import EventType, Speaker
from dateline.store import FAILED, Store, file

TEXT = "Gunmen killed 11 people in Djibo."


@pytest.fixture
def report() -> Report:
    when = datetime(2025, 3, 16, 12, tzinfo=UTC)
    return Report(
        TEXT, "Raid", date(2025, 3, 16), "page", "Wire", "https://a.example/1", "a.html", "en", when, "ab", "text/html"
    )


@pytest.fixture
def claim(report: Report) -> Claim:
    passage = report.passage(14, 23)
    chain = (Speaker("the army", "party", "said", 3, 9),)
    value, checked = {"harm": "killed"}, "unverified"
    return Claim(
        report.id,
        "killed",
        value,
        "11 people",
        (passage,),
        chain,
        "alleged",
        checked,
        "rule",
        ("in",),
        "c1",
        0.5,
        ("rules",),
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "project.dateline")


def test_every_noun_comes_back_as_it_went_in(store: Store, report: Report, claim: Claim):
    kind = EventType("Battles", "Armed clash", "ASSAULT", "firearms")
    account = Account(
        report.id, report.passage(0, 6), kind, (claim.id,), "background", "alleged", "single", (("part of", "a1"),)
    )
    unread = Unread("number", report.passage(14, 16))
    outcome = Outcome(report.id, "events", (), (unread,), ((0, 6),))
    decision = Decision("split", ("a", "b"), "me", "2025-03-16T12:00:00", "why", "killed", [["a"], ["b"]], ("c1",))
    link = Link("a", "b", "same", 0.9, (Reason("place", "both Djibo", 2.0),))
    store.add_report(report, b"bytes")
    store.add_reading([claim], [account], outcome)
    store.add_decisions([decision])
    store.add_rejected(Rejected("x.pdf", "is scanned", "type it"))
    store.add_merge("run", [link], {"r2": "r1"})
    again = Store(store.path)
    assert again.reports() == {report.id: report}
    assert again.claims() == {claim.id: claim}
    assert again.accounts() == [account]
    assert again.outcomes() == [outcome]
    assert again.decisions() == [decision]
    assert again.links("run") == [link]
    assert again.links("other") is None
    assert again.reprints("run") == {"r2": "r1"}
    assert again.rejected() == [Rejected("x.pdf", "is scanned", "type it")]
    assert list(again.originals()) == [(report.id, "ab", b"bytes")]
    assert again.integrity() == "ok"


def test_what_is_known_is_not_added_twice(store: Store, report: Report, claim: Claim):
    assert store.add_report(report)
    assert not store.add_report(report)
    for _ in range(2):
        store.add_reading([claim], [], Outcome(report.id, "events"))
    assert list(store.claims()) == [claim.id]
    assert store.unread_reports() == []


def test_a_report_the_reader_failed_on_waits_to_be_read_again(store: Store, report: Report):
    store.add_report(report)
    store.add_reading([], [], Outcome(report.id, f"{FAILED} (KeyError)"))
    assert store.unread_reports() == [report.id]
    store.add_reading([], [], Outcome(report.id, "no events: nothing told"))
    assert store.unread_reports() == []


def test_another_outlet_is_another_report(store: Store, report: Report):
    assert store.add_report(report)
    assert store.add_report(dataclasses.replace(report, publisher="Paper"))


@pytest.mark.parametrize("words", ["update reports set text = 'x'", "delete from reports"])
def test_rows_can_be_neither_changed_nor_removed(store: Store, report: Report, words: str):
    store.add_report(report)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        store.db.execute(words)


def test_a_second_writer_waits_then_hears_why(store: Store, report: Report, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(file, "WAIT", 0.05)
    store.db.execute("begin immediate")
    with pytest.raises(StoreError, match="another program is writing"):
        Store(store.path).add_report(report)


def test_one_can_read_while_another_writes(store: Store, report: Report, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(file, "WAIT", 0.05)
    store.add_report(report)
    store.db.execute("begin immediate")
    assert Store(store.path).reports() == {report.id: report}


def test_a_full_disk_writes_nothing_and_says_so(store: Store, report: Report):
    pages = store.db.execute("pragma page_count").fetchone()[0]
    store.db.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(StoreError, match="the disk is full"):
        store.add_report(report, b"x" * 1_000_000)
    assert store.reports() == {}


def test_a_file_that_is_no_database(tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_text("not a database at all, just words " * 40)
    with pytest.raises(StoreError, match="no dateline project"):
        Store(path)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path):
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("create table mine (x)")
    other.commit()
    with pytest.raises(StoreError, match="no dateline project"):
        Store(path)
    assert [name for (name,) in other.execute("select name from sqlite_master")] == ["mine"]


def test_a_project_of_a_later_layout(store: Store):
    store.db.execute("update about set value = '99' where key = 'version'")
    store.db.commit()
    with pytest.raises(StoreError, match="update dateline"):
        Store(store.path)


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "none" / "project.dateline")


def test_passages_keep_their_words(store: Store, report: Report, claim: Claim):
    store.add_reading([claim], [], Outcome(report.id, "events"))
    assert store.claims()[claim.id].passages == (Passage(report.id, 14, 23, "11 people"),)
