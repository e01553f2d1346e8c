"""Bootstrap: how far a value would move if other documents had been drawn.

In: one row of sums for each document and a function of the summed row; or one list of numbers for each
document and a function of all numbers. Out: `Part`: the value and the bounds that hold 95 % of the values of
1,000 samples of the documents, drawn with replacement from the fixed seed of `dateline.evaluate`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.common.judged import Part
from dateline.evaluate.counts import SAMPLES, samples

Array = NDArray[np.float64]


@cache
def weights(size: int) -> Array:
    """How often each of `size` documents stands in each sample."""
    table = np.zeros((SAMPLES, size))
    for row, drawn in enumerate(samples(size)):
        for index, times in drawn:
            table[row, index] = times
    return table


def bounds(values: Sequence[float]) -> tuple[float, float]:
    """The 2.5th and the 97.5th of a hundred of the values, in order."""
    ordered = sorted(values)
    return ordered[int(len(ordered) * 0.025)], ordered[max(0, int(len(ordered) * 0.975) - 1)]


def of_sums(rows: Sequence[Sequence[float]], value: Callable[..., float]) -> Part:
    """`value(*sums)` with its interval; every row has the same length. No rows: 0."""
    if not rows:
        return Part(0.0, 0.0, 0.0)
    table = np.asarray(rows, dtype=np.float64)
    drawn = weights(len(rows)) @ table
    low, high = bounds([value(*row) for row in drawn.tolist()])
    return Part(value(*table.sum(axis=0).tolist()), low, high)


def of_numbers(rows: Sequence[Sequence[float]], value: Callable[[Array], float]) -> Part:
    """`value(all numbers)` with its interval. No numbers: 0."""
    lists = [np.asarray(row, dtype=np.float64) for row in rows if len(row)]
    if not lists:
        return Part(0.0, 0.0, 0.0)
    found = []
    for drawn in samples(len(lists)):
        found.append(value(np.concatenate([lists[i] for i, times in drawn for _ in range(times)])))
    return Part(value(np.concatenate(lists)), *bounds(found))
