"""From a share to a probability: how often a place chosen with such a share was right.

In: place_calibration.toml, and the best candidates of a name with their shares. Out: the same candidates with
probabilities; what the first leaves is divided among the others as before.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from dateline.model.values import Candidate


@cache
def knots() -> tuple[tuple[float, float], ...]:
    """Pairs of share and probability, rising."""
    data = tomllib.loads(files(__package__).joinpath("place_calibration.toml").read_text("utf-8"))
    return tuple((float(share), float(right)) for share, right in data["knots"])


def probability(share: float) -> float:
    """How likely a place with that share is the right one."""
    for (left, low), (right, high) in pairwise(knots()):
        if share <= right:
            return low + (high - low) * (share - left) / (right - left)
    return knots()[-1][1]


def calibrated(ranked: Sequence[tuple[float, Candidate]]) -> tuple[Candidate, ...]:
    """The candidates, each given with its share, with probabilities as scores; they still sum to at most 1."""
    if not ranked:
        return ()
    (share, _), *others = ranked
    first, left, rest = probability(share), 1 - share, sum(more for more, _ in others)
    scale = min(1 - first, left) / left if left > 0 and rest else 0.0
    likely = [first, *(more * scale for more, _ in others)]
    return tuple(dataclasses.replace(c, score=round(p, 4)) for (_, c), p in zip(ranked, likely, strict=True))
