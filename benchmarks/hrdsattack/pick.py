"""The one record of an article, out of a reading.

In: a `Reading`. Out: a `Record`. The event is picked so: those that happened and are violations (detention,
abduction, torture, or somebody killed or injured) before others, then main before background, then the one
that names a victim, then the first told. What it does not tell of its place or time is taken, in the same order,
from the first other event that does and agrees with what is known: those of the same violation first, then the others.
Violations and victims are those of the whole article.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from benchmarks.common.reading import happened
from benchmarks.hrdsattack.load import MONTHS, Record, table
from dateline.evaluate.told import ToldEvent
from dateline.gazetteer.countries import country_facts
from dateline.model.reading import Reading
from dateline.model.values import Period

NONE = frozenset(("other",))
CITY = ("town", "near", "district")  # the corpus has no field between region and city


def record(reading: Reading) -> Record:
    """What dateline makes of the article; an empty record where no event is read."""
    events = sorted(happened(reading), key=lambda e: _rank(e, reading))
    if not events:
        return Record(violations=frozenset({"unknown"}))
    event = events[0]
    kin = sorted(events, key=lambda other: other is not event and not violations(event) & violations(other) - NONE)
    doers = [told.value for told in event.participants if told.value["role"] == "actor"]
    kind = next((table()["kinds"].get(doer.get("category")) for doer in doers), None)
    done = frozenset[str]().union(*map(violations, events))
    hit = [name for other in events if violations(other) != NONE for name in victims(other, reading)]
    country, region, city, words = _where(kin)
    victims_hit = tuple(dict.fromkeys(hit))
    return Record(bool(doers), kind, victims_hit, done - NONE or done, country, region, city, *_when(kin), words)


def _where(events: Sequence[ToldEvent]) -> tuple[str | None, str | None, str | None, str | None]:
    """Country, region, city and the words for the city: of the first known country, the first region and city in it."""
    places = [event.place for event in events if event.place and event.place.get("country")]
    country = places[0]["country"] if places else None
    facts = country_facts(country) if country else None
    if facts is None:
        return None, None, None, None
    region = next((p["admin1"] for p in places if p["country"] == country and p.get("admin1")), None)
    fine = [p for p in places if p["country"] == country and p.get("precision") in CITY and _within(p, region)]
    if not fine and country in table()["cities"]:
        return facts.name, region, facts.name, facts.name
    city = fine[0] if fine else {}
    return facts.name, region, city.get("name"), city.get("text")


def _within(place: dict[str, Any], region: str | None) -> bool:
    return region is None or place.get("admin1") == region


def _rank(event: ToldEvent, reading: Reading) -> tuple[bool, bool, bool, int]:
    return violations(event) == NONE, event.salience != "main", not victims(event, reading), event.anchor[0]


def _when(events: Sequence[ToldEvent]) -> tuple[str | None, str | None, str | None]:
    """The first year told, the first month told of it, the first day told of that."""
    told = [_date(event.period) for event in events if event.period and event.period.start]
    year = next((y for y, _, _ in told), None)
    month = next((m for y, m, _ in told if y == year and m), None)
    return year, month, next((d for y, m, d in told if (y, m) == (year, month) and d), None)


def _date(period: Period) -> tuple[str, str | None, str | None]:
    """Year, month, day, no more precisely than the words; of several days the first one's month."""
    day = period.start or date.min
    month = MONTHS[day.month] if period.precision in ("day", "days", "week", "month") else None
    return str(day.year), month, str(day.day) if period.precision == "day" else None


def violations(event: ToldEvent) -> frozenset[str]:
    """The corpus's violations in an event."""
    found = {table()["violations"].get(event.sub_event)} - {None}
    words = event.quote.lower()
    found |= {name for name, stems in table()["violation_words"].items() if any(stem in words for stem in stems)}
    harms = {told.value.get("harm") for told in event.tolls if not (told.value.get("group") or {}).get("perpetrators")}
    if "killed" in harms:
        found.add("killing")
    if "captured" in harms and "arbitrary detention" not in found:
        found.add("kidnapping")
    return frozenset(str(name) for name in found) or frozenset({"other"})


def victims(event: ToldEvent, reading: Reading) -> tuple[str, ...]:
    """Names of people among those it was done to, each in its longest form."""
    hit = [told for told in event.participants if told.value["role"] == "recipient"] + list(event.tolls)
    spans = [span for told in hit for span in told.spans]
    names = [p.text for p in reading.people if any(a < p.end and p.start < b for a, b in spans)]
    full = [max((p.text for p in reading.people if name in p.text), key=len) for name in names]
    return tuple(dict.fromkeys(" ".join(name.split()) for name in full))
