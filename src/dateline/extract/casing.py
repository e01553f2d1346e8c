"""Text in CAPITALS made readable for the parser: the same characters, only their case changed.

In: a text. Out: a copy of exactly the same length, in which the paragraphs that are mostly in capitals are written
as an editor would write them: names, sentence starts and acronyms large, the rest small. Others stay as they are.
"""

from __future__ import annotations

import re

from dateline.extract.casing_marks import calendar, particles, pronouns, titles
from dateline.extract.casing_names import actors, countries, known_acronyms, places, single, surnames
from dateline.extract.casing_page import Page

LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
STARTS = re.compile(
    r"(?:^|(?<!\.[a-z])[.!?]['\"”’)\]]*\s+|(?:^|--\s*)(?:[(\[][^()\[\]]*[)\]]\s*)+|^[^\n]{,120}?--\s+|[,:]\s+(?=[\"“]))"
    r"[\s\"“‘'(\[*-]*(?=[^\W\d_])"
)
CALIBRE = re.compile(r"(?<![^\W_])[a-z]{1,3}(?=-\d)")
INITIAL = re.compile(r"(?<![^\W_])[a-z]\.(?=\s?[^\W\d_]\.|\s+[^\W\d_]{3}|[^\w\s])|(?<=[a-z]\.)[a-z]\.")
CLOCK = re.compile(r"\b[ap]\.m\.")
SHARE = 0.7  # of the words of a paragraph in capitals
FEWEST = 4  # words in capitals that make a paragraph one in capitals


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
    return bool(FEWEST <= capitals > SHARE * len(words))


def recase(paragraph: str) -> str:
    """A paragraph in capitals, written in readable case."""
    small = "".join(map(lower, paragraph))
    words = list(LETTERS.finditer(small))
    page = Page(small, words, [word.group().replace("’", "'") for word in words])
    known_acronyms(page, paragraph)
    for settle in (countries, calendar, places, single, surnames, titles, particles, pronouns):
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
        for at in range(start, {"upper": end, "title": start + 1}.get(case, start)):
            genitive = at >= end - 1 and at > start and letters[at - 1] in "'’" and letters[at] == "s"
            letters[at] = letters[at] if genitive else upper(letters[at])
    clocks = {at for clock in CLOCK.finditer(page.text) for at in range(*clock.span())}
    at_start = {match.end() for match in STARTS.finditer(page.text)}
    at_initial = {match.start() for match in INITIAL.finditer(page.text)} - clocks
    at_calibre = {at for match in CALIBRE.finditer(page.text) for at in range(*match.span())}
    for at in at_start | at_initial | at_calibre:
        letters[at] = upper(letters[at])
    return "".join(letters)
