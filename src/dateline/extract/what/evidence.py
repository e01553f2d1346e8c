"""Is it told well enough to be an event? What a trigger needs beside it, and what a draft needs.

In: frames. Out: booleans. An ambiguous word ("hit", "fight", "capture") counts only with what the
codebook says it needs; a bare death counts only where violence is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from spacy.tokens import Span, Token

from dateline.codebook import Learned, load_codebook
from dateline.extract.what.learned import plain, sure
from dateline.extract.what.lexicon import Phrases, flat, forms, lemmas
from dateline.extract.what.syntax import arguments
from dateline.extract.what.units import units
from dateline.model.reading import Frame, Reading
from dateline.text import token_at

STATE = frozenset(("State forces", "External/Other forces"))
NONSTATE = frozenset(("Rebel group", "Political militia", "Identity militia"))
CROWD = frozenset(("Protesters", "Rioters"))
OUT_OF = frozenset(("of", "from", "over", "out", "back", "to", "into"))  # lead to what is taken or left
LEAD = 2  # the sentences of a lead, counted from 0
VIOLENCE = frozenset(("weapon", "armed", "crowd", "conflict"))  # signs
VIOLENT_VERBS = frozenset(("kill", "slay", "wound", "murder", "killing", "slaying"))


def categories(reading: Reading, indexes: Sequence[int]) -> set[str]:
    """ACLED's inter words of some actor mentions."""
    return {reading.actors[i].category for i in indexes} - {""}


def _roles(frame: Frame) -> tuple[int, ...]:
    return frame.actors + frame.recipients + frame.parties


