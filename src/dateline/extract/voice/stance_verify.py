"""Verification: words that confirm, doubt, dispute, correct or retract, and what they speak of.

In: a parsed `Doc` and the cues. Out: `Check` records: verification, cue words, stretches. Where the words
point back ("neither figure could be checked", "the claim could not be verified") that is what the same
sentence told before, else the whole sentence before; where they name a thing of their own it is that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dateline.codebook.cues import Cues
from dateline.extract.voice.say_tree import (
    SUBJECTS,
    Stretch,
    child,
    children,
    clause_pieces,
    trim,
    verb_words,
)

REACH = 6  # sentences back in which one who retracts or corrects may have spoken
FIGURES = frozenset(("toll", "figure", "number", "count", "total", "tally", "estimate"))


@dataclass(frozen=True)
class Check:
    """A verification over one stretch of tokens."""

    verification: str
    cue: Stretch
    piece: Stretch


def checks(doc: Doc, cues: Cues) -> Iterator[Check]:
    """Every verification of the text."""
    words = cues.verification
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in words["checking"]:
            yield from _checking(token, cues)
        elif token.pos_ == "VERB" and lemma in words["disputed"] | words["retracted"] | words["corrected"]:
            yield from _contested(token, cues)
        elif token.lower_ in words["unverified"]:
            yield from _described(token, "unverified", cues)
        elif token.dep_ == "amod" and token.lower_ in words["disputed_adjectives"]:
            yield from _described(token, "disputed", cues)
        elif token.dep_ == "amod" and token.lower_ in words["confirmed"]:
            yield from _described(token, "confirmed", cues)


def _checking(verb: Token, cues: Cues) -> Iterator[Check]:
    words = cues.verification
    cue = _cue(verb)
    thing = _checked(verb)
    if _doubted(verb, words["doubting"]):
        verification = "unverified"
    elif verb.lemma_.lower() in words["confirming"] and thing is not None and verb.tag_ != "VB":
        verification = "confirmed"
    else:
        return
    yield from (Check(verification, cue, piece) for piece in _spoken_of(verb, thing, cues))


def _checked(verb: Token) -> Token | None:
    """What is checked: the subject of a passive, else the clause or object that follows."""
    told = child(verb, "nsubjpass")
    return told or next((c for c in verb.rights if c.dep_ in ("ccomp", "dobj")), None)


def _cue(verb: Token) -> Stretch:
    start = verb_words(verb)[0]
    return start, verb.i + 1


def _doubted(verb: Token, doubting: frozenset[str]) -> bool:
    if child(verb, "neg") is not None:
        return True
    node = verb
    for _ in range(3):
        near = [c for c in node.children if c.i < verb.i]
        if any(c.lower_ in doubting or c.lower_ in ("no", "not", "n't") for c in near):
            return True
        if any(c.lower_ in ("neither", "no", "none") for s in near if s.dep_ in SUBJECTS for c in s.subtree):
            return True
        if node.lower_ in doubting and node != verb:
            return True
        if node.dep_ not in ("xcomp", "ccomp", "acl", "conj", "pcomp"):
            return False
        node = node.head
        if node.dep_ == "neg" or node.lower_ in doubting - {"possible"}:
            return True
    return False


def _spoken_of(verb: Token, thing: Token | None, cues: Cues) -> list[Stretch]:
    """The thing itself where it tells something; else what was told before it."""
    if thing is not None and not _points_back(thing, cues):
        return clause_pieces(thing)
    return _before(verb, thing)


def _points_back(thing: Token, cues: Cues) -> bool:
    words = cues.verification
    if thing.lower_ in words["pointing"]:
        return True
    tells = any(c.dep_ in ("acl", "relcl", "ccomp") or (c.dep_ == "prep" and c.lower_ == "of") for c in thing.rights)
    return thing.lemma_.lower() in words["claims"] and not tells


def _before(verb: Token, thing: Token | None = None) -> list[Stretch]:
    """What the same sentence told before the verb's clause, or else the whole sentence before."""
    doc, sent = verb.doc, verb.sent
    start = _clause_start(verb)
    earlier = doc[sent.start : max(start, sent.start)]
    if any(t.pos_ in ("VERB", "NUM") for t in earlier):
        piece = trim(doc, (sent.start, start))
        return [piece] if piece else []
    before = _sentence_before(doc, sent)
    if thing is not None and thing.lemma_.lower() in FIGURES:
        before = _with_figure(doc, before)
    piece = trim(doc, (before.start, before.end)) if before is not None else None
    return [piece] if piece else []


