"""Krippendorff's alpha for named values: how far coders agree beyond what chance gives.

In: units, each with what every coder called it (None: that coder did not code it). Out: alpha: 1 is full
agreement, 0 what chance gives; None where fewer than two codings can be paired or nothing varies.
Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def nominal_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Alpha over units x coders, with missing values."""
    told = [[value for value in unit if value is not None] for unit in units]
    paired = [values for values in told if len(values) > 1]
    totals = Counter(value for values in paired for value in values)
    count = totals.total()
    if len(totals) < 2:
        return None
    observed = sum(_unlike(Counter(values)) / (len(values) - 1) for values in paired)
    expected = _unlike(totals) / (count - 1)
    return 1 - observed / expected


def _unlike(counts: Counter[Hashable]) -> int:
    """How many ordered pairs of different values there are."""
    total = counts.total()
    return total * total - sum(number * number for number in counts.values())
