"""Who stands where around a verb or an event noun: its arguments, read from the parse.

In: a spaCy token. Out: (role, token) pairs; roles are actor, recipient, party. The parse decides:
subjects and agents act, objects and passive subjects receive, "on", "against", "of" lead to them.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.codebook import load_toml

SUBJECT, PASSIVE = ("nsubj", "csubj"), ("nsubjpass", "csubjpass")
OBJECT = ("dobj", "obj")
BEFORE_NOW = frozenset(("previously", "before", "beforehand", "formerly", "historically"))
THEM = frozenset(("them", "him", "her", "it"))
WORDS = {
    kind: {name: frozenset(words) for name, words in table.items()} for kind, table in load_toml("roles.toml").items()
}
LEADS, NOUNS, VERBS = WORDS["prepositions"], WORDS["nouns"], WORDS["verbs"]
LATER = frozenset(("after", "before", "since", "following", "despite", "days", "weeks", "months", "hours", "until"))


def _lemma(token: Token) -> str:
    """The lemma in lower case; "sit-in" for the last piece of it."""
    whole = token.i > 1 and token.lower_ == "in" and token.nbor(-1).text == "-"
    return f"{token.nbor(-2).lower_}-in" if whole else token.lemma_.lower()


def with_conjuncts(token: Token) -> list[Token]:
    """The token, those joined to it by and / or, and what is set beside each ("X, a title, and Y, a title")."""
    joined = [token, *token.conjuncts] if token.dep_ != "conj" else [token]
    beside = [child for one in joined for child in one.rights if child.dep_ == "appos" and one.pos_ == "PROPN"]
    return [*joined, *(leaf for child in beside for leaf in (child, *child.conjuncts))]


def before_now(verb: Token) -> bool:
    """Is it told of some time before ("have attacked journalists previously")?"""
    return any(child.dep_ == "advmod" and child.lower_ in BEFORE_NOW for child in verb.children)


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


def clause_beyond(participle: Token, opening: Token) -> Token | None:
    """The verb whose clause a word opens that stands before the subject: "On Sunday two men held since May were freed".

    The parse takes the participle under the subject for the verb.
    """
    subject = next((child for child in participle.children if child.dep_ in SUBJECT + PASSIVE), None)
    if subject is None or opening.i > subject.left_edge.i:
        return None
    return next((child for child in participle.children if reduced_clause(child) == participle), None)


def clause_before(verb: Token, between: Token) -> Token | None:
    """The participle under the subject to which a word before the verb belongs: "two men held since May were freed"."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECT + PASSIVE), None)
    first = min((child.i for child in verb.children if child.dep_ in ("aux", "auxpass")), default=verb.i)
    if subject is None or not subject.i < between.i < first:
        return None
    inside = (word for word in subject.subtree if word.dep_ == "acl" and word.tag_ == "VBN" and word.i < between.i)
    return next(inside, None)


