"""State forces, named after the regime of the day, and the names of those who have no name.

In: regimes.toml, generic.toml. Out: `state_force("BF", "military", day)` is the actor "Military
Forces of Burkina Faso (2022-)"; `generic("Rioters", "Mali")` is "Rioters (Mali)".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.actors.countries import country_name, table


@dataclass(frozen=True, slots=True)
class Actor:
    """A known group or force. `start`/`end` are years; `country` is where it is based first."""

    id: str
    name: str
    category: str  # ACLED's inter word
    country: str | None = None
    countries: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    aliases: tuple[str, ...] = ()
    source: str = "dateline"
    licence: str = "CC0-1.0"

    def lived(self, day: date | None) -> bool:
        """Whether the name was in use on that day; an unknown day excludes nothing."""
        return day is None or (self.start or 0) <= day.year <= (self.end or 9999)


def state_force(country: str, kind: str = "military", day: date | None = None) -> Actor:
    """The force of `country` (ISO alpha-2) under the regime of `day` (None, a day not known: of no regime).

    `kind`: military, police, government. KeyError for a country or kind that is not listed.
    """
    since, until = regime(country, day)
    words = table("generic.toml")["state"][kind]
    name = country_name(country)
    if name is None:
        raise KeyError(country)
    years = f" ({since[:4]}-{until[:4] if until else ''})" if since else ""
    article = "the " if country in table("generic.toml")["with_article"] else ""
    ident = "-".join(filter(None, (country.lower(), kind, since)))
    return Actor(
        ident, f"{words} {article}{name}{years}", "State forces", country, (country,),
        int(since[:4]) if since else None, int(until[:4]) if until else None,
    )  # fmt: skip


def regime(country: str, day: date | None) -> tuple[str, str]:
    """ISO days on which the regime of `day` began and ended; "" where not known or still in force."""
    days = changes().get(country, ()) if day else ()
    at = bisect_right(days, day.isoformat()) if day else 0
    return (days[at - 1] if at else "", days[at] if at < len(days) and at else "")


@cache
def changes() -> dict[str, tuple[str, ...]]:
    """Country -> ISO days of its changes of regime, oldest first."""
    return {code: tuple(sorted(days)) for code, days in table("regimes.toml").items()}


def generic(category: str, country: str | None = None, identity: str | None = None) -> str:
    """The name for those without one: "Unidentified Armed Group (Mali)"; `country` is a name.

    `category` is ACLED's inter word or a force (military, police, government); `identity`
    (criminal, vigilante, ...) makes it closer. KeyError for a category that is not listed.
    """
    names = table("generic.toml")["names"]
    force = table("generic.toml")["state"].get(category)
    if force is not None:
        return f"{force} {country}" if country else force.removesuffix(" of")
    name: str = names.get(f"{category}/{identity}") or names[category]
    return f"{name} ({country})" if country else name
