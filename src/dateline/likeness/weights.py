"""The weights of likeness, read from weights.toml, and the score that they add up to.

In: reasons. Out: their sum in bits with the prior, and that as a number between 0 and 1.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.model.claims import Reason


@cache
def table(name: str) -> Mapping[str, Any]:
    """One table of weights.toml."""
    return dict(_all()[name])


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("weights.toml").read_text("utf-8"))


def bits(reasons: Iterable[Reason]) -> float:
    """The sum of the weights and the prior."""
    prior: float = _all()["prior"]
    return prior + sum(sorted(reason.weight for reason in reasons))


def score(reasons: Iterable[Reason]) -> float:
    """How likely one event, 0 to 1: the logistic of the bits, rounded to six digits."""
    total = max(-60.0, min(60.0, bits(reasons)))
    return round(1 / (1 + float(2.0**-total)), 6)


@cache
def near_types(left: str, right: str) -> bool:
    """Whether reports take these two sub-events for one another, or they are the same."""
    return left == right or any(left in group and right in group for group in table("near").values())


@cache
def near_weapons(left: str, right: str) -> bool:
    """Whether reports take these two weapons for one another, or they are the same."""
    return left == right or any(left in group and right in group for group in table("near_weapons").values())
