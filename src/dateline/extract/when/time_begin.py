"""Which rules may begin with given letters, so that few of them are tried at each word.

In: compiled patterns. Out: for the next letters of a text, the numbers of the patterns that can match there; never one
too few, at times one too many. Digits count alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

DEPTH = 6  # letters looked at
ANY = "*"  # after these letters, anything
_DIGIT = re.compile(r"\d")


def _chars(items: Sequence[tuple[Any, Any]]) -> set[str]:
    out: set[str] = set()
    for kind, known in items:
        if kind is kinds.LITERAL:
            out.add(chr(known))
        elif kind is kinds.RANGE:
            out |= {chr(code) for code in range(known[0], known[1] + 1)}
        elif kind is kinds.CATEGORY and known is kinds.CATEGORY_DIGIT:
            out.add("0")
        else:
            return {ANY}
    return {_DIGIT.sub("0", char) for char in out}


def _joined(firsts: set[str], then: set[str]) -> set[str]:
    """Each beginning with each of what follows, cut to the depth."""
    done = {first for first in firsts if len(first) >= DEPTH or first.endswith(ANY)}
    more = {(first + next_)[:DEPTH] for first in firsts - done for next_ in then}
    return done | more


def _sequence(parts: Iterable[tuple[Any, Any]]) -> set[str]:
    out = {""}
    for kind, known in parts:
        out = _joined(out, _part(kind, known))
        if all(len(first) >= DEPTH or first.endswith(ANY) for first in out):
            break
    return out


def _part(kind: Any, known: Any) -> set[str]:
    if kind is kinds.LITERAL:
        return _chars([(kind, known)])
    if kind is kinds.IN:
        return _chars(known)
    if kind is kinds.BRANCH:
        return set().union(*(_sequence(branch) for branch in known[1]))
    if kind is kinds.SUBPATTERN:
        return _sequence(known[-1])
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
        return _repeat(*known)
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT):
        return {""}
    return {ANY}


def _repeat(least: int, most: int, inner: Any) -> set[str]:
    once = _sequence(inner)
    out = {""} if least == 0 else once
    for _ in range(min(int(most), DEPTH) - max(least, 0 if least == 0 else 1)):
        grown = out | _joined(out, once)
        if grown == out:
            break
        out = grown
    return out


def beginnings(pattern: str) -> frozenset[str]:
    """How a match of the pattern can begin: letters up to the depth; an end in `ANY` stands for whatever follows."""
    return frozenset(_sequence(parser.parse(pattern)))


class Chooser:
    """Chooses among patterns by the next letters of a text in lower case."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._full: dict[str, list[int]] = {}
        self._open: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            for first in beginnings(pattern):
                whole = len(first) == DEPTH and not first.endswith(ANY)
                known = self._full if whole else self._open
                known.setdefault(first.rstrip(ANY), []).append(number)
        self.at = lru_cache(maxsize=50_000)(self._at)

    def _at(self, letters: str) -> tuple[int, ...]:
        """The numbers of the patterns that may begin with these letters (`DEPTH` of them), in order."""
        key = _DIGIT.sub("0", letters)
        found = set(self._full.get(key, ()))
        for length in range(len(key) + 1):
            found.update(self._open.get(key[:length], ()))
        return tuple(sorted(found))
