"""Who is named for a deed beside the telling of it: "soldiers accused of the massacre", "rebels held for the bombing".

In: a reading and its drafts. Out: (number of the draft, index of the actor, index of the deed's trigger), where the
actor is an armed group or a force, and nothing says that it is only asked, possible or denied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.codebook import load_codebook, load_toml
from dateline.extract.events.draft import Draft
from dateline.extract.events.kinds import kind
from dateline.extract.events.signs import STRATEGIC
from dateline.extract.what.evidence import NONSTATE, STATE
from dateline.model.reading import Reading

NAMED_FOR = {word: frozenset(preps) for word, preps in load_toml("relations.toml")["named_for"].items()}
OPEN = frozenset(load_toml("relations.toml")["open"])
NOBODY = frozenset(load_toml("relations.toml")["nobody"])
INSIDE = ("pobj", "pcomp", "prep", "dobj", "conj")
DEEP = 4  # words between "accused" and the deed: "of having taken part in the massacre"


def suspects(reading: Reading, drafts: Sequence[Draft]) -> Iterator[tuple[int, int, int]]:
    """Each (draft, actor, trigger) once."""
    deeds = _deeds(reading, drafts)
    found = {
        (*deeds[word.idx], actor)
        for token in reading.words
        if token.lower_ in NAMED_FOR and token.pos_ in ("VERB", "ADJ") and not left_open(token)
        for prep in token.children
        if prep.lower_ in NAMED_FOR[token.lower_]
        for word in _inside(prep, DEEP)
        if word.idx in deeds
        for actor in _named(reading, token)
    }
    yield from sorted((draft, actor, trigger) for draft, trigger, actor in found)


def _deeds(reading: Reading, drafts: Sequence[Draft]) -> dict[int, tuple[int, int]]:
    """Where the head of a word for violence stands -> (draft, trigger); told with an arrest it is the one before."""
    deeds: dict[int, tuple[int, int]] = {}
    violent = {"abduct", *load_codebook().one_event[0]} - {"clash"}
    last = None
    for number, draft in enumerate(drafts):
        if violent & set(draft.families):
            last = last if kind(reading, draft).acled_event == STRATEGIC else number
            deeds |= {reading.triggers[i].head: (last, i) for i in draft.every("triggers") if last is not None}
    return deeds


def left_open(token: Token) -> bool:
    """Is it denied, only possible, or asked ("could be involved", "whether ... were responsible")?"""
    above = token.head.children if token.head.lemma_.lower() == "be" else ()
    return any(word.lower_ in OPEN for word in (*token.children, *above))


def _inside(prep: Token, deep: int) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ in INSIDE:
            yield child
            if deep:
                yield from _inside(child, deep - 1)


def _named(reading: Reading, token: Token) -> Iterator[int]:
    """The forces and groups of which the word is said, each of a list."""
    said_of = [token.head] if token.dep_ in ("acl", "amod", "relcl") else []
    said_of += [child for child in token.children if child.dep_ in ("nsubjpass", "dobj", "obj")]
    if token.head.lemma_.lower() == "be":
        said_of += [child for child in token.head.children if child.dep_ == "nsubj"]
    for noun in (one for first in said_of for one in (first, *first.conjuncts)):
        for index, mention in enumerate(reading.actors):
            somebody = mention.category in STATE | NONSTATE and mention.text.split()[0].lower() not in NOBODY
            if somebody and mention.start <= noun.idx < mention.end:
                yield index
