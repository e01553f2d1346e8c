"""Subjects and objects: whom a verb is said of, and to whom it is done, also where the parse errs.

In: a verb's token. Out: `subjects(verb)`, `patients(verb)`: the head words of the noun phrases.
"""

from __future__ import annotations

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})
COUNTS = frozenset({"more", "others", "dozens", "scores", "hundreds", "thousands", "several", "many"})
RELATIVE = frozenset({"WP", "WDT"})
ELSEWHERE = ("GPE", "LOC", "DATE", "FAC", "ORG", "TIME")  # what "who" never stands for


def subjects(verb: Token) -> list[Token]:
    """Whom the verb is said of: its subject, in a list or relative clause too."""
    found = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    if found:
        return [_antecedent(token, verb) for token in found[-1:]]
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL:
        return [verb.head]
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return subjects(verb.head)
    behind = [child for child in verb.rights if child.dep_ in ("nsubj", "nsubjpass")]
    return behind[:1] or _before_aux(verb)


def _before_aux(verb: Token) -> list[Token]:
    """The noun phrase right before "are" or "have" where the parse has no subject."""
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    if first is None or first.i == verb.sent.start:
        return []
    noun = first.nbor(-1)
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in NOMINAL:
        noun = noun.head.head
    return [noun] if noun.pos_ in ("NOUN", "PROPN", "NUM") else []


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that "who" stands for: past a place or time that the parse hung it on."""
    if token.tag_ not in RELATIVE or verb.dep_ not in ("relcl", "acl"):
        return token
    noun = verb.head
    for _ in range(3):
        if token.lower_ != "who" or noun.ent_type_ not in ELSEWHERE:
            break
        if noun.head.pos_ not in (*NOMINAL, "ADP") or noun.head is noun:
            return verb.head
        noun = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    return noun


def patients(verb: Token, alone: bool = True, end: int = -1) -> list[Token]:
    """Whom the verb is done to: object of the active, subject of the passive, noun of a participle.

    A verb that is a harm by itself (`alone`) may also stand as in a headline ("Five killed in"). The
    word before the token `end` is no object but a part of the phrase ("taken hostage").
    """
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return _passive(verb)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative") and verb.i < child.i != end - 1]
    if objects:
        return [objects[-1] if objects[-1].dep_ == "dobj" else objects[0]]
    caused = [
        t for c in verb.rights if c.dep_ == "ccomp" and verb.lemma_ == "let" for t in c.lefts if t.dep_ == "nsubj"
    ]
    if caused:
        return caused[:1]
    if verb.dep_ == "relcl" and any(c.dep_ == "dobj" for c in verb.lefts):
        return [verb.head]
    if verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children):
        return _participle(verb)
    for child in verb.rights:
        if child.dep_ == "conj" and child.tag_ == verb.tag_:
            shared = [t for t in child.rights if t.dep_ == "dobj"]
            if shared and not any(t.dep_ in ("nsubj", "nsubjpass") for t in child.lefts):
                return shared[:1]
    return (_following(verb) or _headline(verb)) if alone else []


def _passive(verb: Token) -> list[Token]:
    found = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if found:
        return [_antecedent(found[-1], verb)]
    if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in NOMINAL:
        return [verb.head]
    counted = _counted_before(verb) if verb.dep_ == "conj" else None
    return [counted] if counted is not None else subjects(verb)


def _participle(verb: Token) -> list[Token]:
    """Whom a bare participle speaks of: "people killed in", "kidnapped girls", "30 others wounded"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.pos_ == "NUM" or before.lower_ in COUNTS:
        return [before]
    if verb.dep_ in ("acl", "relcl", "amod") and verb.head.pos_ in NOMINAL:
        return [_past_including(verb.head)]
    if verb.dep_ == "pobj" and verb.head.lower_ == "of" and verb.head.i == verb.i - 1:
        return [verb.head.head]
    own = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass", "nummod", "npadvmod")]
    if own:
        return own[-1:]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return patients(verb.head) if verb.head.tag_ == "VBN" else []
    if verb.dep_ in ("xcomp", "oprd", "ccomp") and verb.head.pos_ in ("VERB", "AUX"):
        return [c for c in verb.head.children if c.dep_ in ("nsubjpass", "nsubj", "dobj")][-1:]
    return _following(verb)


def _following(verb: Token) -> list[Token]:
    """The noun phrase that begins right after a verb whose object the parse has missed."""
    for at in range(verb.i + 1, min(verb.i + 6, verb.sent.end)):
        token = verb.doc[at]
        if token.ent_type_ in ("DATE", "TIME"):
            continue
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
            return [token]
        if token.pos_ == "NUM" and token.head.pos_ not in ("NOUN", "PROPN"):
            return [token]
        if token.pos_ not in ("DET", "ADJ", "NUM", "PROPN", "ADV", "NOUN") or (
            at == verb.i + 1 and token.pos_ == "ADP"
        ):
            return []
    return []


def _headline(verb: Token) -> list[Token]:
    """The subject of "Five soldiers killed in attack", where no object follows."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "relcl" or any(child.dep_ == "aux" for child in verb.children):
        return []
    return [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")][-1:]


def _past_including(noun: Token) -> Token:
    """The whole in "hundreds, including 15 policemen, injured": the noun before "including"."""
    prep = noun.head
    if prep.lower_ == "including" and noun.nbor().text == "," and prep.head.pos_ in NOMINAL:
        return prep.head
    return noun


def _counted_before(verb: Token) -> Token | None:
    """The number right before "were", past ", including a child,"."""
    lead = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    at = lead.i - 1
    if verb.doc[at].text == ",":
        at = next((i - 1 for i in range(at - 1, max(at - 9, verb.sent.start), -1) if verb.doc[i].text == ","), at)
    before = verb.doc[max(at, verb.sent.start)]
    return before if before.pos_ == "NUM" or before.lower_ in COUNTS else None
