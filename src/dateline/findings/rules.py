"""The written rules: definitions that `why` prints, and the words and orders that the rules use.

In: rules.toml beside this file. Out: `definitions()` by field and rule, `setting(...)`, `rank(...)`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def written() -> dict[str, Any]:
    """All of rules.toml."""
    return tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))


def definitions() -> Mapping[tuple[str, str], str]:
    """(field, rule) -> the rule's definition in words; the field is "" for a rule on any field."""
    rows = written()["rule"]
    return MappingProxyType({(f, row["name"]): row["definition"] for row in rows for f in row["fields"] or [""]})


@cache
def setting(table: str, key: str) -> tuple[str, ...]:
    """A list of words of rules.toml."""
    return tuple(written()[table][key])


@cache
def rank(table: str, word: str | None) -> int:
    """Where `word` stands in an order of rules.toml; unknown words come last."""
    order = setting("order", table)
    return order.index(word) if word in order else len(order)


@cache
def class_of(category: str | None) -> str:
    """armed, state, crowd or people, for ACLED's inter word; "" where there is none."""
    return next((name for name, words in written()["classes"].items() if category in words), "")
