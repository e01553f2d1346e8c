"""What is large or small in a paragraph in capitals for other reasons: days, titles, particles, "I" and "US".

In: a `Page` in which the names are set. Out: the same, with the case of those words set.
"""

from __future__ import annotations

import re

from dateline.extract.casing_page import Page
from dateline.extract.casing_words import data


def calendar(page: Page) -> None:
    """Weekdays and months; "may" and "march" only beside a figure or after a word that leads to a month."""
    for i, word in enumerate(page.low):
        stem = word.removesuffix("'s")
        start, end = page.words[i].span()
        figure = re.search(r"\d(?:st|nd|rd|th)?,?\s$", page.text[:start][-6:]) or re.match(
            r"\.?,?\s+\d", page.text[end : end + 4]
        )
        led = i > 0 and page.low[i - 1] in data()["before_months"] and page.joined(i - 1, 2)
        if (
            stem in data()["days"]
            or stem in data()["months"]
            or (stem in data()["doubtful_months"] and (figure or led))
        ):
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
        inside = (
            head > 0
            and page.joined(head - 1, 2)
            and (page.case.get(head - 1) == "title" or page.low[head - 1] in data()["particles"])
        )
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
