"""Harm words in a sentence, and whom each of them harms.

In: the parsed text. Out: `harmed(doc)`: for each harm word its tokens and the head words of the
noun phrases that it harms, found in the parse (objects of "killed", subjects of "died", the nouns
after "death of"), never those who do the harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.extract.harm.toll_victims import NOMINAL, patients, subjects
from dateline.extract.harm.toll_who import who
from dateline.extract.harm.toll_words import HarmWord, harm_words

BE = frozenset({"be", "remain", "become", "seem", "get", "go", "lie", "feel"})
BARELY = frozenset({"nearly", "almost", "narrowly"})
REACH = 14  # words between a verb and the rest of its phrase
GAP = 3
NEAR = 6  # words between a victim and the next, where the parse parts the two
PRONOUNS = frozenset({"them", "him", "her"})


@dataclass(frozen=True, slots=True)
class Harmed:
    """A harm word at tokens `start` to `end` (head `at`) and the head of one phrase it harms."""

    word: HarmWord
    at: int
    start: int
    end: int
    victim: Token
    negated: bool = False
    subject: Token | None = None  # who lost them, for losses
    attributive: bool = False  # "wounded soldiers": a harm only where they are counted


def harmed(doc: Doc) -> Iterator[Harmed]:
    """Every pair of a harm word and a victim's head word, in text order of the harm words."""
    words = harm_words()
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBN", "VBG", "VBD"):
            yield from _by_verb(doc, token, lemma)
        if token.pos_ == "VERB" and lemma in words.verbs:
            continue
        if token.lower_ in words.states or lemma in words.states:
            entry = words.states.get(token.lower_) or words.states[lemma]
            for victim in _of_state(doc, token):
                yield from _spread(entry, token, token.i, token.i + 1, victim)
        elif lemma in words.nouns and token.pos_ in ("NOUN", "PROPN", "VERB"):
            for victim in _of_noun(token):
                yield from _spread(words.nouns[lemma], token, token.i, token.i + 1, victim)


def _by_verb(doc: Doc, verb: Token, lemma: str) -> Iterator[Harmed]:
    words = harm_words()
    found = _entry(doc, verb, words.verbs.get(lemma, ()))
    if found is not None:
        entry, start, end = found
        whole = end if entry.rest and end - verb.i == 1 + len(entry.rest) else -1
        victims = patients(verb, not entry.rest, whole) if entry.role == "object" else subjects(verb)
        for victim in victims:
            yield from _spread(entry, verb, start, end, victim)
    elif lemma in words.sets["lives.verbs"] or lemma in words.sets["bodies.verbs"]:
        yield from _lives(verb, lemma)
    if lemma in words.sets["losses.verbs"]:
        yield from _losses(verb)


def _spread(entry: HarmWord, at: Token, start: int, end: int, victim: Token) -> Iterator[Harmed]:
    """The victim and those joined to it by "and"."""
    negated = _negated(at)
    victim = _meant(at, _agreeing(at, _real(victim, start, end)))
    lead = at.dep_ in ("amod", "compound")
    beside = [] if victim.i == at.i else [*_listed(at, victim), *joined(victim), *_hung_on(at, victim)]
    beside += [] if victim.i == at.i else _alongside(at, victim)
    if any(child.lower_ in ("was", "is", "has") and child.dep_ in ("aux", "auxpass") for child in at.lefts):
        beside = [one for one in beside if not _same_person(one)]
    for one in [victim, *beside]:
        if one.i != at.i or entry.role in ("noun", "state"):
            yield Harmed(entry, at.i, start, end, one, negated, attributive=lead)


def _same_person(noun: Token) -> bool:
    """Is this the bare second noun of "the blogger and activist X was killed"?"""
    return noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod", "compound") for c in noun.lefts)


def _listed(at: Token, victim: Token) -> list[Token]:
    """The counted nouns left of the last in "30 men, 22 women and 29 children who were killed"."""
    if at.dep_ not in ("acl", "relcl") or victim.dep_ != "conj":
        return []
    before = [t for t in victim.conjuncts if t.i < victim.i and t.pos_ in NOMINAL]
    counted = all(any(c.dep_ == "nummod" for c in t.lefts) for t in before)
    return before if counted else []


