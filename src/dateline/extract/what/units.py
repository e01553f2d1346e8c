"""Units of telling: sentences, and the items of a list, each taken as a whole.

In: a parsed Reading. Out: spans in text order. Frames, and whatever speaks of "the same sentence", count these.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dateline.model.reading import Reading
from dateline.text import ITEM

LONGEST_ITEM = 700  # characters
UNITS = "dateline_units"  # under which a parsed document keeps them


def units(reading: Reading) -> list[Span]:
    """The sentences, those of one list item taken together ("3. Car bomb, Manbij. Dead: 3."); found once a document."""
    kept = reading.words.user_data
    if UNITS not in kept:
        kept[UNITS] = _found(reading)
    found: list[Span] = kept[UNITS]
    return found


def _found(reading: Reading) -> list[Span]:
    out: list[Span] = []
    text = reading.report.text
    for span in reading.words.sents:
        if out and _in_item(text, out[-1].start_char, span.start_char):
            out[-1] = reading.words[out[-1].start : span.end]
        else:
            out.append(span)
    return out


def _in_item(text: str, start: int, here: int) -> bool:
    """Does a list item begin at `start`, and run on to `here` on one line?"""
    return bool(ITEM.match(text[start : start + 12])) and here - start < LONGEST_ITEM and "\n" not in text[start:here]


def paragraphs(reading: Reading) -> list[int]:
    """The number of the paragraph, from 0, in which each unit stands."""
    out: list[int] = []
    for span in units(reading):
        new = "\n\n" in reading.report.text[max(0, span[0].idx - 2) : span[0].idx + 2]
        out.append(out[-1] + new if out else 0)
    return out


def unit_of(spans: list[Span], token: Token) -> int:
    """The number of the unit that holds the token."""
    return next(n for n, span in enumerate(spans) if span.start <= token.i < span.end)
