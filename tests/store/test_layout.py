"""A project of an earlier layout is brought up whole; a later one is left alone."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.model.chain import broken
from dateline.model.claims import Decision
from dateline.project import Project
from dateline.store import Store

FIRST = """
create table about (key text primary key, value text) strict;
create table accounts (
  id text primary key, report text not null, anchor text not null, type text not null, claims text not null,
  salience text, stance text, clarity text, relations text not null) strict;
create table outcomes (
  report text primary key, outcome text not null, unread text not null, people text not null) strict;
create table decisions (
  number integer primary key, id text unique not null, act text not null, target text not null, by text not null,
  at text not null, reason text, field text, value text, seen text not null) strict;
create trigger decisions_update before update on decisions begin select raise(abort, 'only ever added'); end;
create trigger accounts_delete before delete on accounts begin select raise(abort, 'only ever added'); end;
insert into about values ('version', '1');
"""


def as_first(path: Path, project: Project) -> list[Decision]:
    """The project's file as the first layout had it, with two decisions; the decisions."""
    old = sqlite3.connect(path)
    old.executescript(FIRST)
    db = project.store.db
    for table in ("reports", "claims", "links", "reprints", "merges", "rejected"):
        (sql,) = db.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()
        old.execute(sql)
        rows = db.execute(f"select * from {table}").fetchall()
        if rows:
            old.executemany(f"insert into {table} values ({','.join('?' * len(rows[0]))})", rows)
    accounts = db.execute("select id, report, anchor, type, claims, salience, stance, clarity, relations from accounts")
    old.executemany("insert into accounts values (?,?,?,?,?,?,?,?,?)", accounts.fetchall())
    outcomes = db.execute("select report, outcome, unread, people from outcomes").fetchall()
    old.executemany("insert into outcomes values (?,?,?,?)", outcomes)
    event = project.events()[0].id
    made = [Decision("accept", (event,), "ada", f"2025-04-01T10:0{n}:00Z", "seen", seen=("c1",)) for n in range(2)]
    for d in made:
        row = (d.id, d.act, json.dumps(d.target), d.by, d.at, d.reason, d.field, "null", json.dumps(d.seen))
        old.execute("insert into decisions values (null,?,?,?,?,?,?,?,?,?)", row)
    old.commit()
    old.close()
    return made


def test_an_earlier_layout_is_brought_up_with_all_it_holds(project: Project, tmp_path: Path):
    made = as_first(tmp_path / "old.dateline", project)
    store = Store(tmp_path / "old.dateline")
    assert store.accounts() == project.store.accounts()
    assert store.outcomes() == project.store.outcomes()
    assert store.decisions() == made
    assert list(broken(store.chain())) == []
    with pytest.raises(sqlite3.Error, match="only ever added"):
        store.db.execute("update decisions set reason = 'x'")
    brought = Project(tmp_path / "old.dateline")
    assert brought.check().problems == ()
    assert {e.id for e in brought.events()} == {e.id for e in project.events()}


def test_a_later_layout_is_left_alone(project: Project):
    project.store.db.execute("update about set value = '99' where key = 'version'")
    project.store.db.commit()
    with pytest.raises(StoreError, match="later dateline"):
        Store(project.path)


def test_a_project_open_for_looking_refuses_to_be_written(project: Project):
    looking = Project(project.path, read_only=True)
    assert looking.events() == project.events()
    with pytest.raises(StoreError, match="looking only"):
        looking.desk("ada").decide(looking.events()[0].id, "accept")


def test_one_person_holds_the_project_at_a_time(project: Project):
    with project.writing("ada"):
        with (
            pytest.raises(StoreError, match=r"ada \(process \d+\) is reviewing it; wait"),
            Project(project.path).writing("ben"),
        ):
            pass
        with Project(project.path).writing("ben", read_only=True):
            pass
    with Project(project.path).writing("ben"):
        pass
