"""How much a draft matters to its report: main, follow-up, background.

In: settled drafts. Out: `salience` of each. Background is what is told only as context: long past, told
of a month or more, or in the past perfect with no day of its own beside a fresher story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.codebook import load_toml
from dateline.extract.events.draft import Draft
from dateline.extract.events.nearby import remembered
from dateline.extract.what.syntax import VERBS, before_now
from dateline.extract.what.units import units
from dateline.model.reading import Reading
from dateline.text import token_at

STORY_DAYS = 7  # what ended more days before the story is background; bulletins cover a week
FRESH_DAYS = 3  # what a past perfect puts before that is background too
SERIES = re.compile(load_toml("relations.toml")["series"], re.I)
PAST = ("VBD", "VBN")
LONG = ("month", "months", "year")


def past_perfect(reading: Reading, draft: Draft) -> bool:
    """Is its main trigger told in the past perfect, or of some time before ("previously")?

    In what was said a past perfect is only the past ("said it had struck").
    """
    trigger = reading.triggers[draft.frames[0].triggers[0]]
    token = token_at(reading.words, trigger.head)
    said = token.dep_ == "ccomp" and token.head.tag_ in PAST and token.head.lemma_.lower() in VERBS["speech"]
    if before_now(token):
        return True
    return not said and any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "'d") for c in token.children)


def one_of_a_series(reading: Reading, draft: Draft) -> bool:
    """Is it told as one of several before ("the second assault in a week: on March 10, ...")?"""
    text = units(reading)[draft.frames[0].sentence].text
    return SERIES.search(text) is not None


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Does it, telling no day, go on in its paragraph from what is told there as context?"""
    return last.salience == "background" and last.frames[0].paragraph == draft.frames[0].paragraph


def set_salience(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Set the salience of every draft; the first stays main."""
    day = reading.story_day
    for number, draft in enumerate(drafts):
        period = draft.period
        told = period is not None and not period.inferred
        age = (day - period.end).days if day and period and period.end else 0
        vague = told and period is not None and period.precision in LONG
        before = past_perfect(reading, draft) and (age > FRESH_DAYS or not told)
        earlier = age > FRESH_DAYS and one_of_a_series(reading, draft)
        goes_on = period is None and number > 0 and _goes_on(drafts[number - 1], draft)
        if number and (remembered(reading, draft) or age > STORY_DAYS or vague or before or earlier or goes_on):
            draft.salience = "background"
