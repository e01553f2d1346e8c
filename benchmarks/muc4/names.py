"""Names of persons in a reading, in full and in capitals, without a title.

In: a reading. Out: what the tagger and dateline take for persons, and names in the words for those who came to harm:
of a text in capitals the tagger makes groups and places of persons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from benchmarks.muc4.wording import goes_on, table, upper
from dateline.actors import people_noun
from dateline.model.reading import Mention, Reading, RoleGuess
from dateline.text import span_at

NAMES = ("PERSON", "ORG", "")  # what words of a person's name are tagged as
OTHERS = ("actor", "party", "target", "weapon", "place", "time", "speaker")  # roles of those who came to no harm
PARTICLES = ("de", "del", "la", "las", "los", "y", "da", "dos", "di", "van", "von", "al", "bin")


def persons(reading: Reading) -> list[str]:
    """The names of all persons in the text, in capitals, without a title."""
    doc = reading.words
    private = (_untitled(span_at(doc, person.start, person.end)) for person in reading.people)
    found = dict.fromkeys(upper(words.text) for words in private)
    found |= dict.fromkeys(_name(entity, reading.fillers) for entity in doc.ents if entity.label_ == "PERSON")
    found |= dict.fromkeys(_joined(words) for guess in reading.fillers for words in _harmed(guess, reading))
    return [name for name in found if name]


def _harmed(guess: RoleGuess, reading: Reading) -> Iterator[Words]:
    """Names of two words or more in words for who came to harm, whatever the tagger takes them for, but no group's."""
    if guess.role in OTHERS:
        return
    words = span_at(reading.words, guess.start, guess.end)
    known = [*reading.places, *(actor for actor in reading.actors if actor.actor)]
    at = words.start
    while at < words.end:
        name = words.doc[at : _run(words.doc, at, words.sent.end)]
        several = sum(token.is_alpha for token in name) > 1
        if several and _stands_alone(name, words) and not any(_within(name, mention) for mention in known):
            yield name
        at = max(name.end, at) + 1


def _within(name: Words, mention: Mention) -> bool:
    return mention.start <= name.start_char and name.end_char <= mention.end


def _run(doc: Doc, start: int, end: int) -> int:
    """How far capitalised words go on from `start`, little words, line ends and hyphens between them."""
    at = last = start
    while at < end and (_capital(doc[at]) or (at > start and _inside(doc[at]))):
        at += 1
        last = at if _capital(doc[at - 1]) else last
    return last


def _capital(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper() and not _is_title(token) and not token.is_stop


def _inside(token: Token) -> bool:
    return goes_on(token) or token.text == "-" or token.lower_ in PARTICLES


def _stands_alone(name: Words, words: Words) -> bool:
    """Does no preposition lead to it within the words, and does it modify no noun?"""
    doc = name.doc
    before = doc[name.start - 1] if name.start > words.start else None
    after = doc[name.end] if name.end < len(doc) else None
    led = before is not None and (before.pos_ == "ADP" or before.lower_ == "the")
    modifies = after is not None and (after.pos_ == "NOUN" or after.text in ("'", "'s", "'S"))
    return not led and not modifies and doc[name.end - 1].tag_ != "NNPS"


def _untitled(name: Words) -> Words:
    """The name without what its bearer is: "Jesuit Ana Prueba"."""
    start = name.start
    while start < name.end - 1 and _is_title(name.doc[start]):
        start += 1
    return name.doc[start : name.end]


def _name(entity: Words, fillers: Iterable[RoleGuess]) -> str:
    """The person's name in full, with words of it that the tagger cut off; "" for a single word.

    In capitals the tagger may not know a surname for one: there the learned reader's range says how far it goes.
    """
    doc, start, end = entity.doc, entity.start, entity.end
    reach = max((f.end for f in fillers if f.start <= entity.start_char < f.end), default=0)
    while start > entity.sent.start and _of_a_name(doc[start - 1]):
        start -= 1
    while start < end and not _of_a_name(doc[start]):
        start += 1
    while end < entity.sent.end and (goes_on(doc[end]) or _of_a_name(doc[end]) or _unknown(doc[end], reach)):
        end += 1
    name = doc[start:end]
    return _joined(name) if len([token for token in name if not token.is_space]) > 1 else ""


def _joined(name: Words) -> str:
    """Its words in capitals; "" where only their possessive is left."""
    return upper("".join(token.text_with_ws if not token.is_space else " " for token in name))


def _unknown(token: Token, reach: int) -> bool:
    """Is it a word before `reach` that may be a surname, and no word for people?"""
    return token.idx < reach and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_alpha and not _is_title(token)


def _of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ in NAMES and not _is_title(token)


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in table()["titles"]["before"] or people_noun([token.lower_]) is not None
