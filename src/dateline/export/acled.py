"""acled.csv: the events in ACLED's 31 columns, and beside it acled.left-out.csv with what has no row.

In: a dataset. Out: the two files. Ids begin with DL-; `timestamp` is the day the last report came
out; nothing comes from the clock.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from dateline.export import phrases, told
from dateline.export.acled_notes import notes
from dateline.export.acled_sides import civilian_targeting, interaction, sides
from dateline.export.acled_when import active_days, geo_precision, left_out, shared_out
from dateline.export.files import table, write_csv
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.gazetteer.countries import country_facts
from dateline.model.claims import Event
from dateline.model.dataset import Dataset

Row = dict[str, Any]


def when_columns(day: date, precision: int) -> Row:
    """event_date, year, time_precision."""
    return {"event_date": day.isoformat(), "year": day.year, "time_precision": precision}


def what_columns(event: Event, options: ExportOptions) -> Row:
    """disorder_type, event_type, sub_event_type."""
    kind = event.type
    entry = options.codebook.types[kind.acled_sub_event]
    return {"disorder_type": entry.disorder, "event_type": entry.event, "sub_event_type": entry.sub_event}


def where_columns(event: Event, masker: Masker) -> Row:
    """From iso to geo_precision; a place that only the report names may bear a person's name."""
    place = told.place(event) or {}
    country = country_facts(place.get("country") or "")
    known = place.get("lat") is not None and place.get("lon") is not None
    return {
        "iso": country.numeric if country else "",
        "region": country.region if country else "",
        "country": country.name if country else place.get("country") or "",
        "admin1": place.get("admin1") or "",
        "admin2": place.get("admin2") or "",
        "admin3": "",
        "location": masker.words(place.get("name") or place.get("text")),
        "latitude": f"{place['lat']:.4f}" if known else "",
        "longitude": f"{place['lon']:.4f}" if known else "",
        "geo_precision": geo_precision(place),
    }


def who_columns(event: Event, country: str, masker: Masker) -> Row:
    """Actors, inter words, interaction, civilian_targeting and the notes that name them."""
    one, two = sides(event, country)
    return {
        "actor1": masker.words(one.name),
        "assoc_actor_1": masker.words("; ".join(one.beside)),
        "inter1": one.inter,
        "actor2": masker.words(two.name),
        "assoc_actor_2": masker.words("; ".join(two.beside)),
        "inter2": two.inter,
        "interaction": interaction(one, two),
        "civilian_targeting": civilian_targeting(event, two),
        "notes": notes(event, one, two, country, masker),
    }


def tags(event: Event, place_known: bool) -> str:
    """What ACLED keeps in tags, and that no person has looked at the row."""
    rules, found = table("acled.toml"), []
    if event.type.acled_event in ("Protests", "Riots"):
        found.append(f"crowd size={crowd_size(event)}")
    if not place_known:
        found.append(rules["unplaced"])
    found += [tag for start, tag in rules["status"].items() if event.status.startswith(start) and tag]
    return "; ".join(found)


def crowd_size(event: Event) -> str:
    """The words that count the crowd ("several hundred"), else ACLED's "no report"."""
    crowds = [who["text"] for who in told.participants(event) if who.get("category") in ("Protesters", "Rioters")]
    counted = [re.match(table("acled.toml")["crowd"], text, re.IGNORECASE) for text in crowds]
    return next((match[0].strip().lower() for match in counted if match), "no report")


def timestamp(event: Event, dataset: Dataset) -> int | str:
    """Seconds of the epoch of the day the latest report was published (midnight UTC); "" if unknown."""
    days = [report.published for report in told.reports(event, dataset) if report.published]
    return int(datetime(*max(days).timetuple()[:3], tzinfo=UTC).timestamp()) if days else ""


def event_rows(event: Event, dataset: Dataset, options: ExportOptions, masker: Masker) -> list[Row]:
    """The event's rows, one for each reported day; only for events that `left_out` lets pass.

    Rows after the first have the event's id with the number of the row; the dead are shared out over the days.
    """
    days, whole = active_days(event), _row(event, dataset, options, masker)
    dead = shared_out(whole["fatalities"], len(days))
    return [
        whole | when_columns(*day) | {"event_id_cnty": event.id + (f".{n}" if n > 1 else ""), "fatalities": dead[n - 1]}
        for n, day in enumerate(days, 1)
    ]


def _row(event: Event, dataset: Dataset, options: ExportOptions, masker: Masker) -> Row:
    where = where_columns(event, masker)
    return {
        **what_columns(event, options),
        **who_columns(event, where["country"], masker),
        **where,
        "source": masker.sources(event),
        "source_scale": "",
        "fatalities": told.value(event, "killed", "acled: lowest reliable") or 0,
        "tags": tags(event, bool(where["latitude"])),
        "timestamp": timestamp(event, dataset),
    }


def left_out_row(event: Event, reason: tuple[str, str], masker: Masker) -> Row:
    """The line of the sidecar for an event with no row."""
    place = told.place(event) or {}
    return {
        "event_id": event.id,
        "sub_event_type": event.type.acled_sub_event,
        "when": phrases.period_words(told.period(event)),
        "where": masker.words(place.get("name") or place.get("text") or ""),
        "reason": masker.words(reason[0]),
        "advice": reason[1],
    }


def write_acled(dataset: Dataset, out: Path, options: ExportOptions) -> list[Path]:
    """Write acled.csv and acled.left-out.csv into the folder `out`; StoreError where that fails."""
    masker, rules = Masker(dataset, options), table("acled.toml")
    rows, others = [], []
    for event in dataset.events:
        reason = left_out(event, options.codebook)
        if reason:
            others.append(left_out_row(event, reason, masker))
        else:
            rows += event_rows(event, dataset, options, masker)
    return [
        write_csv(out / "acled.csv", rules["columns"], rows),
        write_csv(out / "acled.left-out.csv", rules["left_out_columns"], others),
    ]
