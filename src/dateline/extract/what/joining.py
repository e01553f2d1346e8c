"""Which triggers of one sentence tell of one event.

In: the triggers of a sentence with their tokens. Out: groups of trigger indexes in text order. Two
triggers are joined where the parse leads from one to the other through links that stay in one
happening ("stormed the market, killing 17"; "killed in an ambush"; "a blast hit the bus").
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.codebook import load_codebook
from dateline.extract.what.syntax import LATER
from dateline.extract.what.times_told import recalled
from dateline.model.reading import Reading

CLOSE = frozenset(
    (
        "prep",
        "pobj",
        "nsubj",
        "nsubjpass",
        "dobj",
        "obj",
        "agent",
        "compound",
        "appos",
        "attr",
        "pcomp",
        "poss",
        "amod",
        "oprd",
        "acomp",
        "nmod",
        "npadvmod",
        "tmod",
        "dative",
    )
)
CLAUSE = frozenset(("advcl", "xcomp", "conj"))
WEAK_CLAUSE = CLAUSE | {"relcl", "acl", "ccomp", "dep", "parataxis"}
CARRIED = frozenset(("dobj", "obj", "nsubj", "nsubjpass", "prep", "pobj", "attr", "agent"))
DIES = frozenset(("die", "perish", "succumb"))
CAUSES = frozenset(("after", "following"))  # "died after being shot"


def _path(low: Token, heads: dict[int, int]) -> tuple[Token, list[Token]] | None:
    """The first trigger token above `low`, with the tokens on the way (from `low`, it included)."""
    way, at = [low], low
    while at.head.i != at.i:
        at = at.head
        if at.i in heads:
            return at, way
        way.append(at)
    return None


def _same(families: set[str]) -> bool:
    return len(families) == 1 or any(families <= row for row in load_codebook().one_event)


def _own_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in token.children)


def _dies(verb: Token) -> bool:
    return verb.lemma_.lower() in DIES


def _links(way: Sequence[Token], weak: bool, both: bool) -> bool:
    """May the links on the way stay inside one happening?"""
    deps = {token.dep_ for token in way}
    marks = {child.lower_ for token in way for child in token.children if child.dep_ in ("mark", "advmod")}
    words = {token.lower_ for token in way[1:]} | marks
    if any(token.dep_ in ("relcl", "acl") and token is not way[-1] for token in way):
        return False  # a clause about somebody or some place in it, not about the event
    if (words & LATER and not (weak and words & LATER <= CAUSES and _dies(way[-1].head))) or any(
        token.dep_ == "conj" and _own_subject(token) and not both for token in way
    ):
        return False
    if deps <= CLOSE:
        return True
    return deps <= CLOSE | (WEAK_CLAUSE if weak else CLAUSE)


def _joins(reading: Reading, low: int, high: int, way: Sequence[Token]) -> bool:
    book = load_codebook()
    one, two = (book.triggers[reading.triggers[i].entry] for i in (low, high))
    if not _same({one.family, two.family}):
        return False
    return _links(way, one.weak or two.weak, one.weak and two.weak)


def carriers(here: Sequence[tuple[int, Token]]) -> dict[int, int]:
    """Token -> trigger, with the plain verbs that carry an event noun ("an attack took place")."""
    heads = {token.i: index for index, token in here}
    for index, token in here:
        at = token
        if recalled(token):
            continue  # "marks the anniversary of the attack" does not tell the attack
        while (
            at.pos_ in ("NOUN", "PROPN", "ADP", "X")
            and at.dep_ in CARRIED
            and at.head.i != at.i
            and at.head.i not in heads
        ):
            at = at.head
        if at.pos_ in ("VERB", "AUX") and at.i not in heads:
            heads[at.i] = index
    return heads


def join(reading: Reading, here: Sequence[tuple[int, Token]]) -> list[tuple[int, ...]]:
    """Groups of trigger indexes, each one event as this sentence tells it."""
    heads = carriers(here)
    group = {index: index for index, _ in here}

    def root(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    for index, token in here:
        found = _path(token, heads)
        if found and heads[found[0].i] != index and _joins(reading, index, heads[found[0].i], found[1]):
            low, high = sorted((root(index), root(heads[found[0].i])))
            group[high] = low
    out: dict[int, list[int]] = {}
    for index, _ in here:
        out.setdefault(root(index), []).append(index)
    return [tuple(sorted(members)) for _, members in sorted(out.items())]
