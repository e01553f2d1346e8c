"""What is told of an accident in words of violence: "the plane crashed and struck a hangar", "died when it crashed".

In: a reading with its frames, and the drafts so far. Out: `wrecked`, the accidents by sentence; `of_wreck`, whether a
frame of such a sentence tells of the accident, and so of no event of ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from spacy.tokens import Token

from dateline.extract.events.draft import Draft
from dateline.model.reading import Frame, Reading
from dateline.text import token_at

ONE_CLAUSE = ("conj", "prep", "pobj")  # what hangs so on the accident's word is of the accident
Heads = Mapping[int, frozenset[int]]


def wrecked(reading: Reading) -> Heads:
    """Sentence -> the tokens that name an accident in it."""
    found: dict[int, frozenset[int]] = {}
    for frame in (frame for frame in reading.frames if "accident" in frame.families):
        heads = (token_at(reading.words, reading.triggers[i].head).i for i in frame.triggers)
        found[frame.sentence] = found.get(frame.sentence, frozenset()) | frozenset(heads)
    return found


def of_wreck(reading: Reading, drafts: Sequence[Draft], frame: Frame, heads: Set[int]) -> bool:
    """The accident; bare harm beside it and no event; what the wreck did, where nobody acts and no weapon is told."""
    if "accident" in frame.families:
        return True
    if frame.weak:
        return not any(other.sentence == frame.sentence for draft in drafts[-1:] for other in draft.frames)
    armed = any(reading.features[i].field == "weapon" for i in frame.features)
    if armed or frame.actors or frame.parties:
        return False
    return all(_hangs_on(token_at(reading.words, reading.triggers[i].head), heads) for i in frame.triggers[:1])


def _hangs_on(token: Token, heads: Set[int]) -> bool:
    while token.i not in heads and token.dep_ in ONE_CLAUSE:
        token = token.head
    return token.i in heads
