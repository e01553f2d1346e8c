"""A noun phrase read as a count of people: how many, who they are, and the words to quote.

In: the head word of a phrase and the layer of numbers. Out: `Counted` (estimate, group, spans in
characters), or None where the phrase counts no people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.actors.people import people_noun
from dateline.extract.harm.toll_figures import exactly, vague
from dateline.extract.harm.toll_who import age_of, object_of, who
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import NumberMention
from dateline.model.values import Estimate, Group

PLURAL = Estimate(low=2)
STOPS = frozenset({"VERB", "AUX", "CCONJ", "PUNCT", "ADP", "DET", "PRON", "SCONJ", "PART"})
INSIDE = ("amod", "compound", "nmod", "cc", "conj")  # what stands between a number and its noun
MARKS = frozenset({"-", "–", '"', "“", "”"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase that counts people: `start`/`end` to quote, `group_start`/`group_end` the noun's own."""

    estimate: Estimate
    group: Group
    start: int
    end: int
    group_start: int = -1
    group_end: int = -1
    people: bool = True  # a noun for people, a name or a nationality: not only a number
    numbered: bool = False
    definite: bool = False


class Numbers:
    """The layer of numbers, found by token."""

    def __init__(self, doc: Doc, mentions: Sequence[NumberMention]) -> None:
        """Index the mentions by the tokens that they cover."""
        starts = {token.idx: token.i for token in doc}
        self.spans: dict[int, tuple[int, int, Estimate]] = {}
        for mention in mentions:
            first = starts.get(mention.start)
            if first is None or mention.ordinal:
                continue
            last = first
            while last + 1 < len(doc) and doc[last + 1].idx < mention.end:
                last += 1
            for at in range(first, last + 1):
                self.spans[at] = (first, last + 1, mention.estimate)

    def at(self, token: Token) -> tuple[int, int, Estimate] | None:
        """Token start, token end and estimate of the number that covers the token."""
        return self.spans.get(token.i)

    def before(self, noun: Token) -> tuple[int, int, Estimate] | None:
        """The number in the noun's own phrase, left of it."""
        for at in range(noun.i - 1, max(noun.sent.start, noun.i - 9) - 1, -1):
            token = noun.doc[at]
            if at in self.spans:
                return self.spans[at]
            inside = token.dep_ in INSIDE and noun.is_ancestor(token)
            if token.pos_ in STOPS and not inside and token.text not in MARKS:
                return None
        return None


def count(noun: Token, numbers: Numbers) -> Counted | None:
    """The phrase headed by `noun` as a count of people; None where it is none."""
    words = harm_words().sets
    if noun.lower_ in words["persons.none"] or (noun.lower_ == "one" and noun.nbor(-1 if noun.i else 0).lower_ == "no"):
        first = noun.i - (noun.lower_ == "one")
        return counted_span(noun.doc, first, noun.i + 1, exactly(0), Group(), numbered=True)
    if noun.pos_ == "PRON" and noun.lower_ in words["persons.one"]:
        sex = {"him": "male", "he": "male", "her": "female", "she": "female"}.get(noun.lower_)
        return counted_span(noun.doc, noun.i, noun.i + 1, exactly(1), Group(sex=sex), definite=True)
    if noun.lower_ == "old" and noun.doc[max(noun.i - 2, 0)].lower_ in ("year", "month"):
        return _aged(noun)
    inside = numbers.at(noun)
    pair = noun.lower_ == "couple" and noun.nbor().lower_ != "of" if noun.i + 1 < len(noun.doc) else False
    if inside is None and not pair and vague([t.lower_ for t in noun.doc[noun.i : noun.i + 3]], 0):
        found = vague([t.lower_ for t in noun.doc[noun.i : noun.i + 3]], 0)
        inside = (noun.i, noun.i + found[0], found[1]) if found else None
    if inside is None and noun.lower_ == "one":
        inside = noun.i, noun.i + 1, exactly(1)
    return _elided(noun, inside) if inside else _full(noun, numbers)


def _aged(noun: Token) -> Counted | None:
    """ "the 61-year-old": one person of that age."""
    if not any(child.dep_ == "det" for child in noun.lefts):
        return None
    group = Group(age=age_of(noun.doc[noun.left_edge.i : noun.i + 1].text))
    return counted_span(noun.doc, noun.left_edge.i, noun.i + 1, exactly(1), group, noun.left_edge.i)


def counted_span(
    doc: Doc, start: int, end: int, told: Estimate, group: Group, noun: int = -1, **marks: bool
) -> Counted:
    """The counts with token positions turned into characters; `noun` is where the noun phrase begins."""
    if start and doc[start].lower_ == "one" and doc[start - 1].lower_ == "not":
        start, told = start - 1, exactly(0)
    last = doc[end - 1]
    right = last.idx + len(last.text)
    own = doc[noun].idx if noun >= 0 else -1
    return Counted(told, group, doc[start].idx, right, own, right if noun >= 0 else -1, **marks)


