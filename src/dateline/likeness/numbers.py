"""The tolls of two accounts side by side: the same number, a rising toll, or numbers far apart.

In: the `Facts` of two accounts, the earlier published first. Out: a `Reason` for each harm told by both.
"""

from __future__ import annotations

from dateline.likeness.facts import Facts
from dateline.likeness.weights import table
from dateline.model.claims import Reason

FACTOR, FAR_FACTOR, FAR_ABOVE = 3, 10, 10


def compare_tolls(left: Facts, right: Facts) -> tuple[Reason, ...]:
    """One reason for each harm that both give a number for."""
    later = dict(right.tolls)
    found = []
    for harm, numbers in left.tolls:
        if harm in later:
            found.append(_compare(harm, numbers, later[harm], _ordered(left, right)))
    return tuple(found)


def _ordered(left: Facts, right: Facts) -> bool:
    return left.published is not None and right.published is not None and left.published < right.published


def _compare(harm: str, first: frozenset[int], second: frozenset[int], ordered: bool) -> Reason:
    weigh = table("tolls")
    shared = first & second
    if shared:
        number = max(shared)
        return Reason(harm, f"both say {number} {harm}", weigh[_size(number)])
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


def _size(number: int) -> str:
    names = ("none", "one", "two")
    return names[number] if number < len(names) else "few" if number < 10 else "many"


def _ratio(a: int, b: int) -> float:
    return max(a, b, 1) / max(min(a, b), 1) if min(a, b) else max(a, b) + 1.0