def _hung_on(at: Token, victim: Token) -> list[Token]:
    """Counted people behind the victim that the parse hangs on the verb: "killing a vendor and five other people"."""
    if at.pos_ != "VERB" or victim.i < at.i:
        return []
    behind = [t for t in at.rights if t.dep_ == "conj" and t.pos_ in NOMINAL and t.left_edge.i > victim.i + 1]
    near = [t for t in behind if t.left_edge.nbor(-1).lower_ in ("and", ",") and t.left_edge.i <= victim.i + NEAR]
    return [t for t in near if who(t)[1] and any(c.dep_ == "nummod" for c in t.lefts)]


def _alongside(at: Token, victim: Token) -> list[Token]:
    """Those told after "along with": "was arrested along with two others"."""
    if at.pos_ != "VERB":
        return []
    for token in at.doc[max(at.i, victim.i) + 1 : at.sent.end - 2]:
        bare = token.lower_ == "with" and token.i == at.i + 1
        if not bare and (token.lower_ not in ("along", "together") or token.nbor().lower_ != "with"):
            continue
        found = [t for t in (token if bare else token.nbor()).rights if t.dep_ == "pobj"]
        if bare and found and not (who(found[0])[1] and any(t.dep_ == "nummod" for t in found[0].lefts)):
            continue
        if found and (at.is_ancestor(token) or victim.is_ancestor(token)):
            near = [a for a in token.ancestors if a.pos_ == "VERB"][:1]
            return [found[0], *joined(found[0])] if near in ([], [at]) or victim.is_ancestor(token) else []
    return []


def _real(victim: Token, start: int, end: int) -> Token:
    """The noun before it where the parse took the last word of the phrase for the victim ("villagers hostage")."""
    if start < victim.i < end and victim.i == end - 1 and end - start > 2:
        return victim.nbor(-1)
    return victim


def _meant(verb: Token, victim: Token) -> Token:
    """Whom "them" stands for in "pulled two traders off a bus and beat them to death": the object before."""
    if victim.lower_ not in PRONOUNS or verb.dep_ not in ("conj", "advcl") or victim.i < verb.i:
        return victim
    for before in [token for token in verb.ancestors if token.pos_ == "VERB"]:
        for child in before.rights:
            if child.dep_ == "dobj" and child.i < verb.i and child.pos_ in ("NOUN", "PROPN") and who(child)[1]:
                plural = child.tag_ in ("NNS", "NNPS")
                return child if plural == (victim.lower_ == "them") else victim
    return victim


def _agreeing(verb: Token, victim: Token) -> Token:
    """The plural noun further left where a lone name is no subject of "were"."""
    plural = any(c.lower_ in ("were", "are", "have") and c.dep_ in ("auxpass", "aux") for c in verb.lefts)
    if not plural or victim.pos_ != "PROPN" or victim.tag_ != "NNP" or victim.i > verb.i or joined(victim):
        return victim
    for token in reversed(victim.doc[victim.sent.start : victim.i]):
        if token.tag_ == "NNS" and token.dep_ not in ("npadvmod", "compound"):
            return token
    return victim


def joined(noun: Token) -> list[Token]:
    """The nouns that stand beside `noun` in a list, to its right."""
    return [t for t in noun.conjuncts if t.i > noun.i and t.pos_ in NOMINAL and t.dep_ in ("conj", "appos")]


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" or (child.lower_ in BARELY and child.i == token.i - 1) for child in token.children)


def _entry(doc: Doc, verb: Token, entries: Sequence[HarmWord]) -> tuple[HarmWord, int, int] | None:
    """The first entry whose other words are there, with the tokens that it covers."""
    for entry in entries:
        start = verb.i
        if entry.lead:
            near = [t.i for t in (*verb.lefts, *verb.rights) if t.lower_ == entry.lead]
            if not near:
                continue
            start = min(start, near[0])
        end = _rest(doc, verb, entry.rest)
        if end is not None:
            return entry, start, end
    return None


