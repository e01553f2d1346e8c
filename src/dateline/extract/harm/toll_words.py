"""Harm words: harms.toml made ready for look-up by the lemma of the first word.

In: the codebook's harms.toml. Out: `harm_words()`, a `HarmWords` with verb phrases, nouns and
states by lemma, and the word sets that the readers of tolls need.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.codebook import load_toml

SECTIONS = ("lives", "bodies", "losses", "casualties", "perpetrators", "cumulative", "not_people", "persons")


@dataclass(frozen=True, slots=True)
class HarmWord:
    """One word or phrase: the harm, the role that is harmed, the words that follow its first."""

    harm: str
    role: str  # object, subject, noun, state
    rest: tuple[str, ...] = ()
    lead: str = ""  # an adverb that must stand before ("fatally")
    strict: bool = False
    upper: bool = False  # "neutralised": the high end only
    numbered: bool = False  # only with a number or "a"
    armed: bool = False  # only of armed people: "fell"
    custody: bool = False  # arrested, but captured where no force of a state does it
    unless: frozenset[str] = frozenset()  # words behind it that make it something else


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Look-ups: words by first lemma, the toll as a figure by phrase, and word sets by name."""

    verbs: dict[str, tuple[HarmWord, ...]]
    nouns: dict[str, HarmWord]
    states: dict[str, HarmWord]
    figures: tuple[tuple[tuple[str, ...], str], ...]
    sets: dict[str, frozenset[str]]
    counted: frozenset[str]
    takers: dict[str, str]
    cumulative: re.Pattern[str]
    perfect: re.Pattern[str]


def _phrase(harm: str, role: str, words: str, row: dict[str, Any], upper: bool) -> tuple[str, HarmWord]:
    """The lemma that it is found by, and the entry; adverbs come before their verb."""
    parts = words.split()
    lead = parts.pop(0) if parts[0].endswith("ly") else ""
    marks = {name: words in row.get(name, []) for name in ("strict", "numbered", "armed", "custody")}
    unless = frozenset(row.get("unless", {}).get(words, []))
    return parts[0], HarmWord(harm, role, tuple(parts[1:]), lead, upper=upper, unless=unless, **marks)


def _verbs(table: dict[str, Any]) -> dict[str, tuple[HarmWord, ...]]:
    found: dict[str, list[HarmWord]] = {}
    rows = [(harm, row, False) for harm, row in table["harm"].items()]
    rows.append((table["upper"]["harm"], {**table["upper"], "strict": table["upper"]["object"]}, True))
    for harm, row, upper in rows:
        for role in ("object", "subject"):
            for words in row.get(role, []):
                lemma, entry = _phrase(harm, role, words, row, upper)
                found.setdefault(lemma, []).append(entry)
    longest = {lemma: sorted(rows, key=lambda r: -len(r.rest) - len(r.lead)) for lemma, rows in found.items()}
    return {lemma: tuple(rows) for lemma, rows in longest.items()}


def _singles(table: dict[str, Any], part: str, role: str) -> dict[str, HarmWord]:
    return {
        word: HarmWord(harm, role, strict=word in row["strict"])
        for harm, row in table["harm"].items()
        for word in row[part]
    }


def _sets(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    """The word lists of the named sections, by "section.list"."""
    sets = {f"{section}.{name}": frozenset(words) for section in SECTIONS for name, words in table[section].items()}
    for name in ("exceeding", "lead"):
        sets[f"figure.{name}"] = frozenset(table["figure"][name])
    return sets


@cache
def harm_words() -> HarmWords:
    """The harm words of the package."""
    table = load_toml("harms.toml")
    figures = [(tuple(p.split()), harm) for harm in table["harm"] for p in table["figure"].get(harm, [])]
    sets = _sets(table)
    nouns, states = _singles(table, "nouns", "noun"), _singles(table, "states", "state")
    counted = [*nouns, *states, *table["casualties"]["nouns"], "lives", "life", "bodies"]
    plurals = [word + "s" for word in counted] + ["casualties", "injuries", "fatalities", "killed"]
    return HarmWords(
        _verbs(table),
        nouns,
        states,
        tuple(sorted(figures, key=lambda row: (-len(row[0]), row[0]))),
        sets,
        frozenset([*counted, *plurals]),
        {word: harm for harm, group in table["takers"].items() for word in group},
        re.compile("|".join(sorted(sets.pop("cumulative.patterns")))),
        re.compile("|".join(sorted(sets.pop("cumulative.perfect")))),
    )
