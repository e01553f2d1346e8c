"""The first pass: which stretches of a text are worth the encoder's time.

In: a stretch of text. Out: may it tell of an event? It may where a word of it begins as one of first_pass.toml does, or
as a word of triggers.toml that the list does not pass over.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import load_codebook, load_toml

LETTERS = 6  # of a word that count
ENDING = re.compile("(?:ies|ied|ying|ing|ed|es|[yes])$")  # "rally" and "rallied" are alike
WORD = re.compile(r"\b[a-z]{3,}")


def heads(text: str) -> set[str]:
    """The first letters of its words in small letters, less endings: names say nothing of what happens."""
    return {ENDING.sub("", word)[:LETTERS] for word in WORD.findall(text)}


def codebook_heads() -> set[str]:
    """Those of the first words of all triggers, and of the objects that some must have."""
    entries = load_codebook().triggers.values()
    return objects() | heads(" ".join(words[0] for entry in entries for words in (*entry.verbs, *entry.nouns)))


def objects() -> set[str]:
    """Those of the objects that some triggers must have: "rifles" in "a cache of rifles was found"."""
    return heads(" ".join(word for entry in load_codebook().triggers.values() for word in sorted(entry.only_with)))


@cache
def telling() -> frozenset[str]:
    """The heads that let a stretch through."""
    listed = load_toml("first_pass.toml")
    return frozenset(codebook_heads() - set(listed["passed_over"])).union(listed["telling"], objects())


def may_tell(text: str) -> bool:
    """Has the stretch a word that may tell of an event?"""
    return not telling().isdisjoint(heads(text.casefold()))
