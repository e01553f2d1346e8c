"""The tables of this room: datasets.toml (columns and codes of datasets), compare.toml (weights and words).

In: nothing. Out: the tables, each read once.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def datasets() -> dict[str, Any]:
    """What is known of the datasets."""
    return _read("datasets.toml")


@cache
def settings() -> dict[str, Any]:
    """How pairs are weighed, and the words of the result."""
    return _read("compare.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
