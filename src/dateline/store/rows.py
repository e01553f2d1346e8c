"""Rows of the project file and the nouns they hold.

In: nouns of the model. Out: rows of plain values, and the same nouns read back from rows.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from dateline.model.claims import Account, Claim, Decision
from dateline.model.dataset import Outcome
from dateline.model.reading import Unread
from dateline.model.report import Passage, Report, digest
from dateline.model.values import EventType, Speaker, plain

_read = json.JSONDecoder().raw_decode


def parsed(text: str) -> Any:
    """The value of JSON text that `as_json` wrote; lists of nothing, the most common, cost nothing."""
    return [] if text == "[]" else _read(text)[0]


def as_json(value: Any) -> str:
    """A value as JSON text, the same for equal values."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True)


def claim_row(claim: Claim) -> tuple[Any, ...]:
    """The row of a claim."""
    return (
        claim.id,
        claim.report,
        claim.field,
        as_json(claim.value),
        claim.original,
        as_json(claim.passages),
        as_json(claim.chain),
        claim.stance,
        claim.verification,
        claim.basis,
        as_json(claim.inputs),
        claim.part_of,
        claim.score,
        as_json(claim.origins),
    )


def account_row(account: Account) -> tuple[Any, ...]:
    """The row of an account, headed by its version: a hash of all that it says."""
    row = (
        account.id,
        account.report,
        as_json(account.anchor),
        as_json(account.type),
        as_json(account.claims),
        account.salience,
        account.stance,
        account.clarity,
        as_json(account.relations),
        account.by,
    )
    return (digest(*row), *row)


def version_of(account: Account) -> str:
    """The hash of all that an account says."""
    return str(account_row(account)[0])


def decision_row(decision: Decision) -> tuple[Any, ...]:
    """The row of a decision, without its place in the chain."""
    return (
        decision.id,
        decision.act,
        as_json(decision.target),
        decision.by,
        decision.at,
        decision.reason,
        decision.field,
        as_json(decision.value),
        as_json(decision.seen),
        decision.round,
        decision.origin,
    )


def report(row: tuple[Any, ...]) -> Report:
    """The report of a row."""
    text, title, published, by, publisher, url, origin, language, retrieved, sha, media = row
    return Report(
        text,
        title,
        date.fromisoformat(published) if published else None,
        by,
        publisher,
        url,
        origin,
        language,
        datetime.fromisoformat(retrieved) if retrieved else None,
        sha,
        media,
    )


def claim(row: tuple[Any, ...]) -> Claim:
    """The claim of a row."""
    report, field, value, original, passages, chain, stance, verification, basis, inputs, part_of, score, origins, _ = (
        row
    )
    return Claim(
        report,
        field,
        parsed(value),
        original,
        tuple(Passage(**p) for p in parsed(passages)),
        tuple(Speaker(**s) for s in parsed(chain)),
        stance,
        verification,
        basis,
        tuple(parsed(inputs)),
        part_of,
        score,
        tuple(parsed(origins)),
    )


def account(row: tuple[Any, ...]) -> Account:
    """The account of a row."""
    _, _, report, anchor, type_, claims, salience, stance, clarity, relations, by = row
    return Account(
        report,
        Passage(**parsed(anchor)),
        EventType(**parsed(type_)),
        tuple(parsed(claims)),
        salience,
        stance,
        clarity,
        tuple((name, target) for name, target in parsed(relations)),
        by,
    )


def decision(row: tuple[Any, ...]) -> Decision:
    """The decision of a row."""
    act, target, by, at, reason, field, value, seen, reading, origin = row
    return Decision(
        act,
        tuple(parsed(target)),
        by,
        at,
        reason,
        field,
        parsed(value),
        tuple(parsed(seen)),
        reading,
        origin,
    )


def outcome(row: tuple[Any, ...]) -> Outcome:
    """The outcome of a row."""
    report, outcome, unread, people = row
    left = tuple(Unread(u["kind"], Passage(**u["passage"])) for u in parsed(unread))
    return Outcome(report, outcome, (), left, tuple((a, b) for a, b in parsed(people)))