def _under_prepositions(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in ("prep", "prt", "advmod") and child.lower_ in OUT_OF:
            yield from _under_prepositions(child)
        elif child.dep_ == "pobj":
            yield child


def territory(reading: Reading, frame: Frame) -> bool:
    """Is a place the thing taken, left or held?"""
    covered = [(p.phrase_start, p.phrase_end) for p in reading.places]
    heads = [token_at(reading.words, reading.triggers[i].head) for i in frame.triggers]
    taken = [token for head in heads for role, token in arguments(head) if role != "actor"]
    of = [token for token in taken if token.lemma_.lower() in load_codebook().share]
    found = [token.idx for token in taken]
    found += [leaf.idx for over in (*heads, *of) for leaf in _under_prepositions(over)]
    lemmas = {token_at(reading.words, offset).lemma_.lower() for offset in found}
    named = any(a <= offset < b for offset in found for a, b in covered)
    return named or bool(lemmas & load_codebook().territory)


def _pronouns(reading: Reading, frame: Frame) -> set[str]:
    """What names and pronouns in the recipient's place stand for: him is a person, it may be a place."""
    heads = (token_at(reading.words, reading.triggers[i].head) for i in frame.triggers)
    hit = [token for head in heads for role, token in arguments(head) if role == "recipient"]
    words = {token.lower_ for token in hit}
    named = any(token.ent_type_ == "PERSON" for token in hit)
    told = {"person"} if named or words & {"him", "her", "them", "he", "she", "they", "us", "me"} else set()
    return told | ({"territory"} if words & {"it", "which"} and "capture" in frame.families else set())


def signs(reading: Reading, frame: Frame) -> set[str]:
    """What is told with a frame, in the words of the codebook's `needs`."""
    book, told = load_codebook(), set()
    kinds = categories(reading, _roles(frame) + frame.beside)
    fields = {reading.features[i].field for i in frame.features}
    weapon = any(book.triggers[reading.triggers[i].entry].weapon for i in frame.triggers)
    told |= {"weapon"} if "weapon" in fields or weapon else set()
    told |= {"target"} if "target" in fields else set()
    told |= {"harm"} if frame.harms else set()
    told |= {"armed"} if kinds & (STATE | NONSTATE) else set()
    told |= {"crowd"} if kinds & CROWD else set()
    told |= {"person"} if kinds & (CROWD | {"Civilians"}) or frame.recipients else set()
    told |= {"place"} if any(reading.places[i].usable for i in frame.places) else set()
    told |= _pronouns(reading, frame)
    told |= {"conflict"} if _of_conflict(reading, frame) else set()
    told |= {"territory"} if territory(reading, frame) else set()
    return told


def told_with(reading: Reading, frame: Frame) -> bool:
    """Has the frame what its main trigger needs? A bare harm needs violence, or a place and a day."""
    told = signs(reading, frame)
    located = "place" in told and bool(frame.times)
    if _none_was(reading, frame) or _lacks(reading, frame, told) or _bare_death(reading, frame, told):
        return False
    if any(sure(reading.triggers[i]) for i in frame.triggers):
        return True
    if frame.weak:
        violent = reading.triggers[frame.triggers[0]].lemma in VIOLENT_VERBS and located
        fled = "displacement" in frame.families and "place" in told
        return bool(frame.harms) and (bool(told & {"weapon", "armed", "crowd"}) or violent or fled)
    if _habit(reading, frame) or ("loot" in frame.families[:1] and "armed" in told and _hits_armed(reading, frame)):
        return False
    entry = load_codebook().triggers[reading.triggers[frame.triggers[0]].entry]
    several = len(set(frame.families) - {"kill"}) > 1 and "place" in told  # "near X, one strike destroyed Y"
    return (not entry.needs or located or several or bool(entry.needs & told)) and entry.needs_all <= told


def _lacks(reading: Reading, frame: Frame, told: set[str]) -> bool:
    """Do words that only the learned reader finds lack what must stand beside them, however sure it is?"""
    beside = load_codebook().learned.beside
    listed = any(not reading.triggers[i].entry.startswith(Learned.PREFIX) for i in frame.triggers)
    wanted = [beside[family] for family in frame.families if family in beside]
    return not listed and any(told.isdisjoint(row) for row in wanted) and not _near_conflict(reading, frame)


def _bare_death(reading: Reading, frame: Frame, told: set[str]) -> bool:
    """Is only a death told, with nothing of violence, conflict or foul play in its sentence or beside it?"""
    dying, words = load_codebook().learned.dying, lemmas(reading.words)
    if not told.isdisjoint(VIOLENCE) or any(reading.triggers[i].lemma not in dying["words"] for i in frame.triggers):
        return False
    beside = {word for span in _near(reading, frame) for word in words[span.start : span.end]}
    return beside.isdisjoint(dying["foul"]) and not _near_conflict(reading, frame)


def _near_conflict(reading: Reading, frame: Frame) -> bool:
    """Does the sentence before it, or the one after it, speak of conflict, repression or protest?"""
    own = units(reading)[frame.sentence]
    return any(_speaks_of_conflict(reading, span) for span in _near(reading, frame) if span != own)


def _near(reading: Reading, frame: Frame) -> Sequence[Span]:
    """Its sentence with the one before and the one after."""
    return units(reading)[max(0, frame.sentence - 1) : frame.sentence + 2]


def _hits_armed(reading: Reading, frame: Frame) -> bool:
    """Is what is to be destroyed an armed group ("destroy the militants")?"""
    return bool(categories(reading, frame.recipients) & (STATE | NONSTATE)) and not frame.harms


def _habit(reading: Reading, frame: Frame) -> bool:
    """Is it told as what often happens, as a kind of thing, or as what is averted?"""
    book = load_codebook()
    head = token_at(reading.words, reading.triggers[frame.triggers[0]].head)
    if any(reading.harms[i].estimate.best for i in frame.harms):
        return False
    if any(child.dep_ == "amod" and child.lower_ in book.habit for child in head.children):
        return True  # "frequent clashes since 1977"
    if frame.times:
        return False
    beside = [*head.children, *(head.head.children if head.dep_ in ("nsubj", "nsubjpass") else ())]
    if any(child.lower_ in book.habit for child in beside):
        return True
    over = head.head.head.lemma_.lower() if head.dep_ == "pobj" else ""
    of = head.dep_ == "pobj" and head.head.lower_ == "of" and over in book.generality
    return of or (head.dep_ == "pobj" and head.head.lower_ == "from" and over in book.averted)


def _none_was(reading: Reading, frame: Frame) -> bool:
    """Does the frame only say that nobody was arrested, taken, freed or made to flee?"""
    counted = [reading.harms[i] for i in frame.harms]
    none = bool(counted) and all(harm.estimate.high == 0 for harm in counted)
    return none and bool(set(frame.families) & {"arrest", "abduct", "capture", "release", "displacement"})


@cache
def _conflict() -> Phrases[bool]:
    return Phrases((tuple(word.split()), True) for word in load_codebook().conflict)


def _of_conflict(reading: Reading, frame: Frame) -> bool:
    """Has the sentence a word of conflict, repression or protest beside its own trigger?"""
    own = {token_at(reading.words, reading.triggers[i].head).i for i in frame.triggers}
    return _speaks_of_conflict(reading, units(reading)[frame.sentence], own)


def _speaks_of_conflict(reading: Reading, span: Span, but: Collection[int] = ()) -> bool:
    """Has it a word of conflict, repression or protest that is none of those tokens?"""
    low, words = (column[span.start : span.end] for column in (forms(reading.words), lemmas(reading.words)))
    return any(
        span.start + at not in but and _conflict().adjacent(low, words, at) is not None for at in range(len(words))
    )


@cache
def _aside() -> Phrases[str]:
    return Phrases(flat(load_codebook().set_aside))


def set_aside(reading: Reading, frame: Frame) -> str | None:
    """Why the frame tells of no event of ours (sport, crime, drill), or None."""
    if any(sure(reading.triggers[i]) for i in frame.triggers):
        return None
    span = units(reading)[frame.sentence]
    low, words = (column[span.start : span.end] for column in (forms(reading.words), lemmas(reading.words)))
    why = next((found[1] for at in range(len(words)) if (found := _aside().adjacent(low, words, at))), None)
    told = signs(reading, frame)
    people = [reading.actors[i] for i in _roles(frame) + frame.beside]
    forces = any(p.category in STATE or p.category == "Rebel group" or not p.generic for p in people)
    if why == "crime":
        return None if forces or "crowd" in told else why
    armed = bool(told & {"armed", "crowd"}) or any(reading.features[i].field == "weapon" for i in frame.features)
    return None if armed else why


@cache
def _crime_words() -> Phrases[str]:
    return Phrases(flat({why: load_codebook().crime_report[why] for why in ("signs", "unless")}))


def common_crime(reading: Reading) -> bool:
    """Is the whole report about crime without politics: several of its signs, and nothing of conflict or protest?"""
    low, words = forms(reading.words), lemmas(reading.words)
    found = {
        (hit[1], words[at]) for at in range(len(words)) if (hit := _crime_words().adjacent(low, words, at)) is not None
    }
    signs_told = {word for why, word in found if why == "signs"}
    return len(signs_told) >= load_codebook().crime_report["least"] and not any(why == "unless" for why, _ in found)


def substance(reading: Reading, frames: Sequence[Frame]) -> bool:
    """Does a draft tell a harm, a place or a day of its own?

    In the lead a doer is enough, of sure words anybody, and of sure words of one plain kind nothing.
    """
    if any(f.harms or f.times or any(reading.places[i].usable for i in f.places) for f in frames):
        return True
    certain = [t for f in frames for t in (reading.triggers[i] for i in f.triggers) if sure(t)]
    somebody = any(_roles(f) or (certain and f.beside) for f in frames)
    return any(map(plain, certain)) or ((bool(certain) or frames[0].sentence <= LEAD) and somebody)
