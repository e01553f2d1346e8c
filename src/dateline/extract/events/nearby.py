"""The drafts told close before one: those it may take place or day over from.

In: a reading, drafts in text order, the number of one. Out: pairs of rule and draft, the nearest kind first; whether a
draft may take anything over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, takewhile

from spacy.tokens import Token

from dateline.codebook import load_codebook, load_toml
from dateline.extract.events.draft import Draft
from dateline.extract.events.headings import item_of
from dateline.extract.what.learned import told_as
from dateline.extract.what.syntax import LATER
from dateline.extract.what.times_told import recalled
from dateline.model.reading import Frame, Reading
from dateline.text import token_at

SPINE = frozenset(
    ("ROOT", "conj", "ccomp", "xcomp", "parataxis", "dep", "nsubj", "nsubjpass", "dobj", "attr", "appos", "compound")
)  # how what a sentence tells outright hangs on its first verb
OPEN = frozenset(
    ("has", "have", "'ve", "must", "should", "can", "could", "may", "might", "would")
)  # leave the day open
NOW = frozenset(("is", "are", "'s", "'re"))  # before "detaining"
DONE = frozenset(("has", "have", "'ve"))  # before "freed"
WISHED = frozenset(load_toml("relations.toml")["wished"])
HABIT = frozenset(load_toml("relations.toml")["habit"])
AFTER = LATER - {"before"}


def offset(reading: Reading, frame: Frame) -> int:
    """Where the frame's main trigger stands."""
    return reading.triggers[frame.triggers[0]].head


def before(reading: Reading, drafts: Sequence[Draft], at: int) -> Iterable[tuple[str, Draft]]:
    """(rule, draft): those of the same sentence, the same paragraph, the one before; not across items."""
    here = drafts[at].frames[0]
    others = [d for n, d in enumerate(drafts) if n != at]
    yield from (("same sentence", d) for d in others if any(f.sentence == here.sentence for f in d.frames))
    earlier = [d for d in drafts[:at] if d.frames[0].sentence < here.sentence]
    item = item_of(reading, offset(reading, here))
    if item:
        earlier = [d for d in earlier if item[0] <= offset(reading, d.frames[0])]
    yield from (
        ("same paragraph", d) for d in reversed(earlier) if any(f.paragraph == here.paragraph for f in d.frames)
    )
    last = here.paragraph - 1
    yield from (("the paragraph before", d) for d in reversed(earlier) if any(f.paragraph == last for f in d.frames))


def tells_of(reading: Reading, lender: Draft, draft: Draft) -> bool:
    """Is the one told outright, or in a clause that also tells the other? Not so "jailed for raids in 1992"."""
    one, two = (token_at(reading.words, offset(reading, d.frames[0])) for d in (lender, draft))
    return outright(reading, lender) or one in two.ancestors


def follows(draft: Draft) -> bool:
    """Is it of a kind that comes of another event (a release, a sentence), at its own time and place?"""
    return draft.families[0] in load_codebook().follow_up


def not_done(reading: Reading, draft: Draft) -> bool:
    """Is it only planned or imagined? Then no day and no place is taken over."""
    return told_as(reading, draft.frames[0]) in ("planned", "hypothetical")


def denied(reading: Reading, draft: Draft) -> bool:
    """Does somebody deny it? What did not happen is of no day that goes without saying."""
    return any(reading.stances[i].stance == "denied" for i in draft.frames[0].stances)


def asked_for(reading: Reading, frame: Frame) -> bool:
    """Is it what somebody wishes, advises or stops: "advised her to kill them", "calls for the release of all"?"""
    verb = token_at(reading.words, offset(reading, frame))
    if verb.dep_ == "pobj" and verb.head.lower_ == "for":
        return verb.head.head.lemma_.lower() in WISHED
    return verb.dep_ in ("xcomp", "ccomp", "dobj", "pcomp") and verb.head.lemma_.lower() in WISHED


def remembered(reading: Reading, draft: Draft) -> bool:
    """Is it told only as what is remembered ("the anniversary of the massacre")? It is of no day told beside it."""
    return all(recalled(token_at(reading.words, offset(reading, frame))) for frame in draft.frames)


def outright(reading: Reading, draft: Draft) -> bool:
    """Is it what its sentence tells, on some day of the past?

    Not so what stands in a clause of another time ("who was arrested in ..."), or is told of no day ("has often
    attacked", "must not attack"). Only what is told outright is of the story's day, or of that of its neighbours.
    """
    token = token_at(reading.words, offset(reading, draft.frames[0]))
    up = list(chain((token,), token.ancestors))
    return not _left_open(up) and _on_spine(up)


def left_open(reading: Reading, draft: Draft) -> bool:
    """Does its verb leave the day open ("have attacked", "are detaining")?"""
    token = token_at(reading.words, offset(reading, draft.frames[0]))
    return _left_open(list(chain((token,), token.ancestors)))


def just_now(reading: Reading, draft: Draft) -> bool:
    """Is it told outright, and as what holds when the report is written ("have freed", "are holding")?"""
    verb = token_at(reading.words, offset(reading, draft.frames[0]))
    helpers = _helpers(verb)
    now = bool(helpers & DONE) if verb.tag_ == "VBN" else verb.tag_ == "VBG" and bool(helpers & NOW)
    if not now or helpers & (OPEN - DONE) or _summed(verb):
        return False  # "may have freed"
    return not habitual(reading, draft) and _on_spine((verb, *verb.ancestors))


def habitual(reading: Reading, draft: Draft) -> bool:
    """Is it told as what happens again and again ("have often shelled")?"""
    verb = token_at(reading.words, offset(reading, draft.frames[0]))
    return any(child.lower_ in HABIT for child in verb.children)


def _summed(verb: Token) -> bool:
    """Is it a sum over a time that a clause tells ("1,000 have been arrested since the protests began")?"""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(word.lower_ == "since" for clause in clauses for word in clause.children)


def _on_spine(up: Sequence[Token]) -> bool:
    """Does all that stands above a word hang on the first verb as what a sentence tells outright does?"""
    return all(t.dep_ in SPINE or _goes_with(t) for t in up)


def _goes_with(token: Token) -> bool:
    """Is it a clause of the same time as the one above ("before the bomb went off", not "after he was freed")?"""
    return token.dep_ == "advcl" and not any(c.dep_ in ("mark", "advmod") and c.lower_ in AFTER for c in token.children)


def _left_open(up: Sequence[Token]) -> bool:
    """Does the verb that tells it leave the day open?"""
    verb = _telling(up)
    helpers = _helpers(verb)
    return bool(helpers & OPEN) or (verb.tag_ == "VBG" and bool(helpers & NOW))


def _telling(up: Sequence[Token]) -> Token:
    """The verb that tells it: the first at or above its word."""
    nouns = list(takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), up))
    return up[len(nouns)] if len(nouns) < len(up) else up[-1]


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
