"""The words and rules of news time, read from TOML and composed into regular expressions.

In: the TOML files beside this one (words, rules, feasts, holidays). Out: `RULES` (in the order of
the file), `STARTERS` (words at which a rule may begin) and `value`, what a word of a class stands for.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


WORDS = _read("time_words.toml")
FEASTS = _read("time_feasts.toml") | _read("time_holidays.toml")
_FILE = _read("time_rules.toml")
_SHAPES: dict[str, str] = dict(_FILE["shapes"])
_PHRASES: dict[str, str] = _FILE["phrases"]
_MACRO = re.compile(r"(?<!\?P)<([a-z]+)\d*>|\{([a-z]\w*)\}")
_BLANK = re.compile(r"\[[^\]]*\]| \?| ")


@dataclass(frozen=True)
class Rule:
    """A named pattern and the reader that turns its parts into days."""

    name: str
    resolve: str
    regex: re.Pattern[str]

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The class of each captured word, in order."""
        return tuple(re.sub(r"[_\d]+$", "", name) for name in self.regex.groupindex)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda w: (-len(w), w)))


def _feast_words() -> dict[str, str]:
    return {word: f["name"] for kind in ("tabled", "fixed", "nth") for f in FEASTS[kind] for word in f["words"]}


_CLASSES: dict[str, dict[str, Any]] = {**WORDS["class"], "feast": _feast_words()}
_SHAPES |= {name: _any_of(words) for name, words in _CLASSES.items()}
_SHAPES["once"] = "|".join(f["pattern"] for f in FEASTS["once"])


def value(name: str, word: str) -> Any:
    """What `word` stands for in the class `name`; KeyError where the class has no such word."""
    return _CLASSES[name][re.sub(r"\s+", " ", word).rstrip(".")]


def compose(pattern: str) -> re.Pattern[str]:
    """The pattern with its <classes> and {phrases} filled in; groups are numbered name_1, name_2, ..."""
    seen: Counter[str] = Counter()

    def fill(match: re.Match[str]) -> str:
        group, phrase = match.groups()
        if phrase:
            return _MACRO.sub(fill, _PHRASES[re.sub(r"\d+$", "", phrase)])
        seen[group] += 1
        return f"(?P<{group}_{seen[group]}>{_SHAPES[group]})"

    filled = _BLANK.sub(lambda m: {" ": " +", " ?": " *"}.get(m[0], m[0]), _MACRO.sub(fill, pattern))
    return re.compile(rf"(?:{filled})(?!\w)")


RULES = tuple(Rule(entry["name"], entry["resolve"], compose(entry["pattern"])) for entry in _FILE["rule"])


def _starters() -> frozenset[str]:
    words = list(_FILE["starts"]["words"])
    for name in _FILE["starts"]["classes"]:
        words += _CLASSES[name]
    firsts = (re.match(r"[a-z]+", word) for word in words)
    return frozenset(match[0] for match in firsts if match)


STARTERS = _starters()