def _own(verb: Token) -> Iterator[tuple[str, Token]]:
    bare = _bare_participle(verb)
    for child in verb.children:
        if child.dep_ in SUBJECT:
            yield ("recipient" if bare else "subject"), child
        elif child.dep_ in OBJECT and child.lower_ in THEM and child.pos_ == "PRON":
            yield from _objects_above(verb)
        elif child.dep_ in PASSIVE or (child.dep_ in (*OBJECT, "dative") and child.pos_ != "ADP"):
            yield "recipient", child
            yield from _sent_to(child)
        elif child.dep_ == "agent":
            yield from (("actor", noun) for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ in ("prep", "dative"):
            yield from _prepositional(child)


def _sent_to(thing: Token) -> Iterator[tuple[str, Token]]:
    """Those at whom the object was sent: "opened fire on X"; "exchanged fire with X"."""
    if thing.dep_ in OBJECT and thing.lemma_.lower() in NOUNS["sent"]:
        for prep in thing.children:
            if prep.dep_ == "prep" and prep.lower_ != "by":
                yield from _prepositional(prep)


def _objects_above(verb: Token) -> Iterator[tuple[str, Token]]:
    """Whom "them" means: the objects of the verbs before ("chased a man and beat him")."""
    head = verb
    while head.dep_ in ("conj", "advcl", "xcomp", "dep") and head.head.i < verb.i:
        head = head.head
        for child in head.children:
            lead = child.dep_ == "prep" and child.lower_ in LEADS["on"]
            found = [c for c in child.children if c.dep_ == "pobj"] if lead else [child] if child.dep_ in OBJECT else []
            yield from (("recipient", noun) for noun in found if noun.i < verb.i)


def _prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    role = _led_to(prep)
    for child in prep.children:
        if prep.lower_ == "at" and child.lower_ in ("hand", "hands"):  # "died at the hands of X"
            yield from (("actor", noun) for of in child.children for noun in of.children if noun.dep_ == "pobj")
        elif role and child.dep_ == "pobj":
            yield role, child
        elif child.dep_ == "prep":  # "out of", "on to"
            yield from _prepositional(child)


def _led_to(prep: Token) -> str | None:
    """The role of what follows the preposition, by what stands before it."""
    word, head = prep.lower_, prep.head.lemma_.lower()
    if word == "at" and prep.head.pos_ == "VERB" and is_passive(prep.head):  # "seized at a roadblock"
        return None
    if word in LEADS["on"] or (word in LEADS["beside"] and head in VERBS["bursts"]):
        return "recipient"
    if word == "by":
        return "actor"
    if word == "to" and head in VERBS["gives"]:
        return "recipient"
    return "party" if word in LEADS["between"] else None


def _inherited_subject(verb: Token) -> tuple[str, Token] | None:
    """The subject of the verb above, for participles, infinitives and conjuncts without their own."""
    head, seen = verb, 0
    while head.dep_ in ("conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "prep") and seen < 5:
        if head.dep_ == "ccomp" and (head.head.lemma_.lower() in VERBS["speech"] or _marked(head)):
            return None
        over = head.dep_ == "prep" and head.head.lemma_.lower() in VERBS["object_acts"]
        head, seen = head.head, seen + 1
        if over:
            return next((("subject", child) for child in head.children if child.dep_ in (*OBJECT, *PASSIVE)), None)
        for child in head.children:
            if child.dep_ in SUBJECT:
                return "subject", child
            if child.dep_ in PASSIVE:
                return "recipient", child
    return _antecedent(head)


def _marked(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _antecedent(verb: Token) -> tuple[str, Token] | None:
    if verb.dep_ == "acl" or (verb.dep_ == "amod" and verb.tag_ == "VBN"):
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
    return "recipient" if verb.lemma_.lower() in VERBS["happens"] else "actor"


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
    received = _lemma(noun) in NOUNS["received"] and not _does_it(noun)
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "amod", "nmod"):
            yield ("recipient" if received and child.dep_ == "poss" else "actor"), child
        elif child.dep_ == "prep" and child.lower_ == "of":
            role = _of(noun)
            yield from ((role, leaf) for pobj in child.children for leaf in with_conjuncts(pobj) if role)
        elif child.dep_ in ("prep", "agent"):
            for role, token in _prepositional(child):
                yield from ((role, leaf) for leaf in with_conjuncts(token))
        else:
            yield from _clause_under(noun, child)
    yield from _around(noun)


def _does_it(noun: Token) -> bool:
    """ "Israel's killing of X": the possessor acts where "of" tells who was acted upon."""
    kinds = {child.dep_ for child in noun.children if child.dep_ == "poss" or child.lower_ == "of"}
    return {"poss", "prep"} <= kinds


def _of(noun: Token) -> str | None:
    """The role of those whom "of" tells after an event noun."""
    rows = (("received", "recipient"), ("done_to", "recipient"), ("acted", "actor"), ("shared", "party"))
    return next((role for name, role in rows if _lemma(noun) in NOUNS[name]), None)


def _clause_under(noun: Token, clause: Token) -> Iterator[tuple[str, Token]]:
    """What a clause about the event noun adds: "an attack that hit X", "a truce signed by X"."""
    if clause.dep_ == "relcl" or (clause.dep_ == "acl" and clause.tag_ == "VBG"):
        yield from ((role, leaf) for role, leaf in verb_arguments(clause) if role == "recipient" and leaf.i != noun.i)
    elif clause.dep_ == "acl" and clause.lemma_.lower() not in VERBS["brokers"]:
        yield from ((role, leaf) for role, leaf in verb_arguments(clause) if role == "actor")


def _around(noun: Token) -> Iterator[tuple[str, Token]]:
    """What the verb over an event noun adds: "X carried out an attack", "the attack targeted Y"."""
    head = noun.head
    if head.pos_ not in ("VERB", "AUX"):
        return
    if noun.dep_ in ("dobj", "obj") and head.lemma_.lower() in VERBS["light"]:
        yield from ((role, leaf) for role, leaf in verb_arguments(head) if leaf.i != noun.i)
    elif noun.dep_ in (*SUBJECT, *PASSIVE):
        yield from ((role, leaf) for role, leaf in verb_arguments(head) if role == "recipient" and leaf.i != noun.i)
        if is_passive(head):
            yield from ((role, leaf) for role, leaf in verb_arguments(head) if role == "actor" and leaf.i != noun.i)


def arguments(token: Token) -> list[tuple[str, Token]]:
    """(role, token) for a trigger's head word, verb or noun, in text order."""
    found = verb_arguments(token) if token.pos_ in ("VERB", "AUX") else noun_arguments(token)
    return sorted(set(found), key=lambda pair: (pair[1].i, pair[0]))


def stand_ins(token: Token, role: str) -> list[Token]:
    """The token, then those that may stand for it: "army drones", "X's house", "the home of X"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in ("DATE", "TIME"):
        return [token]
    out = [token, *(c for c in token.lefts if c.dep_ in ("compound", "amod", "poss", "nmod"))]
    if role == "recipient":
        out += [c for prep in token.children if prep.lower_ == "of" for c in prep.children if c.dep_ == "pobj"]
        laden = [c for c in token.children if c.dep_ == "acl" and c.lemma_.lower() in VERBS["carries"]]
        out += [c for verb in laden for c in verb.children if c.dep_ in OBJECT]
    return out


def of_another_time(trigger: Token) -> bool:
    """Does the trigger stand in a clause of another time ("even after he was kidnapped")?"""
    chain = [trigger, *trigger.ancestors]
    marks = {c.lower_ for t in chain for c in t.children if c.dep_ in ("mark", "advmod") and c.i < t.i}
    preps = {t.lower_ for t in chain if t.dep_ == "prep"}
    return bool((marks | preps) & LATER)