def _clause_start(verb: Token) -> int:
    """Where the clause of checking begins, with what governs it ("said it could not verify")."""
    node = verb
    while node.dep_ in ("xcomp", "acomp", "pcomp", "ccomp") and node.head.i < node.i:
        own = child(node, *SUBJECTS)
        edge = own.left_edge.i if own is not None else node.left_edge.i
        if any(t.text in ";," for t in verb.doc[node.head.i : max(edge, node.head.i)]):
            break
        node = node.head
    own = child(node, *SUBJECTS)
    return min(own.left_edge.i if own is not None else node.i, node.i)


def _sentence_before(doc: Doc, sent: Span) -> Span | None:
    at = sent.start - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    if at < 0:
        return None
    before = doc[at].sent
    return before if any(t.is_alpha for t in before) else None


def _with_figure(doc: Doc, sent: Span | None) -> Span | None:
    """That sentence or the nearest of the three before it that holds a number."""
    node = sent
    for _ in range(3):
        if node is None or any(t.pos_ == "NUM" for t in node):
            break
        node = _sentence_before(doc, node)
    return node or sent


def _contested(verb: Token, cues: Cues) -> Iterator[Check]:
    words, lemma = cues.verification, verb.lemma_.lower()
    thing = _checked(verb)
    if thing is None or child(verb, "neg") is not None:
        return
    if thing.lemma_.lower() not in words["claims"] and thing.lower_ not in words["pointing"]:
        return
    kind = "disputed" if lemma in words["disputed"] else "retracted" if lemma in words["retracted"] else "confirmed"
    if lemma in words["corrected"]:
        kind = "retracted"
    pieces = _own(verb, thing, cues) if kind == "retracted" else _spoken_of(verb, thing, cues)
    yield from (Check(kind, _cue(verb), piece) for piece in pieces)


def _own(verb: Token, thing: Token, cues: Cues) -> list[Stretch]:
    """What the one who retracts or corrects had told; nobody else's words."""
    who = child(verb, "nsubj")
    if who is None or who.pos_ not in ("NOUN", "PROPN") or not _points_back(thing, cues):
        return _spoken_of(verb, thing, cues)
    node = _sentence_before(verb.doc, verb.sent)
    for _ in range(REACH):
        if node is None or any(t.lemma_.lower() == who.lemma_.lower() and t.dep_ in SUBJECTS for t in node):
            break
        node = _sentence_before(verb.doc, node)
    else:
        return []
    piece = trim(verb.doc, (node.start, node.end)) if node is not None else None
    return [piece] if piece else []


def _described(word: Token, kind: str, cues: Cues) -> Iterator[Check]:
    """ "an unconfirmed report that ...", "the report is unverified", "conflicting accounts"."""
    noun = word.head
    if noun.pos_ == "AUX":
        told = child(noun, "nsubj")
        noun = told if told is not None else noun
    if noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    if kind == "disputed" and noun.lemma_.lower() not in cues.verification["claims"]:
        return
    governed = [c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl")]
    governed += [
        p for c in children(noun, "prep") if c.lower_ in ("of", "about", "on") for p in children(c, "pobj", "pcomp")
    ]
    if not governed and noun.dep_ == "nsubj":
        governed = children(noun.head, "ccomp")
    pieces = [piece for head in governed for piece in clause_pieces(head)]
    if not pieces:
        pieces = clause_pieces(noun) if noun.lemma_.lower() not in cues.verification["claims"] else _before(noun)
    yield from (Check(kind, (word.i, word.i + 1), piece) for piece in pieces)
