"""Events from a file of dateline's interchange format, laid out as readings of their reports.

In: the lines of an events.jsonl. Out: text hash of a report -> its accounts and claims, so that what
any program wrote in that format can be scored like a reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.evaluate.told import HARMS
from dateline.model.claims import Account, Claim
from dateline.model.reading import Unread
from dateline.model.report import Passage
from dateline.model.values import Speaker


@dataclass
class Predicted:
    """As much of a reading as the scorer looks at."""

    accounts: list[Account] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    unread: tuple[Unread, ...] = ()


def _value(row: Mapping[str, Any]) -> Any:
    value = row["value"]
    if row["field"] not in HARMS:
        return value
    bounds = {bound: value.get(bound) for bound in ("low", "best", "high")}
    return {"harm": row["field"], "estimate": bounds, "group": value.get("group") or {}}


def _claim(row: Mapping[str, Any]) -> Claim:
    passages = tuple(Passage(p["report"], p["start"], p["end"], p["quote"]) for p in row["passages"])
    chain = tuple(Speaker(s["speaker"], s["kind"], s["cue"]) for s in row["attribution"])
    return Claim(
        row["report"], row["field"], _value(row), row["original"], passages, chain, row["stance"],
        row["verification"], part_of=row["part_of"],
    )  # fmt: skip


def _claims(rows: Iterable[Mapping[str, Any]]) -> list[Claim]:
    """The claims; a part names its whole by the id that the whole has here."""
    told = {row["id"]: _claim(row) for row in rows}
    wholes = {name: claim.id for name, claim in told.items()}
    return [replace(claim, part_of=wholes.get(claim.part_of or "")) for claim in told.values()]


def _account(event: Mapping[str, Any], claims: list[Claim]) -> Account | None:
    """The account of one report; its anchor is the first passage of its type, else of any claim."""
    typed = sorted(claims, key=lambda c: c.field != "type")
    anchor = next((p for claim in typed for p in claim.passages), None)
    if anchor is None:
        return None
    told = [c.value["acled_sub_event"] for c in claims if c.field == "type"]
    kind = load_codebook().event_type((told or [event["type"]["acled"]["sub_event_type"]])[0])
    ids = tuple(claim.id for claim in claims)
    return Account(anchor.report, anchor, kind, ids, event["salience"], event["stance"], event["clarity"])


def predicted(lines: Iterable[str]) -> tuple[dict[str, Predicted], list[list[str]]]:
    """Text hash -> what the events say of that text; and the account ids of each event.

    DatelineError names the first line that is no event of the format.
    """
    found: dict[str, Predicted] = {}
    clusters = []
    for number, line in enumerate(lines, 1):
        try:
            event = json.loads(line)
            hashes = {report["id"]: report["text_hash"] for report in event["reports"]}
            clusters.append(_add(event, hashes, found))
        except (ValueError, KeyError, TypeError) as error:
            raise DatelineError(f"line {number} is no event of events.jsonl: {error!r}") from None
    return found, clusters


def _add(event: Mapping[str, Any], hashes: Mapping[str, str], found: dict[str, Predicted]) -> list[str]:
    ids = []
    claims = _claims(event["claims"])
    for report, text in hashes.items():
        own = [claim for claim in claims if claim.report == report]
        account = _account(event, own)
        if account:
            reading = found.setdefault(text, Predicted())
            reading.accounts.append(account)
            reading.claims += own
            ids.append(account.id)
    return ids
