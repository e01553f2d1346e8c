"""From a share to a probability: how often a place chosen with such a share was right.

In: place_calibration.toml, and the best candidates of a name with their shares. Out: the same candidates with
probabilities; what the first leaves is divided among the others as before.
"""

from __future__ import annotations

import tomllib
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


def calibrated(ranked: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates with probabilities in place of shares; they still sum to at most 1."""
    if not ranked:
        return ()
    first, rest = probability(ranked[0].score), sum(c.score for c in ranked[1:])
    left = 1 - ranked[0].score
    scale = min(1 - first, left) / left if left > 0 and rest else 0.0
    likely = [first, *(c.score * scale for c in ranked[1:])]
    return tuple([rescored(c, round(p, 4)) for c, p in zip(ranked, likely, strict=True)])


def rescored(c: Candidate, score: float) -> Candidate:
    """The candidate with another score."""
    return Candidate(
        c.name, c.geonameid, c.lat, c.lon, c.country, c.admin1, c.admin2, c.feature, c.population, score
    )  # fmt: skip
