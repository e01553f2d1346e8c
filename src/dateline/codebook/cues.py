"""Cues: the words of saying, doubting, planning, denying and checking that cues.toml lists.

In: cues.toml, of the package or of a folder of the coder's own. Out: `Cues`, with look-ups by lemma.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.codebook import load_toml


@dataclass(frozen=True, slots=True)
class StanceRule:
    """One stance verb's or noun's entry: what stance it gives to what it takes."""

    stance: str
    takes: frozenset[str]
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Verbs of saying by lemma, speakers' words by kind, stance rules by lemma, verification words."""

    say: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]
    borne: frozenset[str]
    never_before: frozenset[str]
    verbs: Mapping[str, tuple[StanceRule, ...]]
    nouns: Mapping[str, tuple[StanceRule, ...]]
    modifiers: Mapping[str, Mapping[str, str]]
    stance_words: Mapping[str, frozenset[str]]
    verification: Mapping[str, frozenset[str]]


def _sets(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in table.items()}


def _say(rows: list[dict[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        takes = frozenset(row["takes"] + ["intent"] * row.get("intent", False))
        for verb in row["verbs"]:
            found.setdefault(verb, takes)
    return found


def _stance(rows: list[dict[str, Any]]) -> dict[str, tuple[StanceRule, ...]]:
    found: dict[str, tuple[StanceRule, ...]] = {}
    for row in rows:
        rule = StanceRule(row["stance"], frozenset(row["takes"]), row.get("passive", False))
        for word in row["words"]:
            found[word] = (*found.get(word, ()), rule)
    return found


def _kinds(table: dict[str, Any]) -> dict[str, str]:
    rows = ((kind, row["words"]) for kind, row in table.items() if isinstance(row, dict))
    return {word: kind for kind, words in rows for word in words}


@cache
def load_cues(folder: str | None = None) -> Cues:
    """The cues of the package, or of `folder` where it has a cues.toml of its own."""
    table = load_toml("cues.toml", folder)
    stance = table["stance"]
    modifiers = ("adjective", "ready", "adverb", "auxiliary", "head")
    return Cues(
        say=_say(table["say"]),
        words=_sets(table["say_words"]),
        kinds=_kinds(table["speakers"]),
        borne=frozenset(table["speakers"]["borne"]),
        never_before=frozenset(table["speakers"]["never_before"]),
        verbs=_stance(stance["verb"]),
        nouns=_stance(stance["noun"]),
        modifiers={m: {w: s for s, words in stance[m].items() for w in words} for m in modifiers},
        stance_words=_sets({**stance["words"], "standing": stance["standing"]["words"]}),
        verification=_sets(table["verification"]),
    )
