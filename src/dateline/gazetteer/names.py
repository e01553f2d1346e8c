"""Keys of place names: how one name in its many spellings becomes something to look up.

In: a name as written. Out: its key (folded: no case, accents, hyphens, apostrophes), the other keys
worth trying ("St X" and "Saint X", "the X"), and a loose key that levels transliterations.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
SPACES = "-–—_/‐‑,"
LENGTHENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
ARTICLES = ("al", "el", "the")
NOTHING = "’'`ʿʾ‘.ʻʼ´ʹʺ\u200b\u200e"
FOLDING = str.maketrans(LETTERS | dict.fromkeys(SPACES, " ") | dict.fromkeys(NOTHING, ""))


def folded(name: str) -> str:
    """The folded name: "Al-Ḩawījah" -> "al hawijah"."""
    name = name.casefold()
    if name.isascii() and name.isalpha():
        return name
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.translate(FOLDING).split())


key = lru_cache(maxsize=50_000)(folded)  # the same, kept for the next time


@cache
def spelling() -> tuple[frozenset[str], tuple[tuple[str, str], ...], frozenset[str]]:
    """Articles, rewrites and countries of transliteration.toml."""
    data = tomllib.loads(files(__package__).joinpath("transliteration.toml").read_text("utf-8"))
    rewrites = tuple((left, right) for left, right in data["rewrites"])
    return frozenset(data["articles"]), rewrites, frozenset(data["countries"])


@lru_cache(maxsize=300_000)
def loose_word(word: str) -> str:
    """One word of a key with its transliteration levelled: "raqqah" and "rakka" -> "raka"."""
    for left, right in spelling()[1]:
        word = word.replace(left, right)
    level = "".join(a for a, b in zip(word, word[1:] + " ", strict=True) if a != b)
    if len(level) > 3 and level[-1] == "h":
        level = level[:-1]
    return level[:-1] + "a" if len(level) > 3 and level[-1] == "i" else level


def loose(name: str) -> str:
    """The loose key of a folded name: articles dropped, words levelled and joined."""
    articles = spelling()[0]
    words = [word for word in name.split() if word not in articles]
    return "".join(loose_word(word) for word in words)


def core(name: str) -> str:
    """What a name and all its variants share: no article before it, no "city" after it, "saint" for "st"."""
    words = name.split()
    while words and words[0] in ARTICLES:
        del words[0]
    while words and words[-1] == "city":
        del words[-1]
    return " ".join([LENGTHENED.get(words[0], words[0]), *words[1:]]) if words else ""


def variants(name: str) -> list[str]:
    """The name name first, then the same name with or without what English adds to it."""
    found = [name]
    first, _, rest = name.partition(" ")
    if rest and first in LENGTHENED:
        found.append(f"{LENGTHENED[first]} {rest}")
    if rest and first == "saint":
        found.append(f"st {rest}")
    if rest and first == "the":
        found.append(rest)
    if name.endswith(" city"):
        found.append(name[:-5])
    if first in ("al", "el") and rest:
        found += [rest, ("el " if first == "al" else "al ") + rest]
    elif len(name) > 4:
        found += ["al " + name, "el " + name]
    return found
