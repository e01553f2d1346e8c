"""The time zone of the place where something happened, and the day there of a time told in world time.

In: drafts with place and period. Out: the same, each period with the zone of its place; "at 2230 GMT on Friday" is
Saturday in Kabul. The zone is the one of the country whose city lies nearest (the table of the tz database).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from dateline.extract.events.draft import Draft
from dateline.model.values import Period, Place

WORLD = ("GMT", "UTC")
LOCAL = "the day at the place"
_POINT = re.compile(r"([+-])(\d\d)(\d\d)(?:\d\d)?([+-])(\d{3})(\d\d)(?:\d\d)?")


@cache
def _zones() -> dict[str, list[tuple[float, float, str]]]:
    """Latitude, longitude and name of every zone, by country."""
    out: dict[str, list[tuple[float, float, str]]] = {}
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        country, where, name, *_ = line.split("\t")
        if match := _POINT.fullmatch(where):
            lat = (int(match[2]) + int(match[3]) / 60) * (-1 if match[1] == "-" else 1)
            lon = (int(match[5]) + int(match[6]) / 60) * (-1 if match[4] == "-" else 1)
            out.setdefault(country, []).append((lat, lon, name))
    return out


def zone_of(place: Place) -> str | None:
    """The zone of a place; None where its country, or which of the country's zones, is not known."""
    known = _zones().get(place.country or "", [])
    if len(known) == 1:
        return known[0][2]
    if not known or place.lat is None or place.lon is None:
        return None
    lat, lon = place.lat, place.lon
    return min(known, key=lambda zone: (zone[0] - lat) ** 2 + (zone[1] - lon) ** 2)[2]


def at_place(period: Period, zone: str) -> Period:
    """The period with its zone; a clock time in world time gives the day there."""
    if period.zone not in WORLD:
        return replace(period, zone=zone)
    if not (period.start and period.precision == "day" and re.fullmatch(r"\d\d:\d\d", period.part or "")):
        return period
    told = datetime.combine(period.start, datetime.strptime(period.part or "", "%H:%M").time(), UTC)
    there = told.astimezone(ZoneInfo(zone))
    day, clock = there.date(), f"{there:%H:%M}"
    return replace(period, start=day, end=day, part=clock, zone=zone, rule=f"{period.rule}; {LOCAL}")


def set_zones(drafts: Iterable[Draft]) -> None:
    """Each period with the zone of its place, where both are known."""
    for draft in drafts:
        zone = zone_of(draft.place) if draft.place and draft.period else None
        if zone and draft.period:
            draft.period = at_place(draft.period, zone)
