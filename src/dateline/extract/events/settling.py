"""Where and when a draft happened: chosen among its own words, else taken over by a named rule; days are weighed then.

In: drafts in text order. Out: the same drafts with place, period and salience settled. What is taken
over is marked inferred and names its rule; what nothing supports stays unknown.
"""

from __future__ import annotations

from dateline.extract.events.day import count_from_events, settle_day
from dateline.extract.events.day_choice import choose_days
from dateline.extract.events.day_taken import take_day
from dateline.extract.events.draft import Draft
from dateline.extract.events.place_listed import common_area
from dateline.extract.events.place_own import own_place
from dateline.extract.events.place_taken import take_place
from dateline.extract.events.salience import set_salience
from dateline.extract.events.standing import stand
from dateline.extract.events.zone import set_zones
from dateline.model.reading import Reading


def settle(reading: Reading, drafts: list[Draft]) -> None:
    """Settle place, period and salience of every draft, in text order: what may be taken over depends on the latter."""
    by_rule(reading, drafts)
    places = {id(d): d.place for d in drafts}
    choose_days(reading, drafts)
    set_salience(reading, drafts)
    for at in range(len(drafts)):
        take_place(reading, drafts, at, places)
    stand(reading, drafts)
    set_zones(drafts)


def by_rule(reading: Reading, drafts: list[Draft]) -> None:
    """Settle the place of every draft's own words, and its day by its words or by a rule."""
    for draft in drafts:
        draft.place_mention = own_place(reading, draft)
        if draft.place_mention is not None:
            draft.place = common_area(reading, draft.place_mention) or reading.places[draft.place_mention].place
        settle_day(reading, draft)
    count_from_events(reading, drafts)
    periods = {id(d): d.period for d in drafts}
    for at, draft in enumerate(drafts):
        if not draft.period:
            take_day(reading, drafts, at, periods)
