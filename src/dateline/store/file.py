"""The project file: one SQLite database with append-only tables, readable in any SQLite browser.

In: the nouns of the model. Out: the same nouns, read back. Reports, claims, accounts, links and
decisions are only ever added; `events` is no table but what they fold to. A second writer waits,
then gets one clear line; a full disk too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import StoreError
from dateline.model.claims import Account, Claim, Decision, Link, Reason
from dateline.model.dataset import Outcome
from dateline.model.report import Rejected, Report
from dateline.model.values import plain
from dateline.store import rows
from dateline.store.rows import as_json

VERSION = 1
WAIT = 10.0  # seconds a second writer waits for the first
SCHEMA = files(__package__).joinpath("schema.sql").read_text("utf-8")
PROTECTED = ("reports", "claims", "accounts", "links", "decisions")
GUARD = (
    "create trigger if not exists {0}_{1} before {1} on {0} begin select raise(abort, '{0} are only ever added'); end;"
)


class Store:
    """One project file, open for reading and adding."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.db = sqlite3.connect(path, timeout=WAIT)
            self._ours()
        except sqlite3.Error as error:
            raise StoreError(f"{path}: {_reason(error)}") from None

    def _ours(self) -> None:
        """Make the tables of a new file; StoreError for another program's database or a later layout."""
        tables = {name for (name,) in self.db.execute("select name from sqlite_master where type = 'table'")}
        if tables and "about" not in tables:
            raise StoreError(f"{self.path}: this is no dateline project; name another file with -p")
        found = self.db.execute("select value from about where key = 'version'").fetchone() if tables else None
        if found and int(found[0]) > VERSION:
            raise StoreError(f"{self.path}: made by a later dateline (layout {found[0]}); update dateline")
        if not found:
            self._make()

    def _make(self) -> None:
        self.db.execute("pragma journal_mode=wal")
        self.db.executescript(SCHEMA)
        for table in PROTECTED:
            for act in ("update", "delete"):
                self.db.execute(GUARD.format(table, act))
        self.db.execute("insert or ignore into about values ('version', ?)", (str(VERSION),))
        self.db.commit()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    @contextmanager
    def adding(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is written, or none."""
        try:
            with self.db:
                yield self.db
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {_reason(error)}") from None

    # ------------------------------------------------------------------ writing
    def add_report(self, report: Report, original: bytes = b"") -> bool:
        """Keep a report with its original bytes; False where it is already here."""
        row = (
            report.id,
            report.text,
            report.title,
            plain(report.published),
            report.published_by,
            report.publisher,
            report.url,
            report.origin,
            report.language,
            plain(report.retrieved),
            report.original_sha256,
            report.media_type,
            original,
        )
        with self.adding() as db:
            return db.execute(f"insert or ignore into reports values ({','.join('?' * 13)})", row).rowcount > 0

    def add_rejected(self, rejected: Rejected) -> None:
        """List input that could not be read."""
        with self.adding() as db:
            db.execute(
                "insert or ignore into rejected values (?,?,?)", (rejected.origin, rejected.problem, rejected.advice)
            )

    def add_reading(self, claims: Iterable[Claim], accounts: Iterable[Account], outcome: Outcome) -> None:
        """Add what was read in one report; what is already known makes no new row."""
        with self.adding() as db:
            db.executemany(f"insert or ignore into claims values ({','.join('?' * 14)})", map(rows.claim_row, claims))
            db.executemany("insert or ignore into accounts values (?,?,?,?,?,?,?,?,?)", map(rows.account_row, accounts))
            db.execute(
                "insert or replace into outcomes values (?,?,?,?)",
                (outcome.report, outcome.outcome, as_json(outcome.unread), as_json(outcome.people)),
            )

    def add_merge(self, run: str, links: Iterable[Link], reprints: Mapping[str, str]) -> None:
        """Append the links and reprints of one merge; `run` names the accounts and decisions it stood on."""
        found = [(run, k.left, k.right, k.judgement, k.score, as_json(k.reasons), k.by) for k in links]
        with self.adding() as db:
            db.executemany("insert or ignore into links values (?,?,?,?,?,?,?)", found)
            db.executemany(
                "insert or ignore into reprints values (?,?,?)", [(run, *pair) for pair in sorted(reprints.items())]
            )
            db.execute("insert or ignore into merges values (?)", (run,))

    def add_decision(self, decision: Decision) -> None:
        """Append a reviewer's act."""
        row = (
            decision.id,
            decision.act,
            as_json(decision.target),
            decision.by,
            decision.at,
            decision.reason,
            decision.field,
            as_json(decision.value),
            as_json(decision.seen),
        )
        with self.adding() as db:
            db.execute(
                "insert into decisions (id, act, target, by, at, reason, field, value, seen)"
                " values (?,?,?,?,?,?,?,?,?)",
                row,
            )

    # ------------------------------------------------------------------ reading
    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self.db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {_reason(error)}") from None

    def reports(self) -> dict[str, Report]:
        """Every report by id, in id order."""
        found = self._rows(
            "select text, title, published, published_by, publisher, url, origin, language, retrieved, original_sha256,"
            " media_type from reports order by id"
        )
        read = (rows.report(row) for row in found)
        return {report.id: report for report in read}

    def unread_reports(self) -> list[str]:
        """Ids of the reports that have not been through extraction, or on which it failed."""
        return [row[0] for row in self._rows(WAITING)]

    def claims(self) -> dict[str, Claim]:
        """Every claim by id."""
        found = self._rows(
            "select report, field, value, original, passages, chain, stance, verification, basis, inputs, part_of,"
            " score, origins, id from claims order by id"
        )
        return {row[-1]: rows.claim(row) for row in found}

    def accounts(self) -> list[Account]:
        """Every account, in id order."""
        return [rows.account(row) for row in self._rows("select * from accounts order by id")]

    def outcomes(self) -> list[Outcome]:
        """What came of every report read, in report order."""
        return [rows.outcome(row) for row in self._rows("select * from outcomes order by report")]

    def rejected(self) -> list[Rejected]:
        """Input that could not be read, by origin."""
        return [Rejected(*row) for row in self._rows("select * from rejected order by origin, problem")]

    def links(self, run: str) -> list[Link] | None:
        """The links of that merge, or None where it has not been made."""
        if not self._rows("select 1 from merges where run = ?", run):
            return None
        found = self._rows(
            "select left, right, judgement, score, reasons, by from links"
            " where run = ? order by left, right, judgement",
            run,
        )
        return [
            Link(left, right, judgement, score, tuple(Reason(**r) for r in json.loads(reasons)), by)
            for left, right, judgement, score, reasons, by in found
        ]

    def reprints(self, run: str) -> dict[str, str]:
        """Report -> the report it reprints, in that merge."""
        found = self._rows("select report, original from reprints where run = ? order by report", run)
        return {str(report): str(original) for report, original in found}

    def decisions(self) -> list[Decision]:
        """Every decision, oldest first."""
        found = self._rows("select act, target, by, at, reason, field, value, seen from decisions order by number")
        return [
            Decision(act, tuple(json.loads(target)), by, at, reason, field, json.loads(value), tuple(json.loads(seen)))
            for act, target, by, at, reason, field, value, seen in found
        ]

    def ids(self, table: str) -> list[str]:
        """The ids of a protected table as they stand in the file."""
        return [row[0] for row in self._rows(f"select id from {table} order by id")]

    def originals(self) -> Iterator[tuple[str, str | None, bytes | None]]:
        """Report id, the hash kept for its original bytes, and the bytes."""
        yield from self.db.execute("select id, original_sha256, original from reports order by id")

    def integrity(self) -> str:
        """SQLite's own verdict on the file: "ok" or what is wrong."""
        return str(self._rows("pragma integrity_check")[0][0])


FAILED = "not read: the reader failed"  # how such an outcome begins; the report is read again next time
WAITING = (
    "select id from reports where id not in"
    f" (select report from outcomes where outcome not like '{FAILED}%') order by id"
)
REASONS = {
    "locked": "another program is writing to this project; try again when it is done",
    "full": "the disk is full; nothing of this step was written; free some space and run it again",
    "not a database": "this is no dateline project; name another file with -p",
    "unable to open": "the project file cannot be opened; check that the folder exists and may be written",
    "readonly": "the project may not be written; check who owns the file and its folder",
    "disk i/o": "the disk cannot be read or written; check it and run it again",
    "malformed": "the project file is damaged; take it from a copy",
}


def _reason(error: sqlite3.Error) -> str:
    text = str(error)
    return next((line for word, line in REASONS.items() if word in text.lower()), text)
