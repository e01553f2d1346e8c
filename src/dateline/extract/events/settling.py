"""Where and when a draft happened: chosen among its own words, else taken over by a named rule.

In: drafts in text order. Out: the same drafts with place, period and salience settled. What is taken
over is marked inferred and names its rule; what nothing supports stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from dateline.codebook import load_codebook, load_toml
from dateline.extract.events.agreement import same_place
from dateline.extract.events.drafts import Draft
from dateline.extract.events.headings import heading_places, heading_times, in_dateline, item_of, line_of, tells
from dateline.extract.events.homeland import sound, take_country
from dateline.extract.events.salience import past_perfect, set_salience
from dateline.extract.what.units import units
from dateline.model.reading import Frame, Reading
from dateline.model.values import Period, Place
from dateline.text import token_at

FINE_PLACE = ("town", "near", "district", "province", "region", "country", "unknown")
FINE_TIME = ("day", "days", "week", "month", "months", "year", "unknown")
SINCE = "since: to the day of the story"  # a rule of the component "times"
LASTING = ("capture", "retake", "abduct", "base")  # what they bring about lasts: "held since July"
ISSUED = re.compile(r"(?:issued?|published|closed|updated|printed|posted|compiled|released)(?: on| at)?:? ?$", re.I)
WITHIN = ("pobj", "prep", "compound", "poss", "nmod", "amod")  # how a place hangs on a speaker
RIM = re.compile(load_toml("relations.toml")["rim"], re.I)
HEADING = 240  # characters within which a heading ends
PROVINCE, COUNTRY = FINE_PLACE.index("province"), FINE_PLACE.index("country")
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
    found = _located(reading, heading_places(reading, _offset(reading, draft.frames[0])))
    return min(found, key=lambda i: (_fineness(reading, i), -i), default=None)


def _tells_day(reading: Reading, index: int) -> bool:
    """Does the mention say when, other than as the day of the story at its head?"""
    mention = reading.times[index]
    known = mention.period is not None and bool(mention.period.start or mention.period.partial)
    return known and mention.kind in ("date", "time") and not in_dateline(reading, mention.start)


def _own_time(reading: Reading, draft: Draft) -> int | None:
    for frame in draft.frames:
        told = []
        for i in frame.times:
            mention = reading.times[i]
            if _tells_day(reading, i) and mention.period:
                rank = FINE_TIME.index(mention.period.precision) + mention.period.inferred
                told.append((rank, _near_trigger(reading, frame, mention.start), i))
        if told:
            return min(told)[2]
    return None


def _begun(draft: Draft, period: Period | None) -> Period | None:
    """ "occupied since May": a state that lasts was brought about when that time began."""
    if not (period and period.start and SINCE in (period.rule or "")) or draft.families[0] not in LASTING:
        return period
    if period.precision != "months" or period.start.day > 1:
        return period
    last = (period.start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return replace(period, end=last, precision="month", rule=f"{period.rule}; begun then")


def _settle_own(reading: Reading, draft: Draft) -> None:
    draft.place_mention = _own_place(reading, draft)
    draft.time_mention = _own_time(reading, draft)
    if draft.place_mention is not None:
        draft.place = reading.places[draft.place_mention].place
    if draft.time_mention is not None:
        draft.period = _begun(draft, reading.times[draft.time_mention].period)


def _before(reading: Reading, drafts: Sequence[Draft], at: int) -> Iterable[tuple[str, Draft]]:
    """(rule, draft) to take place or day over from: same sentence, same paragraph, the one before; not across items."""
    here = drafts[at].frames[0]
    others = [d for n, d in enumerate(drafts) if n != at]
    yield from (("same sentence", d) for d in others if any(f.sentence == here.sentence for f in d.frames))
    earlier = [d for d in drafts[:at] if d.frames[0].sentence < here.sentence]
    item = item_of(reading, _offset(reading, here))
    if item:
        earlier = [d for d in earlier if item[0] <= _offset(reading, d.frames[0])]
    yield from (
        ("same paragraph", d) for d in reversed(earlier) if any(f.paragraph == here.paragraph for f in d.frames)
    )
    yield from (("the paragraph before", d) for d in reversed(earlier) if here.paragraph - d.frames[-1].paragraph == 1)


def _offset(reading: Reading, frame: Frame) -> int:
    return reading.triggers[frame.triggers[0]].head


def _follows(draft: Draft) -> bool:
    return draft.families[0] in load_codebook().follow_up


def _take_headed(reading: Reading, draft: Draft) -> None:
    index = _headed_place(reading, draft)
    if index is not None:
        rule = "place taken from the heading"
        draft.place = replace(reading.places[index].place, inferred=True, rule=rule)
        draft.place_mention, draft.place_basis = index, ("the heading",)


def _take_place(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Place | None]) -> None:
    draft = drafts[at]
    for rule, other in _before(reading, drafts, at):
        place = told[id(other)] or other.place
        if not place or (_follows(draft) and (rule != "same sentence" or draft.families[0] in LEAVES)):
            continue
        if rule == "the paragraph before" and _named_between(reading, draft, other):
            return
        draft.place = replace(
            place, inferred=True, rule=f"place taken from {rule}", relation=_rim(reading, draft, place)
        )
        draft.place_mention, draft.place_basis = other.place_mention, (rule,)
        return


def _rim(reading: Reading, draft: Draft, place: Place) -> str | None:
    """ "On the edge of" where the sentence puts it at the rim of that town; else the place's own relation."""
    text = units(reading)[draft.frames[0].sentence].text
    return "on the edge of" if place.precision == "town" and RIM.search(text) else place.relation


