"""The one record of an article, out of a reading.

In: a `Reading`. Out: a `Record`. The event is picked so: those that happened and are violations (detention,
abduction, torture, or somebody killed or injured) before others, then main before background, then the one
that names a victim, then the first told. All fields are that event's own.
"""

from __future__ import annotations

from datetime import date

from benchmarks.common.reading import happened
from benchmarks.hrdsattack.load import MONTHS, Record, table
from dateline.evaluate.told import ToldEvent
from dateline.gazetteer.countries import country_facts
from dateline.model.reading import Reading


def record(reading: Reading) -> Record:
    """What dateline makes of the article; an empty record where no event is read."""
    events = happened(reading)
    event = min(events, key=lambda e: _rank(e, reading), default=None)
    if event is None:
        return Record(violations=frozenset({"unknown"}))
    doers = [told.value for told in event.participants if told.value["role"] == "actor"]
    kind = next((table()["kinds"].get(doer.get("category")) for doer in doers), None)
    place = event.place or {}
    facts = country_facts(place["country"]) if place.get("country") else None
    city = place.get("name") if place.get("precision") in ("town", "near") else None
    day = event.period.start if event.period else None
    exact = event.period.precision if event.period else "unknown"
    return Record(
        bool(doers), kind, victims(event, reading), violations(event),
        facts.name if facts else None, place.get("admin1"), city, *_when(day, exact),
    )  # fmt: skip


def _rank(event: ToldEvent, reading: Reading) -> tuple[bool, bool, bool, int]:
    return violations(event) == {"other"}, event.salience != "main", not victims(event, reading), event.anchor[0]


def _when(day: date | None, precision: str) -> tuple[str | None, str | None, str | None]:
    """Year, month, day: no more than the words give; of several days the first one's month and year."""
    if day is None:
        return None, None, None
    month = MONTHS[day.month] if precision in ("day", "days", "week", "month") else None
    return str(day.year), month, str(day.day) if precision == "day" else None


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
