"""The voice of a statement: an office that opens by naming itself as the one who informs says all that follows.

In: a parsed text. Out: `statement(...)`, one saying for each sentence from the opening on ("PRESS RELEASE ... The
Service wishes to inform the public that ..."). What somebody else says within it has sayings of its own, and these are
narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from dateline.codebook.cues import Cues, load_cues
from dateline.extract.voice.say_who import speaker_kind, words_kind
from dateline.model.reading import Saying
from dateline.model.values import Speaker

HEAD = 5  # sentences, as the parser cuts them, within which a statement opens
SUBJECT = ("nsubj", "nsubjpass")


def statement(doc: Doc, cues: Cues) -> Iterator[Saying]:
    """In text order; none where the text is no statement, or does not open with the one who makes it."""
    sentences = list(doc.sents)
    for number, sentence in enumerate(sentences[:HEAD]):
        subject = _subject(sentence)
        if subject is None:
            continue
        if _office(subject, cues) and _informs(sentence.root, cues) and _headed(doc.text[: sentence.start_char]):
            speaker = _speaker(subject, sentence.root, cues)
            for one in sentences[number:]:
                yield Saying(one.start_char, one.end_char, one.text, (speaker,))
        return


def _subject(sentence: Span) -> Token | None:
    return next((child for child in sentence.root.children if child.dep_ in SUBJECT), None)


def _office(subject: Token, cues: Cues) -> bool:
    """Is it "The Service", "The Commander of the Brigade", "An official source": no person, nobody's words before?"""
    first = subject.doc[subject.left_edge.i]
    named = first.lower_ == "the" and subject.text[:1].isupper()
    return (named or subject.lemma_.lower() in cues.words["sources"]) and subject.ent_type_ != "PERSON"


def _informs(verb: Token, cues: Cues) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in cues.say or lemma in cues.words["states"]


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(load_cues().words['statements']))})\b", re.I)


def _headed(head: str) -> bool:
    """Does what stands above call the text a statement?"""
    return bool(_heading().search(head))


def _speaker(subject: Token, verb: Token, cues: Cues) -> Speaker:
    words = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    kind = speaker_kind(subject, cues)
    kind = kind if kind != "other" else words_kind(list(words), cues)
    return Speaker(words.text, kind, verb.text, words.start_char, words.end_char)
