"""The layout of a project file: made new, or brought up from an earlier version.

In: an open SQLite database. Out: the same, with today's tables and the triggers that guard them. Bringing
up keeps every row; all of it is done in one transaction, or none.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from dateline.errors import StoreError
from dateline.model.chain import chained
from dateline.model.report import digest
from dateline.store import rows

VERSION = 2
SCHEMA = files(__package__).joinpath("schema.sql").read_text("utf-8")
PROTECTED = ("reports", "claims", "accounts", "links", "decisions")
GUARD = (
    "create trigger if not exists {0}_{1} before {1} on {0} begin select raise(abort, '{0} are only ever added'); end"
)


def lay_out(db: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new file, bring up an old one; StoreError for another program's or a later layout."""
    tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    if tables and "about" not in tables:
        raise StoreError(f"{path}: this is no dateline project; name another file with -p")
    found = db.execute("select value from about where key = 'version'").fetchone() if tables else None
    version = int(found[0]) if found else 0
    if version > VERSION:
        raise StoreError(f"{path}: made by a later dateline (layout {version}); update dateline")
    if version == 0:
        db.execute("pragma journal_mode=wal")
    if version < VERSION:
        _bring_up(db, version)


def _bring_up(db: sqlite3.Connection, version: int) -> None:
    db.execute("begin immediate")
    with db:
        old = _set_aside(db) if version == 1 else ()
        for statement in SCHEMA.split(";"):
            db.execute(statement)
        if version == 1:
            _carry_over(db, old)
        for table in PROTECTED:
            for act in ("update", "delete"):
                db.execute(GUARD.format(table, act))
        db.execute("insert or replace into about values ('version', ?)", (str(VERSION),))


def _set_aside(db: sqlite3.Connection) -> tuple[list[tuple[object, ...]], ...]:
    """The rows of the tables that layout 2 changed, which are then made anew."""
    accounts = db.execute("select * from accounts order by id").fetchall()
    outcomes = db.execute("select * from outcomes order by report").fetchall()
    decisions = db.execute(
        "select id, act, target, by, at, reason, field, value, seen from decisions order by number"
    ).fetchall()
    for table in ("accounts", "outcomes", "decisions"):
        db.execute(f"drop table {table}")
    return accounts, outcomes, decisions


def _carry_over(db: sqlite3.Connection, old: tuple[list[tuple[object, ...]], ...]) -> None:
    accounts, outcomes, decisions = old
    told = [(digest(*row, ""), *row, "") for row in accounts]
    db.executemany(f"insert into accounts values (null,{','.join('?' * 11)})", told)
    db.executemany("insert into outcomes values (?,?,?,?,null)", outcomes)
    before = ""
    for row in decisions:
        own = chained(rows.decision((*row[1:], "", "")), before)
        db.execute(f"insert into decisions values (null,{','.join('?' * 13)})", (*row, "", "", before, own))
        before = own
