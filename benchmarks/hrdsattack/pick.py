"""The one record of an article, out of a reading.

In: a `Reading`. Out: a `Record`. The event is picked so: those that happened and are violations (detention,
abduction, torture, or somebody killed or injured) before others, then main before background, then the one
that names a victim, then the first told. What it does not tell of its place or time is taken, in the same order,
from the first other event of the same violation that does. Violations and victims are those of the whole article.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from benchmarks.common.reading import happened
from benchmarks.hrdsattack.load import MONTHS, Record, table
from dateline.evaluate.told import ToldEvent
from dateline.gazetteer.countries import country_facts
from dateline.model.reading import Reading

NONE = frozenset(("other",))


def record(reading: Reading) -> Record:
    """What dateline makes of the article; an empty record where no event is read."""
    events = sorted(happened(reading), key=lambda e: _rank(e, reading))
    if not events:
        return Record(violations=frozenset({"unknown"}))
    event = events[0]
    kin = [event, *(other for other in events[1:] if violations(event) & violations(other) - NONE)]
    doers = [told.value for told in event.participants if told.value["role"] == "actor"]
    kind = next((table()["kinds"].get(doer.get("category")) for doer in doers), None)
    done = frozenset[str]().union(*map(violations, events))
    hit = [name for other in events if violations(other) != NONE for name in victims(other, reading)]
    return Record(bool(doers), kind, tuple(dict.fromkeys(hit)), done - NONE or done, *_where(kin), *_when(kin))


def _where(events: Sequence[ToldEvent]) -> tuple[str | None, str | None, str | None]:
    """Country, region and city of the first event of a known country."""
    place = next((e.place for e in events if e.place and e.place.get("country")), None)
    if place is None:
        return None, None, None
    facts, exact = country_facts(place["country"]), place.get("precision") in ("town", "near")
    return facts.name if facts else None, place.get("admin1"), place.get("name") if exact else None


def _rank(event: ToldEvent, reading: Reading) -> tuple[bool, bool, bool, int]:
    return violations(event) == NONE, event.salience != "main", not victims(event, reading), event.anchor[0]


def _when(events: Sequence[ToldEvent]) -> tuple[str | None, str | None, str | None]:
    """Year, month, day of the first dated event: no more than the words give; of several days the first one's month."""
    period = next((e.period for e in events if e.period and e.period.start), None)
    day: date | None = period.start if period else None
    if period is None or day is None:
        return None, None, None
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
