"""Where and when a draft happened: chosen among its own words, else taken over by a named rule.

In: drafts in text order. Out: the same drafts with place, period and salience settled. What is taken
over is marked inferred and names its rule; what nothing supports stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.codebook import load_toml
from dateline.extract.events.agreement import same_place
from dateline.extract.events.day import count_from_events, settle_day
from dateline.extract.events.day_clock import entry_of_live
from dateline.extract.events.day_taken import take_day
from dateline.extract.events.drafts import Draft
from dateline.extract.events.headings import heading_places, in_dateline
from dateline.extract.events.homeland import sound, take_country
from dateline.extract.events.kinds import kind
from dateline.extract.events.nearby import before, follows, not_done, offset
from dateline.extract.events.salience import set_salience
from dateline.extract.events.zone import set_zones
from dateline.extract.what.units import units
from dateline.model.reading import Frame, Reading
from dateline.model.values import Place
from dateline.text import token_at

FINE_PLACE = ("town", "near", "district", "province", "region", "country", "unknown")
WITHIN = ("pobj", "prep", "compound", "poss", "nmod", "amod")  # how a place hangs on a speaker
RIM = re.compile(load_toml("relations.toml")["rim"], re.I)
PROVINCE, COUNTRY = FINE_PLACE.index("province"), FINE_PLACE.index("country")
TOWN = ("town", "near")
TOLD_BEFORE = "place told before in the paragraph"
PARAGRAPH = 800  # characters that a paragraph is at most
LEAVES = ("release", "rescue", "sentence", "warrant", "condemn", "threat")  # happen where nothing says


def _near_trigger(reading: Reading, frame: Frame, start: int) -> int:
    return min(abs(reading.triggers[i].head - start) for i in frame.triggers)


def _seat(reading: Reading, index: int) -> bool:
    """Does the place only say where a speaker sits ("a police spokesman in X said")?"""
    token = token_at(reading.words, reading.places[index].start)
    up = (token, *token.ancestors)
    chain = list(takewhile(lambda t: t.dep_ in WITHIN, up))
    top = up[min(len(chain), len(up) - 1)]
    if top.dep_ == "nsubj" and any(t.head == top.head.idx for t in reading.triggers):  # "a court in X jailed him"
        return False
    speakers = [(a, b) for a, b in _speakers(reading) if a <= token.idx]  # the place comes after or within
    return any(a <= t.idx < b for t in (*chain, top) for a, b in speakers)


def _speakers(reading: Reading) -> list[tuple[int, int]]:
    """The words of those who speak, where they are no more than that."""
    spans = {(link.start, link.end) for s in reading.sayings for link in s.chain if link.start >= 0}
    return sorted((a, b) for a, b in spans if not any(a <= t.head < b for t in reading.triggers))


def _located(reading: Reading, indexes: Iterable[int]) -> list[int]:
    """The mentions among them that may say where something happened."""
    mentions = ((i, reading.places[i]) for i in indexes)
    return [i for i, m in mentions if m.usable and m.place.role == "location" and not _seat(reading, i)]


def _fineness(reading: Reading, index: int) -> int:
    """The lower the finer; near a town is as fine as in it."""
    return max(FINE_PLACE.index("near"), FINE_PLACE.index(reading.places[index].place.precision))


def _own_place(reading: Reading, draft: Draft) -> int | None:
    """The finest located place of the first frames that tell one, the nearest to the trigger.

    Where that is no more than a province or region, a finer place in its country that a later frame tells wins.
    """
    first: int | None = None
    for frame in draft.frames:
        told = [
            (_fineness(reading, i), _near_trigger(reading, frame, reading.places[i].start), i)
            for i in _located(reading, frame.places)
        ]
        best = min(told)[2] if told and min(told)[0] < COUNTRY else None
        if best is not None and _fineness(reading, best) < PROVINCE and _same_country(reading, first, best):
            return best
        first = best if first is None else first
    coarse = _located(reading, draft.every("places"))
    return first if first is not None else coarse[0] if coarse else None


def _same_country(reading: Reading, first: int | None, best: int) -> bool:
    """Does nothing told before lie in another country?"""
    return first is None or reading.places[first].place.country in (None, reading.places[best].place.country)


def _headed_place(reading: Reading, draft: Draft) -> int | None:
    """The finest place in the heading of the line that tells it."""
    found = _located(reading, heading_places(reading, offset(reading, draft.frames[0])))
    return min(found, key=lambda i: (_fineness(reading, i), -i), default=None)


def _settle_own(reading: Reading, draft: Draft) -> None:
    draft.place_mention = _own_place(reading, draft)
    if draft.place_mention is not None:
        draft.place = reading.places[draft.place_mention].place
    settle_day(reading, draft)


def _take_headed(reading: Reading, draft: Draft) -> None:
    index = _headed_place(reading, draft)
    if index is not None:
        rule = "place taken from the heading"
        draft.place = replace(reading.places[index].place, inferred=True, rule=rule)
        draft.place_mention, draft.place_basis = index, ("the heading",)


def _take_place(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Place | None]) -> None:
    draft = drafts[at]
    for rule, other in before(reading, drafts, at):
        place = told[id(other)] or other.place
        if not place or (follows(draft) and (rule != "same sentence" or draft.families[0] in LEAVES)):
            continue
        if rule == "the paragraph before" and (_named_between(reading, draft, other) or _development(reading, draft)):
            return
        draft.place = replace(
            place, inferred=True, rule=f"place taken from {rule}", relation=_rim(reading, draft, place)
        )
        draft.place_mention, draft.place_basis = other.place_mention, (rule,)
        return


def _development(reading: Reading, draft: Draft) -> bool:
    """Is it an agreement, a new base, a change of group? These need not be where the fighting told before was."""
    return kind(reading, draft).acled_event == "Strategic developments"


def _rim(reading: Reading, draft: Draft, place: Place) -> str | None:
    """ "On the edge of" where the sentence puts it at the rim of that town; else the place's own relation."""
    text = units(reading)[draft.frames[0].sentence].text
    return "on the edge of" if place.precision == "town" and RIM.search(text) else place.relation


