"""Those whom the learned reader takes to act, to suffer or to take part, set beside the mentions that rules find.

In: a Reading with `fillers`, the mentions of the rules and the report's country. Out: the mentions in text order, each
with the role that is likely for its words, and new ones for words that no noun or name betrays ("a surveyor",
"the layers of the device"). Who they are in an event is settled there, as for any other mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from dateline.actors import country_name, country_of, generic
from dateline.codebook import load_codebook
from dateline.extract.who.actor_phrase import noun_list
from dateline.model.reading import ActorMention, Mention, Reading, RoleGuess
from dateline.text import span_at
from dateline.text.persons import POSSESSIVE, bare_names

SIDES = ("actor", "recipient", "party")
NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")


def proposed(reading: Reading, found: Sequence[ActorMention], country: str | None) -> tuple[ActorMention, ...]:
    """The mentions with their likely roles, and those that only the learned reader finds."""
    likely = [filler for filler in reading.fillers if filler.role in SIDES and filler.score >= _least()]
    known = [replace(mention, guess=_on(mention, likely)) for mention in found]
    new = (_made(reading, filler, country) for filler in likely if not any(_meet(filler, one) for one in found))
    return tuple(sorted([*known, *filter(None, new)], key=lambda mention: (mention.start, mention.end)))


def _least() -> float:
    return load_codebook().learned.role


def _meet(one: Mention, two: Mention) -> bool:
    return one.start < two.end and two.start < one.end


def _on(mention: ActorMention, likely: Sequence[RoleGuess]) -> RoleGuess | None:
    """The likeliest role of any of its words; the head's own goes first."""
    meet = [filler for filler in likely if _meet(mention, filler)]
    return max(meet, key=lambda f: (f.start <= mention.head < f.end, f.score), default=None)


def _made(reading: Reading, filler: RoleGuess, country: str | None) -> ActorMention | None:
    """A mention of the filler's words; None where they are no noun, or name one who acts as a person."""
    span = span_at(reading.words, filler.start, filler.end)
    head = span.root
    if head.pos_ not in NOUNS or not any(token.is_alpha for token in span):
        return None
    if _is_person(span) and filler.role != "recipient":
        return None
    state = country_of(_own_name(span)) if filler.role != "recipient" else None
    category, name = _who(span, filler.role, country) if state is None else _state(state)
    return ActorMention(
        filler.start, filler.end, filler.text, head.idx, name, None, category, state or country,
        generic=name != _own_name(span), told=state is not None, guess=filler,
    )  # fmt: skip


def _state(country: str) -> tuple[str, str]:
    """(category, name) of a state that acts by its own name or adjective: "Ukraine", "a Russian"."""
    return "State forces", generic("military", country_name(country))


def _who(span: Span, role: str, country: str | None) -> tuple[str, str]:
    """(category, name): a force's arms, a group by its own name, else somebody."""
    head, where = span.root, country_name(country)
    if role != "recipient" and head.lemma_.lower() in noun_list("arms"):
        return "State forces", generic("military", where)
    if head.pos_ == "PROPN" and not _is_person(span):
        return "Political militia", _own_name(span)
    category = "Political militia" if role == "party" else "Civilians"
    return category, generic(category, where)


def _is_person(span: Span) -> bool:
    """Do the words name a person, by the tagger, or by a name that the report gives in full elsewhere?"""
    return span.root.ent_type_ == "PERSON" or _own_name(span) in bare_names(span.doc.ents)


def _own_name(span: Span) -> str:
    """The words without their article and their possessive "'s"."""
    return POSSESSIVE.sub("", span[1:].text if span[0].dep_ == "det" and len(span) > 1 else span.text)
