"""Phrases led by a noun for people: how far they reach, whose name they bear, what their words make of them.

In: a parsed text and the names found in it. Out: `noun_phrases(doc, names)`, one phrase a noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.actors import Actor, PeopleNoun, country_of, people
from dateline.extract.who.actor_country import country_in
from dateline.extract.who.actor_phrase import Phrase, first_token, leads, noun_at, noun_list, tight

THINGS = frozenset(("ORG", "FAC", "GPE", "LOC", "EVENT", "LAW", "DATE", "PRODUCT", "WORK_OF_ART", "NORP"))
NOTHING = PeopleNoun("", "nothing", "unknown", "")
HIDDEN = ("civilian", "people", "speaker", "collective")  # no actors where they only describe ("student union")


def noun_phrases(doc: Doc, names: list[Phrase]) -> Iterator[Phrase]:
    """A phrase for every noun of people, names before it taken in."""
    inside = {at: name for name in names for at in range(name.first, name.last + 1)}
    hits = {token.i: hit for token in doc if token.i not in inside and (hit := noun_at(doc, token.i))}
    parts = {at for last, (_, begin) in hits.items() for at in range(begin, last)}
    for at in sorted(set(hits) - parts, reverse=True):
        noun, begin = hits[at]
        head = leads(doc[at])
        if head.i in hits and head.i != at and head.i not in parts:
            continue
        if head.i in inside:
            head = doc[at]
        if _title_of_something(doc, noun, at, head):
            continue
        if head.i != at and head.pos_ != "PROPN":
            yield _describing(doc, noun, begin, at)
            continue
        first = first_token(doc[at] if head.i == at else head, begin)
        first, named = _borne(doc, noun, first, [inside[i] for i in range(begin - 1, first - 1, -1) if i in inside])
        told = [hits[i][0] for i in range(begin - 1, first - 1, -1) if i in hits]
        meant = noun if named else _made(noun, told, country_in(doc, first, at), {t.lower_ for t in doc[first:begin]})
        yield Phrase(first, max(at, head.i), head.i, meant, named)


def _title_of_something(doc: Doc, noun: PeopleNoun, at: int, head: Token) -> bool:
    """ "Human Rights Front", "a couple of bombs": the noun speaks of no people."""
    if noun.kind == "collective" or noun.noun == "couple":
        return at + 1 < len(doc) and doc[at + 1].lower_ == "of" and noun.noun == "couple"
    if noun.counted and not any(child.dep_ in ("nummod", "quantmod") for child in doc[at].children):
        return True
    if head.i == at:
        return _bare_singular(doc[at], noun)
    if noun.kind == "armed" and head.pos_ == "PROPN" and doc[at].is_title:
        return head.ent_type_ != "PERSON"
    return noun.kind in ("civilian", "people", "speaker") and head.ent_type_ in THINGS


def _bare_singular(token: Token, noun: PeopleNoun) -> bool:
    """ "bomber and fighter aircraft", "Ms Bishop": a singular that nothing makes people."""
    if (
        token.pos_ == "PROPN"
        and token.ent_type_ == "PERSON"
        and token.i > token.sent.start
        and not any(True for _ in token.rights)
    ):
        return token.nbor(-1).ent_type_ == "PERSON" or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    lone = token.tag_ == "NN" and token.lower_ == noun.noun and not any(True for _ in token.lefts)
    return lone and noun.kind in ("armed", "civilian", "people") and token.dep_ in ("conj", "nmod", "dep", "ROOT")


def _describing(doc: Doc, noun: PeopleNoun, begin: int, at: int) -> Phrase:
    """ "the Malian army offensive": the noun and its country, without what it describes."""
    first = begin
    while first and doc[first - 1].text[:1].isupper() and country_of(doc[first - 1].text):
        first -= 1
    return Phrase(first, at, at, noun) if noun.kind not in HIDDEN else Phrase(at, at, at, NOTHING)


def _borne(doc: Doc, noun: PeopleNoun, first: int, inside: list[Phrase]) -> tuple[int, tuple[Actor, ...]]:
    """Where the phrase begins and the actors that the name before the noun may mean."""
    if not inside:
        return first, ()
    name = inside[0]
    if bears(noun) and not _hyphened(doc, name):
        return min(first, name.first), name.named
    return (name.last + 1 if any(actor.category for actor in name.named) else first), ()


def _made(noun: PeopleNoun, told: list[PeopleNoun], country: str | None, words: set[str]) -> PeopleNoun:
    """The noun, or what the words before it make of it: "rebel leader", "Iraqi forces", "foreign troops"."""
    if noun.noun in ("force", "forces", "unit") and country:
        noun = people()["troops"]
    if noun.kind == "state" and noun_list("outside") & words:
        return people()["coalition force"]
    modifier = next((other for other in told if other.kind in ("armed", "state")), None)
    unit = noun.occupation == "unit" and modifier is not None and modifier.kind == "state"
    return modifier if modifier is not None and (noun.kind in ("people", "collective") or unit) else noun


def _hyphened(doc: Doc, name: Phrase) -> bool:
    """ "anti-Houthi", "Iran-backed": the name tells of others."""
    return (name.first > 0 and tight(doc, name.first - 1)) or (name.last + 1 < len(doc) and tight(doc, name.last + 1))


def bears(noun: PeopleNoun) -> bool:
    """Whether a name beside the noun names its people: "Taliban fighters", not "Taliban victims"."""
    return noun.kind in ("armed", "state", "asset", "collective") or noun.noun in noun_list("bearers")
