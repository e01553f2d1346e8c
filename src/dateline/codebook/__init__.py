"""The codebook: types, triggers, features and vague numbers, read from TOML that a coder can change.

In: the package's TOML files, or files of the same names in the folder that the environment variable
DATELINE_CODEBOOK names. Out: `Codebook`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar

from dateline.errors import DatelineError
from dateline.model.values import EventType


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One sub-event: its event type, disorder type, rank (0 highest), PLOVER code, definition."""

    sub_event: str
    event: str
    disorder: str
    rank: int
    plover: tuple[str, str]
    definition: str


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """One group of trigger words: see triggers.toml."""

    id: str
    family: str
    verbs: tuple[tuple[str, ...], ...]
    nouns: tuple[tuple[str, ...], ...]
    needs: frozenset[str]
    needs_all: frozenset[str]
    not_with: frozenset[str]
    only_with: frozenset[str]
    weapon: str | None
    weak: bool
    statement: str | None


@dataclass(frozen=True, slots=True)
class Learned:
    """From which probability on a guess of the learned reader counts for what, and its family by type: learned.toml."""

    PREFIX: ClassVar[str] = "learned-"  # how the ids of its trigger entries begin

    add: float
    clear: float
    keep: float
    told: float
    sure: float
    plain: float
    type: float
    ahead: float
    role: float
    count: float
    join: float
    whole: Sequence[str]
    dying: Mapping[str, Sequence[str]]
    beside: Mapping[str, Sequence[str]]
    family: Mapping[str, str]

    def entry(self, sub_event: str) -> str:
        """The id of the trigger entry of a guess of that type."""
        return self.PREFIX + self.family[sub_event]


@dataclass(frozen=True, slots=True)
class Joining:
    """What each sign that two tellings are of one event weighs: joining.toml."""

    start: float
    mean: float
    best: float
    most: float
    silent: float
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types by sub-event, triggers by id, rules by family, features, vague numbers, fields."""

    types: Mapping[str, TypeEntry]
    triggers: Mapping[str, TriggerEntry]
    never: tuple[tuple[str, ...], ...]
    modified_by_trigger: tuple[str, ...]
    lemmas: Mapping[str, str]
    legal: frozenset[str]
    families: Mapping[str, tuple[Mapping[str, Any], ...]]
    order: tuple[str, ...]
    one_event: tuple[frozenset[str], ...]
    untargeted: frozenset[str]
    wielded: frozenset[str]
    habit: frozenset[str]
    generality: frozenset[str]
    averted: frozenset[str]
    own_day: frozenset[str]
    retold: tuple[frozenset[str], ...]
    territory: frozenset[str]
    share: frozenset[str]
    general: frozenset[str]
    closer: frozenset[str]
    implied_by_weapon: Mapping[str, str]
    follow_up: frozenset[str]
    weapons: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, tuple[str, ...]]
    vague: Mapping[str, Mapping[str, int]]
    reliability: Mapping[str, Mapping[str, str]]
    set_aside: Mapping[str, tuple[str, ...]]
    crime_report: Mapping[str, Any]
    conflict: tuple[str, ...]
    fields: Mapping[str, str]
    learned: Learned
    joining: Joining
    day_choice: Mapping[tuple[str, str], float]  # (where a day stands, sign) -> log-odds: day_choice.toml

    def event_type(self, sub_event: str, plover: tuple[str, str] | None = None) -> EventType:
        """The type of that sub-event with its PLOVER code; KeyError where there is none."""
        entry = self.types[sub_event]
        root, mode = plover or entry.plover
        return EventType(entry.event, sub_event, root or None, mode or None)


def load_toml(name: str, folder: str | None = None) -> dict[str, Any]:
    """One of the codebook's files: from `folder`, or DATELINE_CODEBOOK, where it has one, else the package's."""
    folder = folder or os.environ.get("DATELINE_CODEBOOK")
    own = Path(folder) / name if folder else None
    try:
        if own and own.exists():
            return tomllib.loads(own.read_text("utf-8"))
        return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DatelineError(f"{own or name}: not valid TOML: {error}; mend the file") from None


def _split(words: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.lower().replace("-", " ").split()) for phrase in words)


def _trigger(row: dict[str, Any]) -> TriggerEntry:
    return TriggerEntry(
        id=row["id"],
        family=row.get("family", ""),
        verbs=_split(row.get("verbs", [])),
        nouns=_split(row.get("nouns", [])),
        needs=frozenset(row.get("needs", [])),
        needs_all=frozenset(row.get("needs_all", [])),
        not_with=frozenset(row.get("not_with", [])),
        only_with=frozenset(row.get("only_with", [])),
        weapon=row.get("weapon"),
        weak=row.get("weak", False),
        statement=row.get("statement"),
    )


def _learned(learned: Learned) -> list[dict[str, Any]]:
    """A trigger entry with no words for each family of the learned reader's guesses."""
    return [{"id": Learned.PREFIX + family, "family": family} for family in dict.fromkeys(learned.family.values())]


