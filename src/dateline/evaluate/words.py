"""The scorer's word lists, read once.

In: words.toml. Out: its tables by name.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One table of words.toml; KeyError where there is none of that name."""
    found: dict[str, Any] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))[name]
    return found
