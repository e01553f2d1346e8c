"""Whom a pronoun at a trigger stands for: "They kidnapped ten farmers", "He was shot dead".

In: a reading and the triggers of a draft. Out: (role, start, end) of the words before that the pronoun
means, only where one candidate fits; else nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dateline.extract.harm.toll_who import who
from dateline.extract.what.evidence import NONSTATE, STATE
from dateline.extract.what.syntax import arguments
from dateline.model.reading import ActorMention, HarmMention, Reading
from dateline.text import span_at, token_at

SUBJECTS = ("nsubj", "nsubjpass")
MANY, ONE = ("they", "them"), ("he", "she", "him", "her")
PLURAL, SINGULAR = ("NNS", "NNPS"), ("NN", "NNP")
Candidate = tuple[Token, int, int]
Stretch = tuple[int, int]  # in characters


def meant(reading: Reading, triggers: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """(role, start, end) in characters, for each pronoun among the triggers' arguments that is understood."""
    for index in triggers:
        for role, token in arguments(token_at(reading.words, reading.triggers[index].head)):
            if token.pos_ == "PRON" and role in ("actor", "recipient") and not _told(reading, token):
                found = _antecedent(reading, token, role)
                if found is not None:
                    yield role, found[1], found[2]


def stood_for(
    reading: Reading, triggers: Sequence[int], harm: HarmMention
) -> tuple[HarmMention, list[tuple[int, int]]]:
    """The harm with what is told of the person for whom its "he" or "she" stands, and where those words are."""
    told = {(start, end) for role, start, end in meant(reading, triggers) if role == "recipient"}
    if harm.text.lower() not in ONE or harm.group.status != "unknown" or len(told) != 1:
        return harm, []
    (words,) = told
    group, _ = who(span_at(reading.words, *words).root)
    return replace(harm, group=replace(group, sex=harm.group.sex or group.sex)), [words]


def _told(reading: Reading, token: Token) -> bool:
    """Does somebody else say it? Then the pronoun may mean the speaker."""
    return any(saying.start <= token.idx < saying.end for saying in reading.sayings)


def _antecedent(reading: Reading, pronoun: Token, role: str) -> Candidate | None:
    """The subject of the sentence before; whom something befalls may also be the only one there who fits."""
    start = pronoun.sent.start
    if not start or pronoun.lower_ not in (*MANY, *ONE) or _own_sentence(reading, pronoun):
        return None
    before = reading.words[start - 1].sent
    found = [one for one in _candidates(reading, before, pronoun, role) if _agrees(one[0], pronoun, role)]
    subjects = [one for one in found if one[0].dep_ in SUBJECTS]
    again = any(word.lower_ in (*MANY, *ONE) for word in before)  # it speaks of somebody told before itself
    chosen = subjects if subjects or role == "actor" or again else found
    return chosen[0] if len(chosen) == 1 else None


def _own_sentence(reading: Reading, pronoun: Token) -> bool:
    """Does its own sentence tell of somebody before the pronoun?"""
    first = pronoun.sent.start_char
    people = any(first <= mention.start < pronoun.idx for mention in reading.actors)
    return people or any(first <= e.start_char < pronoun.idx for e in pronoun.sent.ents if e.label_ == "PERSON")


def _candidates(reading: Reading, sentence: Span, pronoun: Token, role: str) -> list[Candidate]:
    """People named in the sentence, as mentions or by name; who acts must be armed or in a force."""
    inside = [m for m in reading.actors if sentence.start_char <= m.start < sentence.end_char and m.category]
    whole = [m for m in inside if m.generic or pronoun.lower_ in MANY or _is_person(reading, m)]  # a group is no "he"
    told = [(token_at(reading.words, m.head), m) for m in whole]
    told += [(token, m) for token in sentence for m in _by_surname(reading, token)] if pronoun.lower_ in ONE else []
    armed = [(token, m) for token, m in told if role == "recipient" or m.category in (*STATE, *NONSTATE)]
    out = [(token, m.start, m.end) for token, m in armed]
    if role == "recipient" and pronoun.lower_ in ONE:
        named = [e for e in sentence.ents if e.label_ == "PERSON"]
        taken = [(m.start, m.end) for m in reading.actors]
        free = [e for e in named if not any(a < e.end_char and e.start_char < b for a, b in taken)]
        out += [(e.root, e.start_char, e.end_char) for e in free]
    return out


def _is_person(reading: Reading, mention: ActorMention) -> bool:
    """Is it somebody by name ("commander General Omar Sani")?"""
    return token_at(reading.words, mention.head).ent_type_ == "PERSON"


def _by_surname(reading: Reading, token: Token) -> list[ActorMention]:
    """Who was told before with the whole name, where the token is a subject and the last word of it."""
    if token.dep_ not in SUBJECTS or token.pos_ != "PROPN":
        return []
    before = (m for m in reading.actors if m.end <= token.sent.start_char and m.category)
    return [m for m in before if m.text.split()[-1] == token.text and _is_person(reading, m)][:1]


def _agrees(token: Token, pronoun: Token, role: str) -> bool:
    """Is the number right: several for "they", one person for "he"? Of two joined, who acts is not told."""
    if token.dep_ in ("poss", "compound", "amod", "nmod"):
        return False
    joined = any(child.dep_ == "conj" for child in token.children)
    counted = any(c.dep_ == "nummod" and c.lower_ not in ("one", "1") for c in token.children)
    if joined and role == "actor":
        return False
    if pronoun.lower_ in MANY:
        return token.tag_ in PLURAL or token.lower_.endswith("men") or joined or counted
    return token.tag_ in SINGULAR and not token.lower_.endswith("men") and not joined and not counted
