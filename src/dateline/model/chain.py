"""The log as a chain: every row holds the hash of the row before it, and a hash of its own.

In: decisions with their hashes, in the order of the log. Out: the hash of a row; for a log that was tampered
with, which row does not fit and how. It shows what was changed, removed or put in; it cannot show that the newest
rows were cut off, nor that somebody wrote the whole chain anew: for that, keep the last hash elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model.claims import Decision
from dateline.model.report import digest
from dateline.model.values import plain


@dataclass(frozen=True, slots=True)
class Chained:
    """A row of the log: its number and id as they stand there, the decision, the hash before it and its own."""

    number: int
    id: str
    decision: Decision
    before: str
    hash: str


def chained(decision: Decision, before: str) -> str:
    """The hash of a decision that follows the row with the hash `before`."""
    return digest(before, json.dumps(plain(decision), ensure_ascii=False, sort_keys=True), size=64)


def broken(rows: Iterable[Chained]) -> Iterator[str]:
    """Every row that does not fit, in a line each."""
    last, number = "", 0
    for row in rows:
        name = f"{row.id}: row {row.number} of the log"
        if chained(row.decision, row.before) != row.hash:
            yield f"{name} has been changed"
        if row.number != number + 1:
            gone = f"row {number + 1}" if row.number == number + 2 else f"rows {number + 1} to {row.number - 1}"
            yield f"{name}: {gone} before it is missing"
        elif row.before != last:
            yield f"{name} does not follow the row before it: one of them was put in, moved or made anew"
        last, number = row.hash, row.number
