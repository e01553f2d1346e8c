"""One event of a dataset, in the shape in which two datasets are compared.

In: plain values of the model (period, place, participants, tolls), whatever they were read from. Out: `Entry`: the
`Facts` that likeness compares, and what a reader is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.codebook import load_codebook
from dateline.gazetteer import open_gazetteer
from dateline.likeness import Facts, facts
from dateline.likeness.names import names
from dateline.model.claims import Account, Claim
from dateline.model.report import Passage

Plain = dict[str, Any]
Deaths = tuple[int | None, int | None, int | None]
NOBODY: Deaths = (None, None, None)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as compared: `kinds` are the sub-events that its type may mean; `withheld` says why it stays out."""

    name: str
    row: str
    facts: Facts
    kinds: frozenset[str]
    kind: str
    when: str
    where: str
    sides: tuple[str, ...]
    deaths: Deaths = NOBODY  # low, best, high
    month: bool = True  # its month is known
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that cannot be compared, and why."""

    name: str
    row: str
    why: str


def facts_of(name: str, kinds: Sequence[str], clarity: str, values: Iterable[tuple[str, Any]], words: str) -> Facts:
    """The facts that these values come to: each is (field, plain value), as the fold has them; `words` tell names."""
    claims = {claim.id: claim for claim in (Claim(name, field, value) for field, value in values)}
    book = load_codebook()
    kind = book.event_type(next((k for k in kinds if k in book.types), "Other"))
    account = Account(name, Passage(name, 0, 0, ""), kind, tuple(claims), clarity=clarity)
    told = names(f", {words}") if words else {}
    return replace(facts(account, claims, None), account=name, names=told, story=told)


def placed(value: Plain) -> Plain:
    """A place with its people counted: a day in a big city says less."""
    found = open_gazetteer().get(value["geonameid"]) if value.get("geonameid") else None
    people = [{"geonameid": found.geonameid, "population": found.population}] if found else []
    return {**value, "candidates": people}


def toll(deaths: Iterable[int | None], group: Plain | None = None) -> list[tuple[str, Plain]]:
    """Numbers of dead as values, each once."""
    numbers = dict.fromkeys(n for n in deaths if n is not None)
    return [("killed", {"estimate": {"best": n}, "group": group or {}}) for n in numbers]
