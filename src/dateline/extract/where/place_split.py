"""Splitting a text into words: names at hyphens, a possessive "'s" is no part of the word.

In: a text. Out: `Word`s in order, with offsets and what stands before each.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate
from operator import add
from typing import NamedTuple

from dateline.extract.where.place_words import words
from dateline.text.persons import POSSESSIVE

PLURAL = ("' ", "’ ")
ELIDED = re.compile(r"[dl]['’][A-Z]")


class Word(NamedTuple):
    """A word of the text; `gap` is what stands before it, `cap` whether it can be part of a name."""

    start: int
    end: int
    text: str
    gap: str
    cap: bool
    possessive: bool

    @property
    def inner(self) -> bool:
        """Whether it may stand in small letters within a name."""
        return self.text in words().inner


make_word = partial(tuple.__new__, Word)  # no call of Python code a word


def split(text: str) -> list[Word]:
    """The words of a text."""
    parts = words().word.split(text)  # gap, word, gap, word, ..., gap
    ends = list(accumulate(map(len, parts)))
    gaps, bare, starts = parts[::2], parts[1::2], ends[:-1:2]
    owned = [False] * len(bare)
    for i, word in enumerate(bare):
        if word[-1] in "sS":
            owned[i] = gaps[i + 1][:2] in PLURAL
            if POSSESSIVE.search(word):
                bare[i], owned[i] = word[:-2], True
    caps = [word[0].isupper() or (word[0] in "dl" and ELIDED.match(word) is not None) for word in bare]
    stops = map(add, starts, map(len, bare))
    return list(map(make_word, zip(starts, stops, bare, gaps, caps, owned, strict=False)))
