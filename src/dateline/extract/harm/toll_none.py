"""Tolls of zero: "no casualties", "without losses", "escaped unhurt", "nobody was hurt".

In: the parsed text and the tolls found so far. Out: mentions of none killed and none injured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from dateline.extract.harm.toll_figures import exactly
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import HarmMention
from dateline.model.values import Group
from dateline.text import text_of, token_at

HARMS = ("killed", "injured")


@cache
def _phrases() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """First word -> the phrases of harms.toml's section casualties, each with its list's name."""
    rows = [
        (name, tuple(words.split()))
        for name in ("none", "lost", "unhurt")
        for words in sorted(harm_words().sets[f"casualties.{name}"])
    ]
    return {row[1][0]: tuple(other for other in rows if other[1][0] == row[1][0]) for row in rows}


def none(doc: Doc, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Every toll of zero that is told of no harm word of its own, and the other half of "nobody was hurt"."""
    nouns, low = harm_words().sets["casualties.nouns"], [token.lower_ for token in doc]
    for at, word in enumerate(low):
        if word in ("no", "without") and at + 1 < len(doc) and doc[at + 1].lemma_.lower() in nouns:
            yield from _both(doc, at, at + 2)
        for name, phrase in _phrases().get(word, ()):
            here = tuple(low[at : at + len(phrase)]) == phrase
            if here and (name != "unhurt" or _alone(doc, doc[at].idx, harms)):
                yield from _both(doc, at, at + len(phrase), HARMS[:1] if name == "lost" else HARMS)
    for one in harms:
        hurt = token_at(doc, one.harm_start).lemma_.lower() in harm_words().sets["casualties.either"]
        words = text_of(doc)[one.start : one.end].lower()
        named = one.start < one.harm_start or words in harm_words().sets["persons.none"]
        if hurt and named and one.harm == "injured" and one.estimate == exactly(0) and _alone(doc, one.start, harms):
            yield _zero("killed", one.start, one.end, one.harm_start, one.harm_end)


def _alone(doc: Doc, offset: int, harms: Sequence[HarmMention]) -> bool:
    """Is nobody killed or injured in the sentence at `offset` or those beside it?"""
    sentence = token_at(doc, offset).sent
    left = doc[sentence.start - 1].sent.start_char if sentence.start else 0
    right = doc[sentence.end].sent.end_char if sentence.end < len(doc) else len(text_of(doc))
    return not any(one.harm in HARMS and one.estimate != exactly(0) and left <= one.start < right for one in harms)


def _both(doc: Doc, start: int, end: int, harms: Sequence[str] = HARMS) -> Iterator[HarmMention]:
    last = doc[end - 1]
    right = last.idx + len(last.text)
    for harm in harms:
        yield _zero(harm, doc[start].idx, right, last.idx, right)


def _zero(harm: str, start: int, end: int, harm_start: int, harm_end: int) -> HarmMention:
    return HarmMention(start, end, "", harm, exactly(0), Group(), harm_start, harm_start, harm_end)
