"""The tolls of two accounts side by side: the same number, a rising toll, or numbers far apart.

In: the `Facts` of two accounts, the earlier published first. Out: a `Reason` for each harm told by both.
"""

from __future__ import annotations

from dateline.likeness.facts import HARMS, Facts
from dateline.likeness.weights import table
from dateline.model.claims import Reason

Whom = dict[str, frozenset[int]]
FACTOR, FAR_FACTOR, FAR_ABOVE = 3, 10, 10


def compare_tolls(left: Facts, right: Facts) -> tuple[Reason, ...]:
    """One reason for each harm that both give a number for, the best that like and like give."""
    found: list[Reason] = []
    if not left.tolls or not right.tolls:
        return ()
    for harm in HARMS:
        first, second = ({whom: n for h, whom, n in f.tolls if h == harm} for f in (left, right))
        if not first or not second:
            continue
        alike = [
            _compare(harm, first[w], second[w], _ordered(left, right)) for w in sorted(first.keys() & second.keys())
        ]
        alike += _shared_across(harm, first, second)
        if alike:
            found.append(max(alike, key=lambda reason: (reason.weight, reason.seen)))
    return tuple(found)


def _shared_across(harm: str, first: Whom, second: Whom) -> list[Reason]:
    """The same number for people called differently ("four people", "four civilians")."""
    mine, yours = (frozenset(n for numbers in side.values() for n in numbers) for side in (first, second))
    shared = mine & yours
    return [_same(harm, max(shared))] if shared else []


def _ordered(left: Facts, right: Facts) -> bool:
    return left.published is not None and right.published is not None and left.published < right.published


def _compare(harm: str, first: frozenset[int], second: frozenset[int], ordered: bool) -> Reason:
    weigh = table("tolls")
    shared = first & second
    if shared:
        return _same(harm, max(shared))
    a, b = min(((x, y) for x in first for y in second), key=lambda p: (_ratio(*p), p))
    pair = f"{a} and {b} {harm}"
    ratio = _ratio(a, b)
    if ratio > FAR_FACTOR and max(a, b) > FAR_ABOVE:
        return Reason(harm, f"{pair} are far apart", weigh["far"])
    if ratio > FACTOR:
        return Reason(harm, f"{pair} are apart", weigh["apart"])
    if ordered and b > a:
        return Reason(harm, f"{pair} are compatible as a rising toll", weigh["rising"])
    if ordered and ratio > 1.5:
        return Reason(harm, f"{pair}: the later report gives fewer", weigh["falling"])
    return Reason(harm, f"{pair} are compatible as two counts", weigh["near"])


def _same(harm: str, number: int) -> Reason:
    return Reason(harm, f"both say {number} {harm}", table("tolls")[_size(number)])


def _size(number: int) -> str:
    names = ("none", "one", "two")
    return names[number] if number < len(names) else "few" if number < 10 else "many"


def _ratio(a: int, b: int) -> float:
    return max(a, b, 1) / max(min(a, b), 1) if min(a, b) else max(a, b) + 1.0
