"""Names that stand in a text, levelled so that two spellings of one name meet.

In: an English text. Out: a key for each name -> the name as written. Names are words that have a capital inside a
sentence and never stand without one in the same text; a run of such words is a name as well ("Tha Yet Kan"). Left out
are words that many stories share (names.toml), countries, their peoples, and what is shorter than four letters.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from dateline.actors import country_of
from dateline.gazetteer.names import key, loose

FIRST = r"[^\W\d_\x00-@\[-\x7f]"  # no a-z, no sign of ASCII: said so, most characters are passed over at once
CAPITAL = rf"{FIRST}[^\W\d_A-Z](?:[\w’'‘-])*"
RUN = re.compile(rf"{CAPITAL}(?: {CAPITAL})*")
WORD = re.compile(r"[^\W\d_][\w’'‘]*")
INSIDE = re.compile(rf"{FIRST}(?<=[\w,;)’'] .)[\w’'‘]*")  # words inside a sentence
GENITIVE = re.compile(r"[’']s$")
LEAST = 4  # letters
Names = Mapping[str, str]  # key -> name as written


@cache
def common() -> frozenset[str]:
    """Words with a capital that are no name of one story."""
    table = tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))
    return frozenset(word for row in table.values() for word in row)


def names(text: str, start: int = 0, end: int | None = None) -> Names:
    """Key -> name as written, of the names between two offsets of the text, in the order of the text."""
    last = len(text) if end is None else end
    found: dict[str, str] = {}
    for at, rows in _told(text):
        if start <= at < last:
            for form, name in rows:
                found.setdefault(form, name)
    return found


@lru_cache(maxsize=64)
def _told(text: str) -> tuple[tuple[int, tuple[tuple[str, str], ...]], ...]:
    """Where each run of names begins, and its names with their keys."""
    known = proper(text)
    found = []
    for run in RUN.finditer(text):
        words = [word for word in _words(run.group()) if word in known]
        whole = [" ".join(words)] if len(words) > 1 else []
        if rows := tuple((form, name) for name in (*words, *whole) if (form := named(name))):
            found.append((run.start(), rows))
    return tuple(found)


@lru_cache(maxsize=100_000)
def _words(run: str) -> tuple[str, ...]:
    return tuple(GENITIVE.sub("", word) for word in WORD.findall(run))


def proper(text: str) -> frozenset[str]:
    """The words that have a capital inside a sentence, and never stand without one."""
    small = set(text.split())
    inside = (GENITIVE.sub("", word) for word in set(INSIDE.findall(text)))
    return frozenset(word for word in inside if word.lower() not in small)


@lru_cache(maxsize=200_000)
def named(name: str) -> str:
    """The key of a name; "" for what is no name of one story."""
    if name.lower() in common() or country_of(name):
        return ""
    form = loose(key(name))
    return form if len(form) >= LEAST else ""
