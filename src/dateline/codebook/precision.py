"""A dataset's own code for how precisely a place is known.

In: a plain place and a dataset's name. Out: its code, by precision.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.codebook import load_toml

ROUTES = ("between", "on the road", "along the", "road from", "midway")


def precision_code(dataset: str, place: Mapping[str, Any]) -> int | str:
    """The code of a place; without a point that of such places; with a wider area's point, that of the area.

    KeyError: no such dataset.
    """
    codes: dict[str, int | str] = load_toml("precision.toml")[dataset]
    if place.get("lat") is None or place.get("lon") is None:
        return codes["without_point"]
    if place.get("point_of"):
        return codes[str(place["point_of"])]
    route = place.get("precision") == "near" and (place.get("relation") or "").startswith(ROUTES)
    return codes["route" if route else str(place.get("precision") or "unknown")]
