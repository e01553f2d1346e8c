"""Disputed territory: under which country exports file a place, where the settings choose another than the gazetteer.

In: a dataset and the table [territories] of dateline.toml: a country's code, or that and one of its first-level units
or regions ("XK", "UA/Crimea") -> a country by code or name. Out: the dataset with that country's code in the findings
on places, each noting what the gazetteer says. Claims stay as read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.errors import DatelineError
from dateline.gazetteer import country_code
from dateline.gazetteer.names import key
from dateline.model.claims import Event, Finding
from dateline.model.dataset import Dataset

Chosen = dict[tuple[str, str], str]  # (code, folded unit or "") -> code


def filed(dataset: Dataset, territories: Mapping[str, str]) -> Dataset:
    """The dataset with its places filed as the settings say; DatelineError for a country that there is not."""
    chosen = dict(_choice(place, country) for place, country in territories.items())
    if not chosen:
        return dataset
    return replace(dataset, events=tuple(_event(event, chosen) for event in dataset.events))


def _choice(place: str, country: str) -> tuple[tuple[str, str], str]:
    home, _, unit = place.partition("/")
    here, there = country_code(home), country_code(country)
    if here is None or there is None:
        unknown = home if here is None else country
        raise DatelineError(f"dateline.toml: territories: {unknown!r} is no country's code or name; mend the file")
    return (here, key(unit)), there


def _event(event: Event, chosen: Chosen) -> Event:
    return replace(event, findings=tuple(_finding(found, chosen) for found in event.findings))


def _finding(found: Finding, chosen: Chosen) -> Finding:
    place = found.value
    if found.field != "place" or not isinstance(place, dict) or not place.get("country"):
        return found
    there = _filed_under(place, chosen)
    if there is None:
        return found
    note = f"the gazetteer says {place['country']}; filed under {there} by dateline.toml"
    return replace(found, value={**place, "country": there}, inputs=(*found.inputs, note))


def _filed_under(place: Mapping[str, Any], chosen: Chosen) -> str | None:
    """The country chosen for the place's unit, else for its country."""
    names = [key(name) for name in (place.get("admin1"), place.get("name")) if name]
    units = (chosen.get((place["country"], name)) for name in names)
    return next(filter(None, units), None) or chosen.get((place["country"], ""))
