"""Names in a paragraph in capitals: acronyms, countries and peoples, places, persons, armed groups.

In: a `Page`. Out: the same, with the case of those words set. A word that no English list knows is a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dateline.actors import load_actors
from dateline.actors.countries import country_of
from dateline.extract.casing_page import Page, name
from dateline.extract.casing_words import NOUN, UNKNOWN, WORD, data, kind
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.names import key

BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]")
VOWELS = frozenset("aeiouy")
LONGEST_NAME = 4  # words
LARGE, LARGE_NAMES = 100_000, 50_000  # people in a place whose name is also a noun; the same for several words


def known_acronyms(page: Page, original: str) -> None:
    """Acronyms: the listed ones, those the actor file writes so, those in brackets, those without vowels."""
    bracketed = {match[1].lower() for match in BRACKETED.finditer(original) if kind(match[1].lower()) == UNKNOWN}
    index = load_actors().index
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        if stem in data()["particles"] and i and page.gap(i - 1) == "-":
            continue
        unknown = kind(stem) == UNKNOWN
        known = stem in data()["acronyms"] or stem in bracketed or (unknown and f"={stem.upper()}" in index)
        titled = stem in data()["titles"] or stem in data()["doubtful_months"]
        if known or (unknown and 1 < len(stem) < 7 and not titled and not VOWELS.intersection(stem)):
            page.case[i] = "upper"


def countries(page: Page) -> None:
    """Countries, their adjectives and peoples."""
    for i in range(len(page.low)):
        for size in range(min(LONGEST_NAME, len(page.low) - i), 0, -1):
            words = " ".join(word.removesuffix("'s").title() for word in page.low[i : i + size])
            if (
                page.joined(i, size)
                and len(words) > 3
                and country_of(words.replace(" And ", " and ").replace(" Of ", " of "))
            ):
                name(page, i, size)
                break


def places(page: Page) -> None:
    """Names of several words in the gazetteer: one of them no English word, or all of them nouns and the place large."""
    gazetteer, i = open_gazetteer(), 0
    while i < len(page.low):
        size = next(
            (n for n in range(LONGEST_NAME, 1, -1) if page.joined(i, n) and named(page.low[i : i + n], gazetteer.find)),
            0,
        )
        name(page, i, size)
        i += size or 1


def named(words: list[str], find: object) -> bool:
    """Whether the words are the name of a place."""
    words = [*words[:-1], words[-1].removesuffix("'s")]
    kinds = [kind(word) for word in words]
    inner = data()["particles"] | data()["openers"]
    if (
        (kinds[-1] == WORD
        and words[-1] not in inner)
        or all(k == WORD and w not in inner for k, w in zip(kinds, words, strict=True))
    ):
        return False
    if kinds[0] == WORD and words[0] not in inner:
        return False
    found = find(key(" ".join(words)))  # type: ignore[operator]
    return bool(found) and (
        UNKNOWN in kinds or any(c.feature in ("A1", "C") or c.population >= LARGE_NAMES for c in found)
    )


def single(page: Page) -> None:
    """Words that no English list knows, nouns that name a large place, first names and peoples."""
    find = open_gazetteer().find
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        if i in page.case or len(stem) < 2 or stem in data()["particles"]:
            continue
        what = kind(stem)
        if what == UNKNOWN or stem in data()["names"] or (what == NOUN and any(
            c.score >= 0.95 and (c.feature in ("A1", "C") or c.population >= LARGE) for c in find(key(stem))
        )):
            page.case[i] = "title"


def actors(page: Page, original: str) -> None:
    """Names of the actor file; one of a single English word needs more than that."""
    for hit in load_actors().scan(original):
        inside = [i for i, word in enumerate(page.words) if hit.start <= word.start() < hit.end]
        if len(inside) == 1 and (kind(page.low[inside[0]]) == WORD or page.case.get(inside[0]) == "upper"):
            continue
        for i in inside:
            small = len(page.low[i]) < 4 and kind(page.low[i]) == WORD and i != inside[0]
            page.case[i] = page.case.get(i, "title") if not small else "lower"
