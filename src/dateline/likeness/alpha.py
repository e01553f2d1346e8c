"""Krippendorff's alpha: how far two or more coders agree beyond chance.

In: units, each with the values that its coders gave. Out: alpha: 1 is full agreement, 0 what chance would
give, below 0 worse than chance. After Krippendorff, Content Analysis (2004), chapter 11; any number of
coders, values may be missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import Any

Distance = Callable[[Any, Any], float]


def nominal(one: Hashable, two: Hashable) -> float:
    """Equal or not."""
    return float(one != two)


def ratio(one: float, two: float) -> float:
    """Numbers by their proportion (0 or more): squared difference over sum."""
    return ((one - two) / (one + two)) ** 2 if one + two else 0.0


def alpha(units: Iterable[Sequence[Any]], distance: Distance = nominal) -> float | None:
    """Alpha over the units; None in a unit's place is a missing value.

    None where no unit has two values, or where all values are one and the same (chance cannot disagree).
    """
    observed, values = 0.0, Counter[Any]()
    for unit in units:
        given = [value for value in unit if value is not None]
        if len(given) < 2:
            continue
        values.update(given)
        observed += 2 * sum(distance(a, b) for a, b in combinations(given, 2)) / (len(given) - 1)
    expected = 2 * sum(n * m * distance(a, b) for (a, n), (b, m) in combinations(values.items(), 2))
    return 1 - observed * (values.total() - 1) / expected if expected else None
