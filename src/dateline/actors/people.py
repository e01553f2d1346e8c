"""Nouns for people: what status, category and occupation a noun gives those it speaks of.

In: people.toml beside this file. Out: `people()`, a mapping of noun (singular, lower case, several
words allowed) to `PeopleNoun`; `people_noun(words)` finds the longest noun at the end of a phrase.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LONGEST = 4  # words in the longest noun


@dataclass(frozen=True, slots=True)
class PeopleNoun:
    """One noun. `kind`: civilian, people, protest, riot, state, asset, armed, collective, speaker."""

    noun: str
    kind: str
    status: str  # civilian, combatant, unknown
    category: str  # ACLED's inter word, "" for those who take no part
    occupation: str | None = None
    age: str | None = None  # child, adult
    sex: str | None = None  # female, male
    force: str | None = None  # military, police, government, international
    counted: bool = False  # people only where a number stands before it ("17 lives")
    identity: str | None = None  # refugee, displaced, criminal, vigilante


@cache
def people() -> Mapping[str, PeopleNoun]:
    """Every noun of people.toml by its singular, in the file's order."""
    text = files(__package__).joinpath("people.toml").read_text(encoding="utf-8")
    found: dict[str, PeopleNoun] = {}
    for group in tomllib.loads(text)["people"]:
        shared = {key: value for key, value in group.items() if key != "nouns"}
        for noun in group["nouns"]:
            found.setdefault(noun, PeopleNoun(noun, **shared))
    return MappingProxyType(found)


def people_noun(words: Sequence[str]) -> PeopleNoun | None:
    """The longest noun that ends the lower-cased `words` (lemmas, or plurals as written), or None."""
    nouns = people()
    for size in range(min(LONGEST, len(words)), 0, -1):
        for last in singulars(words[-1]):
            noun = nouns.get(" ".join([*words[len(words) - size : -1], last]))
            if noun is not None:
                return noun
    return None


@cache
def singulars(word: str) -> tuple[str, ...]:
    """The word and the singulars it may be the plural of, likeliest first."""
    forms = [word]
    if word.endswith("people"):
        forms.append(word[: -len("people")] + "person")
    elif word.endswith("men"):
        forms.append(word[:-3] + "man")
    elif word == "children" or word.endswith("children"):
        forms.append(word[:-3])
    elif word.endswith("wives"):
        forms.append(word[:-3] + "fe")
    elif word.endswith("ies"):
        forms.extend((word[:-3] + "y", word[:-1]))
    elif word.endswith("s") and not word.endswith("ss"):
        forms.extend((word[:-1], word[:-2] if word.endswith("es") else word[:-1]))
    return tuple(dict.fromkeys(forms))
