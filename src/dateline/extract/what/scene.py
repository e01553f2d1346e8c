"""Which weapons and kinds of target belong to a happening, and which only stand in its sentence.

In: features bound to a frame, and those around it. Out: the indexes of those that it was done with, or that it hit.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.codebook import load_codebook
from dateline.extract.what.learned import fills
from dateline.model.reading import Reading
from dateline.text import token_at

HIT = frozenset(("dobj", "nsubjpass", "nsubj", "pobj", "prep", "conj", "appos", "compound", "nmod"))
AT = frozenset(("on", "at", "against", "in", "inside", "into", "near", "outside", "of", "upon", "onto", "for"))
GOES_ON = ("advcl", "conj", "xcomp")
TIED = 4  # links between a target and its trigger


def scene(reading: Reading, features: Iterable[int], people: Iterable[int], doers: Iterable[int]) -> tuple[int, ...]:
    """The features that are not words of those beside or of a speaker ("a doctor at the hospital").

    Of the doers' own words weapons count: "a suicide bomber", "men with machetes", and no "bomb squad".
    """
    acting = [(m.start, m.end) for m in (reading.actors[i] for i in doers) if m.category != "State forces"]
    spans = [(reading.actors[i].start, reading.actors[i].end) for i in people]
    spans += [(k.start, k.end) for s in reading.sayings for k in s.chain if k.start >= 0]

    def armed(index: int) -> bool:
        feature = reading.features[index]
        return feature.field == "weapon" and any(a <= feature.start < b for a, b in acting)

    told = reading.features
    kept = (i for i in features if armed(i) or not any(a <= reading.features[i].start < b for a, b in spans))
    return tuple(
        i
        for i in kept
        if fills(reading, told[i].field, told[i]) or not (_brought_down(reading, i) or _scenery(reading, i))
    )


def _brought_down(reading: Reading, index: int) -> bool:
    """Is the weapon what was hit, found or spoken of, and not what it was done with?"""
    feature = reading.features[index]
    token = token_at(reading.words, feature.head)
    while token.dep_ == "conj":
        token = token.head
    if feature.field != "weapon" or token.dep_ not in ("dobj", "nsubjpass"):
        return False
    return token.head.lemma_.lower() not in load_codebook().wielded


def _scenery(reading: Reading, index: int) -> bool:
    """Is the kind of target told only by the way, and not as what was hit or where it was hit?"""
    feature = reading.features[index]
    if feature.field != "target":
        return False
    heads = {token_at(reading.words, t.head).i for t in reading.triggers}
    at, steps = token_at(reading.words, feature.head), 0
    while at.i not in heads and at.head.i != at.i and steps < TIED:
        if at.pos_ == "VERB" and any(child.i in heads for child in at.children if child.dep_ in GOES_ON):
            return False  # "entered the market, killing five"
        if at.dep_ not in HIT or (at.dep_ == "prep" and at.lower_ not in AT):
            return True
        at, steps = at.head, steps + 1
    return at.i not in heads