def _named_between(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Is another place as fine named between the one to take over and the draft?"""
    if other.place_mention is None or other.place is None:
        return False
    here, there = _offset(reading, draft.frames[0]), reading.places[other.place_mention].end
    between = [i for i, m in enumerate(reading.places) if there <= m.start < here]
    rivals = [reading.places[i].place for i in _located(reading, between)]
    return any(p.precision in ("town", "near") and not same_place(p, other.place) for p in rivals)


def _take_headed_day(reading: Reading, draft: Draft) -> bool:
    found = heading_times(reading, _offset(reading, draft.frames[0]))
    period = reading.times[found[-1]].period if found else None
    if period:
        draft.period = replace(period, inferred=True, rule="day taken from the heading")
        draft.time_mention, draft.period_basis = found[-1], ("the heading",)
    return period is not None


def _take_period(reading: Reading, drafts: Sequence[Draft], at: int, told: dict[int, Period | None]) -> None:
    draft = drafts[at]
    if _not_done(reading, draft) or _take_headed_day(reading, draft):
        return
    retold = past_perfect(reading, draft)
    for rule, other in _before(reading, drafts, at):
        period = told[id(other)] or other.period
        if rule != "same sentence" and (_follows(draft) or retold or _elsewhere(draft, other)):
            continue
        if period and SINCE not in (period.rule or ""):
            lent = other.time_mention is None  # what the other took over by a rule, it hands on with that rule
            draft.period = period if lent else replace(period, inferred=True, rule=f"day taken from {rule}")
            draft.time_mention, draft.period_basis = other.time_mention, other.period_basis if lent else (rule,)
            return
    heading = _heading_day(reading, drafts, at)
    if heading is not None:
        period = reading.times[heading].period
        assert period is not None
        draft.period = replace(period, inferred=True, rule="no day told: the day in the heading")
        draft.time_mention, draft.period_basis = heading, ("the day in the heading",)
        return
    day = reading.story_day
    if day and not past_perfect(reading, draft) and draft.frames[0].paragraph <= 1:
        draft.period = Period(
            day - timedelta(days=1),
            day,
            "days",
            inferred=True,
            rule="no day told: the day of the story or the day before",
        )
        draft.period_basis = ("the day of the story",)


def _elsewhere(draft: Draft, other: Draft) -> bool:
    """Do both tell places of their own, and not the same?"""
    one, two = draft.place, other.place
    return bool(one and two and not one.inferred and not two.inferred and not same_place(one, two))


def _not_done(reading: Reading, draft: Draft) -> bool:
    """Is it only planned or imagined? Then no day is taken over."""
    return any(reading.stances[i].stance in ("planned", "hypothetical") for i in draft.frames[0].stances)


def _heading_day(reading: Reading, drafts: Sequence[Draft], at: int) -> int | None:
    """The one day of the report's heading, before anything is told; not a story's own dateline or the day of issue."""
    if reading.dateline and reading.dateline.place and reading.dateline.day:
        return None
    listed = item_of(reading, _offset(reading, drafts[at].frames[0])) is not None
    heads = [_offset(reading, draft.frames[0]) for draft in drafts] if listed else [t.start for t in reading.triggers]
    found = [
        n
        for n, t in enumerate(reading.times)
        if t.end < min(*heads, HEADING) and t.kind == "date" and t.period and t.period.precision in ("day", "days")
        if not _issued(reading, t.start) and (listed or not tells(reading, *line_of(reading.report.text, t.start)))
    ]
    days = {reading.times[n].period for n in found}
    return found[0] if len({day.start for day in days if day}) == 1 and (listed or len(found) == 1) else None


def _issued(reading: Reading, start: int) -> bool:
    """Is it the day on which the report came out?"""
    return in_dateline(reading, start) or bool(ISSUED.search(reading.report.text[max(0, start - 16) : start]))


def _dateline_place(reading: Reading, draft: Draft) -> None:
    head = reading.dateline
    if not head or draft.frames[0].paragraph > 0 or _follows(draft):
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
    own_places = {id(d): d.place for d in drafts}
    own_periods = {id(d): d.period for d in drafts}
    for at, draft in enumerate(drafts):
        if not draft.place or draft.place.precision == "country":
            _take_headed(reading, draft)
        if not draft.place:
            _take_place(reading, drafts, at, own_places)
        if not draft.place:
            _dateline_place(reading, draft)
        if not draft.period:
            _take_period(reading, drafts, at, own_periods)
    set_salience(reading, drafts)
    for draft in drafts:
        done = draft.salience == "main" and not _not_done(reading, draft) and not _follows(draft)
        if not draft.place and done and sound(draft):
            take_country(reading, draft)
