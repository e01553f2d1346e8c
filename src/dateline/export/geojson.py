"""events.geojson: the events as points with flat properties, for any map.

In: a dataset. Out: `OUT/events.geojson`. An event with no coordinates stays, with a null geometry;
withheld events are left out and counted.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.export import told
from dateline.export.files import table, write_whole
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.export.phrases import who_text
from dateline.gazetteer.countries import country_facts
from dateline.model.claims import Event
from dateline.model.dataset import Dataset


def point(place: dict[str, Any]) -> dict[str, Any] | None:
    """The GeoJSON point of a place, longitude first; None without coordinates."""
    if place.get("lat") is None or place.get("lon") is None:
        return None
    return {"type": "Point", "coordinates": [round(place["lon"], 5), round(place["lat"], 5)]}


def harm_properties(event: Event) -> dict[str, Any]:
    """killed_low, killed_best, killed_high and so on, of the tolls that are no part of another."""
    out: dict[str, Any] = {}
    for toll in told.tolls(event):
        if not toll.get("subset_of") and not (toll.get("group") or {}).get("perpetrators"):
            for bound in ("low", "best", "high"):
                out.setdefault(f"{toll['harm']}_{bound}", toll[bound])
    return out


def where_properties(place: dict[str, Any]) -> dict[str, Any]:
    """The place, its units, how exactly it is known."""
    country = country_facts(place["country"]) if place.get("country") else None
    precision = place.get("precision") or "unknown"
    return {
        "location": place.get("name") or place.get("text") or None,
        "admin1": place.get("admin1"),
        "admin2": place.get("admin2"),
        "country": country.name if country else None,
        "iso2": place.get("country"),
        "geonameid": place.get("geonameid"),
        "place_precision": precision,
        "place_relation": place.get("relation"),
        "radius_km": told.radius_km(place),
        "point_of": place.get("point_of"),
        "radius_assumed": not place.get("radius_km"),
        "place_inferred": place.get("inferred", False),
    }


def feature(event: Event, dataset: Dataset, masker: Masker) -> dict[str, Any]:
    """The event as a GeoJSON feature."""
    place, period = told.place(event) or {}, told.period(event) or {}
    properties = {
        "id": event.id,
        "event_type": event.type.acled_event,
        "sub_event_type": event.type.acled_sub_event,
        "start": period.get("start"),
        "end": period.get("end"),
        "time_precision": period.get("precision", "unknown"),
        **where_properties(place),
        "actors": who_text(event, ("actor", "party")),
        "recipients": who_text(event, ("recipient",)),
        **harm_properties(event),
        "fatalities_acled": told.value(event, "killed", "acled: lowest reliable"),
        "weapon": told.value(event, "weapon"),
        "target": told.value(event, "target"),
        "stance": event.stance,
        "salience": event.salience,
        "clarity": event.clarity,
        "status": event.status,
        "sources": masker.sources(event),
        "urls": "; ".join(masker.url(r.url) for r in told.reports(event, dataset) if r.url),
    }
    return {"type": "Feature", "id": event.id, "geometry": point(place), "properties": masker.plain(properties)}


def write_geojson(dataset: Dataset, out: Path, options: ExportOptions) -> list[Path]:
    """Write events.geojson into the folder `out`; StoreError where that fails."""
    masker, words = Masker(dataset, options), table("words.toml")
    shown = [event for event in dataset.events if event.exported]
    collection = {
        "type": "FeatureCollection",
        "name": "dateline events",
        "note": words["page"]["caution"],
        "attribution": words["page"]["attribution"],
        "left_out": len(dataset.events) - len(shown),
        "features": [feature(event, dataset, masker) for event in shown],
    }
    return [write_whole(out / "events.geojson", json.dumps(collection, ensure_ascii=False, indent=1) + "\n")]
