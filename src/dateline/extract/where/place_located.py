"""Where the words put a point: at a place, some way from it, midway between two.

In: a spot with its relation and the candidate chosen. Out: latitude, longitude, a radius in kilometres
and the rule by which they were computed.
"""

from __future__ import annotations

from dateline.extract.where.place_geometry import kilometres, midway, moved
from dateline.extract.where.place_relation import bearing_told, kilometres_told
from dateline.extract.where.place_spot import Spot
from dateline.model.values import Candidate

Located = tuple[float | None, float | None, float | None, str | None]
BY_MARK = "placed by its distance mark"
NEAR_KM = 10.0
FARTHEST = 500.0  # kilometres between two ends whose middle still says where
LEAST_KM = 1.0
SLACK = 0.25  # of the distance told: how far off its end may be


def located(spot: Spot, best: Candidate) -> Located:
    """Latitude, longitude, radius and rule of a spot that means `best`."""
    km, bearing = kilometres_told(spot.relation or ""), bearing_told(spot.relation or "")
    if (
        spot.relation_kind == "distance"
        and km
        and bearing is not None
        and best.lat is not None
        and best.lon is not None
    ):
        return *moved(best.lat, best.lon, km, bearing), max(LEAST_KM, round(km * SLACK, 1)), f"{km} km from {best.name}"
    other = spot.other_end.best if spot.other_end else None
    middle = midway(best, other) if other else None
    apart = kilometres(best, other) if other else FARTHEST
    if other and middle and apart < FARTHEST:
        return *middle, max(LEAST_KM, round(apart / 2, 1)), f"midway between {best.name} and {other.name}"
    return best.lat, best.lon, radius(spot), None


def radius(spot: Spot) -> float | None:
    """Kilometres within which the place lies, where the words give a distance or say "near"."""
    if spot.relation_kind == "distance":
        return kilometres_told(spot.relation or "") or NEAR_KM
    return NEAR_KM if spot.relation_kind in ("near", "edge", "rim") else None
