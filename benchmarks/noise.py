"""Noise done to the rows of a dataset, to measure how well matching bears it: benchmarks/compare.py.

In: rows in ACLED's columns, dice with a fixed seed. Out: other rows, for each kind of noise; rows in UCDP's columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from dateline.codebook import load_codebook
from dateline.gazetteer import country_code, open_gazetteer
from dateline.likeness import near_types

SHARE = 0.25
Row = dict[str, Any]
Noise = Callable[[Row, Random], Row]


def other_day(row: Row, dice: Random) -> Row:
    day = date.fromisoformat(row["event_date"]) + timedelta(days=dice.choice((-1, 1)))
    return {**row, "event_date": day.isoformat()}


def whole_week(row: Row, dice: Random) -> Row:
    day = date.fromisoformat(row["event_date"]) + timedelta(days=dice.randrange(-3, 4))
    return {**row, "event_date": day.isoformat(), "time_precision": "2"}


def province(row: Row, dice: Random) -> Row:
    """At the point of its province."""
    unit = open_gazetteer().admin1(country_code(row["country"]) or "", row["admin1"]) if row["admin1"] else None
    if unit is None or unit.lat is None:
        return row
    return {
        **row,
        "location": unit.name,
        "latitude": f"{unit.lat:.4f}",
        "longitude": f"{unit.lon:.4f}",
        "geo_precision": "3",
    }


def moved(row: Row, dice: Random) -> Row:
    """About ten kilometres off."""
    if not row["latitude"]:
        return row
    return {
        **row,
        "latitude": f"{float(row['latitude']) + dice.choice((-0.09, 0.09)):.4f}",
        "location": "Another Spelling",
    }


def sibling(row: Row, dice: Random) -> Row:
    """Another sub-event, that reports take for it, else of the same event type."""
    types = load_codebook().types
    others = [n for n in types if n != row["sub_event_type"] and near_types(n, row["sub_event_type"])]
    others = others or [n for n, t in types.items() if t.event == row["event_type"] and n != row["sub_event_type"]]
    name = dice.choice(others) if others else row["sub_event_type"]
    return {**row, "sub_event_type": name, "event_type": types[name].event}


def other_toll(row: Row, dice: Random) -> Row:
    number = int(row["fatalities"])
    return {**row, "fatalities": str(max(0, round(number * dice.choice((0.5, 1.5, 2.0)))))}


def nameless(row: Row, dice: Random) -> Row:
    return {**row, "actor1": f"Unidentified Armed Group ({row['country']})", "actor2": "", "notes": ""}


def as_told(row: Row, dice: Random) -> Row:
    return row


NOISE: Mapping[str, Noise] = {
    "none": as_told,
    "one day off": other_day,
    "a week for a day": whole_week,
    "the province for the town": province,
    "ten kilometres off, another name": moved,
    "a sibling type": sibling,
    "another toll": other_toll,
    "nobody named": nameless,
}


def missing(rows: Sequence[Row], dice: Random) -> list[Row]:
    return [row for row in rows if dice.random() > 0.4]


def extra(rows: Sequence[Row], dice: Random) -> list[Row]:
    """Beside each a row of another event: the same place and kind, two to nine days on, other figures."""
    more = []
    for row in rows:
        day = date.fromisoformat(row["event_date"]) + timedelta(days=dice.randrange(2, 10))
        toll = str(int(row["fatalities"]) + dice.randrange(1, 9))
        more.append(
            {
                **row,
                "event_id_cnty": f"X-{row['event_id_cnty']}",
                "event_date": day.isoformat(),
                "fatalities": toll,
                "notes": "",
            }
        )
    return [*rows, *more]


def crowded(rows: Sequence[Row], dice: Random) -> list[Row]:
    """Beside each a row of another event: the same place and day, another kind, other figures."""
    types, more = load_codebook().types, []
    for row in rows:
        others = [n for n in types if not near_types(n, row["sub_event_type"]) and types[n].event != row["event_type"]]
        name, toll = dice.choice(others), str(int(row["fatalities"]) + dice.randrange(1, 9))
        changed = {"sub_event_type": name, "event_type": types[name].event, "fatalities": toll, "notes": ""}
        more.append({**row, "event_id_cnty": f"Y-{row['event_id_cnty']}", **changed})
    return [*rows, *more]


def all_of_it(rows: Sequence[Row], dice: Random) -> list[Row]:
    """Each kind done to a share of the rows, some missing, others beside them."""
    found = []
    for row in rows:
        for noise in NOISE.values():
            row = noise(row, dice) if dice.random() < SHARE else row
        found.append(row)
    return crowded(extra(missing(found, dice), dice), dice)


def ucdp(rows: Sequence[Row], dice: Random) -> list[Row]:
    """In UCDP's columns: only what killed, by the coarse kinds of violence."""
    unarmed = ("Protests", "Riots", "Strategic developments")
    return [_in_ucdp(row) for row in rows if int(row["fatalities"]) and row["event_type"] not in unarmed]


def _in_ucdp(row: Row) -> Row:
    state = any(row[side].startswith(("Military Forces", "Police Forces")) for side in ("actor1", "actor2"))
    kind = "3" if row["event_type"] == "Violence against civilians" else "1" if state else "2"
    day, dead = f"{row['event_date']} 00:00:00.000", row["fatalities"]
    return {
        "id": row["event_id_cnty"], "type_of_violence": kind, "side_b": row["actor2"],
        "side_a": row["actor1"].replace("Military Forces of", "Government of"),
        "where_prec": {"1": "1", "2": "2", "3": "4"}[row["geo_precision"]], "where_coordinates": row["location"],
        "adm_1": row["admin1"], "latitude": row["latitude"], "longitude": row["longitude"], "country": row["country"],
        "date_start": day, "date_end": day, "date_prec": "1", "event_clarity": "1",
        "best": dead, "low": dead, "high": dead,
    }  # fmt: skip


def kinds() -> Iterator[tuple[str, Callable[[Sequence[Row], Random], list[Row]]]]:
    """Kind of noise -> what it does to the rows."""

    def each(noise: Noise) -> Callable[[Sequence[Row], Random], list[Row]]:
        return lambda rows, dice: [noise(row, dice) for row in rows]

    yield from ((name, each(noise)) for name, noise in NOISE.items())
    yield from (
        ("two rows in five missing", missing),
        ("as many others, days later", extra),
        ("as many others, the same day", crowded),
        ("all of it", all_of_it),
    )
    yield from (
        ("in UCDP's columns", ucdp),
        ("in UCDP's columns, all of it", lambda rows, dice: ucdp(all_of_it(rows, dice), dice)),
    )
