"""Where an event happened whose own words give no place: by named rules, each marked as inferred.

In: drafts in text order, their own places, days and salience settled. Out: the same drafts with place, rule and basis.
The rules are those of docs/places.md, tried in its order. They follow what the report is about: the head above, the
sentence, the paragraph, the story. What none of them supports stays without a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.extract.events.agreement import same_place
from dateline.extract.events.day_clock import entry_of_live
from dateline.extract.events.draft import Draft
from dateline.extract.events.ground import ground
from dateline.extract.events.headings import heading_country, heading_places, in_dateline, item_of
from dateline.extract.events.homeland import RULE as COUNTRY
from dateline.extract.events.homeland import is_capital, sound, take_country
from dateline.extract.events.kinds import kind
from dateline.extract.events.nearby import follows, not_done, offset
from dateline.extract.events.place_own import TOWN, fineness, located, title_towns
from dateline.extract.events.place_referred import at_rim, placed, refer, refer_back
from dateline.extract.events.salience import past_perfect
from dateline.gazetteer import open_gazetteer
from dateline.model.reading import Reading
from dateline.model.values import Place

HEADING = "place taken from the heading"
SENTENCE = "place taken from same sentence"
TOLD_BEFORE = "place told before in the paragraph"
STORY = "place at which the story is"
UNIT = "first-level unit in which the story is"
TITLE = "place taken from the title"
DATELINE = "place taken from the dateline"
COARSE = ("country", "unknown")
STANDS = (*TOWN, "district", "province")  # what a story may be at
REACH = 2  # paragraphs since the story was last told to be there
PARAGRAPH = 800  # characters that a paragraph is at most
TRUCE = "ceasefire"
PUBLIC = ("Protests", "Riots")  # what happens in capitals, whatever else the report tells
FREED = ("release", "rescue")  # coders leave them without a place where none is told
LEAVES = ("release", "rescue", "sentence", "warrant", "condemn", "threat")  # happen where nothing says


def take_place(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Place | None]) -> None:
    """Settle the place of the draft at `at` by the first rule that gives one; `told` holds the places in own words."""
    draft = drafts[at]
    if _headed(reading, draft) or (_later(draft) and refer(reading, draft)) or draft.place:
        return
    if refer(reading, draft) or _sentence(reading, drafts, at, told):
        return
    goes_on = not not_done(reading, draft) or draft.families[0] == "protest"  # who plans one is where it will be
    if goes_on and _told_before(reading, drafts, draft):
        return
    if entry_of_live(reading, draft) and _titled(reading, draft):
        return
    dated = draft.period is not None and not draft.period.inferred
    told_fully = not not_done(reading, draft) and (dated or sound(draft))
    if (told_fully and _story(reading, drafts, at)) or _dateline(reading, draft, told):
        return
    if draft.families[0] in FREED:
        return
    headed = heading_country(reading, offset(reading, draft.frames[0]))
    if told_fully or headed is not None:
        take_country(reading, draft, headed)
        _unit(reading, drafts, at, told)
    if draft.place is None or draft.place.rule == COUNTRY:
        _ground(reading, draft)


def _later(draft: Draft) -> bool:
    """Do only later tellings name its place?"""
    return draft.place_mention is not None and draft.place_mention not in draft.frames[0].places


def _give(draft: Draft, place: Place, index: int | None, rule: str, basis: str) -> bool:
    """The place, marked as inferred by the rule; `index`: the mention that names it."""
    draft.place, draft.place_mention = replace(place, inferred=True, rule=rule), index
    draft.place_basis = (basis,)
    return True


def _headed(reading: Reading, draft: Draft) -> bool:
    """The finest place in the heading of the line that tells it; a country of its own words gives way to it."""
    if draft.place and draft.place.precision != "country":
        return False
    here = offset(reading, draft.frames[0])
    found = located(reading, heading_places(reading, here))
    index = min(found, key=lambda i: (fineness(reading, i), -i), default=None)
    return index is not None and _give(draft, reading.places[index].place, index, HEADING, "the heading")


def _sentence(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Place | None]) -> bool:
    """The place of another event of its sentence."""
    draft = drafts[at]
    if draft.families[0] in LEAVES and follows(draft):
        return False
    here = draft.frames[0].sentence
    for other in drafts:
        place = told[id(other)] or other.place
        if other is draft or place is None or place.rule in (COUNTRY, UNIT) or _at_odds(reading, draft, place):
            continue
        if any(frame.sentence == here for frame in other.frames):
            return _give(draft, at_rim(reading, draft, place), other.place_mention, SENTENCE, "same sentence")
    return False


def _at_odds(reading: Reading, draft: Draft, place: Place) -> bool:
    """Do its other sentences name places, and all in other countries?"""
    told = {reading.places[i].place.country for i in located(reading, draft.every("places"))}
    return bool(told) and place.country not in told


def _told_before(reading: Reading, drafts: Sequence[Draft], draft: Draft) -> bool:
    """The last town told before it in its paragraph, of whatever; else the last unit: the story goes on from there.

    Those set free are not placed by where they were taken ("two men abducted near Dori were freed").
    """
    here = offset(reading, draft.frames[0])
    begin = max(reading.report.text.rfind("\n", 0, here) + 1, here - PARAGRAPH)
    before = (i for i, m in enumerate(reading.places) if begin <= m.start < here and not in_dateline(reading, m.start))
    found = [i for i in located(reading, before) if reading.places[i].place.precision not in COARSE]
    index = next(iter(_last_town(reading, found) or found[-1:]), None)
    if refer_back(reading, draft, begin if index is None else reading.places[index].end, here):
        return True
    if index is None or (draft.families[0] in LEAVES and _taken_there(drafts, index)):
        return False
    return _give(draft, at_rim(reading, draft, reading.places[index].place), index, TOLD_BEFORE, "the paragraph")


def _last_town(reading: Reading, found: Iterable[int]) -> list[int]:
    return [i for i in found if reading.places[i].place.precision in TOWN][-1:]


def _taken_there(drafts: Sequence[Draft], index: int) -> bool:
    """Do the words bind the place to an abduction?"""
    return any("abduct" in d.families and index in d.every("places") for d in drafts)


def _titled(reading: Reading, draft: Draft) -> bool:
    """The first town in the first line of a live report."""
    found = title_towns(reading)
    return bool(found) and _give(draft, reading.places[found[0]].place, found[0], TITLE, "the title")


def _dateline(reading: Reading, draft: Draft, told: dict[int, Place | None]) -> bool:
    """The dateline's town, for what the first paragraph tells; a truce holds for more than a town."""
    if draft.frames[0].paragraph > 0 or follows(draft) or draft.families[0] == TRUCE:
        return False
    for index, mention in enumerate(reading.places):
        if in_dateline(reading, mention.start) and mention.place.geonameid:
            if _only_filed(reading, draft, mention.place, told):
                return False
            return _give(draft, replace(mention.place, role="location"), index, DATELINE, "dateline")
    return False


