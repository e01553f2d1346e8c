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
from pathlib import Path
from typing import Any

from dateline.errors import StoreError
from dateline.model.chain import Chained, chained
from dateline.model.claims import Account, Claim, Decision, Link, Reason
from dateline.model.dataset import Outcome
from dateline.model.report import Rejected, Report
from dateline.model.values import plain
from dateline.store import rows
from dateline.store.layout import lay_out
from dateline.store.rows import as_json

WAIT = 10.0  # seconds a second writer waits for the first


class Store:
    """One project file, open for reading and adding."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        try:
            # The review's server may answer from another thread, one request at a time.
            self.db = sqlite3.connect(path, timeout=WAIT, check_same_thread=False)
            lay_out(self.db, path)
            if read_only:
                self.db.execute("pragma query_only = on")
        except sqlite3.Error as error:
            raise StoreError(f"{path}: {_reason(error)}") from None

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    @contextmanager
    def adding(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is written, or none; nobody else writes meanwhile."""
        try:
            self.db.execute("begin immediate")
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
        found = [rows.account_row(account) for account in accounts]
        with self.adding() as db:
            _add_claims(db, claims)
            _add_accounts(db, found)
            db.execute(
                "insert or replace into outcomes values (?,?,?,?,?)",
                (
                    outcome.report, outcome.outcome, as_json(outcome.unread), as_json(outcome.people),
                    as_json([row[0] for row in found]),
                ),
            )  # fmt: skip

    def add_merge(self, run: str, links: Iterable[Link], reprints: Mapping[str, str]) -> None:
        """Append the links and reprints of one merge; `run` names the accounts and decisions it stood on."""
        found = [(run, k.left, k.right, k.judgement, k.score, as_json(k.reasons), k.by) for k in links]
        with self.adding() as db:
            db.executemany("insert or ignore into links values (?,?,?,?,?,?,?)", found)
            db.executemany(
                "insert or ignore into reprints values (?,?,?)", [(run, *pair) for pair in sorted(reprints.items())]
            )
            db.execute("insert or ignore into merges values (?)", (run,))

    def add_decisions(
        self, decisions: Iterable[Decision], claims: Iterable[Claim] = (), accounts: Iterable[Account] = ()
    ) -> int:
        """Append reviewers' acts to the chain, with what they themselves told; how many were not here yet."""
        with self.adding() as db:
            _add_claims(db, claims)
            _add_accounts(db, map(rows.account_row, accounts))
            known = {name for (name,) in db.execute("select id from decisions")}
            last = db.execute("select hash from decisions order by number desc limit 1").fetchone()
            before, added = last[0] if last else "", 0
            for decision in decisions:
                if decision.id not in known:
                    own = chained(decision, before)
                    row = (*rows.decision_row(decision), before, own)
                    db.execute(f"insert into decisions values (null,{','.join('?' * 13)})", row)
                    before, added = own, added + 1
                    known.add(decision.id)
        return added

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
        """Every account of the last reading of its report, and those that people told, in id order."""
        return [rows.account(row) for row in self._rows(f"{ACCOUNTS} where {CURRENT} order by a.id")]

    def former_accounts(self) -> list[Account]:
        """Accounts that an earlier reading found and the last did not, each as it was last, in id order."""
        found = self._rows(
            f"{ACCOUNTS} where a.id not in (select a.id from accounts a left join outcomes o on o.report = a.report"
            f" where {CURRENT}) order by a.number"
        )
        latest = {row[1]: rows.account(row) for row in found}
        return [latest[name] for name in sorted(latest)]

    def outcomes(self) -> list[Outcome]:
        """What came of every report read, in report order."""
        return [rows.outcome(row) for row in self._rows(OUTCOMES)]

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
        """Every decision, in the order in which they came to this file."""
        return [rows.decision(row) for row in self._rows(DECISIONS)]

    def chain(self) -> list[Chained]:
        """Every row of the log with its hashes, as it stands in the file."""
        found = self._rows(DECISIONS.replace("select ", "select number, id, before, hash, "))
        return [Chained(row[0], row[1], rows.decision(row[4:]), row[2], row[3]) for row in found]

    def account_rows(self) -> list[tuple[str, Account]]:
        """Every account ever found, with the version that its row bears."""
        return [(row[0], rows.account(row)) for row in self._rows(f"{ACCOUNTS} order by a.number")]

    def versions(self) -> list[str]:
        """The versions of the accounts that `accounts` gives: what the current state stands on."""
        return [row[0] for row in self._rows(f"{ACCOUNTS} where {CURRENT} order by a.version")]

    def changes(self) -> int:
        """A number that differs once another program has written to the file."""
        return int(self._rows("pragma data_version")[0][0])

    def ids(self, table: str) -> list[str]:
        """The ids of a protected table as they stand in the file."""
        return [row[0] for row in self._rows(f"select distinct id from {table} order by id")]

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
ACCOUNTS = (
    "select a.version, a.id, a.report, a.anchor, a.type, a.claims, a.salience, a.stance, a.clarity, a.relations, a.by"
    " from accounts a left join outcomes o on o.report = a.report"
)
CURRENT = "(a.by != '' or o.accounts is null or a.version in (select value from json_each(o.accounts)))"
OUTCOMES = "select report, outcome, unread, people from outcomes order by report"
DECISIONS = "select act, target, by, at, reason, field, value, seen, round, origin from decisions order by number"
REASONS = {
    "readonly database": "the project is open for looking only",
    "locked": "another program is writing to this project; try again when it is done",
    "full": "the disk is full; nothing of this step was written; free some space and run it again",
    "not a database": "this is no dateline project; name another file with -p",
    "unable to open": "the project file cannot be opened; check that the folder exists and may be written",
    "readonly": "the project may not be written; check who owns the file and its folder",
    "disk i/o": "the disk cannot be read or written; check it and run it again",
    "malformed": "the project file is damaged; take it from a copy",
}


def _add_claims(db: sqlite3.Connection, claims: Iterable[Claim]) -> None:
    db.executemany(f"insert or ignore into claims values ({','.join('?' * 14)})", map(rows.claim_row, claims))


def _add_accounts(db: sqlite3.Connection, found: Iterable[tuple[Any, ...]]) -> None:
    db.executemany(f"insert or ignore into accounts values (null,{','.join('?' * 11)})", found)


def _reason(error: sqlite3.Error) -> str:
    text = str(error)
    return next((line for word, line in REASONS.items() if word in text.lower()), text)
