"""Values that a coder gives by hand: the words of a form as the plain value of a claim.

In: a field and the words given. Out: plain JSON as the readers write it; DatelineError in one line where the words
make no value. Places are looked up in the gazetteer, types in the codebook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.export.told import HARMS
from dateline.gazetteer import country_facts, open_gazetteer
from dateline.model.values import Candidate, Estimate, EventType, Group, Participant, Period, Place, Toll, plain

RULE = "given by a coder"
ROLES = ("actor", "recipient", "party")
PRECISIONS = ("town", "near", "district", "province", "region", "country")
FEATURES = {"A1": "province", "A2": "district", "C": "country", "R": "region"}
Words = Mapping[str, str]


def value_of(field: str, words: Words) -> Any:
    """The value that the words give the field."""
    if field in HARMS:
        return plain(_toll(field, words))
    makers = {"type": _type, "place": _place, "period": _period, "participant": _participant}
    if field in makers:
        return plain(makers[field](words))
    if field in ("weapon", "target"):
        return {"value": _needed(words, "value", f"say which {field}")}
    if field == "responsibility":
        return {"actor": _needed(words, "name", "say who"), "ground": words.get("ground") or "stated", "by": None}
    raise DatelineError(f"{field}: this field cannot be given by hand")


def _needed(words: Words, name: str, what: str) -> str:
    if not words.get(name, "").strip():
        raise DatelineError(what)
    return words[name].strip()


def event_type(sub_event: str) -> EventType:
    """The type of that name; DatelineError where the codebook has none."""
    if sub_event not in load_codebook().types:
        raise DatelineError(f"{sub_event or 'no type given'}: choose a type of the codebook")
    return load_codebook().event_type(sub_event)


def _type(words: Words) -> EventType:
    return event_type(words.get("sub_event", ""))


def _number(words: Words, name: str) -> int | None:
    text = words.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise DatelineError(f"{text}: not a number of people")
    return int(text)


def _toll(field: str, words: Words) -> Toll:
    low, best, high = (_number(words, name) for name in ("low", "best", "high"))
    told = [number for number in (low, best, high) if number is not None]
    if not told:
        raise DatelineError("give a number; leave empty what the words leave open")
    if told != sorted(told):
        raise DatelineError("low, best and high must rise")
    if best is not None and low is None and high is None:
        low = high = best
    return Toll(field, Estimate(low, best, high), Group(words.get("status") or "unknown"))


def _day(words: Words, name: str) -> date:
    try:
        return date.fromisoformat(words.get(name, ""))
    except ValueError:
        raise DatelineError("give the day as 2025-03-16") from None


def _period(words: Words) -> Period:
    start = _day(words, "start")
    end = _day(words, "end") if words.get("end") else start
    if end < start:
        raise DatelineError("the last day is before the first")
    precision = "day" if start == end else "month" if (end - start).days > 13 else "days"
    return Period(start, end, precision, words.get("text", ""), rule=RULE)


def _participant(words: Words) -> Participant:
    name = _needed(words, "name", "say who")
    role = words.get("role") if words.get("role") in ROLES else "actor"
    return Participant(str(role), words.get("text") or name, name, rule=RULE)


def people(words: Words, told: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Participants as a form lists them (`name_0`, `role_0` ...): those told before whose name stays keep the rest."""
    numbers = sorted(int(name[5:]) for name in words if name.startswith("name_") and name[5:].isdecimal())
    found = list[dict[str, Any]]()
    for number in numbers:
        name, role = words[f"name_{number}"].strip(), words.get(f"role_{number}", "actor")
        before = told[number] if number < len(told) else {}
        if name and name == before.get("name"):
            found.append({**before, "role": role if role in ROLES else before["role"]})
        elif name:
            found.append(plain(_participant({"name": name, "role": role})))
    return found


def _place(words: Words) -> Place:
    found = open_gazetteer().get(int(words["geonameid"])) if words.get("geonameid", "").isdigit() else None
    point = _point(words)
    if found is None and point is None and not words.get("name", "").strip():
        raise DatelineError("choose a place, put the point on the map, or give its name")
    precision = words.get("precision") or (FEATURES.get(found.feature, "town") if found else "town")
    if precision not in PRECISIONS:
        raise DatelineError(f"{precision}: say {', '.join(PRECISIONS)}")
    if found is None:
        country = words.get("country", "").upper()
        known = country if country_facts(country) else None
        name = words.get("name", "").strip() or None
        lat, lon = point or (None, None)
        return Place(words.get("text", ""), name, None, lat, lon, None, None, known, precision, rule=RULE)
    lat, lon = point or (found.lat, found.lon)
    return Place(
        words.get("text", ""), found.name, found.geonameid, lat, lon, found.admin1, found.admin2, found.country,
        precision, rule=RULE,
    )  # fmt: skip


def _point(words: Words) -> tuple[float, float] | None:
    if not words.get("lat", "").strip() or not words.get("lon", "").strip():
        return None
    try:
        lat, lon = float(words["lat"]), float(words["lon"])
    except ValueError:
        raise DatelineError("latitude and longitude are numbers, as 14.0986 and -1.6267") from None
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise DatelineError("that is no point of the earth")
    return round(lat, 5), round(lon, 5)


def places(name: str, country: str = "", most: int = 12) -> list[Candidate]:
    """What a name may mean, those of the country first; [] where no place is called so."""
    found = open_gazetteer().lookup(name.strip()) if name.strip() else []
    return sorted(found, key=lambda c: c.country != country)[:most] if country else found[:most]
