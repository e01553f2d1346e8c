"""Who stands where around a verb or an event noun: its arguments, read from the parse.

In: a spaCy token. Out: (role, token) pairs; roles are actor, recipient, party. The parse decides:
subjects and agents act, objects and passive subjects receive, "on", "against", "of" lead to them.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECT, PASSIVE = ("nsubj", "csubj"), ("nsubjpass", "csubjpass")
ON = frozenset(("on", "against", "at", "upon", "into", "toward", "towards", "over"))
BETWEEN = frozenset(("between", "with", "among"))
LIGHT = frozenset(
    ("carry", "launch", "mount", "stage", "conduct", "commit", "perpetrate", "unleash", "make", "hold", "organise",
     "organize", "execute", "lead", "open", "begin", "resume", "order", "plan", "continue", "step", "be", "announce")
)  # fmt: skip
RECEIVED = frozenset(
    ("killing", "murder", "assassination", "abduction", "kidnapping", "kidnap", "arrest", "detention", "release", "death", "execution",
     "beheading", "massacre", "rape", "capture", "displacement", "stabbing", "shooting", "lynching", "seizure", "takeover", "recapture",
     "liberation", "rescue", "freeing", "looting", "burning", "destruction", "torture", "beating", "conviction", "disappearance")
)  # fmt: skip
HAPPENS = frozenset(("die", "explode", "detonate", "perish", "succumb", "erupt", "drown", "go"))


def with_conjuncts(token: Token) -> list[Token]:
    """The token and those joined to it by and / or."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def is_passive(verb: Token) -> bool:
    """Has the verb a passive subject or auxiliary, or is it a bare participle after a noun?"""
    marks = any(child.dep_ in (*PASSIVE, "auxpass") for child in verb.children)
    return marks or (verb.tag_ == "VBN" and verb.dep_ == "acl")


def _bare_participle(verb: Token) -> bool:
    """A participle that the parser takes for a finite verb: "workers abducted in May (were freed)"."""
    kinds = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBN" and "nsubj" in kinds and not kinds & {"aux", "auxpass", "dobj", "obj"}


def reduced_clause(verb: Token) -> Token | None:
    """The participle under the subject of `verb` where the parse has the two the wrong way round."""
    head = verb.head
    late = verb.i > head.i and any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return head if late and verb.dep_ in ("ccomp", "dep", "advcl", "conj") and _bare_participle(head) else None


