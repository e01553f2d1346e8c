"""What kind of word a word in capitals is: an English word, a noun that may be a name, or no English word.

In: a lower-cased word. Out: `WORD`, `NOUN` (a noun only: "lima", "salvador") or `UNKNOWN`, by the word lists
that the parser's lemmatizer carries and by casing.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from dateline.text import pipeline

WORD, NOUN, UNKNOWN = "word", "noun", "unknown"
PREFIXES = (
    "un", "re", "non", "anti", "counter", "over", "under", "out", "mis", "dis", "inter", "multi", "semi", "pre", "post",
    "super", "sub",
)  # fmt: skip
SHORTEST = 4  # letters left when a prefix or suffix is taken off


@cache
def data() -> Mapping[str, frozenset[str]]:
    """casing.toml, its lists as sets."""
    loaded = tomllib.loads(files(__package__).joinpath("casing.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in loaded.items()}


@dataclass(frozen=True, slots=True)
class English:
    """The parser's word lists: nouns, all other words, irregular forms, and endings with what stands in their place."""

    nouns: frozenset[str]
    others: frozenset[str]
    endings: tuple[tuple[str, str], ...]


@cache
def lists() -> English:
    """The word lists of the default pipeline."""
    nlp = pipeline()
    tables: Any = nlp.get_pipe("lemmatizer")
    index, irregular, rules = (tables.lookups.get_table(f"lemma_{name}") for name in ("index", "exc", "rules"))
    others = {word for kind in ("verb", "adj", "adv") for word in (*index[kind], *names(nlp, irregular[kind]))}
    others |= set(nlp.Defaults.stop_words) | data()["english"]
    nouns = set(index["noun"]) | names(nlp, irregular["noun"])
    endings = [(old, new) for kind in ("noun", "verb", "adj") for old, new in rules[kind] if old]
    return English(frozenset(nouns - others), frozenset(others), tuple(sorted(set(endings))))


def names(nlp: Any, table: Any) -> set[str]:
    """The words of a table whose keys may be hashes."""
    return {key if isinstance(key, str) else nlp.vocab.strings[key] for key in table}


@lru_cache(maxsize=100_000)
def kind(word: str) -> str:
    """`WORD`, `NOUN` or `UNKNOWN` for a lower-cased word; a genitive or contraction counts as its stem."""
    word = word.replace("’", "'")
    stem = word.split("'")[0]
    if stem != word and len(stem) > 1:
        return WORD if word.split("'")[1] not in ("s", "") else kind(stem)
    english = lists()
    if word in data()["common"] or word in english.others:
        return WORD
    if word in english.nouns:
        return NOUN
    known = any(form in english.others or form in english.nouns for form in stems(word))
    return WORD if known or word.endswith(tuple(sorted(data()["english_endings"]))) else UNKNOWN


def stems(word: str) -> Iterator[str]:
    """What the word may be a form of: without its inflection, "-ly", or a prefix."""
    for ending, instead in lists().endings:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= SHORTEST - 1:
            yield word[: -len(ending)] + instead
    if word.endswith("ly"):
        yield word[:-2]
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST:
            yield word[len(prefix) :]