def _types(rows: list[dict[str, Any]]) -> dict[str, TypeEntry]:
    return {
        row["sub_event"]: TypeEntry(
            row["sub_event"], row["event"], row["disorder"], rank, tuple(row["plover"]), row["definition"]
        )
        for rank, row in enumerate(rows)
    }


@cache
def load_codebook(folder: str | None = None) -> Codebook:
    """The codebook of the package, with files of `folder` in place of its own where it has them."""
    triggers = load_toml("triggers.toml", folder)
    features = load_toml("features.toml", folder)
    families = load_toml("families.toml", folder)
    aside = load_toml("set_aside.toml", folder)
    learned = Learned(**load_toml("learned.toml", folder))
    return Codebook(
        types=_types(load_toml("events.toml", folder)["type"]),
        triggers={row["id"]: _trigger(row) for row in [*triggers["trigger"], *_learned(learned)]},
        never=_split(triggers["never"]),
        lemmas=triggers["lemmas"],
        legal=frozenset(triggers["legal"]),
        modified_by_trigger=tuple(triggers["modified_by_trigger"]),
        families={name: tuple(row["rules"]) for name, row in families["family"].items()},
        order=tuple(families["order"]),
        one_event=tuple(frozenset(row) for row in families["one_event"]),
        territory=frozenset(families["territory"]),
        share=frozenset(families["share"]),
        untargeted=frozenset(families["untargeted"]),
        wielded=frozenset(families["wielded"]),
        generality=frozenset(families["generality"]),
        averted=frozenset(families["averted"]),
        habit=frozenset(families["habit"]),
        own_day=frozenset(families["own_day"]),
        retold=tuple(frozenset(row) for row in families["retold"]),
        general=frozenset(families["general"]),
        closer=frozenset(families["closer"]),
        implied_by_weapon=families["implied_by_weapon"],
        follow_up=frozenset(families["follow_up"]),
        weapons={key: tuple(words) for key, words in features["weapon"].items()},
        targets={key: tuple(words) for key, words in features["target"].items()},
        vague=load_toml("vague.toml", folder)["words"],
        reliability=load_toml("reliability.toml", folder),
        set_aside={why: tuple(row["words"]) for why, row in aside.items() if why not in ("report", "conflict")},
        conflict=tuple(aside["conflict"]["words"]),
        crime_report=aside["report"],
        fields={name: row["definition"] for name, row in load_toml("fields.toml", folder).items()},
        learned=learned,
        joining=Joining(**load_toml("joining.toml", folder)),
        day_choice=_pairs(load_toml("day_choice.toml", folder)),
    )


def _pairs(table: Mapping[str, Mapping[str, float]]) -> Mapping[tuple[str, str], float]:
    return {(section, name): weight for section, row in table.items() for name, weight in row.items()}


@cache
def event_nouns() -> frozenset[str]:
    """The last words of all nouns that tell of events."""
    return frozenset(words[-1] for entry in load_codebook().triggers.values() for words in entry.nouns)