def _only_filed(reading: Reading, draft: Draft, town: Place, told: dict[int, Place | None]) -> bool:
    """Does the report tell of other places only: all abroad; or, where it was filed from a capital, of violence?"""
    places = [place for place in told.values() if place and place.precision not in COARSE]
    if not places or any(place.geonameid == town.geonameid for place in places):
        return False
    if all(place.country not in (None, town.country) for place in places):
        return True
    return is_capital(town) and kind(reading, draft).acled_event not in PUBLIC


def _story(reading: Reading, drafts: Sequence[Draft], at: int) -> bool:
    """The one town at which all events of the story's own time so far are, if one was told there just before."""
    draft = drafts[at]
    listed = item_of(reading, offset(reading, draft.frames[0])) is not None
    if listed or follows(draft) or not of_the_story(reading, draft):
        return False
    if kind(reading, draft).acled_event == "Strategic developments":  # need not be where the fighting was
        return False
    known = [(d.place, d) for d in drafts[:at] if of_the_story(reading, d) and d.place and d.place.precision in STANDS]
    if not known or not all(same_place(known[0][0], place) for place, _ in known):
        return False
    last = max(frame.paragraph for _, d in known for frame in d.frames if frame.paragraph <= draft.frames[0].paragraph)
    if draft.frames[0].paragraph - last > REACH:
        return False
    place, first = known[0]
    return _give(draft, place, first.place_mention, STORY, "the story")


def _unit(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Place | None]) -> None:
    """In place of the country, the one first-level unit of it in which all events of the story's own time are told."""
    draft = drafts[at]
    if not draft.place or not of_the_story(reading, draft):
        return
    known = [(p, d) for d in drafts if (p := told[id(d)]) and p.precision in STANDS and of_the_story(reading, d)]
    units_told = {(place.country, place.admin1) for place, _ in known}
    if len(units_told) != 1 or known[0][0].country != draft.place.country:
        return
    entry = open_gazetteer().admin1(known[0][0].country or "", known[0][0].admin1 or "")
    if entry is not None:
        place = placed(entry, known[0][0].text, "province")
        _give(draft, place, known[0][1].place_mention, UNIT, "the story")


def _ground(reading: Reading, draft: Draft) -> None:
    """The area of which nearly all of the report speaks, in the country that stands out around the draft.

    It is no town for a look back, nor for what happens where nothing says.
    """
    here = of_the_story(reading, draft) and draft.families[0] not in LEAVES
    found = ground(reading, towns=here)
    if found and not (draft.place and draft.place.country != found[0].country):
        draft.place, draft.place_mention, draft.place_basis = *found, ("the names of places in the report",)


def of_the_story(reading: Reading, draft: Draft) -> bool:
    """Is it of the story's own time, and no look back?"""
    return draft.salience == "main" and not past_perfect(reading, draft)
