"""The names of the persons that a text names in full, word by word: who a single name later stands for.

In: named entities of a parsed text. Out: sets of words, none with a possessive "'s".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from dateline.text import text_of

POSSESSIVE = re.compile(r"['’][sS]$")


def _in_full(entities: Iterable[Span]) -> Iterator[list[str]]:
    """The words of each person named by two words or more."""
    persons = (entity for entity in entities if entity.label_ == "PERSON")
    told = (text_of(entity.doc)[entity.start_char : entity.end_char] for entity in persons)
    names = (POSSESSIVE.sub("", name).split() for name in told)
    return (name for name in names if len(name) > 1)


def surnames(entities: Iterable[Span]) -> frozenset[str]:
    """The last words of the names."""
    return frozenset(name[-1] for name in _in_full(entities))


def bare_names(entities: Iterable[Span]) -> frozenset[str]:
    """The first and the last words of the names."""
    return frozenset(word for name in _in_full(entities) for word in (name[0], name[-1]))
