"""Marks of an aligned pair, field by field: type, time, place, weapon, target, how it is held.

In: a gold event and the account aligned to it. Out: marks. Tolls and participants have files of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from dateline.codebook import load_codebook
from dateline.evaluate.gold import GoldEvent, source
from dateline.evaluate.marks import Mark, given, judged
from dateline.evaluate.points import NEAR_ENOUGH, distance
from dateline.evaluate.same import days_meet, occurrences, same_days, same_place, touch, words_overlap
from dateline.evaluate.told import Told, ToldEvent
from dateline.evaluate.words import table
from dateline.model.values import Period


def _days(period: Period | None) -> str | None:
    return f"{period.start} to {period.end} ({period.precision})" if period else None


def type_marks(event: GoldEvent, told: ToldEvent) -> Iterator[Mark]:
    """Sub-event (exact, or one that the coder would accept) and the six event types."""
    types, ok = load_codebook().types, (event.sub_event, *event.also)
    yield judged("sub-event", told.sub_event in ok, event.sub_event, told.sub_event, event.id)
    kinds = [types[name].event for name in ok]
    yield judged("event type", told.event in kinds, kinds[0], told.event, event.id)


def within_precision(gold: Period, read: Period) -> bool:
    """Do the two share a day, and does no end of the read one lie further outside than gold's precision is long?"""
    slack = timedelta(days=table("slack")[gold.precision])
    if not (gold.start and gold.end and read.start and read.end and days_meet(gold, read)):
        return False
    return read.start >= gold.start - slack and read.end <= gold.end + slack


def period_marks(event: GoldEvent, told: ToldEvent) -> Iterator[Mark]:
    """Exact days; days within the precision; a shared day; precision; each where told."""
    one, two = event.period, told.period
    gold, read = _days(one), _days(two)
    yield given("period", bool(one and two and same_days(one, two)), gold, read, event.id)
    near = bool(one and two and within_precision(one, two))
    yield given("period within precision", near, gold, read, event.id)
    yield given("period overlap", bool(one and two and days_meet(one, two)), gold, read, event.id)
    if one and two:
        yield judged("period precision", one.precision == two.precision, one.precision, two.precision, event.id)


def place_marks(event: GoldEvent, told: ToldEvent) -> Iterator[Mark]:
    """Name and country; the point; then, both told, name, country and precision alone."""
    one, two = event.place, told.place
    gold = f"{one.name}, {one.country} ({one.precision})" if one else None
    read = f"{two.get('name') or two.get('text')}, {two.get('country')} ({two.get('precision')})" if two else None
    name = bool(one and two and same_place(one, two))
    country = bool(one and two and one.country == two.get("country"))
    yield given("place", name and country, gold, read, event.id)
    far = distance(one, two) if one else None
    if gold and far is not None:
        yield judged("place within 161 km", far <= NEAR_ENOUGH, gold, f"{read or 'nothing'}: {far:.0f} km", event.id)
    if one and two and gold and read:
        yield judged("place name", name, gold, read, event.id)
        yield judged("place country", country, gold, read, event.id)
        if name:
            precision = two.get("precision") or "unknown"
            yield judged("place precision", precision == one.precision, one.precision, precision, event.id)


def _feature(name: str, gold: str, read: Sequence[Told], event: str) -> Mark:
    words = [f"{told.value.get('value')} ({told.value.get('text')})" for told in read]
    return given(name, words_overlap(gold, *words), gold or None, "; ".join(words) or None, event)


def held_marks(text: str, event: GoldEvent, told: ToldEvent) -> Iterator[Mark]:
    """Weapon (one that only the trigger implies is no invention), target, stance, salience, clarity."""
    triggers = [*told.triggers, *(span for trigger in event.triggers for span in occurrences(text, trigger))]
    own = [weapon for weapon in told.weapons if event.weapon or not touch(weapon.spans, triggers)]
    yield _feature("weapon", event.weapon, own, event.id)
    yield _feature("target", f"{event.target.kind} {event.target.quote}".strip(), told.targets, event.id)
    yield from _said(event, told)
    stances = (event.stance, *event.also_stance)
    yield judged("stance", told.stance in stances, " or ".join(stances), told.stance, event.id)
    yield judged("salience", told.salience == event.salience, event.salience, told.salience, event.id)
    yield judged("clarity", told.clarity == event.clarity, event.clarity, told.clarity, event.id)


def _said(event: GoldEvent, told: ToldEvent) -> Iterator[Mark]:
    """Who says that it happened, in the end; how sure the words are of it."""
    names = [speaker.speaker for speaker in told.chain if speaker.speaker]
    who = source(event.said_by)
    yield given("attribution", words_overlap(who, *names), who or None, "; ".join(names) or None, event.id)
    one, two = event.verification, told.verification
    yield given("verification", one == two, one or None, two or None, event.id)


def field_marks(text: str, event: GoldEvent, told: ToldEvent) -> list[Mark]:
    """All of the above; `text` is the report's."""
    marks = [*type_marks(event, told), *period_marks(event, told), *place_marks(event, told)]
    return [*marks, *held_marks(text, event, told)]
