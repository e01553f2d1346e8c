"""Distance between places, and whether one lies in the other.

In: gazetteer candidates. Out: kilometres; yes or no by their units.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, degrees, pi, radians, sin, sqrt

from dateline.model.values import Candidate

UNKNOWN_KM = 20_000.0
Point = tuple[float, float, float]  # latitude in radians, its cosine, longitude in degrees


def kilometres(one: Candidate, two: Candidate) -> float:
    """Great-circle distance in kilometres; a large number where a point is missing."""
    if one.lat is None or two.lat is None or one.lon is None or two.lon is None:
        return UNKNOWN_KM
    a, b = radians(one.lat), radians(two.lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(two.lon - one.lon) / 2) ** 2
    return 12_742 * asin(sqrt(min(1.0, half)))


def points(places: Iterable[Candidate]) -> list[Point]:
    """The points of those places that have one, ready to be measured from."""
    found = ((place.lat, place.lon) for place in places)
    return [(radians(lat), cos(radians(lat)), lon) for lat, lon in found if lat is not None and lon is not None]


def least_kilometres(one: Candidate, others: Iterable[Point]) -> float:
    """Kilometres to the nearest of other points; as `kilometres` where a point is missing."""
    if one.lat is None or one.lon is None:
        return UNKNOWN_KM
    a, lon, best, reach = radians(one.lat), one.lon, 1.0, pi
    cos_a = cos(a)
    for b, cos_b, other in others:
        if abs(b - a) < reach:
            half = sin((b - a) / 2) ** 2 + cos_a * cos_b * sin(radians(other - lon) / 2) ** 2
            if half < best:
                best = half
                reach = 2 * asin(sqrt(best)) + 1e-9
    return 12_742 * asin(sqrt(best))


def within(inner: Candidate, outer: Candidate) -> bool:
    """Whether the units of `inner` put it in `outer`."""
    if outer.feature == "C":
        return inner.country == outer.country
    if outer.feature == "R":
        return (outer.country is None or inner.country == outer.country) and kilometres(inner, outer) < 600
    if inner.country != outer.country:
        return False
    if outer.feature == "A1":
        return inner.admin1 == outer.admin1
    if outer.feature == "A2":
        return inner.admin1 == outer.admin1 and inner.admin2 == outer.admin2
    return kilometres(inner, outer) < 60


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point `km` kilometres from another in the direction of `bearing` (0 north, 90 east)."""
    north, east = km * cos(radians(bearing)), km * sin(radians(bearing))
    return round(lat + degrees(north / 6371), 5), round(lon + degrees(east / (6371 * max(cos(radians(lat)), 0.01))), 5)


def midway(one: Candidate, two: Candidate) -> tuple[float, float] | None:
    """The point halfway between two places; None where a point is missing."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    return round((one.lat + two.lat) / 2, 5), round((one.lon + two.lon) / 2, 5)
