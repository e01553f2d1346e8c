"""Parts of a toll told beside it, read without the parse: brackets, lists, "eight of them critical".

In: the parsed text, its numbers and the harms found so far. Out: `beside(...)`, each part with its whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.actors.people import people_noun
from dateline.extract.harm.toll_echo import echo_words
from dateline.extract.harm.toll_figures import exactly, number_words
from dateline.extract.harm.toll_groups import Counted, Numbers, count, counted_span
from dateline.extract.harm.toll_near import phrase_at
from dateline.extract.harm.toll_parts import Part, taken_up
from dateline.extract.harm.toll_victims import NOMINAL
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import HarmMention
from dateline.model.values import Group
from dateline.text import token_at

ITEMS = 6  # parts in one list
CLOSE = 6  # words between a toll and its bracket or colon
BACK = 14  # words from "among them" back to the first part
THEM = ("them", "whom")


def beside(doc: Doc, numbers: Numbers, harms: Sequence[HarmMention]) -> Iterator[Part]:
    """Every part told beside its whole."""
    wholes = [one for one in harms if one.estimate not in (exactly(0), exactly(1))]
    for one in wholes:
        yield from _opened(doc, numbers, one)
    for token in doc[1 : len(doc) - 1]:
        if token.lower_ == "of" and token.nbor().lower_ in THEM:
            yield from _states(doc, numbers, token, wholes)
        elif token.lower_ == "of" and token.nbor().lower_ == "the":
            yield from _of_the(doc, numbers, token, harms)
        elif token.lower_ == "among" and token.nbor().lower_ == "them":
            yield from _among(doc, numbers, token, wholes)
        elif token.lower_ == "the" and token.nbor().lower_ in harm_words().takers:
            yield from _the_dead_were(doc, numbers, token, wholes)


def _opened(doc: Doc, numbers: Numbers, one: HarmMention) -> Iterator[Part]:
    """ "31 civilians (9 women, 4 children)", "nine: five gendarmes and two passers-by"."""
    end = token_at(doc, max(one.end, one.harm_end) - 1).i + 1
    for token in doc[end : min(end + CLOSE, len(doc))]:
        if token.text == "(" or (token.text == ":" and token.i == end and one.end >= one.harm_end):
            items = _items(doc, token.i + 1, numbers)
            if items and _within(items, one):
                yield from (Part(item, one, one) for item in items)
            return
        if token.text in ".;," or token.is_space:
            return


def _items(doc: Doc, at: int, numbers: Numbers) -> list[Counted]:
    """The counts of people that follow each other from the token `at` on, joined by commas and "and"."""
    found: list[Counted] = []
    while at < len(doc) and len(found) < ITEMS:
        if found and doc[at].lower_ in (",", "and"):
            at += 1
            continue
        counted = phrase_at(doc, at, numbers)
        if counted is None or counted.group_start < 0:
            break
        found.append(counted)
        at = token_at(doc, counted.end - 1).i + 1
    return found


def _within(items: Sequence[Counted], one: HarmMention) -> bool:
    """Are the parts together no more than the whole?"""
    most = one.estimate.high or one.estimate.best or one.estimate.low
    return most is not None and sum(item.estimate.low or 0 for item in items) <= most


def _last(harms: Sequence[HarmMention], token: Token, sentences: int = 0) -> HarmMention | None:
    """The last toll told before the token in its sentence, or so many sentences before."""
    start = token.sent.start
    for _ in range(sentences):
        start = token.doc[start - 1].sent.start if start else 0
    left = token.doc[start].idx
    here = [one for one in harms if left <= one.start and one.end <= token.idx]
    return here[-1] if here else None


def _states(doc: Doc, numbers: Numbers, cue: Token, wholes: Sequence[HarmMention]) -> Iterator[Part]:
    """ "two of them critically", "two of them pregnant", "of whom eight critical"."""
    behind = doc[cue.i + 2] if cue.i + 2 < len(doc) else cue
    ahead = numbers.at(doc[cue.i - 1])
    figure = ahead or numbers.at(behind)
    whole = _last(wholes, doc[figure[0]] if ahead and figure else cue)
    if figure is None or whole is None:
        return
    at = cue.i + 2 if ahead else figure[1]
    if at < len(doc) and (doc[at].lower_ in echo_words().states or people_noun([doc[at].lower_]) is not None):
        end = at if ahead and doc[at].lower_.endswith("ly") else at + 1
        counted = counted_span(doc, figure[0], end, figure[2], Group(), people=False, numbered=True)
        if _within([counted], whole):
            yield Part(counted, whole, whole)


def _of_the(doc: Doc, numbers: Numbers, cue: Token, harms: Sequence[HarmMention]) -> Iterator[Part]:
    """ "Nineteen of the dead were herdsmen", "19 of the wounded": never where another harm befalls them."""
    named, figure = doc[min(cue.i + 2, len(doc) - 1)], numbers.at(doc[cue.i - 1])
    if figure is None or named.lower_ not in harm_words().takers:
        return
    weak = tuple(t.lower_ for t in doc[figure[0] : figure[1]]) in number_words().weak
    if weak or doc[max(figure[0] - 1, 0)].lower_ == "of":
        return
    near = doc[named.i + 1 : named.i + 4]
    if any(t.lemma_.lower() in harm_words().verbs or t.lower_ in harm_words().states for t in near):
        return
    whole = taken_up(doc, named.i, named.i + 1, harms)
    if whole is not None:
        counted = counted_span(doc, figure[0], named.i + 1, figure[2], Group(), people=False, numbered=True)
        yield Part(counted, whole, whole if whole.start >= 0 and _within([counted], whole) else None)


def _among(doc: Doc, numbers: Numbers, cue: Token, wholes: Sequence[HarmMention]) -> Iterator[Part]:
    """ "five women and two infants among them", "Two sisters are among them"."""
    verb = cue.head
    if verb.lemma_ == "be" and verb.i < cue.i:
        whole = _last(wholes, doc[cue.sent.start], 2)
        nouns = [c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ in NOMINAL]
        listed = [found for noun in nouns if (found := count(noun, numbers))]
    else:
        whole = _last(wholes, cue)
        after = token_at(doc, max(whole.end, whole.harm_end) - 1).i + 1 if whole else cue.i
        start = next((t.i for t in doc[max(after, cue.i - BACK) : cue.i] if numbers.at(t)), cue.i)
        listed = _items(doc, start, numbers)
    if whole is not None and listed and _within(listed, whole):
        yield from (Part(one, whole, whole) for one in listed if one.people and one.start >= whole.end)


def _the_dead_were(doc: Doc, numbers: Numbers, cue: Token, wholes: Sequence[HarmMention]) -> Iterator[Part]:
    """ "the dead there were 13 militants", "the injured are two nurses and a guard"."""
    named = cue.nbor()
    verb = next((t for t in doc[named.i + 1 : named.i + 4] if t.lower_ in ("were", "are", "was")), None)
    listed = _items(doc, verb.i + 1, numbers) if verb is not None else []
    whole = taken_up(doc, named.i, named.i + 1, wholes)
    if not listed or whole is None:
        return
    best, known = whole.estimate.best, whole.start >= 0
    same = known and best is not None and sum(one.estimate.best or 0 for one in listed) == best
    for one in listed:
        like = whole if known else replace(whole, head=named.idx)
        yield Part(one, like, whole if same and len(listed) > 1 else None)
