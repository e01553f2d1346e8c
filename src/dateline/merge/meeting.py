"""Which accounts of the same block meet in time, for all blocks of one kind at once.

In: rows of (block, first day, last day, account), all whole numbers. Out: pairs of accounts whose days meet, or nearly,
each once and in order. Blocks stand on one line of days, far apart; sorted by first day, all that an account meets and
that comes after it lies in one run, and the ends of all runs are looked up together. Pairs are made a part at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.likeness import each_once

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Some = npt.NDArray[np.bool_]
SPAN = 1 << 33  # days from one block to the next, more than lie between any two days of a block
HALF = 32  # bits of a pair that hold its second account
PART = 1 << 20  # pairs made at a time


@dataclass(frozen=True)
class Filed:
    """What is filed, sorted by first day; days are places on the line of all blocks."""

    first: Numbers
    last: Numbers
    account: Numbers

    def only(self, some: Some) -> Filed:
        """Some of it."""
        return Filed(self.first[some], self.last[some], self.account[some])


def filed(rows: Numbers) -> Filed:
    """What shares its block with others."""
    block, first, last, account = rows[np.bincount(rows[:, 0])[rows[:, 0]] > 1].T
    first, last = block * SPAN + first, block * SPAN + last
    order = np.argsort(first, kind="stable")
    return Filed(first[order], last[order], account[order])


def uncrowded(told: Filed, reach: int, most: int) -> Filed:
    """Without what meets more than `most` of its block, itself included."""
    begun = np.searchsorted(told.first, told.last + reach, "right")
    over = np.searchsorted(np.sort(told.last), told.first - reach, "left")
    return told.only(begun - over <= most)


def meeting(told: Filed, reach: int, vague: Some) -> Numbers:
    """The pairs of which one at least is vague (`vague` says so of each account), packed in one number each."""
    some = vague[told.account]
    parts = [*_pairs(told, some, np.ones_like(some), reach), *_pairs(told, ~some, some, reach)]
    return each_once(np.concatenate([np.zeros(0, np.int64), *parts]))


def unpacked(pairs: Numbers) -> Iterator[tuple[int, int]]:
    """The two accounts of each pair, the smaller number first."""
    one, two = sides(pairs)
    yield from zip(one.tolist(), two.tolist(), strict=True)


def sides(pairs: Numbers) -> tuple[Numbers, Numbers]:
    """The first account of every pair, and the second."""
    return pairs >> HALF, pairs & ((1 << HALF) - 1)


def km(lat1: Floats, lon1: Floats, lat2: Floats, lon2: Floats) -> Floats:
    """Great-circle distances in kilometres, of many pairs of points at once."""
    a, b = np.radians(lat1), np.radians(lat2)
    h = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(lon2 - lon1) / 2) ** 2
    far: Floats = 2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(1.0, h)))
    return far


def _pairs(told: Filed, which: Some, others: Some, reach: int) -> Iterator[Numbers]:
    """Each of `which` with those of `others` that come after it and begin before it is over."""
    one, two = np.flatnonzero(which), np.flatnonzero(others)
    begin = np.searchsorted(two, one, "right")
    sizes = np.searchsorted(told.first[two], told.last[one] + reach, "right") - begin
    sums = np.cumsum(sizes)
    cuts = np.searchsorted(sums, np.arange(PART, sums[-1] if len(sums) else 0, PART))
    for part in np.split(np.arange(len(one)), cuts):
        size, ends = sizes[part], np.cumsum(sizes[part])
        run = np.arange(size.sum()) + np.repeat(begin[part] + size - ends, size)
        left, right = told.account[np.repeat(one[part], size)], told.account[two[run]]
        yield each_once(np.minimum(left, right) << HALF | np.maximum(left, right))
