"""Scopes of stance: what a doubting, planning, denying or imagining word governs, by the parse.

In: a parsed `Doc` and the cues. Out: `Scope` records: stance, cue words and the governed stretches, the
narrowest clause or phrase, so that an event word inside inherits the stance and the clause around it
does not. Relative clauses, dated side clauses and conjuncts of their own stay outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.codebook.cues import Cues, StanceRule
from dateline.extract.voice.say_tree import SUBJECTS, Stretch, child, children
from dateline.extract.voice.stance_reach import is_known, known, reach, told_in

PREPOSITIONS = frozenset(("of", "for", "on", "upon", "about", "from", "with"))


@dataclass(frozen=True)
class Scope:
    """A stance over stretches of tokens, with the words that give it."""

    stance: str
    cue: Stretch
    pieces: tuple[Stretch, ...]


def scopes(doc: Doc, cues: Cues) -> Iterator[Scope]:
    """Every stance of the text, cue by cue."""
    look = {
        "VERB": (_verb, _negation, _adjective),
        "AUX": (_auxiliary, _negation, _bound),
        "NOUN": (_noun,),
        "ADJ": (_adjective, _ready),
        "ADV": (_adverb,),
    }
    for token in doc:
        for rule in look.get(token.pos_, ()):
            yield from rule(token, cues)
        if token.dep_ == "neg" or token.lower_ in cues.stance_words["negators"]:
            yield from _negated_noun(token, cues)
        if token.lower_ in cues.stance_words["conditions"] and token.dep_ in ("mark", "aux"):
            yield from _condition(token)


def _scope(
    stance: str, cue: Stretch, heads: Iterable[Token], cues: Cues | None = None, without: Iterable[Token] = ()
) -> Iterator[Scope]:
    """The scope over the heads, less what stands in `without`; with `cues`, less things named as known inside it."""
    outside = list(without)
    pieces = [piece for head in heads for piece in reach(head, [*outside, *(known(head, cues) if cues else ())])]
    if pieces:
        yield Scope(stance, cue, tuple(dict.fromkeys(pieces)))


def _verb(verb: Token, cues: Cues) -> Iterator[Scope]:
    rules = cues.verbs.get(verb.lemma_.lower(), ())
    passive = child(verb, "auxpass", "nsubjpass") is not None
    if not rules or child(verb, "neg") is not None:
        return
    if verb.dep_ == "xcomp" and any(rule.stance == "denied" for rule in cues.verbs.get(verb.head.lemma_, ())):
        rules = tuple(rule for rule in rules if rule.stance != "denied")
    for rule in rules:
        if rule.passive and not passive:
            continue
        governed = list(_taken(verb, rule, passive))
        if "convened" in rule.takes:
            governed = [g for g in children(verb, "dobj") if g.lemma_.lower() in cues.stance_words["convened"]]
        standing = next((g for g in governed if g.lemma_.lower() in cues.stance_words["standing"]), None)
        if standing is not None and rule.stance == "denied":
            yield Scope("denied", (verb.i, standing.i + 1), ((standing.i, standing.i + 1),))
            return
        if rule.stance == "planned":  # what is asked about, and what is known, is not asked for
            governed = [g for g in governed if not is_known(g, cues) and not _asks(g)]
        if governed:
            open_ = rule.stance in ("planned", "hypothetical") or verb.lemma_ not in cues.say
            cue = (verb.i, verb.i + 1)
            yield from _scope(rule.stance, cue, governed, cues if open_ else None)
            if more := tuple(piece for g in governed for piece in told_in(g, cues)):
                yield Scope(rule.stance, cue, more)
            return


def _asks(clause: Token) -> bool:
    """Whether a question word opens the clause: "asked how they could come"."""
    return any(c.tag_ in ("WRB", "WP", "WDT") for c in clause.lefts)


def _taken(head: Token, rule: StanceRule, passive: bool = False) -> Iterator[Token]:
    """The children of a verb or noun that its rule says it governs."""
    for c in head.children:
        if _form(c, head, passive) in rule.takes:
            yield c
        elif c.dep_ == "prep" and c.lower_ in rule.takes & PREPOSITIONS:
            yield from children(c, "pobj", "pcomp")
        elif c.lower_ == "to" and "infinitive" in rule.takes:  # "calls its supporters to march", as the parse has it
            yield from (t for t in children(c, "pobj") if t.tag_ == "VB")


def _form(c: Token, head: Token, passive: bool) -> str:
    """How a child completes its head: infinitive, clause, gerund, object, subject, or "" for none of them."""
    if c.dep_ in ("xcomp", "acl", "ccomp", "relcl") and any(a.lower_ == "to" for a in children(c, "aux")):
        return "infinitive"
    if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG":
        return "gerund"
    if c.i > head.i and (c.dep_ == "ccomp" or (c.dep_ == "acl" and child(c, "mark") is not None)):
        return "clause"
    if c.dep_ == "dobj" and not _personal(c):
        return "object"
    return "subject" if passive and c.dep_ == "nsubjpass" else ""


def _personal(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.pos_ == "PRON"


def _noun(noun: Token, cues: Cues) -> Iterator[Scope]:
    for rule in cues.nouns.get(noun.lemma_.lower(), ()):
        yield from _scope(rule.stance, (noun.i, noun.i + 1), _taken(noun, rule))
    if noun.lemma_.lower() in cues.stance_words["drills"]:
        maker = next((c for c in noun.lefts if c.lower_ in cues.stance_words["drill_makers"]), None)
        if maker is not None or child(noun, "amod", "compound") is None:
            yield from _scope("hypothetical", (noun.i, noun.i + 1), [noun])


def _adjective(adjective: Token, cues: Cues) -> Iterator[Scope]:
    stance = cues.modifiers["adjective"].get(adjective.lower_)
    if stance and adjective.dep_ == "amod" and adjective.head.pos_ in ("NOUN", "PROPN"):
        # "a suspected thief beaten by residents": what was done to whom is told outright
        yield from _scope(
            stance, (adjective.i, adjective.i + 1), [adjective.head], without=children(adjective.head, "acl")
        )


def _ready(adjective: Token, cues: Cues) -> Iterator[Scope]:
    stance = cues.modifiers["ready"].get(adjective.lower_)
    if stance and child(adjective, "neg") is None:
        governed = [c for c in adjective.children if c.dep_ in ("xcomp", "ccomp") and c.i > adjective.i]
        governed = [c for c in governed if c.lemma_.lower() not in cues.verification["checking"]]
        yield from _scope(stance, (adjective.i, adjective.i + 1), governed)


def _adverb(adverb: Token, cues: Cues) -> Iterator[Scope]:
    stance = cues.modifiers["adverb"].get(adverb.lower_)
    if stance and adverb.dep_ == "advmod":
        yield from _scope(stance, (adverb.i, adverb.i + 1), [adverb.head])


def _auxiliary(aux: Token, cues: Cues) -> Iterator[Scope]:
    """ "will attack", "could attack", "would attack" (planned if somebody says so), "would have"."""
    verb = aux.head
    if aux.dep_ != "aux" or verb == aux or (aux.lower_ == "'d" and verb.tag_ in ("VBN", "VBD")):
        return
    if any(c.lower_ in ("how", "why") for c in children(verb, "advmod")):  # "asked how they could come ashore"
        return
    stance = cues.modifiers["auxiliary"].get(aux.lower_)
    if aux.lower_ in cues.stance_words["would"] and aux.tag_ == "MD":
        have = any(c.lower_ == "have" for c in children(verb, "aux"))
        told = next((t for t in (verb, *verb.ancestors) if t.dep_ != "conj"), verb)
        stance = "planned" if told.dep_ == "ccomp" and not have and not _if_inside(verb) else "hypothetical"
    if stance and verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() not in cues.verification["checking"]:
        yield from _scope(stance, (aux.i, aux.i + 1), [verb], cues)


def _if_inside(verb: Token) -> bool:
    marks = (child(c, "mark") for c in children(verb, "advcl"))
    return any(mark is not None and mark.lower_ == "if" for mark in marks)


def _bound(be: Token, cues: Cues) -> Iterator[Scope]:
    """ "The strike was to close the roads": planned."""
    governed = [c for c in children(be, "xcomp") if c.tag_ == "VB" and any(a.lower_ == "to" for a in c.lefts)]
    if be.lemma_ == "be" and be.tag_ != "VB" and child(be, "neg", "attr", "acomp", "prep", "expl") is None:
        yield from _scope("planned", (be.i, be.i + 1), governed, cues)


def _condition(mark: Token) -> Iterator[Scope]:
    """What is told under a condition, and what would come of it."""
    if mark.i > 0 and mark.nbor(-1).lower_ in ("even", "as"):
        return
    subject = child(mark.head, *SUBJECTS)
    if mark.dep_ == "mark" or (subject is not None and mark.i < subject.i):  # "should a house be taken, they ..."
        told = mark.head.head
        bidden = told.tag_ == "VB" and child(told, "nsubj", "aux", "auxpass") is None  # "if need be, rise and attack"
        others = subject is not None and subject.pos_ != "PRON"  # not "it will leave if it must"
        comes = mark.lower_ in ("if", "should") and any(a.lower_ in ("will", "'ll") for a in children(told, "aux"))
        heads = [mark.head, *((told, *told.conjuncts) if bidden or (comes and others) else ())]
        yield from _scope("hypothetical", (mark.i, mark.i + 1), heads)


def _negation(verb: Token, cues: Cues) -> Iterator[Scope]:
    """ "did not attack"; not "did not say that ..." nor "not only"."""
    words = cues.stance_words
    no = child(verb, "neg")
    if (
        no is None
        or verb.lemma_.lower() in words["not_governing"]
        or verb.lemma_.lower() in cues.verification["checking"]
    ):
        return
    if no.i + 1 < len(verb.doc) and verb.doc[no.i + 1].lower_ in words["not_governing"] and no.i + 1 != verb.i:
        return
    if any(c.lemma_.lower() in cues.verification["checking"] for c in verb.subtree):
        return
    if verb.lemma_ in ("be", "have", "do") and child(verb, "attr", "acomp", "dobj") is None:
        return
    # "a truce did not cover the town", "a grenade thrown at the gate did not explode": there was one
    stands = () if verb.lemma_ in words["happening"] | words["undone"] else children(verb, "nsubj")
    yield from _scope("denied", (no.i, no.i + 1), [verb], cues, stands)


def _negated_noun(no: Token, cues: Cues) -> Iterator[Scope]:
    """ "no shots were fired", "without attacking"; "no casualties" counts and denies no event."""
    words = cues.stance_words
    if no.lower_ == "without":
        yield from _scope("denied", (no.i, no.i + 1), children(no, "pcomp", "pobj"), cues)
    elif no.lower_ == "no" and no.dep_ == "det" and no.nbor().lower_ not in words["least"]:
        thing = no.head
        if thing.lemma_.lower() in words["outcomes"] or thing.pos_ not in ("NOUN", "PROPN"):
            return
        passive = thing.dep_ == "nsubjpass" or (thing.dep_ == "nsubj" and thing.head.pos_ == "VERB")
        if passive and thing.head.lemma_ not in cues.verification["checking"]:
            yield from _scope("denied", (no.i, no.i + 1), [thing.head], cues)
        else:
            yield from _scope("denied", (no.i, no.i + 1), [thing])
