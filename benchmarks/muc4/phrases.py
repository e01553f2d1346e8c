"""Words of a reading as the keys write them: things with what tells which they are.

In: a reading and a range of its characters. Out: strings in capitals, without an article or a number before them.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from benchmarks.common.spans import Span
from benchmarks.muc4.wording import goes_on, upper, without_aside
from dateline.model.reading import Reading
from dateline.text import span_at

MODIFIES = ("compound", "amod", "nmod", "poss")
LEFT_OUT = ("NUM", "DET", "PRON", "PUNCT", "SPACE", "PART")  # what a phrase does not begin with
POSSESSIVE = ("'s", "'S", "'", "’s", "’S", "’")
ENDS = ("in", "on", "at", "near", "and", "or", "who", "which", "that")  # where words behind "of" end, as do clauses


def thing(reading: Reading, span: Span) -> str:
    """A thing with whose it is: "home" is HOME OF THE MAYOR."""
    words = span_at(reading.words, *span)
    end = max(span[1], _of(reading.words, words.start, words.end))
    return without_aside(phrase(reading, (span[0], end)))


def phrase(reading: Reading, span: Span) -> str:
    """The range with what belongs to it before: "farm" is PRESIDENTIAL FARM, "home" MERINO'S HOME."""
    doc, words = reading.words, span_at(reading.words, *span)
    start = words.start
    while start > words.sent.start and _leads_on(doc, start - 1, start, words.end):
        start -= 1
    while start < words.end - 1 and doc[start].pos_ in LEFT_OUT:
        start += 1
    return upper(reading.report.text[doc[start].idx : span[1]])


def _leads_on(doc: Doc, at: int, start: int, end: int) -> bool:
    """Is the word before a phrase part of it: a modifier, whose it is, "state-", "privately"?"""
    token = doc[at]
    if goes_on(token) or token.text == "-" or doc[at + 1].text == "-":
        return True
    if token.text in POSSESSIVE:
        return at > 0 and doc[at - 1].dep_ == "poss" and doc[at - 1].pos_ != "PRON"
    inside = start <= token.head.i < end
    manner = token.dep_ == "advmod" and token.lower_.endswith("ly") and token.head.dep_ in MODIFIES
    return inside and (manner or (token.dep_ in MODIFIES and not (token.dep_ == "poss" and token.pos_ == "PRON")))


def _of(doc: Doc, start: int, end: int) -> int:
    """The last character of words behind "of" that tell whose a thing is; 0 where there are none."""
    at = end
    while at < len(doc) and goes_on(doc[at]):
        at += 1
    if at == len(doc) or doc[at].lower_ != "of" or not start <= doc[at].head.i < end:
        return 0
    last = doc[at]
    for token in doc[at + 1 : doc[at].right_edge.i + 1]:
        if _ends(token):
            break
        last = token if not token.is_space else last
    return last.idx + len(last) if last.i > at else 0


def _ends(token: Token) -> bool:
    return token.lower_ in ENDS or token.text in ',;:(["' or token.dep_ in ("relcl", "acl", "appos")
