"""Words of a reading as the keys write them: things with what tells which they are, and names of persons in full.

In: a reading and a range of its characters. Out: strings in capitals, without an article or a number before them.
"""

from __future__ import annotations

from spacy.tokens import Span as Words
from spacy.tokens import Token

from benchmarks.common.spans import Span
from benchmarks.muc4.wording import table, upper
from dateline.model.reading import Reading
from dateline.text import span_at

MODIFIES = ("compound", "amod", "nmod")
NAMES = ("PERSON", "ORG", "")  # what words of a person's name are tagged as


def phrase(reading: Reading, span: Span) -> str:
    """The range with the nouns, names and adjectives before it that belong to it: "farm" is PRESIDENTIAL FARM."""
    doc, words = reading.words, span_at(reading.words, *span)
    start = words.start
    while start > words.sent.start and _modifies(doc[start - 1], words):
        start -= 1
    while start < words.end - 1 and doc[start].pos_ in ("NUM", "DET", "PRON", "PUNCT"):
        start += 1
    return upper(reading.report.text[doc[start].idx : span[1]])


def _modifies(token: Token, words: Words) -> bool:
    return token.dep_ in MODIFIES and words.start <= token.head.i < words.end


def persons(reading: Reading) -> list[str]:
    """The names of all persons in the text, in capitals, without a title."""
    found = dict.fromkeys(upper(person.text) for person in reading.people)
    found |= dict.fromkeys(_name(entity) for entity in reading.words.ents if entity.label_ == "PERSON")
    return [name for name in found if name]


def _name(entity: Words) -> str:
    """The person's name in full, with words of it that the tagger cut off; "" for a single word."""
    doc, start, end = entity.doc, entity.start, entity.end
    while start > entity.sent.start and _of_a_name(doc[start - 1]):
        start -= 1
    while start < end and not _of_a_name(doc[start]):
        start += 1
    while end < entity.sent.end and _of_a_name(doc[end]):
        end += 1
    return upper(" ".join(token.text for token in doc[start:end])) if end - start > 1 else ""


def _of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ in NAMES and not _is_title(token)


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in table()["titles"]["before"]
