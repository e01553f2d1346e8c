"""What is taken for one another, as data: words.toml.

In: nothing. Out: its tables; whether reports take two kinds of event, or two weapons, for one another.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """One table of words.toml."""
    return dict(_all()[name])


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


@cache
def near_types(left: str, right: str) -> bool:
    """Whether reports take these two sub-events for one another, or they are the same."""
    return left == right or any(left in group and right in group for group in table("near").values())


@cache
def near_weapons(left: str, right: str) -> bool:
    """Whether reports take these two weapons for one another, or they are the same."""
    return left == right or any(left in group and right in group for group in table("near_weapons").values())