def _rest(doc: Doc, verb: Token, rest: tuple[str, ...]) -> int | None:
    """The token after the phrase's other words, in order after the verb; None: not all there."""
    place, reach, limit = verb.i + 1, REACH, verb.sent.end
    for word in rest:
        for at in range(place, min(place + reach, limit)):
            token = doc[at]
            if word in (token.lower_, token.lemma_.lower()):
                place, reach = at + 1, GAP
                break
            if (token.pos_ == "VERB" and token.tag_ != "VBN") or token.dep_ == "auxpass" or token.text in ";:":
                return None
        else:
            return None
    return place


def _of_noun(noun: Token) -> list[Token]:
    """Whom a harm noun is of: "the death of X", "X's death", "injuries to X", "12 deaths"."""
    if noun.dep_ == "compound":
        return []
    beside = [noun, *noun.conjuncts] if noun.conjuncts else [noun]
    for holder in beside:
        for child in holder.rights:
            if child.dep_ == "prep" and child.lower_ in ("of", "to") and child.i > noun.i:
                found = [t for t in child.rights if t.dep_ == "pobj"]
                if found:
                    return found[:1]
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    if owners and any(child.dep_ in ("nummod", "compound") for child in noun.lefts):
        return []
    prep = noun.head
    if not owners and prep.lower_ == "of" and prep.i == noun.i - 1 and prep.head.pos_ in NOMINAL:
        return [prep.head]
    return owners[:1] or _later_of(noun) or [noun]


def _later_of(noun: Token) -> list[Token]:
    """The victims of "the killing, in the capital, of a judge", where "of" stands further off."""
    for token in noun.doc[noun.i + 2 : min(noun.i + REACH, noun.sent.end)]:
        if token.pos_ in ("VERB", "AUX") or token.text in ",;:":
            break
        found = [t for t in token.rights if t.dep_ == "pobj"] if token.lower_ == "of" else []
        if found and noun.is_ancestor(token) and who(found[0])[1]:
            return found[:1]
    return []


def _of_state(doc: Doc, state: Token) -> list[Token]:
    """Whom "dead", "wounded", "missing" is said of; the word itself where it stands for them."""
    if any(child.dep_ == "dobj" for child in state.children):
        return []
    if state.pos_ == "VERB" and state.tag_ == "VBG":
        return subjects(state)
    if state.dep_ in ("amod", "compound") and state.head.i > state.i and state.head.pos_ in NOMINAL:
        return [state.head]
    verb = state.head
    if state.dep_ in ("acomp", "oprd", "xcomp", "ccomp", "advmod", "attr") and verb.pos_ in ("VERB", "AUX"):
        own = [c for c in state.lefts if c.dep_ in ("nsubj", "nummod")]
        objects = [c for c in verb.rights if c.dep_ == "dobj" and c.i < state.i]
        if own or objects:
            return (own or objects)[-1:]
        if verb.lemma_.lower() in BE or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
            return subjects(verb)
    before = doc[state.i - 1] if state.i else state
    if before.lower_ == "of" and before.head.pos_ in NOMINAL:
        return [before.head]
    if before.pos_ in ("NOUN", "PROPN") and before.sent.start == state.sent.start and state.pos_ != "NOUN":
        return [before]
    return [state]


def _lives(verb: Token, lemma: str) -> Iterator[Harmed]:
    """ "claimed 12 lives", "cost the lives of three men", "12 bodies were found"."""
    words = harm_words()
    for thing in patients(verb):
        name = thing.lemma_.lower()
        life = name in words.sets["lives.nouns"] and lemma in words.sets["lives.verbs"]
        if not life and not (name in words.sets["bodies.nouns"] and lemma in words.sets["bodies.verbs"]):
            continue
        of = [t for c in thing.rights if c.lower_ == "of" for t in c.rights if t.dep_ == "pobj"]
        given = [c for c in verb.rights if c.dep_ == "dative"] if life else []
        entry = HarmWord("killed", "object")
        yield from _spread(entry, verb, verb.i, verb.i + 1, (of or given or [thing])[0])


def _losses(verb: Token) -> Iterator[Harmed]:
    """ "the attackers lost eight": the object, with the subject as whose they were."""
    for lost in [c for c in verb.rights if c.dep_ == "dobj"]:
        for owner in subjects(verb)[:1]:
            yield Harmed(HarmWord("killed", "loss"), verb.i, verb.i, verb.i + 1, lost, _negated(verb), owner)
