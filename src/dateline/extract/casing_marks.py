"""What is large or small in a paragraph in capitals for other reasons: days, titles, particles, "I" and "US".

In: a `Page` in which the names are set. Out: the same, with the case of those words set.
"""

from __future__ import annotations

import re

from dateline.extract.casing_page import Page
from dateline.extract.casing_words import data

FIGURE_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?,?\s$")
FIGURE_AFTER = re.compile(r"\.?,?\s+\d")


def calendar(page: Page) -> None:
    """Weekdays and months; "may" and "march" only beside a figure or after a word that leads to a month."""
    words = data()
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        always = stem in words["days"] or stem in words["months"]
        if always or (stem in words["doubtful_months"] and is_month(page, i)):
            page.case[i] = "title"


def is_month(page: Page, i: int) -> bool:
    """Whether a figure stands beside the word, or a word before it that leads to a month."""
    start, end = page.words[i].span()
    figure = FIGURE_BEFORE.search(page.text[max(0, start - 6) : start]) or FIGURE_AFTER.match(page.text[end : end + 4])
    return bool(figure) or (i > 0 and page.low[i - 1] in data()["before_months"] and page.joined(i - 1, 2))


def titles(page: Page) -> None:
    """A title before a name, and the abbreviation of one."""
    for i in range(len(page.low) - 2, -1, -1):
        before_name = page.case.get(i + 1) == "title" and page.gap(i).strip(" .\n") == ""
        if page.low[i] in data()["titles"] and before_name:
            page.case[i] = "title"


def particles(page: Page) -> None:
    """ "de", "la", "al" and their kin between the parts of a name small, at its head large."""
    little, openers = data()["particles"], data()["openers"]
    for i, word in enumerate(page.low):
        if word in little and page.case.get(i) != "upper":
            after_name = i > 0 and page.joined(i - 1, 2) and page.case.get(i - 1) == "title"
            after_little = i > 0 and page.joined(i - 1, 2) and page.low[i - 1] in little
            head = word in openers and page.gap(i) != "-" and not after_little
            head = head and (not after_name or word in ("la", "el")) and leads_to_name(page, i)
            page.case[i] = "title" if head else "lower"


def leads_to_name(page: Page, i: int) -> bool:
    """Whether a name follows the little word, other little words between."""
    after = i + 1
    while after < len(page.low) and page.low[after] in data()["particles"]:
        after += 1
    return page.case.get(after) == "title" and page.joined(i, after - i + 1)


def pronouns(page: Page) -> None:
    """ "I", and "US" the country told from the pronoun."""
    for i, word in enumerate(page.low):
        if word == "i" or word.startswith("i'"):
            page.case[i] = "title"
        elif word == "us" and page.gap(i) != ".":
            after = page.low[i + 1] if i + 1 < len(page.low) else ""
            country = after in data()["us_before"] or (i > 0 and page.low[i - 1] == "the")
            page.case[i] = "upper" if country else "lower"
