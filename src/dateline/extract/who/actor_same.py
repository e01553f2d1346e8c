"""Definite mentions within a report: whom "the militants", "the group", "the gunmen" speak of.

In: the mentions found so far, in order. Out: the known actor that a definite mention means where
the report leaves only one; None otherwise. Words for a role in one attack ("the gunmen") are only
joined to a mention with the same word, since naming a group there would name who did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dateline.actors import country_name, state_force
from dateline.extract.who.actor_phrase import Phrase, noun_list
from dateline.model.reading import ActorMention, PlaceMention
from dateline.text import token_at

OWNING = frozenset(("its", "his", "their", "her"))
CIVILIAN = ("Civilians", "Protesters", "Rioters", "")
STATES = ("State forces", "External/Other forces", "Civilians", "Protesters", "Rioters", "")
NEAR = 400  # characters within which the last named group is taken where the report names several


def meant(noun: str, start: int, earlier: Sequence[tuple[str, ActorMention]]) -> ActorMention | None:
    """The earlier mention that "the NOUN" at `start` speaks of, or None."""
    named = [(word, m) for word, m in earlier if m.actor and m.category not in STATES]
    if noun in noun_list("coalitions"):
        return next((m for _, m in reversed(earlier) if m.actor and noun in f"{m.text} {m.name}".lower()), None)
    if noun not in noun_list("groups"):
        named = [(word, m) for word, m in named if word == noun]
    if not named:
        return None
    ids = {mention.actor for _, mention in named}
    near = {mention.actor for _, mention in named if start - mention.end <= NEAR}
    return named[-1][1] if len(ids) == 1 or len(near) == 1 else None


def same_state(force: str, start: int, earlier: Sequence[ActorMention]) -> str | None:
    """The one country whose force was told by name shortly before "the soldiers" at `start`, or None."""
    near = [m for m in earlier if m.told and m.category == "State forces" and start - m.end <= NEAR]
    told = {m.country for m in near if f"-{force}" in (m.actor or "")}
    return told.pop() if len(told) == 1 else None


def owner(
    doc: Doc, phrase: Phrase, earlier: Sequence[ActorMention], places: Sequence[PlaceMention]
) -> ActorMention | None:
    """Whose "its men", "their troops" are: the force, or a capital standing for its state, named before."""
    words = doc[phrase.first : phrase.last + 1]
    if phrase.noun is None or not any(word.lower_ in OWNING for word in words):
        return None
    if phrase.noun.noun not in noun_list("followers") and phrase.noun.kind not in ("state", "asset", "armed"):
        return None
    sentence = words[0].sent
    found = [m for m in earlier if m.category not in CIVILIAN or m.actor]
    here = [
        (token_at(doc, m.head), m)
        for m in (*found, *_capitals(doc, places))
        if sentence.start_char <= m.start < words[0].idx
    ]
    ranked = sorted(here, key=lambda row: (_subject(row[0]), row[1].start), reverse=True)
    return ranked[0][1] if ranked else None


def _subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass")


def _capitals(doc: Doc, places: Sequence[PlaceMention]) -> list[ActorMention]:
    """Places that speak or act stand for their state: "Moscow said its men ..."."""
    out = []
    for place in places:
        token = token_at(doc, place.start)
        if token.dep_ == "nsubj" and country_name(place.place.country):
            out.append(_forces(place, place.place.country or ""))
    return out


def _forces(place: PlaceMention, country: str) -> ActorMention:
    force = state_force(country, "military")
    return ActorMention(
        place.start,
        place.end,
        place.text,
        place.start,
        force.name,
        force.id,
        force.category,
        country,
        False,
        None,
        True,
    )
