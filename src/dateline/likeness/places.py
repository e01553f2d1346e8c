"""Where two accounts happened, side by side: the same spot, near, the same area, or elsewhere.

In: the `Facts` of two accounts. Out: what is `Seen` of their places; `km` between two points on the earth.
"""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from dateline.likeness.facts import Facts, Where
from dateline.likeness.model import Seen

NEAR, AROUND, REACH = 5.0, 15.0, 50.0  # kilometres
ALIKE = 0.25  # edits for each letter that still make a spelling of the same name
LEAST = 4  # letters
CITY = 500_000  # people: from here on much happens in a day


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))


def observe_places(left: Facts, right: Facts) -> Seen:
    """What the two places come to; weaker in a city, and where one is inferred."""
    one, two = left.where, right.where
    words, level = _seen(left, right)
    if level in ("same", "near") and max(one.people, two.people) >= CITY:
        words, level = f"{words}, a big city", "city"
    if level != "unknown" and (one.inferred or two.inferred):
        words, level = f"{words} (inferred)", f"{level}_inferred"
    return Seen("place", level, "place", words)


def _seen(left: Facts, right: Facts) -> tuple[str, str]:
    one, two = left.where, right.where
    if one.country and two.country and one.country != two.country:
        return _across(one, two)
    if one.exact and two.exact:
        return _towns(one, two)
    return _named(left, right) or _named(right, left) or _areas(one, two)


def _named(left: Facts, right: Facts) -> tuple[str, str] | None:
    """The left tells an exact place, the right none; but its words name it."""
    if not left.where.exact or right.where.exact or left.where.keys.isdisjoint(right.story):
        return None
    if left.where.keys.isdisjoint(right.names):
        return f"{left.where.shown}, which the other's report names", "named_in_report"
    return f"{left.where.shown}, which the other names beside it", "named"


def _across(one: Where, two: Where) -> tuple[str, str]:
    """Two countries: near each other only where both are exact points by the border."""
    far = _distance(one, two)
    if one.exact and two.exact and far is not None and far <= AROUND:
        return f"{far:.0f} km apart, across a border", "reach"
    return f"different countries: {one.country} and {two.country}", "other_country"


def _distance(one: Where, two: Where) -> float | None:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    return km(one.lat, one.lon, two.lat, two.lon)


def _towns(one: Where, two: Where) -> tuple[str, str]:
    same_id = one.geonameid is not None and one.geonameid == two.geonameid
    if same_id or (one.name and one.name == two.name and _distance(one, two) is None):
        return f"the same place: {one.shown}", "same"
    far = _distance(one, two)
    if far is not None:
        return _by_distance(one, two, far)
    pair = f"{one.shown} and {two.shown}"
    if not one.keys.isdisjoint(two.keys) or (one.name and two.name and spelled_alike(one.name, two.name)):
        return f"{pair} look like one name", "alike"
    return f"{pair}: different names", "other_name"


def _by_distance(one: Where, two: Where, far: float) -> tuple[str, str]:
    pair = f"{one.shown} and {two.shown}"
    if far <= NEAR:
        return f"{pair}: {far:.0f} km apart", "near"
    if far <= max(one.radius, two.radius):
        return f"{pair}: {far:.0f} km apart, as near as the words say", "near_told"
    if far <= AROUND:
        return f"{pair}: {far:.0f} km apart", "around"
    if far <= REACH:
        return f"{pair}: {far:.0f} km apart", "reach"
    if one.name and one.name == two.name:
        return f"two places called {one.shown}, {far:.0f} km apart", "namesake"
    return f"{pair}: {far:.0f} km apart", "far"


def _areas(one: Where, two: Where) -> tuple[str, str]:
    """At least one of the two is an area or not known."""
    if one.name and one.name == two.name and (one.exact or two.exact or one.admin2):
        return f"the same place: {one.shown}", "district"
    if one.admin2 and one.admin2 == two.admin2 and one.admin1 == two.admin1:
        return f"the same district: {one.admin2}", "district"
    if one.admin1 and two.admin1:
        if one.admin1 == two.admin1:
            level = "province" if one.exact or two.exact else "provinces"
            return f"the same province: {one.admin1}", level
        return f"different provinces: {one.admin1} and {two.admin1}", "other_province"
    if one.country and one.country == two.country:
        return f"the same country: {one.country}", "country"
    return "no place in common", "unknown"


@lru_cache(maxsize=65536)
def spelled_alike(one: str, two: str) -> bool:
    """Whether two folded names differ no more than spellings of one name do."""
    longer = max(len(one), len(two))
    if min(len(one), len(two)) < LEAST or abs(len(one) - len(two)) > longer * ALIKE:
        return False
    return edits(one, two) <= longer * ALIKE


def edits(one: str, two: str) -> int:
    """Letters to put in, take out or change to get from one word to the other."""
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(two, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
