"""Stances by the head of a line: "Unconfirmed, from a cousin: a nurse has been taken", "The week ahead: a march".

In: a parsed `Doc` and the cues. Out: `Scope` records over what follows in the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.codebook.cues import Cues
from dateline.extract.voice.say_tree import Stretch, trim
from dateline.extract.voice.stance_scope import Scope

LONGEST = 8  # words between the head's own words and its colon
LEADING = 5  # tokens of an hour, a number or a bullet before it
ITEMS = 4  # lines of a list under a head that has a line to itself


def headed(doc: Doc, cues: Cues) -> Iterator[Scope]:
    """Every such scope, in the order of the text; a sentence within a line may be a head too ("Unconfirmed.")."""
    lines = _lines(doc)
    for number, (start, end) in enumerate(lines):
        begins = [start, *(s.start for s in doc.sents if start < s.start < end)]
        for begin in begins:
            found = _head(doc, (begin, end), cues)
            if found is None:
                continue
            stance, cue, after = found
            rest = trim(doc, (after, end))
            under = [rest] if rest else _listed(doc, lines[number + 1 :])
            if under:
                yield Scope(stance, cue, tuple(under))
            break


def _lines(doc: Doc) -> list[Stretch]:
    ends = [t.i for t in doc if t.is_space and "\n" in t.text] + [len(doc)]
    return [(start, end) for start, end in zip([0, *(i + 1 for i in ends)], ends, strict=False) if start < end]


def _listed(doc: Doc, lines: list[Stretch]) -> list[Stretch]:
    """The items right below a head, as long as they begin with a bullet or a number."""
    found: list[Stretch] = []
    for start, end in lines[:ITEMS]:
        if not (doc[start].text in "*•–—-" or doc[start].like_num):
            break
        found += [piece for piece in [trim(doc, (start, end))] if piece]
    return found


def _head(doc: Doc, stretch: Stretch, cues: Cues) -> tuple[str, Stretch, int] | None:
    """The stance, its words and where what it heads begins."""
    begin, end = stretch
    while begin < end and begin - stretch[0] < LEADING and not doc[begin].is_alpha:
        begin += 1
    for size in range(min(3, end - begin), 0, -1):
        stance = cues.modifiers["head"].get(" ".join(t.lower_ for t in doc[begin : begin + size]))
        if stance is None:
            continue
        for token in doc[begin + size : min(begin + size + LONGEST, end)]:
            if token.pos_ in ("VERB", "AUX"):
                return None
            full = token.text == "." and token.i == begin + size
            if token.text == ":" or full:
                return stance, (begin, begin + size), token.i + 1
        alone = begin + size == end and begin > 0
        return (stance, (begin, begin + size), end) if alone else None
    return None
