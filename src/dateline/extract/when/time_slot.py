"""A match on its way to a time expression.

In: a match, the word at which it begins. Out: the same with its sense, once resolved.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract.when.time_calendar import Stretch
from dateline.extract.when.time_match import Found
from dateline.extract.when.time_sense import Sense


@dataclass(slots=True)
class Slot:
    """A match on its way to a mention."""

    found: Found
    token: Token  # at which it begins
    sentence: int
    sense: Sense | None = None


def settled(slot: Slot) -> Stretch | None:
    """The days of a slot that says when, if known."""
    known = slot.sense
    return known.stretch if known and known.kind in ("date", "time") else None
