"""Names in a paragraph in capitals: acronyms, countries and peoples, places, persons, armed groups.

In: a `Page`. Out: the same, with the case of those words set. A word that no English list knows is a name.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.actors import load_actors
from dateline.actors.countries import country_of, table
from dateline.extract.casing_page import Page, name
from dateline.extract.casing_words import NOUN, UNKNOWN, WORD, data, kind
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.names import key
from dateline.model.values import Candidate

BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]")
VOWELS = frozenset("aeiouy")
LONGEST_NAME = 4  # words
GOOD = 0.95  # how well the name of a place must fit
LARGE, LARGE_NAMES = 100_000, 50_000  # people in a place whose name is also a noun; the same for several words


def known_acronyms(page: Page, original: str) -> None:
    """Acronyms: the listed ones, those in brackets, those that the actor file writes so, those without vowels."""
    bracketed = {match[1].lower() for match in BRACKETED.finditer(original) if kind(match[1].lower()) == UNKNOWN}
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        listed = stem in data()["acronyms"] or stem in bracketed
        if listed or (not (kind(stem) == WORD or stem in no_acronyms()) and (is_group(stem) or is_unspeakable(stem))):
            page.case[i] = "upper"


@cache
def no_acronyms() -> frozenset[str]:
    """Little words, titles, months and the words that the actor file lists as no names in capitals."""
    shadowed = {word.lower() for word in table("generic.toml")["scan"]["shadowed"]}
    return data()["particles"] | data()["titles"] | data()["doubtful_months"] | shadowed


def is_group(word: str) -> bool:
    """Whether an armed group or force is written so in capitals."""
    return f"={word.upper()}" in load_actors().index


def is_unspeakable(word: str) -> bool:
    """Whether the word is short, unknown and has no vowel."""
    return 1 < len(word) < 7 and kind(word) == UNKNOWN and not VOWELS.intersection(word)


def countries(page: Page) -> None:
    """Countries, their adjectives and peoples."""
    for i in range(len(page.low)):
        for size in range(LONGEST_NAME, 0, -1):
            words = " ".join(word.removesuffix("'s").title() for word in page.low[i : i + size])
            words = words.replace(" And ", " and ").replace(" Of ", " of ")
            if page.joined(i, size) and len(words) > 3 and country_of(words):
                name(page, i, size)
                break


def places(page: Page) -> None:
    """Names of several words in the gazetteer."""
    i = 0
    while i < len(page.low):
        sizes = (n for n in range(LONGEST_NAME, 1, -1) if page.joined(i, n) and is_place(page.low[i : i + n]))
        size = next(sizes, 0)
        name(page, i, size)
        i += size or 1


def is_place(words: list[str]) -> bool:
    """Whether words name a place: one of them is no English word, or they are nouns and the place is large."""
    words = [*words[:-1], words[-1].removesuffix("'s")]
    inner = data()["particles"] | data()["openers"]
    plain = [kind(word) == WORD and word not in inner for word in words]
    if plain[0] or plain[-1]:
        return False
    found = open_gazetteer().find(key(" ".join(words)))
    return any(UNKNOWN in map(kind, words) or large(place, LARGE_NAMES) for place in found)


def large(place: Candidate, least: int) -> bool:
    """A country, a first-level unit, or a place with that many people."""
    return place.feature in ("A1", "C") or place.population >= least


def single(page: Page) -> None:
    """Words that no English list knows, nouns that name a large place, first names and peoples."""
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        if i not in page.case and len(stem) > 1 and stem not in data()["particles"] and is_name(stem):
            page.case[i] = "title"


def is_name(word: str) -> bool:
    """Whether a word alone is a name."""
    what = kind(word)
    if what == UNKNOWN or word in data()["names"]:
        return True
    found = open_gazetteer().find(key(word)) if what == NOUN else ()
    return any(place.score >= GOOD and large(place, LARGE) for place in found)


def surnames(page: Page) -> None:
    """Words that are a surname right behind another name of a person."""
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        named = stem in data()["surnames"] or stem in data()["plain_surnames"]
        if named and i not in page.case and i > 0 and page.gap(i - 1).isspace() and page.case.get(i - 1) == "title":
            first = page.low[i - 1] in data()["names"] and (i < 2 or page.low[i - 2] not in data()["openers"])
            if first or (stem in data()["surnames"] and is_persons(page.low[i - 1])):
                page.case[i] = "title"


def is_persons(name: str) -> bool:
    """Whether the name is no English word, and no country's, people's or large place's."""
    places = open_gazetteer().find(key(name)) if kind(name) == UNKNOWN else ()
    known = country_of(name.title()) or any(place.score >= GOOD and large(place, LARGE) for place in places)
    return kind(name) == UNKNOWN and not known


def actors(page: Page, original: str) -> None:
    """Names of the actor file; one of a single English word needs more than that."""
    for hit in load_actors().scan(original):
        inside = [i for i, word in enumerate(page.words) if hit.start <= word.start() < hit.end]
        if len(inside) == 1 and (kind(page.low[inside[0]]) == WORD or page.case.get(inside[0]) == "upper"):
            continue
        for i in inside:
            small = len(page.low[i]) < 4 and kind(page.low[i]) == WORD and i != inside[0]
            page.case[i] = page.case.get(i, "title") if not small else "lower"
