"""The tolls of two accounts side by side: the same number, a rising toll, or numbers far apart.

In: the `Facts` of two accounts, the earlier published first. Out: what is `Seen` of each harm told by both.
"""

from __future__ import annotations

from dateline.likeness.facts import HARMS, Facts
from dateline.likeness.model import Seen

Whom = dict[str, frozenset[int]]
LEVELS = ("many", "few", "two", "one", "none", "rising", "near", "falling", "apart", "far")  # the most telling first
FACTOR, FAR_FACTOR, FAR_ABOVE = 3, 10, 10


def observe_tolls(left: Facts, right: Facts) -> list[Seen]:
    """One for each harm that both give a number for, the best that like and like give."""
    found: list[Seen] = []
    if not left.tolls or not right.tolls:
        return found
    ordered = left.published is not None and right.published is not None and left.published < right.published
    for harm in HARMS:
        first, second = ({whom: n for h, whom, n in f.tolls if h == harm} for f in (left, right))
        if first and second:
            seen = [_observe(harm, first[w], second[w], ordered) for w in sorted(first.keys() & second.keys())]
            seen += _shared_across(harm, first, second)
            found += sorted(seen, key=lambda s: (LEVELS.index(s.level), s.words))[:1]
    return found


def _shared_across(harm: str, first: Whom, second: Whom) -> list[Seen]:
    """The same number for people called differently ("four people", "four civilians")."""
    mine, yours = (frozenset(n for numbers in side.values() for n in numbers) for side in (first, second))
    shared = mine & yours
    return [_same(harm, max(shared))] if shared else []


def _observe(harm: str, first: frozenset[int], second: frozenset[int], ordered: bool) -> Seen:
    shared = first & second
    if shared:
        return _same(harm, max(shared))
    a, b = min(((x, y) for x in first for y in second), key=lambda p: (_ratio(*p), p))
    pair, ratio = f"{a} and {b} {harm}", _ratio(a, b)
    if ratio > FAR_FACTOR and max(a, b) > FAR_ABOVE:
        return _seen("far", harm, f"{pair} are far apart")
    if ratio > FACTOR:
        return _seen("apart", harm, f"{pair} are apart")
    if ordered and b > a:
        return _seen("rising", harm, f"{pair} are compatible as a rising toll")
    if ordered and ratio > 1.5:
        return _seen("falling", harm, f"{pair}: the later report gives fewer")
    return _seen("near", harm, f"{pair} are compatible as two counts")


def _seen(level: str, harm: str, words: str) -> Seen:
    return Seen("killed" if harm == "killed" else "harms", level, harm, words)


def _same(harm: str, number: int) -> Seen:
    return _seen(_size(number), harm, f"both say {number} {harm}")


def _size(number: int) -> str:
    names = ("none", "one", "two")
    return names[number] if number < len(names) else "few" if number < 10 else "many"


def _ratio(a: int, b: int) -> float:
    return max(a, b, 1) / max(min(a, b), 1) if min(a, b) else max(a, b) + 1.0
