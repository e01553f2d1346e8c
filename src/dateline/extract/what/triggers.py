"""Triggers, weapons and kinds of target: the codebook's words in the text, and what the learned reader finds.

In: a parsed Reading with `guesses`, `fillers`, times and places. Out: the layers `triggers` and `features`. A noun
that only modifies another ("attack helicopter", "protest leader") is no trigger, nor is a phrase that the codebook
rules out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from dateline.codebook import TriggerEntry, event_nouns, load_codebook
from dateline.extract.component import component
from dateline.extract.what.learned import weigh
from dateline.extract.what.lexicon import Phrases, flat, forms, lemmas
from dateline.extract.what.syntax import SUBJECT
from dateline.model.reading import FeatureMention, Reading, Trigger
from dateline.text import span_at, text_of

NAMES = frozenset(("PERSON", "GPE", "LOC", "ORG", "WORK_OF_ART", "NORP", "PRODUCT"))
OF_TRIGGER = frozenset(load_codebook().modified_by_trigger)
LEADS_ON = ("ADP", "DET", "CCONJ", "PUNCT")


@cache
def _verbs(only_with: bool) -> Phrases[TriggerEntry]:
    entries = [entry for entry in load_codebook().triggers.values() if bool(entry.only_with) == only_with]
    return Phrases((words, entry) for entry in entries for words in entry.verbs)


@cache
def _nouns() -> Phrases[TriggerEntry]:
    return Phrases((words, entry) for entry in load_codebook().triggers.values() for words in entry.nouns)


@cache
def _never() -> Phrases[bool]:
    return Phrases((words, True) for words in load_codebook().never)


@cache
def _features() -> Phrases[tuple[str, str]]:
    book = load_codebook()
    rows = [(words, ("weapon", key)) for words, key in flat(book.weapons)]
    return Phrases(rows + [(words, ("target", key)) for words, key in flat(book.targets)])


def _ruled_out(doc: Doc, words: list[str]) -> set[int]:
    out, low = set[int](), forms(doc)
    for at in range(len(doc)):
        found = _never().adjacent(low, words, at)
        if found:
            out.update(range(at, found[0]))
    return out


def _all_in(words: Span, none: set[int]) -> bool:
    """Do all words but articles stand in phrases that are ruled out?"""
    return all(word.i in none for word in words if word.pos_ not in ("DET", "PUNCT"))


def _names_a_charge(last: Token) -> bool:
    """Is the noun what somebody is suspected of, charged with or tried for?"""
    over = last.head.head if last.dep_ == "pobj" else last.head
    return last.dep_ in ("pobj", "dobj", "conj") and over.lemma_.lower() in load_codebook().legal


def _only_modifies(last: Token) -> bool:
    if _names_a_charge(last):
        return True
    head = last.head
    return last.dep_ in ("compound", "nmod", "amod") and head.i > last.i and head.lemma_.lower() not in OF_TRIGGER


def _at(doc: Doc, words: list[str], at: int) -> tuple[int, int, TriggerEntry] | None:
    """(end token, head token, entry) of the trigger that begins at `at`, if any."""
    token = doc[at]
    if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.tag_ == "VBN"):
        found = _of_its_object(doc, words, at) or _verbs(False).spread(doc, words, at)
        whole = found and not _begins_a_clause(token, doc[found[0] - 1])
        if found and whole and not _other_sense(token, found[1], found[0]) and not _names_people(token, found[1]):
            return found[0], at, found[1]
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "X") and token.ent_type_ != "DATE":
        found = _nouns().adjacent(forms(doc), words, at)
        if found and _is_noun(doc[found[0] - 1]) and not _other_sense(doc[found[0] - 1], found[1]):
            return found[0], found[0] - 1, found[1]
    return None


def _of_its_object(doc: Doc, words: list[str], at: int) -> tuple[int, TriggerEntry] | None:
    """The meaning that the verb has with its object alone ("seized a cache of rifles")."""
    found = _verbs(True).spread(doc, words, at)
    return found if found and any(thing.lemma_.lower() in found[1].only_with for thing in _things(doc[at])) else None


def _things(verb: Token) -> Iterator[Token]:
    """Its objects, and those of its passive: "rifles", "a cache of rifles", "cars, drugs and rifles"."""
    own = [child for child in verb.children if child.dep_ in ("dobj", "obj", "nsubjpass")]
    for noun in [*own, *([verb.head] if verb.dep_ == "acl" else [])]:
        for one in (noun, *noun.conjuncts):
            yield one
            contents = (pobj for of in one.children if of.lower_ == "of" for pobj in of.children)
            yield from (leaf for pobj in contents for leaf in (pobj, *pobj.conjuncts))


def _begins_a_clause(verb: Token, last: Token) -> bool:
    """Has the phrase's last word a subject of its own ("claimed the rebels attacked")? Then it is no object."""
    return last != verb and any(child.dep_ in SUBJECT for child in last.children)


