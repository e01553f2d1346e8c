"""The words that a pattern can match, so that it is tried only where they stand.

In: a regular expression. Out: its `Wording`: the words that a match can be, begin with, end with, hold; never one too
few, at times one too many. A word is a run of letters and digits in lower case, each digit a 0 and four of them at
most ("12th" is "00th"); "*" in it stands for any letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import groupby
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

MOST = 8  # times that a part is repeated at most within a word
ENDED = " "  # after a last word that is over
LONG = (("00000", "0000"), ("**", "*"))
_DIGIT = re.compile(r"\d")
Words = frozenset[str]
Part = tuple[Any, Any]


def spelt(word: str) -> str:
    """A word in lower case as it stands in a `Wording`."""
    return word if word.isalpha() else _cut(_DIGIT.sub("0", word))


def _cut(word: str) -> str:
    for long, short in LONG:
        while long in word:
            word = word.replace(long, short)
    return word


class Wording(NamedTuple):
    """What a match that begins at a word can be told in: the one that it is, its first, its last, any of its words."""

    alone: Words
    first: Words
    last: Words
    every: Words


class Shape(NamedTuple):
    """What a part of a pattern matches: a bit of a word, or what stands before, after and between the gaps in it."""

    whole: Words = frozenset()
    left: Words = frozenset()
    right: Words = frozenset()
    inner: Words = frozenset()


def shape(*bits: Iterable[str]) -> Shape:
    """The shape of those bits."""
    return Shape(*map(frozenset, bits))


NOTHING, GAP, DIGIT, LETTERS = shape([""]), shape([], [""], [""]), shape(["0"]), shape(["*"])
CLASSES = {
    kinds.CATEGORY_DIGIT: DIGIT,
    kinds.CATEGORY_SPACE: GAP,
    kinds.CATEGORY_WORD: shape(["0", "*"]),
}


def either(shapes: Iterable[Shape]) -> Shape:
    """The shape of one or the other."""
    return Shape(*(frozenset().union(*bits) for bits in zip(*shapes, strict=True)))


ANYTHING = either((GAP, DIGIT, LETTERS))


def then(one: Shape, two: Shape) -> Shape:
    """The shape of one after the other."""
    ends = {_joined(a, b) for a in one.right for b in two.whole} | (two.right - {""})
    if "" in two.right:  # a gap with nothing after it: the word before is over
        ends |= {_over(_joined(a, b)) for a in one.right | one.whole for b in two.left}
    return shape(
        (_joined(a, b) for a in one.whole for b in two.whole),
        one.left | {_joined(a, b) for a in one.whole for b in two.left},
        ends,
        one.inner | two.inner | ({_joined(a, b).rstrip() for a in one.right for b in two.left} - {""}),
    )


def _joined(one: str, two: str) -> str:
    if not two:
        return one
    return two if one.endswith(ENDED) else _cut(one + two)


def _over(word: str) -> str:
    return word if not word or word.endswith(ENDED) else word + ENDED


class _Reader:
    """Reads the tree of one pattern."""

    def __init__(self) -> None:
        self.groups: dict[int, Shape] = {}

    def sequence(self, parts: Iterable[Part]) -> Shape:
        return reduce(then, self.shapes(parts), NOTHING)

    def shapes(self, parts: Iterable[Part]) -> Iterator[Shape]:
        for letters, run in groupby(parts, _is_letter):
            if letters:
                yield shape([spelt("".join(chr(code) for _, code in run).lower())])
            else:
                yield from (self.part(kind, known) for kind, known in run)

    def part(self, kind: Any, known: Any) -> Shape:
        if kind is kinds.LITERAL:
            return char(known)
        if kind is kinds.IN:
            return either(self.part(*item) for item in known) if known[0][0] is not kinds.NEGATE else ANYTHING
        if kind is kinds.RANGE:
            return span(*known)
        if kind is kinds.CATEGORY:
            return CLASSES.get(known, ANYTHING)
        if kind is kinds.BRANCH:
            return either(map(self.sequence, known[1]))
        if kind is kinds.SUBPATTERN:
            group, *_, inner = known
            self.groups[group] = self.sequence(inner)
            return self.groups[group]
        if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            return self.repeat(*known)
        if kind in (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT):
            return NOTHING
        if kind is kinds.GROUPREF:
            return self.groups[known]
        if kind is kinds.GROUPREF_EXISTS:
            return either(self.sequence(branch or ()) for branch in known[1:])
        return ANYTHING

    def repeat(self, least: int, most: int, inner: Any) -> Shape:
        once = self.sequence(inner)
        out = reduce(then, [once] * min(least, MOST), NOTHING)
        for _ in range(min(int(most), MOST) - least):
            more = either((out, then(out, once)))
            if more == out:
                break
            out = more
        return out


def _is_letter(part: Part) -> bool:
    return part[0] is kinds.LITERAL and chr(part[1]).isalnum()


def char(code: int) -> Shape:
    """The shape of one character."""
    letter = chr(code).lower()
    return shape([spelt(letter)]) if letter.isalnum() else GAP


def span(low: int, high: int) -> Shape:
    """The shape of a character between two: a short span letter by letter."""
    return either(map(char, range(low, high + 1))) if high - low < MOST + 2 else LETTERS


def wording(pattern: str) -> Wording:
    """The words of a pattern."""
    found = _Reader().sequence(parser.parse(pattern))
    ends = {word.rstrip() for word in found.right}
    alone = found.whole | {word for word in found.left if word + ENDED in found.right}
    first, last = found.whole | found.left, found.whole | ends
    return Wording(*(frozenset(words - {""}) for words in (alone, first, last, first | last | found.inner)))
