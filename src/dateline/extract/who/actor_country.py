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
from dateline.extract.who.actor_phrase import tight

LEAST = 3  # one adjective at the head of a story is not enough
SHARE = 0.6  # of all country words in the report, for one to stand for the rest


@cache
def pattern() -> re.Pattern[str]:
    """All names and adjectives of countries, longest first, plurals included."""
    words = sorted({*country_names(), *demonyms()}, key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")(?=s?(?!\w))")


def ranked(text: str) -> list[tuple[str, int]]:
    """Countries with how strongly the text names them, strongest first; a name counts three adjectives."""
    counts: Counter[str] = Counter()
    for hit in pattern().finditer(text.title() if text.isupper() else text):
        if code := country_of(hit.group()):
            counts[code] += 3 if " ".join(hit.group().split()) in country_names() else 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def main_country(counts: list[tuple[str, int]]) -> str | None:
    """The country that stands out among the counts of `ranked`, or None."""
    if not counts or counts[0][1] < max(LEAST, SHARE * sum(count for _, count in counts)):
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
            found = country_of(doc[at : at + size].text) if at + size - 1 <= last else None
            if found and not (at + size < len(doc) and tight(doc, at + size)):  # not "Iran-backed"
                return found
    return None