def _named_between(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Is another place as fine named between the one to take over and the draft?"""
    if other.place_mention is None or other.place is None:
        return False
    here, there = offset(reading, draft.frames[0]), reading.places[other.place_mention].end
    between = [i for i, m in enumerate(reading.places) if there <= m.start < here]
    rivals = [reading.places[i].place for i in _located(reading, between)]
    return any(p.precision in ("town", "near") and not same_place(p, other.place) for p in rivals)


def _towns(reading: Reading, start: int, stop: int) -> list[int]:
    """The places between two offsets that are no more than a town and what is near it."""
    return [i for i, m in enumerate(reading.places) if start <= m.start < stop and m.place.precision in TOWN]


def _told_before(reading: Reading, drafts: Sequence[Draft], draft: Draft) -> None:
    """The last town told before it in its paragraph, of whatever it was told: the story goes on from there.

    Those set free are not placed by where they were taken ("two men abducted near Dori were freed").
    """
    here = offset(reading, draft.frames[0])
    begin = max(reading.report.text.rfind("\n", 0, here) + 1, here - PARAGRAPH)
    found = _located(reading, _towns(reading, begin, here))
    if not found or (draft.families[0] in LEAVES and _taken_there(drafts, found[-1])):
        return
    if not in_dateline(reading, reading.places[found[-1]].start):
        place = replace(reading.places[found[-1]].place, inferred=True, rule=TOLD_BEFORE)
        draft.place, draft.place_mention, draft.place_basis = place, found[-1], ("the paragraph",)


def _taken_there(drafts: Sequence[Draft], index: int) -> bool:
    """Do the words bind the place to an abduction?"""
    return any("abduct" in d.families and index in d.every("places") for d in drafts)


def _titled_place(reading: Reading, draft: Draft) -> None:
    """The first town in the first line of a live report."""
    stop = reading.report.text.find("\n")
    for index in _located(reading, _towns(reading, 0, stop))[:1]:
        draft.place = replace(reading.places[index].place, inferred=True, rule="place taken from the title")
        draft.place_mention, draft.place_basis = index, ("the title",)


def _dateline_place(reading: Reading, draft: Draft) -> None:
    head = reading.dateline
    if not head or draft.frames[0].paragraph > 0 or follows(draft):
        return
    for index, mention in enumerate(reading.places):
        if head.start <= mention.start < head.end and mention.place.geonameid:
            draft.place = replace(mention.place, role="location", inferred=True, rule="place taken from the dateline")
            draft.place_mention, draft.place_basis = index, ("dateline",)
            return


def settle(reading: Reading, drafts: list[Draft]) -> None:
    """Settle place, period and salience of every draft, in text order."""
    for draft in drafts:
        _settle_own(reading, draft)
    count_from_events(reading, drafts)
    own_places = {id(d): d.place for d in drafts}
    own_periods = {id(d): d.period for d in drafts}
    for at, draft in enumerate(drafts):
        if not draft.place or draft.place.precision == "country":
            _take_headed(reading, draft)
        if not draft.place:
            _take_place(reading, drafts, at, own_places)
        if not draft.place and not not_done(reading, draft):
            _told_before(reading, drafts, draft)
        if not draft.place and entry_of_live(reading, draft):
            _titled_place(reading, draft)
        if not draft.place:
            _dateline_place(reading, draft)
        if not draft.period:
            take_day(reading, drafts, at, own_periods)
    set_zones(drafts)
    set_salience(reading, drafts)
    for draft in drafts:
        done = draft.salience == "main" and not not_done(reading, draft) and not follows(draft)
        if not draft.place and done and sound(draft):
            take_country(reading, draft)
