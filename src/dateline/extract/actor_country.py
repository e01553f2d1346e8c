"""Countries behind actors: what a phrase says itself, and what the report as a whole speaks of.

In: a parsed report. Out: `country_around` a phrase; `main_country` for the report,
None where no country stands out.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from spacy.tokens import Doc

from dateline.actors import country_of
from dateline.actors.countries import country_names, demonyms

SHARE = 0.6  # of all country words in the report, for one to stand for the rest


@cache
def pattern() -> re.Pattern[str]:
    """All names and adjectives of countries, longest first, plurals included."""
    words = sorted({*country_names(), *demonyms()}, key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in words) + r")(?=s?(?!\w))")


def countries_in(text: str) -> Counter[str]:
    """How often each country is named in the text, by name or adjective."""
    found = (country_of(hit.group()) for hit in pattern().finditer(text))
    return Counter(code for code in found if code)


def ranked(text: str) -> list[tuple[str, int]]:
    """Countries with how often they are named, most often first."""
    return sorted(countries_in(text).items(), key=lambda item: (-item[1], item[0]))


def main_country(counts: list[tuple[str, int]]) -> str | None:
    """The country that most of the report's country words name, or None."""
    if not counts or counts[0][1] < SHARE * sum(count for _, count in counts):
        return None
    return counts[0][0]


def country_around(doc: Doc, first: int, last: int) -> str | None:
    """The country that the phrase names, that owns it ("Mali's army"), or that it is of ("of Mali")."""
    inside = country_in(doc, first, last)
    if inside:
        return inside
    if first >= 2 and doc[first - 1].lower_ in ("'s", "’s", "'", "’"):
        owner = country_in(doc, max(first - 3, 0), first - 2)
        if owner:
            return owner
    end = min(last + 4, len(doc) - 1)
    return (
        country_in(doc, last + 2, end)
        if last + 2 < len(doc) and doc[last + 1].lower_ == "of" and proper(doc, last + 2, end)
        else None
    )


def proper(doc: Doc, first: int, last: int) -> bool:
    """Whether nothing but "the" comes before the first capital."""
    return doc[first].text[:1].isupper() or (
        doc[first].lower_ == "the" and first < last and doc[first + 1].text[:1].isupper()
    )


def country_in(doc: Doc, first: int, last: int) -> str | None:
    """The country that a word or two of the phrase name, the first from the left, or None."""
    for at in range(first, last + 1):
        if not doc[at].text[0].isupper():
            continue
        for size in (3, 2, 1):
            if at + size - 1 <= last and (found := country_of(doc[at : at + size].text)):
                return found
    return None
