"""The day that a report gives an event where it tells it again, or says of it only when it was.

In: drafts in text order, the days in own words. Out: the same draft with the day, marked as inferred by a named rule,
and True; False where nothing behind it gives one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.events.agreement import same_place
from dateline.extract.events.day import tells_day
from dateline.extract.events.day_clock import is_headline
from dateline.extract.events.day_paragraph import give, goes_on
from dateline.extract.events.draft import Draft
from dateline.extract.what.units import units
from dateline.model.reading import Reading
from dateline.model.values import Period

AGAIN = "day taken from where the report tells it again"
THEN = "day told in the next sentences: it happened then"
LEAD = 1  # the last of the paragraphs, counted from 0, in which news tells of its own day
SOON = 3  # sentences behind an event within which "it happened on Monday" is said of it
HAPPENED = re.compile(
    r"\s*(?:It|This|That|All of this|All this|The incident)\s+(?:all\s+)?(?:happened|occurred|took place|was|came)\b"
)


def again(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Period | None]) -> bool:
    """The day of the one later telling of the kind that names the same person, or goes on from the first sentence."""
    draft = drafts[at]
    names, headline = _people(reading, draft), is_headline(reading, draft.frames[0])
    found = [
        d
        for d in drafts[at + 1 :]
        if d.families[0] == draft.families[0]
        if names & _people(reading, d)
        or ((headline or _goes_on_soon(draft, d)) and (d.frames[0].definite or not elsewhere(draft, d)))
        if (period := told[id(d)]) and period.precision in ("day", "days") and d.time_mention is not None
        if not (period.start and reading.story_day and period.start > reading.story_day)
    ]
    if found and found[0].frames[0].definite and _goes_on_soon(draft, found[0]):
        found = found[:1]  # "Gunmen shot dead a soldier. The shooting happened on Tuesday."
    days = {(period.start, period.end) for d in found if (period := told[id(d)])}
    if len(days) != 1 or found[0].time_mention is None:
        return False
    return give(reading, draft, found[0].time_mention, AGAIN, "the later telling")


def happened(reading: Reading, drafts: Sequence[Draft], draft: Draft) -> bool:
    """The day of a sentence close behind that only says when it was: "It happened early on Monday"."""
    here = max(frame.sentence for frame in draft.frames) + 1
    behind = enumerate(units(reading)[here : here + SOON], here)
    number, span = next(((n, s) for n, s in behind if HAPPENED.match(s.text)), (0, None))
    if span is None or any(here <= f.sentence <= number for other in drafts for f in other.frames):
        return False
    within = [i for i, m in enumerate(reading.times) if span.start_char <= m.start < span.end_char]
    days = [i for i in within if tells_day(reading, i) and goes_on(reading, i)]
    return len(days) == 1 and give(reading, draft, days[0], THEN, "the next sentences")


def _goes_on_soon(draft: Draft, later: Draft) -> bool:
    """Does the report's first sentence tell the one, and its first paragraphs the other?"""
    return draft.frames[0].sentence == 0 and later.frames[0].paragraph <= LEAD


def _people(reading: Reading, draft: Draft) -> set[str]:
    """The last names of the people in its sentences."""
    spans = [units(reading)[frame.sentence] for frame in draft.frames]
    return {e[-1].text for span in spans for e in span.ents if e.label_ == "PERSON" and e[-1].text[:1].isupper()}


def elsewhere(draft: Draft, other: Draft) -> bool:
    """Do both tell places of their own, and not the same?"""
    one, two = draft.place, other.place
    return bool(one and two and not one.inferred and not two.inferred and not same_place(one, two))
