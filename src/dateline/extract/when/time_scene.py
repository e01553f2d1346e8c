"""What is known where a time expression stands: the times before and beside it, and the tense of its clause.

In: the slots of a report (matches in order, each with its sense once resolved). Out: a `Scene` for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from dateline.extract.when.time_calendar import Stretch
from dateline.extract.when.time_guard import tense
from dateline.extract.when.time_lexicon import WORDS
from dateline.extract.when.time_report import covered, of_live, voice
from dateline.extract.when.time_sense import Scene
from dateline.extract.when.time_slot import Slot, settled
from dateline.model.reading import Reading

FINE = {  # what must be told before for the words to point back at it
    "told before": ("day", "days"),
    "next day": ("day", "days"),
    "day of month": ("day", "days", "month"),
}
_AS_FINE, _THAT_WEEK = ("day", "days", "week"), re.compile(r"\b(?:that|same) week$")
OF_COVERED = frozenset({"span", "weekday", "weekday number", "day of month"})  # what a covered week or month decides
COARSE = ("month", "months", "year")
_EARLY = re.compile(r"T(?:0\d|1[01]):")
_LATE = re.compile(r"T(?:EV|NI|1[89]|2\d)")
_CAME = re.compile(rf"\b(?:{'|'.join(WORDS['cues']['came'])})\s+(?:\w+ )?$", re.I)
_BACK = re.compile(r"(?:year|quarter)s?[ -](?:ago|earlier)$")  # a look back, from which no other counts
_AGAIN = re.compile(rf"{_BACK.pattern}|^the quarter$")  # counts from what was told before any look back
# What needs nothing around it.
PLAIN = frozenset({"vague", "set", "duration", "iso", "decade", "century", "year", "year words", "once"})
LATE = frozenset({"part alone"})  # needs the other times of its sentence first


def _prior(before: list[Slot], own: Callable[[Slot], bool], fit: Callable[[Stretch], bool]) -> Slot | None:
    """The last slot before that fits and whose days are known."""
    back = (slot for slot in reversed(before) if own(slot))
    return next((slot for slot in back if (known := settled(slot)) and fit(known)), None)


def _coarser(slots: list[Slot], index: int, fine: tuple[str, ...]) -> bool:
    """Does the sentence tell a coarser time just before ("in August ..., abandoned the day before")?"""
    last = next((known for slot in reversed(slots[:index]) if (known := settled(slot))), None)
    beside = next((slot for slot in reversed(slots[:index]) if settled(slot)), None)
    same = beside is not None and beside.sentence == slots[index].sentence
    return same and last is not None and last.precision not in fine


def _follows(slots: list[Slot], index: int, text: str) -> Stretch | None:
    if index + 1 >= len(slots):
        return None
    between = text[slots[index].found.end : slots[index + 1].found.start]
    if len(between) > 60 or re.search(r"[.;:,\n]", between):
        return None
    return settled(slots[index + 1])


def _told(slots: list[Slot], index: int, fit: Callable[[Stretch], bool]) -> Slot | None:
    """The slot whose day a clock time takes: the nearest in its sentence, else the only day of the one before."""
    here = slots[index]
    days = [s for s in slots if s is not here and (known := settled(s)) and known.precision == "day" and fit(known)]
    beside = [s for s in days if s.sentence == here.sentence]
    if beside:
        return min(beside, key=lambda s: (abs(s.found.start - here.found.start), s.found.start))
    if any(s.sentence == here.sentence and (known := settled(s)) and known.precision in COARSE for s in slots):
        return None  # "in December men came by night"
    before = [s for s in days if s.sentence < here.sentence and s.found.rule.resolve != "feast"]
    last = [s for s in before if here.sentence - 3 <= s.sentence == before[-1].sentence]
    return last[-1] if len({settled(s) for s in last}) == 1 else None


def _dated(slots: list[Slot], index: int) -> Stretch | None:
    same = (slot for slot in reversed(slots[:index]) if slot.sentence == slots[index].sentence)
    return next((known for slot in same if slot.found.get("year") and (known := settled(slot))), None)


def scene_of(
    slots: list[Slot],
    index: int,
    reading: Reading,
    anchor: date | None,
    live: frozenset[int],
    said: Sequence[tuple[int, int]],
) -> Scene:
    """What is known around the slot at `index`: `anchor` is the day of the story, `live` where live entries begin.

    `said`: where somebody's words are quoted; the days in them are none to count from outside of them.
    """
    here, text = slots[index], reading.report.text
    if here.found.rule.resolve in PLAIN:
        return Scene(anchor)
    lead = text[max(0, here.found.start - 25) : here.found.start]
    spoken = tense(here.token, lead)

    fine = FINE.get(here.found.rule.resolve) or (_AS_FINE if _THAT_WEEK.search(here.found.text) else None)

    def fit(known: Stretch) -> bool:
        """Days ahead of the story are no ground to count from, unless the words look ahead too."""
        if fine is not None and known.precision not in fine:
            return False
        return spoken == "future" or anchor is None or known.start <= anchor

    again = bool(_AGAIN.search(here.found.text))
    if fine and here.found.rule.resolve == "next day" and _coarser(slots, index, fine):
        fine = ()
    speaker = voice(said, here.found.start)
    heard = [slot for slot in slots[:index] if voice(said, slot.found.start) in (None, speaker)]
    prior = _prior(heard, lambda slot: not (again and _BACK.search(slot.found.text)), fit)
    told = _told([*heard, *slots[index:]], len(heard), fit) if here.found.rule.resolve in LATE else None
    ground = told or prior
    entry = of_live(slots, text, anchor) if here.found.start in live else None
    return Scene(
        anchor=anchor,
        ahead=spoken == "future",
        open=spoken == "open",
        past=spoken == "past",
        prior=settled(prior) if prior else None,
        beside=bool(ground and ground.sentence == here.sentence),
        near=bool(prior and here.sentence - prior.sentence < 2),
        follows=_follows(slots, index, text),
        told=entry or (settled(told) if told else None),
        dated=_dated(slots, index),
        covered=covered(slots, text, anchor) if here.found.rule.resolve in OF_COVERED else None,
        came=bool(_CAME.search(lead)),
        early=bool(told and told.sentence == here.sentence and told.sense and _EARLY.search(told.sense.value)),
        late=bool(told and told.found.end <= here.found.start and told.sense and _LATE.search(told.sense.value)),
    )
