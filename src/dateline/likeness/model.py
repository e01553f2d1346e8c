"""The model of likeness, read from model.toml: what each level of each comparison weighs.

In: what comparisons saw. Out: the weight of each in bits, log2(m / u) after Fellegi and Sunter, and the score
that the weights and the prior add up to. The model is fitted by training/likeness.py; a coder can read and change it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2
from typing import NamedTuple

from dateline.model.claims import Reason


class Seen(NamedTuple):
    """What one comparison sees: its level, the field it speaks of, and that in words."""

    comparison: str
    level: str
    field: str
    words: str


@dataclass(frozen=True)
class Model:
    """`prior` in bits; comparison -> level -> weight in bits."""

    prior: float
    weights: dict[str, dict[str, float]]


@cache
def model() -> Model:
    """The model of the package."""
    table = tomllib.loads(files(__package__).joinpath("model.toml").read_text("utf-8"))
    share, levels = table["share"], table["levels"]
    weights = {name: {level: float(row["bits"]) for level, row in rows.items()} for name, rows in levels.items()}
    return Model(round(log2(share / (1 - share)), 2), weights)


def weight(seen: Seen) -> float:
    """The weight of what was seen, in bits; 0 for a level that no pair was seen at."""
    return model().weights.get(seen.comparison, {}).get(seen.level, 0.0)


def bits(reasons: Iterable[Reason]) -> float:
    """The sum of the weights and the prior."""
    return _sum(reason.weight for reason in reasons)


def score(reasons: Iterable[Reason]) -> float:
    """How likely one event, 0 to 1: the logistic of the bits, rounded to six digits."""
    return _logistic(bits(reasons))


def likely(seen: Iterable[Seen]) -> float:
    """The same of what comparisons saw."""
    return _logistic(_sum(map(weight, seen)))


def _sum(weights: Iterable[float]) -> float:
    return model().prior + sum(sorted(weights))


def _logistic(total: float) -> float:
    return round(1 / (1 + float(2.0 ** -max(-60.0, min(60.0, total)))), 6)
