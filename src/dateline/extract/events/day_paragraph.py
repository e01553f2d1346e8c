"""The day that a paragraph told last, of whatever: the story goes on from there; and which times hand on a day.

In: a reading and a draft with no day in its own words. Out: the same draft with the day, marked as inferred by a named
rule, and True; False where the paragraph supports none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from spacy.tokens import Token

from dateline.codebook import load_codebook
from dateline.extract.events.day import tells_day
from dateline.extract.events.draft import Draft
from dateline.extract.events.headings import in_dateline, item_of
from dateline.extract.events.nearby import left_open, offset, outright
from dateline.extract.events.salience import past_perfect
from dateline.extract.what.syntax import VERBS
from dateline.extract.when.time_periods import SINCE
from dateline.model.reading import Reading, TimeMention
from dateline.text import token_at

TOLD_BEFORE = "day told before in the paragraph"
LONG_PAST = "month or year told before in the paragraph: the story goes on in it"
LONG_AGO = timedelta(days=60)  # before the story: what is told of such a time goes on in it
NTH = re.compile(r"^on the ", re.I)  # before "third day"
PARAGRAPH = re.compile(r"\n\s*\n")


def give(reading: Reading, draft: Draft, index: int, rule: str, basis: str) -> bool:
    """The period of a mention, marked as inferred by the rule."""
    period = reading.times[index].period
    if period:
        draft.period, draft.time_mention = replace(period, inferred=True, rule=rule), index
        draft.period_basis = (basis,)
    return period is not None


def told_before(reading: Reading, draft: Draft) -> bool:
    """The last day told before it in its paragraph, of whatever it was told: the story goes on from there."""
    here = offset(reading, draft.frames[0])
    if past_perfect(reading, draft) or (left_open(reading, draft) and not draft.frames[0].definite):
        return False
    for index in reversed(range(len(reading.times))):
        mention = reading.times[index]
        if mention.end > here or not tells_day(reading, index):
            continue
        if _apart(reading, mention, here):
            return False
        if goes_on(reading, index) and _alone(reading, index):
            return give(reading, draft, index, TOLD_BEFORE, "the paragraph")
    return False


def long_past(reading: Reading, draft: Draft) -> bool:
    """The month, season or year that its paragraph told last, where that is long past ("In the spring of 1995 ...")."""
    here, story = offset(reading, draft.frames[0]), reading.story_day
    if not story or not outright(reading, draft) or vague(reading, draft):
        return False
    known = [
        i
        for i, m in enumerate(reading.times)
        if m.end <= here and (tells_day(reading, i) or in_dateline(reading, m.start))
    ]
    if not known or not tells_day(reading, known[-1]):
        return False
    mention = reading.times[known[-1]]
    period = mention.period
    if not period or not period.end or period.precision in ("day", "days") or story - period.end < LONG_AGO:
        return False
    if _apart(reading, mention, here):
        return False
    if mention.kind == "duration" or SINCE in (period.rule or "") or of_saying(reading, known[-1]):
        return False
    return give(reading, draft, known[-1], LONG_PAST, "the paragraph")


def _apart(reading: Reading, mention: TimeMention, here: int) -> bool:
    """Does a paragraph end between the two, or one of them stand in an item of a list and the other not in it?"""
    ends = PARAGRAPH.search(reading.report.text, mention.end, here) is not None
    return ends or item_of(reading, mention.start) != item_of(reading, here)


def goes_on(reading: Reading, index: int) -> bool:
    """Is it a day, not ahead of the story, not one of saying and not the beginning of a state?"""
    mention, story = reading.times[index], reading.story_day
    period = mention.period
    if not period or not period.start or period.precision not in ("day", "days") or mention.kind == "duration":
        return False
    return not begins(reading, index) and not (story and period.start > story) and not of_saying(reading, index)


def begins(reading: Reading, index: int) -> bool:
    """Is it when a state began ("since Monday", "since they seized power on Monday")?"""
    period = reading.times[index].period
    since = period is not None and SINCE in (period.rule or "")
    return since or any(child.lower_ == "since" for child in verb_over(reading, index).children)


def _alone(reading: Reading, index: int) -> bool:
    """Does its sentence tell no other day? Else which of them the story goes on from is not known."""
    span = token_at(reading.words, reading.times[index].start).sent
    within = [i for i, m in enumerate(reading.times) if span.start_char <= m.start < span.end_char]
    days = {p.start for i in within if tells_day(reading, i) and (p := reading.times[i].period) and p.start}
    return len(days) == 1


def of_saying(reading: Reading, index: int) -> bool:
    """Does the day hang on a verb of saying?"""
    cues = {token_at(reading.words, s.cue_start).i for s in reading.sayings if s.cue_start >= 0}
    own = load_codebook().own_day
    verb = verb_over(reading, index)
    return verb.i in cues or verb.lemma_.lower() in own


def verb_over(reading: Reading, index: int) -> Token:
    """The verb that the time hangs on; the time itself where there is none."""
    token = token_at(reading.words, reading.times[index].start)
    return next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), token)


def between(reading: Reading, index: int, at: int) -> list[Token]:
    """The verb that a time hangs on and the words above it, up to the word at `at` or one that this hangs on."""
    word = token_at(reading.words, at)
    above, verb = {word, *word.ancestors}, verb_over(reading, index)
    return list(takewhile(lambda token: token not in above, (verb, *verb.ancestors)))


def beyond_saying(way: Sequence[Token]) -> bool:
    """Does a verb of saying stand between the two?"""
    return any(token.lemma_.lower() in VERBS["speech"] for token in way)


def vague(reading: Reading, draft: Draft) -> bool:
    """Do its words say when, though on no day that is known ("recently", "seven years after", "on the third day")?"""
    told = [reading.times[i] for i in draft.frames[0].times]
    if any(NTH.search(reading.report.text[max(0, m.start - 3) : m.end]) for m in told if m.kind == "duration"):
        return True
    dates = [m for m in told if m.kind == "date" and m.value != "PRESENT_REF"]  # "have now captured" is news
    return any(not (m.period and (m.period.start or m.period.partial)) for m in dates)
