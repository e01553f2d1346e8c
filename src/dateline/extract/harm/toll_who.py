"""Who a noun phrase speaks of: status, side, age, sex, occupation, and whether it means people at all.

In: the head word of a phrase. Out: `who(noun)`, a `Group` and whether the words are words for people.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.actors import PeopleNoun, load_actors, people_noun
from dateline.extract.harm.toll_words import harm_words
from dateline.model.values import Group
from dateline.text import text_of

AGED = re.compile(r"\b(\d{1,3})[- ](?:year|month)s?[- ]old\b")
NAMED = frozenset({"NORP", "ORG", "GPE"})
BESIDE = re.compile(r"(?:, (?:aged )?| aged | \()(\d{1,3})(?=[,.;)])")  # "Maria Lopes, 61,", "a teacher (34)"
THEM = ("them", "whom", "us")
ADULT = 18
FORCES = {"military": "soldier", "police": "police"}
ARMED = frozenset(("Rebel group", "Political militia", "Identity militia"))
MEN = ("man", "member", "dead", "body")  # of a group: they are its fighters
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def object_of(prep: Token) -> Token | None:
    """The noun that "of" or "from" governs, also where the parse took a later word for it."""
    if prep.nbor().lower_ in THEM:
        return prep.nbor()
    found = [t for t in prep.rights if t.dep_ == "pobj"]
    if found and not any(t.tag_ in FINITE for t in prep.doc[prep.i : found[0].i]):
        return found[0]
    for token in prep.doc[prep.i + 1 : prep.i + 5]:
        if token.lower_ in THEM:
            return token
        if token.pos_ in ("NOUN", "PROPN") and (token.dep_ not in ("compound", "poss") or token.head.i <= prep.i):
            return token
    return None


def who(noun: Token) -> tuple[Group, bool]:
    """The group that a noun phrase speaks of, and whether its words are words for people."""
    phrase = _phrase(noun)
    found = people_noun(phrase) if phrase else None
    name = found.noun if found else ""
    if found is None or found.status == "unknown":
        found = _inside(noun) or found
    side = _group(noun, name)
    if found is None:
        return Group(status="combatant" if side else "unknown", side=side, age=_age_beside(noun)), _is_name(noun)
    words = harm_words().sets
    text = noun.doc[noun.left_edge.i : noun.i + 1].text
    the = any(c.lower_ == "the" for c in noun.lefts)
    perpetrators = name in words["perpetrators.nouns"] or (the and name in words["perpetrators.definite"])
    group = Group(
        status="combatant" if perpetrators or side else found.status,
        age=age_of(text) or _age_beside(noun) or found.age,
        sex=found.sex or _sex(noun),
        occupation=found.occupation or FORCES.get(found.force or ""),
        perpetrators=perpetrators,
    )
    people = (name != "" and found.kind != "asset") or _is_name(noun)
    return (replace(group, side=side or _side(noun)) if group.status == "combatant" else group), people


def _phrase(noun: Token) -> list[str]:
    """The lower-cased words that end in the noun; of a person's name only what stands before it."""
    doc, first, last = noun.doc, max(noun.i - 3, noun.left_edge.i), noun.i + 1
    while first > 1 and "-" in (doc[first].text, doc[first - 1].text) and not doc[first - 1].whitespace_:
        first -= 1
    while noun.ent_type_ == "PERSON" and last > first and doc[last - 1].ent_type_ == "PERSON":
        last -= 1
    return _words(doc, first, last)


def _words(doc: Doc, first: int, last: int) -> list[str]:
    """The lower-cased words; parts of a hyphened word are one ("secretary-general")."""
    found: list[str] = []
    for token in doc[first:last]:
        glued = (
            token.i > first and not doc[token.i - 1].whitespace_ and (token.text == "-" or doc[token.i - 1].text == "-")
        )
        if glued:
            found[-1] += token.lower_
        else:
            found.append(token.lower_)
    return found


