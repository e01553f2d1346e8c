"""Countries that act ("Israel struck", "a Turkish airstrike") and people called by their country.

In: a parsed text. Out: (first, last, head, country) of tokens; `country` is the code of the state
whose forces are meant, None where people are ("three Palestinians").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dateline.actors import country_of
from dateline.actors.countries import country_names, table
from dateline.extract.who.actor_phrase import first_token

STATES_OF_BEING = frozenset(("be", "have", "experience", "face", "undergo", "see", "remain", "become", "need", "want"))


@cache
def deeds() -> frozenset[str]:
    """Nouns of force after a country's adjective."""
    return frozenset(table("generic.toml")["deeds"]["state"])


def nations(doc: Doc) -> Iterator[tuple[int, int, int, str | None]]:
    """See the module's words; in the order of the text."""
    at = 0
    while at < len(doc):
        size, code = _country(doc, at)
        if code and doc[at].text[0].isupper():
            head = doc[at + size - 1]
            name = doc[at : at + size].text in country_names()
            if (name and _acts(head)) or (
                not name and head.dep_ in ("amod", "compound", "nmod", "poss") and _deed(head)
            ):
                yield at, head.i, head.i, code
            elif not name and _people(head):
                yield first_token(head, at), head.i, head.i, None
        at += size


def _country(doc: Doc, at: int) -> tuple[int, str | None]:
    if not doc[at].text[0].isupper():
        return 1, None
    for size in (3, 2, 1):
        if at + size <= len(doc) and (code := country_of(doc[at : at + size].text)):
            return size, code
    return 1, None


def _acts(head: Token) -> bool:
    top = head
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    if top.dep_ == "nsubj":
        return top.head.pos_ == "VERB" and top.head.lemma_.lower() not in STATES_OF_BEING
    if top.dep_ == "pobj":
        return top.head.dep_ == "agent"
    return top.dep_ in ("compound", "poss", "nmod") and _deed(top)


def _deed(modifier: Token) -> bool:
    head = modifier.head
    return modifier.i < head.i <= modifier.i + 4 and (head.lemma_.lower() in deeds() or head.lower_ in deeds())


def _people(head: Token) -> bool:
    if head.dep_ in ("amod", "compound", "nmod", "poss", "pobj") and head.dep_ != "pobj":
        return False
    counted = any(child.dep_ in ("nummod", "det", "quantmod") and child.lower_ != "the" for child in head.lefts)
    return (
        head.pos_ in ("NOUN", "PROPN")
        and (head.text.endswith("s") or counted)
        and head.text not in ("US", "U.S.", "Swiss")
    )
