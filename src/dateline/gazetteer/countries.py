"""Facts about countries: codes, ACLED's region, capital, time zones, names and peoples.

In: countries.toml. Out: `country_facts("BF")`, and which country a name or a people's name means.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.gazetteer.names import key


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """One country or territory; `numeric` is its ISO 3166 number (0 where it has none)."""

    iso2: str
    name: str
    numeric: int
    iso3: str
    region: str
    capital: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    zones: tuple[str, ...]


def facts(iso2: str, row: dict[str, Any]) -> CountryFacts:
    """A row of countries.toml as `CountryFacts`."""
    lists = {name: tuple(row[name]) for name in ("names", "demonyms", "zones")}
    return CountryFacts(iso2, row["name"], row["numeric"], row["iso3"], row["region"], row["capital"], **lists)


@cache
def countries() -> dict[str, CountryFacts]:
    """ISO alpha-2 code -> facts, by code."""
    data = tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))
    return {iso2: facts(iso2, row) for iso2, row in sorted(data.items())}


def country_facts(iso2: str) -> CountryFacts | None:
    """What is known of the country with that ISO alpha-2 code; None where there is none."""
    return countries().get(iso2.upper())


@cache
def peoples() -> dict[str, tuple[str, ...]]:
    """Folded adjective or people's name -> ISO codes of its countries ("congolese" -> CD, CG)."""
    found: dict[str, list[str]] = {}
    for iso2, row in countries().items():
        for name in row.demonyms:
            found.setdefault(key(name), []).append(iso2)
    return {name: tuple(sorted(set(codes))) for name, codes in found.items()}


def people(word: str) -> tuple[str, ...]:
    """The countries whose adjective or people's name `word` is; () for any other word."""
    return peoples().get(key(word), ())


@cache
def codes() -> dict[str, str]:
    """Folded country name, alpha-2 or alpha-3 code -> alpha-2 code."""
    found: dict[str, str] = {}
    for iso2, row in countries().items():
        for name in (row.name, *row.names, row.iso3):
            found.setdefault(key(name), iso2)
    return found | {key(iso2): iso2 for iso2 in countries()}


def country_code(name: str) -> str | None:
    """The alpha-2 code of a country given by any of its names or codes; None for anything else."""
    folded = key(name)
    return codes().get(folded) or codes().get(folded.removeprefix("the "))