def _elided(noun: Token, inside: tuple[int, int, Estimate]) -> Counted | None:
    """A number that stands for people: "11", "dozens", "four of its soldiers"."""
    doc = noun.doc
    start, end, told = inside
    if end + 2 < len(doc) and doc[end].lower_ == "out" and doc[end + 1].lower_ == "of":
        inner = object_of(doc[end + 1])
    elif end < len(doc) and doc[end].lower_ == "of":
        inner = object_of(doc[end])
    elif (force := _force_after(doc, end)) is not None:
        group, people = who(force)
        return counted_span(doc, start, end_of(force), told, group, end, people=people, numbered=True)
    else:
        inner = None
    if inner is not None and inner.lemma_.lower() in harm_words().sets["not_people.nouns"]:
        return None
    if inner is not None:
        if inner.lower_ in ("them", "those", "whom", "us"):
            return counted_span(doc, start, inner.i + 1, told, Group(), people=False, numbered=True)
        if inner.pos_ != "PRON":
            group, people = who(inner)
            return counted_span(doc, start, end_of(inner), told, group, end + 1, people=people, numbered=True)
    behind = doc[end - 1].head
    if end <= behind.i < end + 4 and behind.pos_ in ("NOUN", "PROPN"):
        group, people = who(behind)
        return counted_span(doc, start, end_of(behind), told, group, end, people=people, numbered=True)
    return counted_span(doc, start, end, told, Group(), people=False, numbered=True)


def _force_after(doc: Doc, at: int) -> Token | None:
    """The force in "seventeen from the Armed Forces", "two each from the Coast Guard"; a town there says nothing."""
    at += at < len(doc) and doc[at].lower_ == "each"
    if at + 1 >= len(doc) or doc[at].lower_ != "from":
        return None
    inner = object_of(doc[at])
    return inner if inner is not None and who(inner)[0].status == "combatant" else None


def _full(noun: Token, numbers: Numbers) -> Counted | None:
    """A noun with a number, an article or neither."""
    doc, words = noun.doc, harm_words().sets
    if noun.lemma_.lower() in words["not_people.nouns"] or (
        noun.pos_ == "PRON" and noun.lower_ not in ("those", "others")
    ):
        return None
    group, people = who(noun)
    number = numbers.before(noun)
    start = number[0] if number else _start(noun)
    own = number[1] if number else _start(noun)
    if number is None:
        number = _members(noun, numbers)
    told = number[2] if number else _unnumbered(noun, people)
    if number and number[1] <= noun.i and noun.lemma_.lower() in words["persons.households"]:
        told = Estimate(low=number[2].low)
    if told is None:
        return None
    end = end_of(noun)
    if number and number[0] > noun.i:
        end = max(end, number[1])
    definite = any(c.lower_ in ("the", "those", "these", "this") for c in noun.lefts)
    marks = {"people": people, "numbered": number is not None, "definite": definite}
    return counted_span(doc, start, end, told, group, min(own, noun.i), **marks)


def _members(noun: Token, numbers: Numbers) -> tuple[int, int, Estimate] | None:
    """The number in "a family of five", "a group of 20 villagers"."""
    found = people_noun([noun.lemma_.lower()])
    if found is None or (found.kind != "collective" and found.noun not in ("family", "crew", "team")):
        return None
    for prep in noun.rights:
        inner = object_of(prep) if prep.lower_ == "of" else None
        if inner is not None:
            return numbers.at(inner) or numbers.before(inner)
    return None


def _unnumbered(noun: Token, people: bool) -> Estimate | None:
    """What the form of the noun says where no number stands: one person, or more than one."""
    words = harm_words().sets
    lead = {child.lower_ for child in noun.lefts if child.dep_ in ("det", "poss", "predet")}
    lower = noun.lower_
    if lead & {"no"}:
        return exactly(0)
    if lead & {"every", "each", "any"} or not people:
        return exactly(1) if lead & {"a", "an"} and noun.tag_ == "NN" and not people else None
    if "both" in lead or lower == "couple":
        return exactly(2)
    if noun.tag_ == "NNP" and noun.i and noun.nbor(-1).tag_ == "NNP" and lower in words["persons.many"]:
        return None
    if noun.tag_ in ("NNS", "NNPS") or lower in words["persons.many"]:
        return PLURAL
    found = people_noun([lower])
    if found is not None and found.kind in ("collective", "asset", "speaker") and not lead & {"a", "an"}:
        return None
    if found is not None and (found.kind == "collective" or found.force in ("government",)):
        return PLURAL if any(c.lower_ == "of" for c in noun.rights) else None
    return exactly(1)


def _start(noun: Token) -> int:
    """The first token of the phrase to quote: article, adjectives and parts of a name."""
    first = noun.i
    for child in noun.lefts:
        if (
            child.dep_ in ("det", "amod", "compound", "nmod", "poss", "predet", "nummod", "quantmod")
            and noun.i - child.left_edge.i <= 10
        ):
            first = min(first, child.left_edge.i)
    return first


def end_of(noun: Token) -> int:
    """The token after the phrase to quote: the noun, and "of ..." where the noun says little alone."""
    found = people_noun([noun.lower_])
    if found is None:
        return noun.i + 1
    if found.kind != "collective" and found.noun not in ("member", "body", "corpse", "family", "crew"):
        return _name_after(noun)
    for prep in noun.rights:
        inner = object_of(prep) if prep.lower_ == "of" else None
        if inner is not None and inner.i - noun.i <= 6:
            return inner.i + 1
    return noun.i + 1


def _name_after(noun: Token) -> int:
    """The token after the name in "the journalist Maria Lopez"; else the token after the noun."""
    for child in noun.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == noun.i + 1:
            return child.i + 1
    return noun.i + 1
