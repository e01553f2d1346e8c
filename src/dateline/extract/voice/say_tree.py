"""Stretches of a parsed text: clauses, noun phrases and quotations, as pairs of token indexes.

In: a spaCy `Doc` or its tokens. Out: `Stretch` pairs (first token, one past the last); every helper is
pure. Clauses can be pruned: what a stance governs does not reach into a relative clause.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

Stretch = tuple[int, int]

CONTENT = ("NOUN", "PROPN", "VERB", "NUM")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
AUXILIARIES = ("aux", "auxpass", "neg")
OPENING, CLOSING, STRAIGHT = "“«„", "”»", ('"', "``", "''")


def subtree(token: Token) -> Stretch:
    """The token with all that hangs from it."""
    return token.left_edge.i, token.right_edge.i + 1


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of the labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def children(token: Token, *labels: str) -> list[Token]:
    """All children with one of the labels, in the order of the text."""
    return [c for c in token.children if c.dep_ in labels]


def trim(doc: Doc, stretch: Stretch, quotes: bool = False) -> Stretch | None:
    """The stretch without spaces and loose punctuation at its ends; None where nothing is left."""
    start, end = stretch
    while start < end and _loose(doc[start], quotes, opening=True):
        start += 1
    while start < end and (_loose(doc[end - 1], quotes, opening=False) or doc[end - 1].dep_ == "cc"):
        end -= 1
    return (start, end) if start < end else None


def _loose(token: Token, quotes: bool, opening: bool) -> bool:
    text = token.text
    if token.is_space:
        return True
    if text in STRAIGHT or text in OPENING or text in CLOSING:
        return quotes
    if opening:
        return text in ",;:.-–—…)]"
    return text in ",;:-–—([" or (text == "." and bool(token.is_sent_end))


def runs(indexes: Iterable[int]) -> list[Stretch]:
    """Token indexes joined into unbroken stretches."""
    found: list[list[int]] = []
    for i in sorted(set(indexes)):
        if found and found[-1][1] == i:
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    return [(start, end) for start, end in found]


def pruned(token: Token) -> set[int]:
    """Indexes of the token's subtree without relative clauses, finite adverbial clauses and own-voiced conjuncts."""
    inside = set(range(*subtree(token)))
    for node in token.subtree:
        if node != token and node.i in inside and _own_voice(node, token):
            inside -= set(range(*subtree(node)))
    inside.add(token.i)
    return inside


def _own_voice(node: Token, top: Token) -> bool:
    if node.dep_ == "relcl":  # not "the lie that guards beat him", nor "it was the army that had fired"
        cleft = node.head.dep_ == "attr" and any(c.lower_ == "it" for c in node.head.head.lefts)
        return (child(node, "mark") is None or node.head != top) and not cleft
    if node.dep_ == "advcl":
        return child(node, *SUBJECTS) is not None and child(node, "mark", "advmod") is not None
    if node.dep_ in ("conj", "parataxis") and node.head == top and node.pos_ in ("VERB", "AUX"):
        return child(node, *SUBJECTS) is not None or child(node, "aux") is not None
    return False


def clause_pieces(token: Token, without: Iterable[Token] = ()) -> list[Stretch]:
    """The pruned clause or phrase under the token, less some phrases, as stretches that hold a content word."""
    doc = token.doc
    inside = pruned(token)
    for phrase in without:
        inside -= set(range(*subtree(phrase)))
    found = (trim(doc, run) for run in runs(inside | {token.i}))
    return [run for run in found if run and any(t.pos_ in CONTENT for t in doc[run[0] : run[1]])]


def subject(verb: Token) -> Token | None:
    """The verb's subject: its own, or the one it shares with the verb that governs it."""
    node = verb
    for _ in range(5):
        own = child(node, "nsubj", "nsubjpass", "csubj")
        if own is not None and own.i != verb.i:
            return own
        if node.dep_ in ("relcl", "acl"):
            return node.head
        if node.dep_ == "xcomp" and (whom := child(node.head, "dobj", "dative")) is not None:
            return whom
        if node.dep_ == "pcomp":
            node = node.head
        if node.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp") or node.head == node:
            return None
        if node.dep_ == "ccomp" and node != verb:
            return None
        if node.dep_ == "ccomp" and verb.tag_ != "VBG":
            return None
        node = node.head
    return None


def following(token: Token) -> Token | None:
    """The head of the phrase that follows the token at once."""
    node = token.doc[min(token.i + 1, len(token.doc) - 1)]
    while node.head.i > node.i and node.head.left_edge.i == token.i + 1:
        node = node.head
    return node if node.pos_ in ("NOUN", "PROPN", "PRON") else None


def handed_on(source: Token, verb: Token) -> Token | None:
    """Whom "according to Reuters, the mayor, Anna Kovac, said" has speak: the mayor, an apposition to the parse."""
    doc, first = source.doc, source.left_edge.i
    told = first > 1 and doc[first - 2].lower_ == "according" and source.right_edge.i < verb.i
    if not told or any(t.text != "," for t in doc[source.right_edge.i + 1 : verb_words(verb)[0]]):
        return None
    return next((c for c in source.rights if c.dep_ == "appos" and doc[c.left_edge.i - 1].text == ","), None)


def verb_words(verb: Token) -> Stretch:
    """The verb with auxiliaries and adverbs directly before it and its particle ("has since pointed out")."""
    start = verb.i
    kept = {c.i for c in verb.lefts if c.dep_ in (*AUXILIARIES, "advmod") and c.pos_ not in ("CCONJ", "SCONJ")}
    while start - 1 in kept:
        start -= 1
    return start, verb.i + 1 + any(c.dep_ == "prt" and c.i == verb.i + 1 for c in verb.rights)


def quotations(doc: Doc) -> list[Stretch]:
    """Quoted stretches with their marks; a straight mark left open ends with its paragraph."""
    found: list[Stretch] = []
    start: int | None = None
    for token in doc:
        text = token.text
        if token.is_space:
            if start is not None and "\n" in text and doc[start].text in STRAIGHT:
                found.append((start, token.i))
                start = None
        elif start is None:
            start = token.i if text in OPENING or (text in STRAIGHT and _opens(token)) else None
        elif text in CLOSING or (text in STRAIGHT and (doc[start].text in STRAIGHT or not _opens(token))):
            found.append((start, token.i + 1))
            start = None
    return found


def _opens(token: Token) -> bool:
    """Whether a straight mark stands before a word: a space, a bracket or nothing before it."""
    if token.i == 0:
        return True
    before = token.nbor(-1)
    return bool(before.whitespace_) or before.is_space or before.text in "([—–-"
