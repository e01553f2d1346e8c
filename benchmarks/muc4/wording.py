"""How values are written in the keys' syntax: capitals, no article, a fill each; and fill.toml.

In: words of a text. Out: `Fill`s.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from benchmarks.muc4.syntax import Fill, Option

ARTICLE = re.compile(r"^(?:THE|AN?)\s+")
ASIDE = re.compile(r"\s*[(\[](?:[^()\[\]]*$|[^()\[\]]*[)\]]$)")
BRACKETS, SO_CALLED = re.compile(r"\s*[(\[].*$"), re.compile(r"^(?:SELF-STYLED|SO-CALLED|SELF-PROCLAIMED)\s+")
SEVERAL = re.compile(r"^(?:(?:SEVERAL|VARIOUS|MANY|SOME|NUMEROUS|OTHER|ANOTHER|SAME|NEARBY)\s+)+")
DOUBT = re.compile(r"^(?:(?:ALLEGED|SUSPECTED|PRESUMED|SUPPOSED|PROBABLE|APPARENTLY|REPORTEDLY)\s+)+")
COUNT = re.compile(
    r"^(?:ABOUT|AT LEAST|SOME|NEARLY|MORE THAN|OVER|ANOTHER|OTHER|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN"
    r"|\d[\d,]*)\s+"
)


@cache
def table() -> dict[str, Any]:
    """fill.toml."""
    return tomllib.loads(Path(__file__).with_name("fill.toml").read_text("utf-8"))


def upper(words: str) -> str:
    """The words in capitals, without an article before them."""
    return ARTICLE.sub("", " ".join(words.upper().split()))


def one(value: str | None) -> tuple[Fill, ...]:
    """The slot's only fill; none where the value is empty."""
    return (Fill((Option(value),)),) if value else ()


def strings(values: Iterable[str]) -> tuple[Fill, ...]:
    """A fill for each value, each once."""
    return tuple(Fill((Option(value),)) for value in dict.fromkeys(values) if value)


def without_number(words: str) -> str:
    """Words in capitals without the numbers that count them."""
    while (bare := COUNT.sub("", words)) != words:
        words = bare
    return words


def uncounted(words: str) -> str:
    """Words in capitals without "several" or "other" before them."""
    return SEVERAL.sub("", words)


def undoubted(words: str) -> str:
    """Words in capitals without a word of doubt before them ("alleged")."""
    return DOUBT.sub("", words)


def bare(name: str) -> str:
    """A group's name without what stands in brackets behind it, and without "so-called" before it."""
    return BRACKETS.sub("", SO_CALLED.sub("", name)).strip()


def goes_on(token: Token) -> bool:
    """Is it the end of a line, and of no paragraph?"""
    return token.is_space and "\n\n" not in token.text


def without_aside(words: str) -> str:
    """Words without what stands in brackets behind them."""
    return ASIDE.sub("", words)


def in_full(name: str, names: Iterable[str]) -> str:
    """The longest of the names that holds the name; "" where none does."""
    return max((full for full in names if f" {name} " in f" {full} "), key=len, default="")
