"""The log as a file that can be handed on: JSON Lines, one decision a line, each with its hashes.

In: the rows of a log, or such a file. Out: the text, or the decisions in it with where they came from;
DatelineError in one line where a line is no decision, was changed, or does not follow the one before it.
What a person told (claims, accounts) is in the decisions themselves, so two people's logs unite into one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from dateline.errors import DatelineError
from dateline.findings import accounts_of, claims_of
from dateline.model.chain import Chained, chained
from dateline.model.claims import Claim, Decision
from dateline.model.plain import decision_of
from dateline.model.report import Report
from dateline.model.values import plain

NAMES = tuple(field.name for field in fields(Decision))


def export_log(log: Iterable[Chained]) -> str:
    """The log, one decision a line."""
    rows = ({"id": row.id, **plain(row.decision), "before": row.before, "hash": row.hash} for row in log)
    return "".join(f"{json.dumps(row, ensure_ascii=False, sort_keys=True)}\n" for row in rows)


def import_log(text: str, name: str) -> list[Decision]:
    """The decisions of an exported log, in its order; each says that it came from the file `name`."""
    found, last = list[Decision](), ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        row, decision = _read(line, f"{name}, line {number}")
        if found and row["before"] != last:
            raise DatelineError(
                f"{name}, line {number}: does not follow the line before it; a line is missing or moved"
            )
        last = row["hash"]
        found.append(decision if decision.origin else replace(decision, origin=f"{name}: {row['hash']}"))
    return found


def _read(line: str, where: str) -> tuple[dict[str, Any], Decision]:
    try:
        row = json.loads(line)
        decision = decision_of({key: row[key] for key in NAMES})
        _ = [*claims_of(decision), *accounts_of(decision)]  # they must be readable
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DatelineError(f"{where}: no decision of a dateline log: {error}") from None
    if decision.id != row.get("id") or chained(decision, str(row.get("before"))) != row.get("hash"):
        raise DatelineError(f"{where}: has been changed: its hash does not fit what it says")
    return row, decision


def unfounded(decisions: Iterable[Decision], reports: dict[str, Report]) -> Iterator[str]:
    """What people told in these decisions that does not stand word for word in the reports."""
    for decision in decisions:
        for claim in claims_of(decision):
            yield from (f"{decision.id}: {problem}" for problem in _astray(claim, reports))


def _astray(claim: Claim, reports: dict[str, Report]) -> Iterator[str]:
    if claim.report not in reports:
        yield f"its report {claim.report} is not in this project"
        return
    for passage in claim.passages:
        report = reports.get(passage.report)
        if report is None or report.text[passage.start : passage.end] != passage.quote:
            yield f"{passage.quote!r} does not stand at {passage.start}-{passage.end} of {passage.report}"
