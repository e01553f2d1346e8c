"""Countries by name and by the word for their people.

In: countries.toml. Out: `country_name("BF")`, `country_of("Malian")`; ISO 3166 alpha-2 throughout.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.actors.people import singulars


@cache
def table(name: str) -> Mapping[str, Any]:
    """A TOML file of this package, read once."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def country_name(code: str | None) -> str | None:
    """The English name that datasets write, or None for None and for codes that are not listed."""
    names = table("countries.toml")["countries"].get(code)
    return names[0] if names else None


@cache
def country_names() -> Mapping[str, str]:
    """Names of countries -> code, as written."""
    listed = table("countries.toml")
    found = {name: code for code, names in listed["names"].items() for name in names}
    return found | {names[0]: code for code, names in listed["countries"].items()}


@cache
def demonyms() -> Mapping[str, str]:
    """Adjectives and words for people -> code, as written, singular."""
    listed = table("countries.toml")["countries"]
    found: dict[str, str] = {}
    for code, names in listed.items():
        for name in names[1:]:
            found.setdefault(name, code)
    return found


@cache
def country_of(words: str) -> str | None:
    """The country that a name ("Mali"), an adjective ("Malian") or a plural ("Malians") points at."""
    words = " ".join(words.split())
    if words in country_names():
        return country_names()[words]
    for form in singulars(words):
        if form in demonyms():
            return demonyms()[form]
    titled = words.title()
    return country_of(titled) if len(words) > 4 and words.isupper() and titled != words else None
