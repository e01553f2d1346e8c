"""The one record of an article, out of a reading.

In: a `Reading`. Out: a `Record`. The event is the first told that happened and is a violation (detention,
abduction, torture, or somebody killed or injured), else the first told. What it does not tell of its doers, place or
time is taken, in the same order, from the first other event that does and agrees with what is known: those of the same
violation first, then the others.
A date that the article writes out goes before; the country is that of most events. Where no event tells a country or
a town, it is one that the article names. Violations and victims are those of the whole article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from benchmarks.common.reading import happened
from benchmarks.hrdsattack.load import MONTHS, Record, table
from dateline.evaluate.told import ToldEvent
from dateline.gazetteer.countries import country_facts
from dateline.model.reading import Reading
from dateline.model.values import Period, plain

NONE = frozenset(("other",))
MONTH = "|".join(name[:3] for name in MONTHS[1:])
WRITTEN = re.compile(rf"\d.*\b(?:{MONTH})|\b(?:{MONTH}).*\d", re.I)
CITY = ("town", "near", "district")  # the corpus has no field between region and city


def record(reading: Reading) -> Record:
    """What dateline makes of the article; an empty record where no event is read."""
    events = sorted(happened(reading), key=lambda e: (violations(e) == NONE, e.anchor[0]))
    if not events:
        return Record(violations=frozenset({"unknown"}))
    event = events[0]
    kin = sorted(events, key=lambda other: other is not event and not violations(event) & violations(other) - NONE)
    doers = [told.value for one in kin for told in one.participants if told.value["role"] == "actor"]
    kind = next(filter(None, (table()["kinds"].get(doer.get("category")) for doer in doers)), None)
    done = frozenset[str]().union(*map(violations, events))
    hit = [name for other in events if violations(other) != NONE for name in victims(other, reading)]
    country, region, city, words = _where(kin, reading)
    victims_hit = tuple(dict.fromkeys(hit))
    return Record(bool(doers), kind, victims_hit, done - NONE or done, country, region, city, *_when(kin), words)


def _where(events: Sequence[ToldEvent], reading: Reading) -> tuple[str | None, str | None, str | None, str | None]:
    """Country, region, city and the words for the city.

    The country of most events, else the one named most; its first region; the first city in it, else the first named.
    """
    told = [event.place for event in events if event.place and event.place.get("country")]
    named = [plain(m.place) for m in reading.places if m.usable and m.place.country]
    country = _most(told) or _most(named)
    facts = country_facts(country) if country else None
    if facts is None:
        return None, None, None, None
    region = next((p["admin1"] for p in told if p["country"] == country and p.get("admin1")), None)
    fine = _cities(told, country, region)
    if not fine and country in table()["cities"]:
        return facts.name, region, facts.name, facts.name
    city = next(iter(fine or _cities(named, country, region)), {})
    return facts.name, region, city.get("name"), city.get("text")


def _most(places: Sequence[dict[str, Any]]) -> str | None:
    """The commonest country, the first of several."""
    return next((code for code, _ in Counter(p["country"] for p in places).most_common(1)), None)


def _cities(places: Sequence[dict[str, Any]], country: str | None, region: str | None) -> list[dict[str, Any]]:
    """Those of the country that are a city, in the region where one is known."""
    fine = [p for p in places if p["country"] == country and p.get("precision") in CITY]
    return [p for p in fine if region is None or p.get("admin1") == region]


def _when(events: Sequence[ToldEvent]) -> tuple[str | None, str | None, str | None]:
    """The first date written out of a violation of the first event's; else the first year, its first month and day."""
    hit = [event for event in events if violations(event) & violations(events[0])]
    written = next((event.period for event in hit if event.period and _written(event)), None)
    if written:
        return _date(written)
    told = [_date(event.period) for event in events if event.period and event.period.start]
    year = next((y for y, _, _ in told), None)
    month = next((m for y, m, _ in told if y == year and m), None)
    return year, month, next((d for y, m, d in told if (y, m) == (year, month) and d), None)


def _written(event: ToldEvent) -> bool:
    """Do the words give its day as a date: number and month ("on March 13"), not "on Sunday"?"""
    days_told = event.period is not None and event.period.precision == "day"
    return days_told and bool(WRITTEN.search(event.periods[0].quote))


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
