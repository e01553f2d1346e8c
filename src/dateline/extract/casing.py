"""Text in CAPITALS made readable for the parser: the same characters, only their case changed.

In: a text. Out: a copy of exactly the same length, in which the paragraphs that are mostly in capitals are written
as an editor would write them: names, sentence starts and acronyms large, the rest small. Other paragraphs stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dateline.actors import load_actors
from dateline.actors.countries import country_of
from dateline.extract.casing_words import NOUN, UNKNOWN, WORD, data, kind
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.names import key

LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
STARTS = re.compile(
    r"(?:^|(?<!\.[a-z])[.!?]['\"”’)\]]*\s+|(?:^|--\s*)(?:[(\[][^()\[\]]*[)\]]\s*)+|^[^\n]{,120}?--\s+|[,:]\s+(?=[\"“]))"
    r"[\s\"“‘'(\[*-]*(?=[^\W\d_])"
)
CALIBRE = re.compile(r"(?<![^\W_])[a-z]{1,3}(?=-\d)")
BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]")
INITIAL = re.compile(r"(?<![^\W_])[a-z]\.(?=\s?[^\W\d_]\.|\s+[^\W\d_]{3}|[^\w\s])|(?<=[a-z]\.)[a-z]\.")
CLOCK = re.compile(r"\b[ap]\.m\.")
VOWELS = frozenset("aeiouy")
SHARE = 0.7  # of the words of a paragraph in capitals
FEWEST = 4  # words in capitals that make a paragraph one in capitals
LONGEST_NAME = 4  # words
LARGE, LARGE_NAMES = 100_000, 50_000  # people in a place whose name is also a noun; the same for several words


@dataclass(slots=True)
class Page:
    """A paragraph at work: its words with offsets, lower-cased forms, the case each shall have."""

    text: str
    words: list[re.Match[str]]
    low: list[str]
    case: dict[int, str] = field(default_factory=dict)  # word -> "title", "upper", "lower"

    def gap(self, i: int) -> str:
        """What stands between word `i` and the next."""
        return self.text[self.words[i].end() : self.words[i + 1].start()] if i + 1 < len(self.words) else ""

    def joined(self, i: int, size: int) -> bool:
        """Whether the `size` words from `i` are parted by a space, line end or hyphen alone."""
        return i + size <= len(self.words) and all(self.gap(n).strip(" -\n") == "" for n in range(i, i + size - 1))


def truecase(text: str) -> str:
    """The text with its capital paragraphs in readable case; the same length, the same letters."""
    out, last = [], 0
    for match in PARAGRAPH.finditer(text):
        if shouting(match.group()):
            out += [text[last : match.start()], recase(match.group())]
            last = match.end()
    return "".join([*out, text[last:]]) if out else text


def shouting(paragraph: str) -> bool:
    """Whether most of the words of two letters or more are in capitals, and there are a few of them."""
    words = [word for word in LETTERS.findall(paragraph) if len(word) > 1]
    capitals = sum(word.isupper() for word in words)
    return capitals >= FEWEST and capitals > SHARE * len(words)


def recase(paragraph: str) -> str:
    """A paragraph in capitals, written in readable case."""
    small = "".join(map(lower, paragraph))
    words = list(LETTERS.finditer(small))
    page = Page(small, words, [word.group().replace("’", "'") for word in words])
    known_acronyms(page, paragraph)
    for settle in (countries, calendar, places, single, titles, particles, pronouns):
        settle(page)
    actors(page, paragraph)
    return written(page)


def lower(letter: str) -> str:
    """The letter in lower case, where that is one character that leads back."""
    low = letter.lower()
    return low if len(low) == 1 and low.upper() == letter else letter


def upper(letter: str) -> str:
    """The letter in upper case, where that is one character."""
    return letter.upper() if len(letter.upper()) == 1 else letter


def written(page: Page) -> str:
    """The paragraph with every word in its case, and sentence starts and initials large."""
    letters = list(page.text)
    for i, case in page.case.items():
        start, end = page.words[i].span()
        for at in range(start, end) if case == "upper" else (range(start, start + 1) if case == "title" else ()):
            genitive = at >= end - 1 and at > start and letters[at - 1] in "'’" and letters[at] == "s"
            letters[at] = letters[at] if genitive else upper(letters[at])
    clocks = {at for clock in CLOCK.finditer(page.text) for at in range(*clock.span())}
    at_start = {match.end() for match in STARTS.finditer(page.text)}
    at_initial = {match.start() for match in INITIAL.finditer(page.text)} - clocks
    at_calibre = {at for match in CALIBRE.finditer(page.text) for at in range(*match.span())}
    for at in at_start | at_initial | at_calibre:
        letters[at] = upper(letters[at])
    return "".join(letters)


def known_acronyms(page: Page, original: str) -> None:
    """Acronyms: the listed ones, those the actor file writes so, those in brackets, those without vowels."""
    bracketed = {match[1].lower() for match in BRACKETED.finditer(original) if kind(match[1].lower()) == UNKNOWN}
    index = load_actors().index
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        unknown = kind(stem) == UNKNOWN
        known = stem in data()["acronyms"] or stem in bracketed or (unknown and f"={stem.upper()}" in index)
        titled = stem in data()["titles"] or stem in data()["doubtful_months"]
        if known or (unknown and 1 < len(stem) < 7 and not titled and not VOWELS.intersection(stem)):
            page.case[i] = "upper"


def name(page: Page, first: int, size: int) -> None:
    """Write words as a name."""
    for i in range(first, first + size):
        page.case.setdefault(i, "title")


def countries(page: Page) -> None:
    """Countries, their adjectives and peoples."""
    for i in range(len(page.low)):
        for size in range(min(LONGEST_NAME, len(page.low) - i), 0, -1):
            words = " ".join(word.removesuffix("'s").title() for word in page.low[i : i + size])
            if page.joined(i, size) and len(words) > 3 and country_of(words.replace(" And ", " and ").replace(" Of ", " of ")):
                name(page, i, size)
                break


def calendar(page: Page) -> None:
    """Weekdays and months; "may" and "march" only beside a figure or after a word that leads to a month."""
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        start, end = page.words[i].span()
        figure = re.search(r"\d(?:st|nd|rd|th)?,?\s$", page.text[:start][-6:]) or re.match(r"\.?,?\s+\d", page.text[end : end + 4])
        led = i > 0 and page.low[i - 1] in data()["before_months"] and page.joined(i - 1, 2)
        if stem in data()["days"] or stem in data()["months"] or (stem in data()["doubtful_months"] and (figure or led)):
            page.case[i] = "title"


def places(page: Page) -> None:
    """Names of several words in the gazetteer: one of them no English word, or all of them nouns and the place large."""
    gazetteer, i = open_gazetteer(), 0
    while i < len(page.low):
        size = next((n for n in range(LONGEST_NAME, 1, -1) if page.joined(i, n) and named(page.low[i : i + n], gazetteer.find)), 0)
        name(page, i, size)
        i += size or 1


def named(words: list[str], find: object) -> bool:
    """Whether the words are the name of a place."""
    words = [*words[:-1], words[-1].removesuffix("'s")]
    kinds = [kind(word) for word in words]
    inner = data()["particles"] | data()["openers"]
    if kinds[-1] == WORD and words[-1] not in inner or all(k == WORD and w not in inner for k, w in zip(kinds, words, strict=True)):
        return False
    if kinds[0] == WORD and words[0] not in inner:
        return False
    found = find(key(" ".join(words)))  # type: ignore[operator]
    return bool(found) and (UNKNOWN in kinds or any(c.feature in ("A1", "C") or c.population >= LARGE_NAMES for c in found))


def single(page: Page) -> None:
    """Words that no English list knows, nouns that name a large place, first names and peoples."""
    find = open_gazetteer().find
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        if i in page.case or len(stem) < 2 or stem in data()["particles"]:
            continue
        what = kind(stem)
        if what == UNKNOWN or stem in data()["names"]:
            page.case[i] = "title"
        elif what == NOUN and any(c.score >= 0.95 and (c.feature in ("A1", "C") or c.population >= LARGE) for c in find(key(stem))):
            page.case[i] = "title"


def titles(page: Page) -> None:
    """A title before a name, and the abbreviation of one."""
    for i in range(len(page.low) - 2, -1, -1):
        before_name = page.case.get(i + 1) == "title" and page.gap(i).strip(" .\n") == ""
        if page.low[i] in data()["titles"] and before_name:
            page.case[i] = "title"


def particles(page: Page) -> None:
    """ "de", "la", "al" and their kin between the parts of a name small, at its head large."""
    for i, word in enumerate(page.low):
        if word not in data()["particles"] or page.case.get(i) == "upper":
            continue
        head, after = i, i + 1
        while after < len(page.low) and page.low[after] in data()["particles"] and page.joined(after - 1, 2):
            after += 1
        followed = after < len(page.low) and page.case.get(after) == "title" and page.joined(head, after - head + 1)
        inside = head > 0 and page.joined(head - 1, 2) and (page.case.get(head - 1) == "title" or page.low[head - 1] in data()["particles"])
        article = page.gap(i) == "-"
        page.case[i] = "title" if followed and not inside and not article and word in data()["openers"] else "lower"
        if word in ("la", "el") and followed and inside and page.low[head - 1] not in data()["particles"]:
            page.case[i] = "title"


def pronouns(page: Page) -> None:
    """ "I", and "US" the country told from the pronoun."""
    for i, word in enumerate(page.low):
        if word == "i" or word.startswith("i'"):
            page.case[i] = "title"
        elif word == "us" and page.gap(i) != ".":
            after = page.low[i + 1] if i + 1 < len(page.low) else ""
            country = after in data()["us_before"] or (i > 0 and page.low[i - 1] == "the")
            page.case[i] = "upper" if country else "lower"


def actors(page: Page, original: str) -> None:
    """Names of the actor file; one of a single English word needs more than that."""
    for hit in load_actors().scan(original):
        inside = [i for i, word in enumerate(page.words) if hit.start <= word.start() < hit.end]
        if len(inside) == 1 and (kind(page.low[inside[0]]) == WORD or page.case.get(inside[0]) == "upper"):
            continue
        for i in inside:
            small = len(page.low[i]) < 4 and kind(page.low[i]) == WORD and i != inside[0]
            page.case[i] = page.case.get(i, "title") if not small else "lower"

