"""Drafts: the frames of a report gathered into events, each event once.

In: a Reading with frames. Out: drafts in text order. A later frame joins the earlier draft of which it most likely
tells: signs.py says what speaks for and against, codebook/joining.toml what that weighs, the learned reader how alike
the words are; where none is likely enough it begins a draft of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log
from typing import Any

from dateline.codebook import load_codebook
from dateline.encoder import alike
from dateline.extract.events.agreement import fine, one_death
from dateline.extract.events.draft import Draft, periods_of, places_of
from dateline.extract.events.nearby import asked_for
from dateline.extract.events.place_own import located
from dateline.extract.events.signs import signs
from dateline.extract.events.wreck import of_wreck, wrecked
from dateline.extract.what.evidence import set_aside, substance, told_with
from dateline.model.reading import Frame, Reading

WEAK_REACH = 3  # sentences back to which harm without a place or day counts
LEAD_REACH = 2  # sentences on to which harm that opens a report counts
BROKEN_UP = frozenset(("disperse", "crackdown"))
CROWDS = BROKEN_UP | {"protest", "riot"}
APART = frozenset(("set apart", "place apart", "day apart", "days later", "doers apart", "recipients apart"))  # signs
BACK, KIN, SHARED = "after a look back", "kinds agree", "harmed shared"  # signs


def _marks(reading: Reading, triggers: Sequence[int]) -> list[Any]:
    """What the learned reader makes of the words of some triggers, where it guesses that they name an event."""
    guesses = (reading.triggers[i].guess for i in triggers)
    return [guess.mark for guess in guesses if guess is not None and guess.mark is not None]


def _alike(reading: Reading, drafts: Sequence[Draft], frame: Frame) -> list[list[float]]:
    """Of each draft, the log-odds that its words and the frame's name one event, pair by pair."""
    own = _marks(reading, frame.triggers)
    told = [_marks(reading, draft.every("triggers")) for draft in drafts]
    said = iter(alike([(one, two) for row in told for one in row for two in own]))
    return [[next(said) for _ in row for _ in own] for row in told]


def likelihood(found: Sequence[str], pairs: Sequence[float]) -> float:
    """Log-odds that a frame tells of a draft's event, from the signs and from how alike their words are."""
    joining = load_codebook().joining
    said = [max(-joining.most, min(joining.most, odds)) for odds in pairs]
    learned = joining.mean * sum(said) / len(said) + joining.best * max(said) if said else joining.silent
    return joining.start + sum(joining.signs.get(name, 0.0) for name in found) + learned


def _violent(draft: Draft) -> bool:
    """Can people come to harm in it?"""
    return bool(set(draft.families) & {"kill", "disrupt"}.union(*load_codebook().one_event[:5]))


def _harmed(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is the harm told soon after violence? Without a place or day of its own it may stand further off."""
    scene = located(reading, frame.places) or frame.times
    return _violent(draft) and frame.sentence - draft.last <= (1 if scene else WEAK_REACH)


def _held_there(reading: Reading, drafts: Sequence[Draft], draft: Draft, frame: Frame) -> bool:
    """Are people held at a protest, in its own sentence or right behind its being broken up? They are its toll."""
    gap, kinds = frame.sentence - draft.last, CROWDS if frame.sentence == draft.last else BROKEN_UP
    if set(frame.families) != {"arrest"} or not frame.harms or gap > 1 or not kinds & set(draft.families):
        return False
    return not APART & set(signs(reading, drafts, draft, frame))


def home(reading: Reading, drafts: Sequence[Draft], frame: Frame) -> Draft | None:
    """The draft of which the frame most likely tells, the later of two; None where none is likely enough.

    A person named in full is killed in one event, whatever else sets the tellings apart. What is likely enough and of
    the story's own time goes before what is long past. Words of harm alone tell no event: they count for the violence
    told just before, however unlikely, if nothing sets it apart.
    """
    held = [draft for draft in drafts if _held_there(reading, drafts, draft, frame)]
    if held:
        return held[-1]
    if frame.weak and asked_for(reading, frame):
        return None  # "advised her to kill her parents": nobody has come to harm
    died = [draft for draft in drafts if one_death(reading, draft.every("harms"), frame.harms)]
    if died:
        return died[-1]
    drafts = [draft for draft in drafts if not frame.weak or (frame.harms and _harmed(reading, draft, frame))]
    if not drafts:
        return None
    pairs = _alike(reading, drafts, frame)
    found = [list(signs(reading, drafts, draft, frame)) for draft in drafts]
    odds = [likelihood(seen, said) for seen, said in zip(found, pairs, strict=True)]
    least = load_codebook().learned.join
    bar = -inf if frame.weak else log(least / (1 - least))
    fit = [at for at, value in enumerate(odds) if value > bar]
    if fit and frame.weak:
        return drafts[max((SHARED in found[at], drafts[at].last, odds[at], at) for at in fit)[3]]
    rows = [(BACK not in found[at], odds[at], at) for at in fit]
    if rows and not max(rows)[0]:  # told again, it seems of a look back: rather of what the story tells of this kind
        kin = (at for at, seen in enumerate(found) if KIN in seen and BACK not in seen and odds[at] > -inf)
        rows += [(True, odds[at], at) for at in kin]
    return drafts[max(rows)[2]] if rows else None


def told_in_full(reading: Reading, draft: Draft) -> bool:
    """Do its own words tell both a town and a day?"""
    places, periods = places_of(reading, draft.every("places")), periods_of(reading, draft.every("times"))
    return bool(fine(places)) and bool(periods)


def _same_sentence(draft: Draft, frame: Frame) -> bool:
    """Is the harm told before its event, in one sentence ("six were injured when gunmen attacked")?"""
    beside = any(other.sentence == frame.sentence for other in draft.frames)
    return beside and bool(frame.harms) and "kill" in frame.families


def _led_to(reading: Reading, drafts: Sequence[Draft], draft: Draft, frame: Frame) -> bool:
    """Is the harm told first of all, and the violence close behind ("Two officers died on Monday. A lorry ...")?"""
    first = draft is drafts[0] and 0 < draft.frames[0].sentence - frame.sentence <= LEAD_REACH
    return (
        first
        and bool(frame.harms)
        and _violent(draft)
        and likelihood(list(signs(reading, drafts, draft, frame)), ()) > -inf
    )


def gather(reading: Reading) -> tuple[list[Draft], list[Frame]]:
    """(drafts in text order, frames that tell of no event: bare words, what is set aside); accidents are neither."""
    drafts: list[Draft] = []
    idle: list[Frame] = []
    wrecks = wrecked(reading)
    for frame in reading.frames:
        if frame.sentence in wrecks and of_wreck(reading, drafts, frame, wrecks[frame.sentence]):
            continue
        if set_aside(reading, frame):
            idle.append(frame)
            continue
        known = home(reading, drafts, frame)
        if known is not None:
            known.frames.append(frame)
        elif told_with(reading, frame):
            drafts.append(Draft([frame]))
        else:
            idle.append(frame)
    kept = [d for d in drafts if substance(reading, d.frames)]
    for frame in (frame for frame in idle if frame.weak):
        for draft in [d for d in kept if _same_sentence(d, frame) or _led_to(reading, kept, d, frame)][:1]:
            draft.frames.append(frame)
    return kept, idle


def owners(drafts: Sequence[Draft]) -> dict[int, int]:
    """Trigger index -> number of the draft that it tells of."""
    return {i: n for n, draft in enumerate(drafts) for frame in draft.frames for i in frame.triggers}
