"""What is said and where: claims, the accounts that bundle them, links, decisions, findings, events.

In: passages and values. Out: the nouns of `Event = fold(claims, links, decisions)`. A claim's id
hashes report, field, value and passages, so reading again makes no new claim.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from dateline.model.hashed import Hashed
from dateline.model.report import Passage, digest
from dateline.model.values import EventType, Speaker, plain


@dataclass(frozen=True, slots=True)
class Claim(Hashed):
    """This report, in these passages, gives `field` the value `value`, on the word of `chain`.

    `field` is a path of the codebook: type, killed, injured, missing, captured, released, displaced,
    arrested, place, period, participant, weapon, target, responsibility, relation. `value` is plain JSON.
    `basis` names a metadata field or rule where no words carry the value (then `passages` may be empty);
    `inputs` are that rule's inputs. `part_of` is the id of the claim on the whole.
    """

    report: str
    field: str
    value: Any
    original: str = ""
    passages: tuple[Passage, ...] = ()
    chain: tuple[Speaker, ...] = ()
    stance: str = "asserted"
    verification: str | None = None
    basis: str | None = None
    inputs: tuple[str, ...] = ()
    part_of: str | None = None
    score: float = 1.0
    origins: tuple[str, ...] = ("rules",)

    def _hashed(self) -> str:
        """Hash of report, field, value and passages."""
        spans = [(p.start, p.end) for p in self.passages]
        return "c" + digest(self.report, self.field, json.dumps(self.value, sort_keys=True), spans, self.basis)


@dataclass(frozen=True, slots=True)
class Account(Hashed):
    """One report's telling of one event: claims by id, and how the report holds it.

    `anchor` is the passage of its main trigger. `relations` are (kind, id of the other account).
    `by` names the person who told it where no reader found it.
    """

    report: str
    anchor: Passage
    type: EventType
    claims: tuple[str, ...]
    salience: str = "main"
    stance: str = "asserted"
    clarity: str = "single"
    relations: tuple[tuple[str, str], ...] = ()
    by: str = ""

    def _hashed(self) -> str:
        """Hash of report, anchor and type, and of the person where one told it."""
        person = (self.by,) if self.by else ()
        return "a" + digest(self.report, self.anchor.start, self.anchor.end, self.type.acled_sub_event, *person)


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison behind a link: what was compared, what was seen, what it weighs (bits)."""

    field: str
    seen: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Are these two accounts the same event? `judgement`: same, different, unsure."""

    left: str
    right: str
    judgement: str
    score: float
    reasons: tuple[Reason, ...] = ()
    by: str = "machine"


@dataclass(frozen=True, slots=True)
class Decision(Hashed):
    """A reviewer's act; append-only. `act`: split, join, accept, reject, choose, bind, tell, skip, flag, note,
    confidence, assign, unsure, undo, names.

    `target` are the ids acted on, `value` what was chosen, `seen` the claims in view. `round` is "" for the
    first reading, "second" for a blind second one, "adjudicated" for what settles the two. `origin` says which
    log it was imported from.
    """

    act: str
    target: tuple[str, ...]
    by: str
    at: str  # ISO 8601, UTC
    reason: str = ""
    field: str | None = None
    value: Any = None
    seen: tuple[str, ...] = ()
    round: str = ""
    origin: str = ""

    def _hashed(self) -> str:
        """Hash of the act as a whole."""
        later = (self.round,) if self.round else ()
        value = json.dumps(plain(self.value), sort_keys=bool(later) or self.act in ("bind", "tell"))
        return "d" + digest(self.act, self.target, self.by, self.at, self.field, value, *later)


@dataclass(frozen=True, slots=True)
class Finding:
    """One field of an event under one rule: the value, the claims for it, the claims against."""

    field: str
    rule: str
    value: Any
    supporting: tuple[str, ...] = ()
    opposing: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """All accounts of one happening, folded. `id` begins with DL-."""

    id: str
    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    type: EventType
    stance: str
    salience: str
    clarity: str
    status: str = "machine, unreviewed"
    relations: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    aliases: tuple[str, ...] = ()
    exported: bool = True
    withheld: str | None = None  # why it stays out of datasets
    confidence: tuple[Decision, ...] = ()  # how sure coders themselves say they are, oldest first

    def finding(self, field: str, rule: str | None = None) -> Finding | None:
        """The finding on `field` (under `rule` where given), or None."""
        for found in self.findings:
            if found.field == field and rule in (None, found.rule):
                return found
        return None
