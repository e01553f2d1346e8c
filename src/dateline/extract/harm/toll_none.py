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
from dateline.text import token_at

HARMS = ("killed", "injured")


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a list of harms.toml's section casualties, as tokens."""
    return tuple(sorted(tuple(words.split()) for words in harm_words().sets[f"casualties.{name}"]))


def none(doc: Doc, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Every toll of zero that is told of no harm word of its own, and the other half of "nobody was hurt"."""
    nouns, low = harm_words().sets["casualties.nouns"], [token.lower_ for token in doc]
    for token in doc:
        if token.lemma_.lower() in nouns and token.i and low[token.i - 1] in ("no", "without"):
            yield from _both(doc, token.i - 1, token.i + 1)
        for name in ("none", "unhurt"):
            for phrase in _phrases(name):
                if tuple(low[token.i : token.i + len(phrase)]) == phrase and (name == "none" or _alone(doc, token.idx, harms)):
                    yield from _both(doc, token.i, token.i + len(phrase))
    for one in harms:
        hurt = token_at(doc, one.harm_start).lemma_.lower() in harm_words().sets["casualties.either"]
        if hurt and one.harm == "injured" and one.estimate == exactly(0) and _alone(doc, one.start, harms):
            yield _zero("killed", one.start, one.end, one.harm_start, one.harm_end)


def _alone(doc: Doc, offset: int, harms: Sequence[HarmMention]) -> bool:
    """Is nobody killed or injured in the sentence at `offset` or those beside it?"""
    sentence = token_at(doc, offset).sent
    left = doc[sentence.start - 1].sent.start_char if sentence.start else 0
    right = doc[sentence.end].sent.end_char if sentence.end < len(doc) else len(doc.text)
    return not any(
        one.harm in HARMS and one.estimate != exactly(0) and left <= one.start < right for one in harms
    )


def _both(doc: Doc, start: int, end: int) -> Iterator[HarmMention]:
    last = doc[end - 1]
    right = last.idx + len(last.text)
    for harm in HARMS:
        yield _zero(harm, doc[start].idx, right, last.idx, right)


def _zero(harm: str, start: int, end: int, harm_start: int, harm_end: int) -> HarmMention:
    return HarmMention(start, end, "", harm, exactly(0), Group(), harm_start, harm_start, harm_end)
