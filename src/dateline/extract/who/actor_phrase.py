"""Noun phrases of people: from where to where a mention of an actor goes, and which word leads it.

In: a spaCy token that may lead a phrase. Out: token indexes (first, last) of the noun phrase with
its determiner and modifiers and with "on motorcycles", but without relative clauses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from dateline.actors import Actor, PeopleNoun, people, people_noun
from dateline.actors.countries import table

LEFT = frozenset(
    (
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "quantmod",
        "nmod",
        "predet",
        "advmod",
        "npadvmod",
        "neg",
        "case",
        "dep",
    )
)
CARRIERS = frozenset(("on", "in", "with", "aboard", "wearing", "carrying", "wielding", "from"))
LINKS = frozenset(("of", "from", "among", "with", "for"))
LINKING = frozenset(("by", "in", "at", "from", "of", "and", "or", "with", "on", "to", "for", "that", "which", "while"))
NOT_NOUNS = frozenset(("VERB", "AUX", "ADP", "DET", "PRON", "ADV", "PUNCT", "SPACE", "CCONJ", "SCONJ", "PART"))
LONGEST = 14  # tokens that a phrase may reach to the left of its head


@dataclass
class Phrase:
    """Tokens first..last with the leading one; what its words are."""

    first: int
    last: int
    head: int
    noun: PeopleNoun | None = None
    named: tuple[Actor, ...] = ()
    country: str | None = None
    definite: bool = False
    turned: str | None = None
    introduced: bool = False


@cache
def modifiers() -> Mapping[str, frozenset[str]]:
    """Words that change what a noun's people are, by what they change it to."""
    return {kind: frozenset(words) for kind, words in table("generic.toml")["modifiers"].items()}


@cache
def noun_list(name: str) -> frozenset[str]:
    """A list of nouns in generic.toml's [nouns]."""
    return frozenset(table("generic.toml")["nouns"][name])


def noun_at(doc: Doc, at: int) -> tuple[PeopleNoun, int] | None:
    """The noun for people that ends at the token, with the index where it begins, or None."""
    token = doc[at]
    low = token.lower_
    if token.pos_ in NOT_NOUNS and not (token.tag_ in ("VBN", "VBD", "VBZ", "VBP", "VB") and low in verblike()):
        return None
    if token.pos_ in ("ADJ", "VERB", "ADV") and not nominal(token):
        return None
    found = people_noun(words_before(doc, at))
    if found is None:
        return None
    begin, left = at, len(re.split(r"[ -]", found.noun)) - 1
    while left and begin > token.sent.start:
        begin -= 1
        left -= doc[begin].text != "-"
    return found, begin


def words_before(doc: Doc, at: int) -> list[str]:
    """Up to four words that end at the token, those around a hyphen made one."""
    out = [doc[at].lower_]
    begin = doc[at].sent.start
    for i in range(at - 1, max(begin, at - 7) - 1, -1):
        if tight(doc, i) or (tight(doc, i + 1) and doc[i + 1].text == "-"):
            out[0] = doc[i].lower_ + out[0]
        else:
            out.insert(0, doc[i].lower_)
    return out[-4:]


def tight(doc: Doc, at: int) -> bool:
    """Whether the token is a hyphen with no blank on either side."""
    return doc[at].text in ("-", "–") and at > 0 and not doc[at].whitespace_ and not doc[at - 1].whitespace_


@cache
def verblike() -> frozenset[str]:
    """Nouns that a tagger takes for verbs or adjectives: "the wounded", "rebels"."""
    return frozenset(word for noun in people() if " " not in noun for word in (noun, noun + "s"))


def nominal(token: Token) -> bool:
    """Whether an adjective or participle stands as a noun: "the wounded", "two dead", "militants"."""
    if token.i and token.nbor(-1).dep_ in ("det", "nummod", "poss", "predet") and token.nbor(-1).head.i == token.i:
        return token.dep_ not in ("amod", "compound", "ROOT", "relcl", "advcl")
    plural = token.lower_.endswith(("s", "men")) and token.lower_ not in ("missing", "dead")
    return plural and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "compound", "nmod")


def leads(token: Token) -> Token:
    """The token that leads the phrase: itself, or the noun that it stands before ("mayor X Y")."""
    head = token
    while (
        head.dep_ in ("compound", "nmod") and head.i < head.head.i <= head.i + 5 and head.head.pos_ in ("NOUN", "PROPN")
    ):
        head = head.head
    return head


def first_token(head: Token, upto: int) -> int:
    """Index of the first token of the phrase that ends in `head`; `upto`: where its noun begins."""
    doc, at = head.doc, min(upto, head.i)
    floor = max(head.sent.start, at - LONGEST)
    inside = set(range(at, head.i + 1))
    while at > floor:
        token = doc[at - 1]
        if token.is_space and "\n\n" not in token.text:
            at -= 1
            continue
        if (token.is_punct and not tight(doc, at - 1)) or token.is_space or links(token):
            break
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "nmod"):
            break
        if token.dep_ in ("prep", "cc", "mark", "agent", "punct", "conj") and token.text not in ("-", "–"):
            break
        if token.ent_type_ in ("DATE", "TIME") and not doc[upto].ent_type_:
            break
        if token.head.i not in inside and token.text not in ("-", "–"):
            break
        at -= 1
        inside.add(at)
    return min(inside)


def links(token: Token) -> bool:
    """Whether a linking word stands there, whatever the tagger made of it; "at least 17" is none."""
    return token.lower_ in LINKING and token.dep_ not in ("advmod", "quantmod", "nummod", "npadvmod")


def last_token(last: int, doc: Doc) -> int:
    """`last`, or the end of a phrase such as "on motorcycles" or "in military uniform" after it."""
    at = last + 1
    if at >= len(doc) or doc[at].lower_ not in CARRIERS:
        return last
    for end in range(at + 1, min(at + 5, len(doc))):
        word = doc[end]
        if word.lower_ in modifiers()["carried"]:
            return end
        if word.is_punct or word.pos_ in ("VERB", "AUX", "ADP", "PRON"):
            return last
    return last


def linked(doc: Doc, at: int) -> int | None:
    """The index of the word after "of" / "from" that follows the token, determiners passed over."""
    if at + 2 > len(doc) - 1 or doc[at + 1].lower_ not in LINKS:
        return None
    return at + 2