def _own(verb: Token) -> Iterator[tuple[str, Token]]:
    bare = _bare_participle(verb)
    for child in verb.children:
        if child.dep_ in SUBJECT:
            yield ("recipient" if bare else "subject"), child
        elif child.dep_ in PASSIVE or (child.dep_ in ("dobj", "obj", "dative") and child.pos_ != "ADP"):
            yield "recipient", child
        elif child.dep_ == "agent":
            yield from (("actor", noun) for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ in ("prep", "dative"):
            yield from _prepositional(child)


def _prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    word = prep.lower_
    role = "recipient" if word in ON else "actor" if word == "by" else "party" if word in BETWEEN else None
    for child in prep.children:
        if role and child.dep_ == "pobj":
            yield role, child
        elif child.dep_ == "prep":  # "out of", "on to"
            yield from _prepositional(child)


def _inherited_subject(verb: Token) -> tuple[str, Token] | None:
    """The subject of the verb above, for participles, infinitives and conjuncts without their own."""
    head, seen = verb, 0
    while head.dep_ in ("conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "prep") and seen < 5:
        if head.dep_ == "ccomp" and any(child.dep_ == "mark" for child in head.children):
            return None
        head, seen = head.head, seen + 1
        for child in head.children:
            if child.dep_ in SUBJECT:
                return "subject", child
            if child.dep_ in PASSIVE:
                return "recipient", child
    return _antecedent(head)


def _antecedent(verb: Token) -> tuple[str, Token] | None:
    if verb.dep_ == "acl":
        return ("recipient" if verb.tag_ == "VBN" else "subject"), verb.head
    if verb.dep_ == "relcl":
        for child in verb.children:
            if child.tag_ in ("WDT", "WP"):
                role = "recipient" if child.dep_ in (*PASSIVE, "dobj", "obj") else "subject"
                return role, verb.head
        if not any(child.dep_ in (*SUBJECT, *PASSIVE) for child in verb.children):
            return "subject", verb.head
        return "recipient", verb.head
    return None


def _resolve(role: str, token: Token, verb: Token) -> Iterator[tuple[str, Token]]:
    if token.tag_ in ("WDT", "WP", "WP$"):
        found = _antecedent(verb)
        if found:
            yield from ((_side(role, verb), noun) for noun in with_conjuncts(found[1]))
        return
    yield from ((_side(role, verb), noun) for noun in with_conjuncts(token))


def _side(role: str, verb: Token) -> str:
    if role != "subject":
        return role
    return "recipient" if verb.lemma_.lower() in HAPPENS else "actor"


def verb_arguments(verb: Token) -> Iterator[tuple[str, Token]]:
    """(role, token) for a verb, its missing subject taken from above."""
    own = list(_own(verb))
    above = reduced_clause(verb)
    if above is not None:
        own += [("recipient", child) for child in above.children if child.dep_ == "nsubj"]
    for role, token in own:
        yield from _resolve(role, token, verb)
    if not any(child.dep_ in (*SUBJECT, *PASSIVE) for child in verb.children):
        found = _antecedent(verb) or (_inherited_subject(verb) if not is_passive(verb) else None)
        if found:
            yield from _resolve(*found, verb)
    elif verb.dep_ == "relcl" and not any(child.tag_ in ("WDT", "WP") for child in verb.children):
        found = _antecedent(verb)
        if found and not any(role == "recipient" for role, _ in own):
            yield from _resolve(*found, verb)


def noun_arguments(noun: Token) -> Iterator[tuple[str, Token]]:
    """(role, token) for an event noun: "strikes by X on Y", "X's attack", "the killing of Y"."""
    received = noun.lemma_.lower() in RECEIVED
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "amod", "nmod"):
            yield ("recipient" if received and child.dep_ == "poss" else "actor"), child
        elif child.dep_ == "prep" and child.lower_ == "of":
            if received:
                yield from (("recipient", leaf) for pobj in child.children for leaf in with_conjuncts(pobj))
        elif child.dep_ in ("prep", "agent"):
            for role, token in _prepositional(child):
                yield from ((role, leaf) for leaf in with_conjuncts(token))
        elif child.dep_ == "relcl" or (child.dep_ == "acl" and child.tag_ == "VBG"):
            yield from (
                (role, leaf) for role, leaf in verb_arguments(child) if role == "recipient" and leaf.i != noun.i
            )
        elif child.dep_ == "acl":
            yield from ((role, leaf) for role, leaf in verb_arguments(child) if role == "actor")
    yield from _around(noun)


def _around(noun: Token) -> Iterator[tuple[str, Token]]:
    """What the verb over an event noun adds: "X carried out an attack", "the attack targeted Y"."""
    head = noun.head
    if head.pos_ not in ("VERB", "AUX"):
        return
    if noun.dep_ in ("dobj", "obj") and head.lemma_.lower() in LIGHT:
        yield from ((role, leaf) for role, leaf in verb_arguments(head) if leaf.i != noun.i)
    elif noun.dep_ in (*SUBJECT, *PASSIVE):
        yield from ((role, leaf) for role, leaf in verb_arguments(head) if role == "recipient" and leaf.i != noun.i)
        if is_passive(head):
            yield from ((role, leaf) for role, leaf in verb_arguments(head) if role == "actor" and leaf.i != noun.i)


def arguments(token: Token) -> list[tuple[str, Token]]:
    """(role, token) for a trigger's head word, verb or noun, in text order."""
    found = verb_arguments(token) if token.pos_ in ("VERB", "AUX") else noun_arguments(token)
    return sorted(set(found), key=lambda pair: (pair[1].i, pair[0]))
