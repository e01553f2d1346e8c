"""Tolls that are a share of one told before: "four of the dead", "two workers, a sewing operator and a helper".

In: the parsed text and the harms found, some already tied to their whole. Out: `shares(...)`, for more of them the
whole that they are a part of. A share is smaller than its whole, of the same harm, and told after it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Doc

from dateline.extract.harm.toll_parts import BACK
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import HarmMention
from dateline.model.values import Estimate
from dateline.text import span_at, token_at

THEM = ("them", "whom", "those")
OPENERS = (":", "(", ",", ";", "-", "–", "—")
MORE = ("another", "other", "others", "more", "further", "also", "plus")


def shares(
    doc: Doc, harms: Sequence[HarmMention], tied: Container[HarmMention]
) -> Iterator[tuple[HarmMention, HarmMention]]:
    """(part, whole) for harms not yet tied, in text order."""
    listed: list[HarmMention] = []
    for number, one in enumerate(harms):
        before = [h for h in harms[:number] if h.harm == one.harm and h not in tied and h not in listed]
        wholes = [h for h in before if _exceeds(h.estimate, one.estimate)]
        if one in tied or not wholes:
            continue
        near = [h for h in wholes if _sentences_between(doc, h, one) < BACK]
        here = [h for h in wholes if _sentences_between(doc, h, one) == 0]
        if _takes_up(doc, one) and near:
            listed.append(one)
            yield one, near[-1]
        elif here and one.score < 1 and _set_beside(doc, one, listed):
            listed.append(one)
            yield one, here[-1]


def _exceeds(whole: Estimate, part: Estimate) -> bool:
    """Is it a count of several, and more than the other?"""
    figure, share = whole.best or whole.low or whole.high or 0, part.best or part.low or part.high or 0
    return figure > 1 and figure > share > 0


def _sentences_between(doc: Doc, one: HarmMention, two: HarmMention) -> int:
    first, last = token_at(doc, one.start), token_at(doc, two.start)
    return sum(token.is_sent_start is True for token in doc[first.i + 1 : last.i + 1])


def _takes_up(doc: Doc, one: HarmMention) -> bool:
    """Do its words say of whom it is a part: "of the dead", "of them", "of the nine"?"""
    span = span_at(doc, one.start, one.end)
    words = [token.lower_ for token in doc[span.start : span.end + 3]]
    for at, word in enumerate(words[:-1]):
        if word == "of" and words[at + 1] in THEM:
            return True
        if word == "of" and words[at + 1] == "the" and at + 2 < len(words):
            token = doc[span.start + at + 2]
            return token.like_num or token.lower_ in harm_words().takers
    return False


def _set_beside(doc: Doc, one: HarmMention, listed: Sequence[HarmMention]) -> bool:
    """Does it follow a mark, or another share of the list, and tell of nobody further?"""
    span = span_at(doc, one.start, one.end)
    if span.start == 0 or any(token.lower_ in MORE for token in span):
        return False
    before = doc[span.start - 1]
    joined = before.lower_ == "and" and any(part.end <= before.idx and part.end > before.idx - 40 for part in listed)
    return before.text in OPENERS or joined
