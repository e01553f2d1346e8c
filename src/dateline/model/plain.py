"""Claims and accounts out of the plain JSON that `plain` makes of them.

In: dicts as a log or a decision's value holds them. Out: the nouns, equal to those they were made from;
KeyError, TypeError or ValueError where the dict is none of them.
"""

from __future__ import annotations

from typing import Any

from dateline.model.claims import Account, Claim, Decision
from dateline.model.report import Passage
from dateline.model.values import EventType, Speaker


def claim_of(value: dict[str, Any]) -> Claim:
    """The claim that the dict describes."""
    lists = {name: tuple(value.get(name) or ()) for name in ("inputs", "origins")}
    passages = tuple(Passage(**p) for p in value.get("passages") or ())
    chain = tuple(Speaker(**s) for s in value.get("chain") or ())
    return Claim(**{**value, **lists, "passages": passages, "chain": chain})


def account_of(value: dict[str, Any]) -> Account:
    """The account that the dict describes."""
    relations = tuple((kind, other) for kind, other in value.get("relations") or ())
    parts = {"anchor": Passage(**value["anchor"]), "type": EventType(**value["type"]), "relations": relations}
    return Account(**{**value, **parts, "claims": tuple(value["claims"])})


def decision_of(value: dict[str, Any]) -> Decision:
    """The decision that the dict describes."""
    lists = {name: tuple(value.get(name) or ()) for name in ("target", "seen")}
    return Decision(**{**value, **lists})
