"""The tolls of two accounts side by side: the same number, a rising toll, or numbers far apart.

In: the `Facts` of two accounts, the earlier published first. Out: what is `Seen` of each harm told by both.
"""

from __future__ import annotations

from dateline.likeness.facts import Facts, Whom
from dateline.likeness.model import Seen

LEVELS = ("rising", "near", "falling", "apart", "far")  # of numbers that differ, the most telling first
FACTOR, FAR_FACTOR, FAR_ABOVE = 3, 10, 10


def observe_tolls(left: Facts, right: Facts) -> list[Seen]:
    """One for each harm that both give a number for, the best that like and like give."""
    ordered = left.published is not None and right.published is not None and left.published < right.published
    both = [(harm, whom, right.tolls[harm]) for harm, whom in left.tolls.items() if harm in right.tolls]
    return [seen for row in both if (seen := _observe(*row, ordered)) is not None]


def _observe(harm: str, first: Whom, second: Whom, ordered: bool) -> Seen | None:
    """The largest number that both say, of people called differently too ("four people", "four civilians"); else
    what the numbers for the same people come to."""
    shared = _told(first) & _told(second)
    if shared:
        return _same(harm, max(shared))
    seen = [_apart(harm, first[whom], second[whom], ordered) for whom in first if whom in second]
    return min(seen, key=lambda s: (LEVELS.index(s.level), s.words), default=None)


def _told(side: Whom) -> frozenset[int]:
    return frozenset().union(*side.values())


def _apart(harm: str, first: frozenset[int], second: frozenset[int], ordered: bool) -> Seen:
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
