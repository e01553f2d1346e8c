"""Where: the component that finds place names, says which places they are and how they are meant.

In: a `Reading` with a parsed text, what the learned reader makes of it, and a dateline if there is one.
Out: its `places`: mentions in text order, each with its best reading, the runners-up, relation, precision and role,
or the reason why it is no location. The gazetteer decides what is a name, the whole report decides which one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from math import exp

from dateline.codebook import load_codebook
from dateline.extract.component import component
from dateline.extract.where.place_cues import GOVERNMENT, read_cues
from dateline.extract.where.place_feature import held_place, hold
from dateline.extract.where.place_find import Spotter
from dateline.extract.where.place_located import BY_MARK, located, radius
from dateline.extract.where.place_resolve import Resolver, only_direction
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_spot import Spot
from dateline.gazetteer import of_quarter, open_gazetteer
from dateline.model.reading import PlaceMention, Reading
from dateline.model.report import Dateline
from dateline.model.values import Candidate, Place

PRECISION = {"P": "town", "F": "town", "A2": "district", "A1": "province", "R": "region", "C": "country"}
COMPASS = "a point of the compass"
BESIDE = ("distance", "direction", "near", "edge", "road", "between")  # relations that put nothing in the place itself
FAR = ("distance", "direction")  # of these, what puts nothing beside a quarter into its town
MARK_KM = 25.0
OTHER_END = "placed by the other end"
NEAR_CHARACTERS = 500  # within which a place speaks for the country of an unknown one
AFTERWARDS = 0.5  # what is told behind it speaks that much for it
HEADED = 2.0  # the weight of a country with which its line opens, or whose place the words call it
LEAST_SUPPORT, LEAST_SHARE = 0.3, 0.45
NUMBERED = re.compile(r"[\W\d_]*")  # before the first word of a line
CALLED = re.compile(r" (?:[a-z-]+ )?(?:city|town|village|hamlet|port|island|district|province) of (?:the )?")


@component(requires=("doc", "fillers", "dateline"), provides=("places",))
def places(reading: Reading) -> Reading:
    """The reading with its place mentions."""
    scan = Scan(reading.words, likely(reading))
    spots = Spotter(scan, open_gazetteer()).spots_in_text()
    read_cues(spots, scan)
    Resolver(spots, open_gazetteer(), reading.dateline).resolve()
    hold(spots, scan.text)
    return reading.add(places=tuple(mention(spot, spots, scan.text, reading.dateline) for spot in spots))


def likely(reading: Reading) -> list[tuple[int, int]]:
    """The stretches that surely enough say where something happened."""
    least = load_codebook().learned.role
    return [(f.start, f.end) for f in reading.fillers if f.role == "place" and f.score >= least]


def report_country(spots: list[Spot], at: int, text: str) -> str | None:
    """The country of which the words around the offset speak most; None where no country stands out.

    Places count by how near they stand, more before it than behind it, peoples half as much, names that stand for
    governments not at all; the country with which its line opens, or to whose people the words give it, the most.
    """
    before: dict[str, float] = defaultdict(float)
    behind: dict[str, float] = defaultdict(float)
    begin = text.rfind("\n", 0, at) + 1
    for spot in spots:
        near = exp(-abs(spot.start - at) / NEAR_CHARACTERS) + 0.05
        counts = behind if spot.start > at else before
        if spot.best and spot.best.country and not spot.people and spot.why_not != GOVERNMENT:
            head = spot.best.feature == "C" and begin <= spot.start < at
            opens = head and NUMBERED.fullmatch(text, begin, spot.start)
            counts[spot.best.country] += near + (HEADED if opens else 0.0)
        elif len(spot.people) == 1:
            called = spot.end < at and CALLED.fullmatch(text, spot.end, at)
            counts[spot.people[0]] += near / 2 + (HEADED if called else 0.0)
    weights = {code: before[code] + behind[code] * AFTERWARDS for code in sorted({*before, *behind})}
    code, most = max(weights.items(), key=lambda pair: pair[1], default=("", 0.0))
    sound = before[code] + behind[code] > LEAST_SUPPORT and most > sum(weights.values()) * LEAST_SHARE
    return code if sound else None


def mention(spot: Spot, spots: list[Spot], text: str, dateline: Dateline | None) -> PlaceMention:
    """A spot as a mention."""
    filed = dateline is not None and dateline.start <= spot.start < dateline.end
    role = "filed-from" if filed else spot.role
    home = None if spot.best else report_country(spots, spot.start, text)
    why_not = None if filed and spot.why_not == GOVERNMENT else spot.why_not
    if spot.best is None and only_direction(spot.text):
        why_not = why_not or COMPASS
    return PlaceMention(
        spot.start,
        spot.end,
        spot.text,
        place=place(spot, role, home),
        phrase_start=spot.phrase_start,
        phrase_end=spot.phrase_end,
        usable=why_not is None,
        why_not=why_not,
    )


def place(spot: Spot, role: str, home: str | None) -> Place:
    """The best reading of a spot; without a gazetteer entry, name and country of the report."""
    best, held = spot.best, spot.holder
    if best is None and held and held.best:
        return held_place(spot, held, held.best, role)
    if best is None and spot.people:
        return Place(text=spot.text, precision="country", role=role)
    if best is None:
        return unknown_place(spot, role, home)
    lat, lon, radius_km, rule = located(spot, best)
    return Place(
        text=spot.text,
        name=best.name,
        geonameid=best.geonameid,
        lat=lat,
        lon=lon,
        admin1=best.admin1,
        admin2=best.admin2,
        country=best.country,
        precision="town" if in_town(spot, best) else precision(spot, best.feature),
        relation=spot.relation or spot.direction,
        radius_km=radius_km,
        role=role,
        rule=rule,
        candidates=spot.ranked,
    )


def in_town(spot: Spot, best: Candidate) -> bool:
    """Whether the words name a quarter, or what is beside it: that is in the town."""
    quarter = any(of_quarter(c) and c.geonameid == best.geonameid for c in spot.found)
    return quarter and spot.relation_kind not in FAR


def precision(spot: Spot, feature: str) -> str:
    """How precisely a spot says where, in the model's words; a gazetteer without a town may have its district."""
    place = feature in ("P", "F") or (feature == "A2" and spot.kind not in ("A1", "A2"))
    if spot.relation_kind in BESIDE and place:
        return "near"
    if feature in ("C", "A1", "R") and (spot.relation_kind == "border" or (feature == "C" and spot.direction)):
        return "region"
    if feature == "P" and spot.kind == "A2":  # "Torodi district"
        return "district"
    if feature == "A2" and spot.kind is None and spot.lead == "at":  # "at Torodi"
        return "town"
    return PRECISION.get(feature, "unknown")


def unknown_place(spot: Spot, role: str, home: str | None) -> Place:
    """A place that no gazetteer entry fits; a distance mark, the other end or a container says roughly where."""
    by = spot.mark or (spot.other_end if spot.other_end and spot.other_end.best else None)
    mark = by.best if by else None
    outer = spot.inside.best if spot.inside else None
    known: Candidate | None = mark or outer
    country = (known.country if known else None) or home
    lat, lon, around, _ = located(by, mark) if mark and by else (None, None, radius(spot), None)
    rule = "country of the report" if country and not outer else None
    if mark:
        rule = BY_MARK if spot.mark else OTHER_END
    return Place(
        text=spot.text,
        name=spot.text,
        lat=lat,
        lon=lon,
        admin1=known.admin1 if known else None,
        admin2=known.admin2 if known and not mark else None,
        country=country,
        precision="unknown" if spot.feature and not mark else precision(spot, spot.kind or "P"),
        relation=spot.relation,
        radius_km=(around or MARK_KM) if mark else around,
        role=role,
        rule=rule,
        point_of="near" if mark else None,
    )
