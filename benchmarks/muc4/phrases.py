"""Words of a reading as the keys write them: things with what tells which they are, and names of persons in full.

In: a reading and a range of its characters. Out: strings in capitals, without an article or a number before them.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span as Words
from spacy.tokens import Token

from benchmarks.common.spans import Span
from benchmarks.muc4.wording import table, upper
from dateline.actors import people_noun
from dateline.model.reading import Reading, RoleGuess
from dateline.text import span_at

MODIFIES = ("compound", "amod", "nmod")
NAMES = ("PERSON", "ORG", "")  # what words of a person's name are tagged as


def phrase(reading: Reading, span: Span) -> str:
    """The range with the nouns, names and adjectives before it that belong to it: "farm" is PRESIDENTIAL FARM."""
    doc, words = reading.words, span_at(reading.words, *span)
    start = words.start
    while start > words.sent.start and (_goes_on(doc[start - 1]) or _modifies(doc[start - 1], start, words.end)):
        start -= 1
    while start < words.end - 1 and doc[start].pos_ in ("NUM", "DET", "PRON", "PUNCT", "SPACE"):
        start += 1
    return upper(reading.report.text[doc[start].idx : span[1]])


def _modifies(token: Token, start: int, end: int) -> bool:
    return token.dep_ in MODIFIES and start <= token.head.i < end


def persons(reading: Reading) -> list[str]:
    """The names of all persons in the text, in capitals, without a title."""
    doc = reading.words
    private = (_untitled(span_at(doc, person.start, person.end)) for person in reading.people)
    found = dict.fromkeys(upper(words.text) for words in private)
    found |= dict.fromkeys(_name(entity, reading.fillers) for entity in doc.ents if entity.label_ == "PERSON")
    return [name for name in found if name]


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
    while end < entity.sent.end and (_goes_on(doc[end]) or _of_a_name(doc[end]) or _unknown(doc[end], reach)):
        end += 1
    words = [token.text for token in doc[start:end] if not token.is_space]
    return upper(" ".join(words)) if len(words) > 1 else ""


def _goes_on(token: Token) -> bool:
    """Is it the end of a line, and of no paragraph?"""
    return token.is_space and "\n\n" not in token.text


def _unknown(token: Token, reach: int) -> bool:
    """Is it a word before `reach` that may be a surname, and no word for people?"""
    return token.idx < reach and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_alpha and not _is_title(token)


def _of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ in NAMES and not _is_title(token)


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in table()["titles"]["before"] or people_noun([token.lower_]) is not None