def _inside(noun: Token) -> PeopleNoun | None:
    """What the rest of the phrase says: "members of the security forces", "civilian deaths", an apposition."""
    before = people_noun([t.lower_ for t in noun.doc[max(noun.i - 3, noun.left_edge.i) : noun.i]] or [""])
    if before is not None and before.status != "unknown":
        return before
    for child in reversed(list(noun.children)):
        if child.dep_ == "appos" and (noun.tag_ != "NN" and noun.pos_ != "PROPN"):
            continue
        if child.dep_ in ("compound", "amod", "nmod", "appos") and child.pos_ in ("NOUN", "ADJ", "PROPN"):
            words = (child, *child.conjuncts) if child.dep_ == "appos" else (child,)  # "a photo- and videojournalist"
            told = (people_noun([word.lemma_.lower()]) for word in words)
            found = next((noun for noun in told if noun is not None and noun.status != "unknown"), None)
            if found is not None:
                return found
        if child.lower_ in ("of", "from") and child.i > noun.i:
            inner = object_of(child)
            found = (
                people_noun([t.lower_ for t in inner.doc[max(inner.left_edge.i, inner.i - 3) : inner.i + 1]])
                if inner
                else None
            )
            if found is not None and found.status != "unknown" and found.kind != "speaker":
                return found
    return None


def _group(noun: Token, name: str) -> str | None:
    """The group whose fighters they are: "40 Taliban", "19 al-Shabaab men"; none of its hostages or followers."""
    text = noun.doc[noun.left_edge.i : noun.i + 1].text
    if (name and name not in MEN) or text.islower():
        return None
    named = load_actors().scan(text)
    armed = (hit for hit in named if {actor.category for actor in hit.actors} & ARMED)
    return next((text[hit.start : hit.end] for hit in armed), None)


def _is_name(noun: Token) -> bool:
    """Is this a person's name or a nationality?"""
    if noun.ent_type_ == "PERSON" or noun.ent_type_ == "NORP":
        return True
    return noun.tag_ == "NNP" and not noun.ent_type_ and noun.text[:1].isupper()


def age_of(text: str) -> str | None:
    """ "child" or "adult" where the words give an age in years or months."""
    told = AGED.search(text)
    return None if told is None else "child" if "month" in told.group() else _of_age(told)


def _of_age(told: re.Match[str]) -> str:
    return "child" if int(told.group(1)) < ADULT else "adult"


def _age_beside(noun: Token) -> str | None:
    """The age told behind one person's name or noun, or in an apposition to it."""
    if noun.tag_ not in ("NN", "NNP"):
        return None
    apposed = [c for c in noun.rights if c.dep_ == "appos"]
    beside = (BESIDE.match(text_of(noun.doc), word.idx + len(word)) for word in (noun, *apposed))
    told = next((match for match in beside if match), None)
    texts = (noun.doc[c.left_edge.i : c.i + 1].text for c in apposed)
    return _of_age(told) if told else next((age for text in texts if (age := age_of(text))), None)


def _sex(noun: Token) -> str | None:
    told = {child.lower_ for child in noun.lefts}
    return "female" if "female" in told else "male" if "male" in told else None


def _side(noun: Token) -> str | None:
    """The name in "Malian soldiers", "ELN fighters", "members of the ELN"."""
    for token in noun.doc[noun.left_edge.i : noun.i]:
        named = token.ent_type_ in NAMED or (token.pos_ == "PROPN" and token.dep_ == "compound" and not token.ent_type_)
        if named and token.head.i <= noun.i and people_noun([token.lower_]) is None:
            return _entity(token)
    for prep in noun.rights:
        inner = object_of(prep) if prep.lower_ in ("of", "from") else None
        if inner is not None and (inner.ent_type_ in NAMED or inner.pos_ == "PROPN"):
            return _entity(inner)
    return None


def _entity(token: Token) -> str:
    if not token.ent_type_:
        return token.text
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end:
            text: str = entity.text
            return re.sub(r"^(?:the|The) |['’]s$", "", text)
    return token.text
