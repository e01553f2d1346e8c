"""Tolls of deeds whose own words tell the harm: whoever is abducted is captured, whoever is set free is released.

In: a Reading with its triggers and numbers, and the harms that rules found. Out: `done_to(...)`, harms of those to whom
words that name an abduction, an arrest or a release are done, where their words are no toll yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from dateline.codebook import load_codebook, load_toml
from dateline.extract.harm.toll_groups import PLURAL, Counted, Numbers, count
from dateline.extract.harm.toll_near import told
from dateline.extract.what.syntax import arguments
from dateline.model.reading import HarmMention, Mention, Reading, Trigger
from dateline.text import token_at

EVEN = 0.5  # from here on words rather name an event, and one of that type
HEADS = ("NOUN", "PROPN", "NUM")


@cache
def _harms() -> dict[str, str]:
    """Family of triggers -> the harm that its words tell."""
    return dict(load_toml("harms.toml")["done"])


def done_to(reading: Reading, numbers: Numbers, found: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Those to whom it is done, in text order."""
    for trigger in reading.triggers:
        harm, head = _harms().get(_family(trigger)), token_at(reading.words, trigger.head)
        if harm is None or any(child.dep_ == "neg" for child in head.children):
            continue
        for token in [token for role, token in arguments(head) if role == "recipient"]:
            counted = _people(token, numbers) if not _within(token, [trigger, *reading.places]) else None
            if counted is not None and not any(h.start < counted.end and counted.start < h.end for h in found):
                yield told(counted, harm, head, head)


def _family(trigger: Trigger) -> str:
    """The family of the type that the learned reader likely sees, else of the entry."""
    book, guess = load_codebook(), trigger.guess
    if guess is not None and guess.score >= EVEN and guess.types[0][1] >= EVEN:
        likely = book.learned.family[guess.types[0][0]]
        if likely in _harms():
            return likely
    return book.triggers[trigger.entry].family


def _within(token: Token, mentions: Sequence[Mention]) -> bool:
    """Is it one of the words that tell the deed ("held hostage"), or of a place?"""
    return any(mention.start <= token.idx < mention.end for mention in mentions)


def _people(token: Token, numbers: Numbers) -> Counted | None:
    """Whom the words count; "the men" are some told of before."""
    counted = count(token, numbers) if token.pos_ in HEADS else None
    if counted is None or (counted.definite and counted.estimate == PLURAL):
        return None
    return counted if counted.people or counted.group_start < 0 else None
