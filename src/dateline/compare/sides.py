"""Who took part, in one form for all datasets: groups by the actor file, states by country, people by kind.

In: the name that a dataset gives a side, the country and the day. Out: a plain participant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from dateline.actors import Actor, country_name, load_actors
from dateline.compare.tables import datasets
from dateline.gazetteer import country_code

BRACKET = re.compile(r"\s*\(([^()]*)\)")


def country_named(name: str) -> str | None:
    """The code of a country as datasets write it: "DR Congo (Zaire)", "Myanmar (Burma)"."""
    bare = BRACKET.sub("", name).strip()
    inner = BRACKET.search(name)
    forms = [name, bare, *([inner[1]] if inner else []), bare.removeprefix("DR ").join(("Democratic Republic of ", ""))]
    return next((code for form in forms if form and (code := country_code(form))), None)


def participant(role: str, name: str, country: str | None, day: date | None) -> dict[str, Any]:
    """A side as a plain participant."""
    actor, shown, category = _meant(name, country, day)
    return {"role": role, "text": name, "name": shown, "actor": actor, "category": category}


def on_state(value: dict[str, Any]) -> dict[str, Any]:
    """A participant of ours in the same form: forces of one state are one side."""
    if value.get("category") == "State forces" and value.get("actor"):
        return {**value, "actor": _state(value["actor"][:2])}
    return value


def roles(kinds: Iterable[str]) -> tuple[str, str]:
    """The roles of the first and the second side, for a type that means one of these sub-events."""
    table, kinds = datasets()["roles"], set(kinds)
    if kinds and kinds <= set(table["done_to_first"]):
        return "recipient", "actor"
    return ("actor", "recipient") if kinds and kinds <= set(table["done_to"]) else ("party", "party")


def named(sides: Sequence[str]) -> tuple[str, ...]:
    """The names of a cell that holds several."""
    return tuple(dict.fromkeys(name.strip() for cell in sides for name in cell.split(";") if name.strip()))


def _state(code: str) -> str:
    return f"{code.lower()}-state"


@lru_cache(maxsize=20_000)
def _meant(name: str, country: str | None, day: date | None) -> tuple[str | None, str, str | None]:
    """(actor id, name, category)."""
    table = datasets()["sides"]
    for head in table["state"]:
        if name.startswith(head) and (code := country_named(_land(name.removeprefix(head)))):
            return _state(code), name, "State forces"
    for head, category in table["people"].items():
        if name.startswith(head):
            return None, name, category
    found = _known(name, country, day)
    if found is None:
        return None, name, None
    return (_state(found.country or "") if found.category == "State forces" else found.id), found.name, found.category


def _land(words: str) -> str:
    """The country of "Burkina Faso (2022-) Gendarmerie"."""
    return re.split(r"\s*\(\d{4}", words)[0].removeprefix("the ")


def _known(name: str, country: str | None, day: date | None) -> Actor | None:
    actors, country = load_actors(), country if country_name(country) else None
    return actors.resolve(name, country, day) or actors.resolve(BRACKET.sub("", name), country, day)
