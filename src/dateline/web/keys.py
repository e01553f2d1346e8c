"""The keys of the review pages, with what a project's settings change.

In: keys.toml and the table [review.keys] of dateline.toml. Out: `Key`s by name; DatelineError in one line where a
name is unknown, a key is no single key, or two things that work on one page would have the same key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.errors import DatelineError

SHOWN = {" ": "Space", "ArrowRight": "→", "ArrowLeft": "←", "ArrowDown": "↓", "ArrowUp": "↑"}
NAMED = (*SHOWN, "Home", "End", "PageUp", "PageDown", "Backspace", "Delete", "Insert")
TOGETHER = {"all": ("all", "event", "words", "pairs"), "event": ("all", "event", "words"),
            "words": ("all", "event", "words"), "pairs": ("all", "pairs")}  # fmt: skip
DIGITS = frozenset("123456789")  # choose among rival values


@dataclass(frozen=True, slots=True)
class Key:
    """One key; `where`: all, event, words, pairs."""

    name: str
    key: str
    where: str
    words: str

    @property
    def shown(self) -> str:
        """The key as it is written on buttons."""
        return SHOWN.get(self.key, self.key)


@cache
def usual() -> dict[str, Key]:
    """The keys as dateline has them."""
    table = tomllib.loads(files(__package__).joinpath("keys.toml").read_text("utf-8"))
    return {name: Key(name, **row) for name, row in table.items()}


def keys(changed: Mapping[str, str]) -> dict[str, Key]:
    """The keys under a project's settings."""
    found = dict(usual())
    for name, key in changed.items():
        if name not in found:
            raise DatelineError(f"[review.keys] {name}: no such key; there are {', '.join(found)}")
        key = " " if key == "Space" else key
        if (len(key) != 1 and key not in NAMED) or key in DIGITS:
            raise DatelineError(f"[review.keys] {name} = {key!r}: give one sign, or one of {', '.join(NAMED[1:])}")
        found[name] = Key(name, key, found[name].where, found[name].words)
    for one in found.values():
        for two in found.values():
            if one.name < two.name and one.key == two.key and two.where in TOGETHER[one.where]:
                raise DatelineError(f"[review.keys]: {one.name} and {two.name} would both be {one.shown!r}")
    return found
