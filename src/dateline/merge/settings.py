"""The settings of merging, read from merge.toml beside this file. Out: `Settings`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Settings:
    """See merge.toml for what each number does."""

    threshold: float
    near_miss: float
    veto: float
    veto_members: int
    days: int
    long: int
    published_days: int
    degrees: float
    marked: int


@cache
def settings() -> Settings:
    """The settings of the package."""
    table = tomllib.loads(files(__package__).joinpath("merge.toml").read_text("utf-8"))
    return Settings(**table.pop("blocking"), **table)