def _other_sense(verb: Token, entry: TriggerEntry, end: int = 0) -> bool:
    """Is its object, not of the phrase up to `end`, one with which the verb means something else ("fight a fire")?"""
    own = [child for child in verb.children if child.dep_ in ("dobj", "obj", "nsubjpass")]
    own += [noun for prep in verb.children if prep.lower_ in ("on", "against") for noun in prep.children]
    own += [verb.head] if verb.dep_ in ("acl", "amod") else []
    return any(child.lemma_.lower() in entry.not_with for child in own if not verb.i < child.i < end)


def _names_people(verb: Token, entry: TriggerEntry) -> bool:
    """Does the participle only say who somebody is ("the arrested doctor")? Captives stay captives."""
    return verb.dep_ == "amod" and verb.tag_ == "VBN" and entry.family in ("arrest", "release", "kill", "sentence")


def _is_noun(last: Token) -> bool:
    if last.tag_ == "VBG":
        return last.lower_ in event_nouns()
    return last.pos_ in ("NOUN", "X") or (last.pos_ == "PROPN" and last.ent_type_ not in NAMES and not _in_a_name(last))


def _in_a_name(last: Token) -> bool:
    """Is the capitalised word the end of a name ("Beaver Falls"), in a sentence that is no headline?"""
    before = last.nbor(-1) if last.i > last.sent.start else None
    named = before is not None and before.pos_ == "PROPN" and before.text[:1].isupper() and last.text.istitle()
    return named and sum(token.is_lower for token in last.sent) > len(last.sent) // 2


def listed(doc: Doc, words: list[str]) -> list[Trigger]:
    """The codebook's words in the text, in text order; `words` are the lemmas of `doc`."""
    out, skip, at, text = [], _ruled_out(doc, words), 0, text_of(doc)
    last_of: dict[int, str] = {}  # the last word of a phrase -> its family: the fire of "opened fire" is no accident
    while at < len(doc):
        found = None if at in skip else _at(doc, words, at)
        if not found or last_of.get(found[1], found[2].family) != found[2].family:
            at += 1
            continue
        end, head, entry = found
        last_of[end - 1] = entry.family
        token = doc[head]
        noun = head != at or token.pos_ in ("NOUN", "PROPN")
        if not (noun and _only_modifies(token)):
            last = doc[at] if not noun and doc[end - 1].pos_ == "ADP" and end - at > 2 else doc[end - 1]
            start, stop = doc[at].idx, last.idx + len(last)
            pos = "NOUN" if noun else "VERB"
            out.append(Trigger(start, stop, text[start:stop], token.idx, words[head], pos, entry.id))
        at = (head + 1) if not noun else end
    return out


def _is_feature(head: Token, field: str) -> bool:
    if head.pos_ not in ("NOUN", "PROPN", "X", "ADJ") or head.ent_type_ in ("PERSON", "GPE"):
        return False
    if field == "weapon" and head.pos_ == "PROPN" and _in_a_name(head):
        return False
    modifies = head.dep_ in ("compound", "nmod") and head.head.i > head.i
    return not modifies or field == "weapon" or head.head.lemma_.lower() in event_nouns()


def _feature_mentions(doc: Doc, words: list[str]) -> list[FeatureMention]:
    out, at, skip, text = [], 0, _ruled_out(doc, words), text_of(doc)
    while at < len(doc):
        found = _features().adjacent(forms(doc), words, at) if doc[at].pos_ != "VERB" and at not in skip else None
        if not found:
            at += 1
            continue
        end, (field, value) = found
        head = doc[end - 1]
        if _is_feature(head, field):
            start, stop = doc[at].idx, head.idx + len(head)
            out.append(FeatureMention(start, stop, text[start:stop], field, value, head.idx))
        at = end
    return out


def _proposed(reading: Reading, found: Sequence[FeatureMention]) -> Iterator[FeatureMention]:
    """Weapons and targets that the learned reader finds likely, where the lists find none; named by their head word."""
    for filler in reading.fillers:
        met = any(f.field == filler.role and f.start < filler.end and filler.start < f.end for f in found)
        head = span_at(reading.words, filler.start, filler.end).root
        if filler.role not in ("weapon", "target") or filler.score < load_codebook().learned.role or met:
            continue
        if head.pos_ in ("NOUN", "PROPN"):
            words = _trimmed(span_at(reading.words, filler.start, filler.end))
            start, end, value = words.start_char, words.end_char, head.lemma_.lower()
            text = text_of(reading.words)[start:end]
            yield FeatureMention(start, end, text, filler.role, value, head.idx, filler.score)


def _trimmed(words: Span) -> Span:
    """The words without those that only lead on to more: "union offices in"."""
    while len(words) > 1 and words[-1].pos_ in LEADS_ON:
        words = words[:-1]
    return words


@component(requires=("doc", "guesses", "fillers", "times", "places"), provides=("triggers", "features"))
def triggers(reading: Reading) -> Reading:
    """Add the triggers, and the weapons and kinds of target, in text order."""
    doc = reading.words
    words = lemmas(doc)
    none = _ruled_out(doc, words)
    guesses = [guess for guess in reading.guesses if not _all_in(span_at(doc, guess.start, guess.end), none)]
    found = weigh(reading.add(guesses=tuple(guesses)), listed(doc, words))
    named = _feature_mentions(doc, words)
    return reading.add(triggers=tuple(found), features=tuple(sorted([*named, *_proposed(reading, named)])))
