"""The word lists of ingest, read once from words.toml beside this file.

In: nothing. Out: the tables as plain dicts and sets.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, Any]:
    """words.toml as it stands."""
    return tomllib.loads(files("dateline.ingest").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def months() -> dict[str, int]:
    """Month name, lower case -> its number."""
    return {name: int(number) for number, names in words()["months"].items() for name in names}


@cache
def hyphens() -> tuple[frozenset[str], frozenset[str]]:
    """Word parts after which, and before which, a hyphen at a line end stays."""
    table = words()["hyphen"]
    return frozenset(table["keep_after"]), frozenset(table["keep_before"])
