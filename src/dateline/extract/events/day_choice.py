"""The likeliest day of an event whose own words tell none: what the rules gave it, or another that the report tells.

In: drafts whose days the rules have settled. Out: the same drafts; where a day told elsewhere in the report is
likelier, that one, marked as inferred. The odds are a conditional logit (McFadden 1974) over the options of an event:
the sum of what its signs weigh in codebook/day_choice.toml. Options of the same days count together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from dateline.codebook import load_codebook
from dateline.extract.events.day_again import AGAIN, THEN
from dateline.extract.events.day_paragraph import vague
from dateline.extract.events.day_signs import Days, DaysTold, Option, days
from dateline.extract.events.draft import Draft
from dateline.extract.events.nearby import habitual, just_now, not_done, remembered
from dateline.model.reading import Reading

WEIGHED = "day weighed: the likeliest of those that the report tells"
LEAST = 0.5  # probability from which on another day than the rules\' is taken


def open_to_choice(reading: Reading, draft: Draft) -> bool:
    """Do its words tell no day, nor none that is known ("the anniversary of", "have often"), nor that it is news?"""
    if draft.period is not None and (not draft.period_basis or just_now(reading, draft)):
        return False
    if draft.period is not None and draft.period.rule in (AGAIN, THEN):
        return False
    if draft.period is None and not_done(reading, draft):
        return False
    return not (vague(reading, draft) or remembered(reading, draft) or habitual(reading, draft))


def choose_days(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give every draft whose own words tell no day the likeliest, where that is likelier than not."""
    told, weights = DaysTold(reading, drafts), load_codebook().day_choice
    free = [at for at, draft in enumerate(drafts) if open_to_choice(reading, draft)]
    best = [likeliest(told.options(at), weights) for at in free]
    for draft, found in zip((drafts[at] for at in free), best, strict=True):
        if found and found[0].days != days(draft.period):
            _give(draft, *found)


def likeliest(options: Sequence[Option], weights: Mapping[tuple[str, str], float]) -> tuple[Option, float] | None:
    """The likeliest of the options with the likeliest days, and how likely these are; None where too little."""
    odds = [sum(weights.get(name, 0.0) for name in option.features) for option in options]
    most = max(odds)
    shares: dict[Days | None, float] = defaultdict(float)
    for option, weight in zip(options, odds, strict=True):
        shares[option.days] += exp(weight - most)
    best = max(shares, key=shares.__getitem__)
    chosen = max((i for i, o in enumerate(options) if o.days == best), key=odds.__getitem__)
    share = shares[best] / sum(shares.values())
    return (options[chosen], share) if share >= LEAST else None


def _give(draft: Draft, option: Option, share: float) -> None:
    if option.period:
        draft.period, draft.time_mention = replace(option.period, inferred=True, rule=WEIGHED), option.mention
        draft.period_basis = (f"{share:.0%} likely",)
