"""MUC-4 templates out of a reading: one for each event that is an incident in the task's sense.

In: a `Reading` of a message. Out: `Template`s in the keys' syntax, filled only with words of the text, figures
and set values. Which events count and how values are written is in fill.toml, as the task's description has it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.reading import happened
from benchmarks.muc4.syntax import DATE, LOCATION, TYPE, Fill, Option, Template
from dateline.evaluate.told import Told, ToldEvent
from dateline.gazetteer.countries import country_facts
from dateline.model.reading import Reading
from dateline.text import fold

ARTICLE = re.compile(r"^(?:THE|AN?)\s+")
COUNT = re.compile(
    r"^(?:ABOUT|AT LEAST|SOME|NEARLY|MORE THAN|OVER|ANOTHER|OTHER|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN"
    r"|\d[\d,]*)\s+"
)


@cache
def table() -> dict[str, Any]:
    """fill.toml."""
    return tomllib.loads(Path(__file__).with_name("fill.toml").read_text("utf-8"))


def templates(reading: Reading, message: str) -> list[Template]:
    """One template for each incident."""
    incidents = [event for event in happened(reading) if _is_incident(event, reading.story_day)]
    return [_template(event, reading, message) for event in incidents]


def _is_incident(event: ToldEvent, story: date | None) -> bool:
    choice = table()["choice"]
    if event.sub_event not in table()["types"] or event.clarity != "single":
        return False
    if event.sub_event in choice["against_civilians"] and not _hits_civilians(event):
        return False
    country = (event.place or {}).get("country")
    if country and country not in choice["countries"]:
        return False
    period = event.period
    if not (story and period and period.end):
        return True
    return period.end >= story - timedelta(days=choice["recent_days"])


def _hits_civilians(event: ToldEvent) -> bool:
    victims = [t for t in event.tolls if (t.value.get("group") or {}).get("status") == "civilian"]
    hit = [p for p in event.participants if p.value["role"] != "actor" and p.value.get("category") == "Civilians"]
    return bool(victims or hit)


def _template(event: ToldEvent, reading: Reading, message: str) -> Template:
    slots = {
        TYPE: _one(_type(event)),
        DATE: _one(_date(event, reading.story_day)),
        LOCATION: _one(_location(event)),
        "INCIDENT: INSTRUMENT ID": _strings(_instruments(event)),
        **_perpetrators(event),
        "PHYS TGT: ID": _strings(_upper(told.quote) for told in event.targets),
        **_victims(event, reading),
    }
    return Template(message, slots={slot: fills for slot, fills in slots.items() if fills})


def _one(value: str | None) -> tuple[Fill, ...]:
    return (Fill((Option(value),)),) if value else ()


def _strings(values: Iterator[str]) -> tuple[Fill, ...]:
    return tuple(Fill((Option(value),)) for value in dict.fromkeys(values) if value)


def _upper(words: str) -> str:
    return ARTICLE.sub("", " ".join(words.upper().split()))


def _type(event: ToldEvent) -> str:
    kind: str = table()["types"][event.sub_event]
    if event.sub_event == "Looting/property destruction":
        trigger = fold(event.quote)
        for name in ("arson", "robbery"):
            if any(word in trigger for word in table()["choice"][name]):
                return name.upper()
    return kind


def _date(event: ToldEvent, story: date | None) -> str | None:
    told = next((told.value for told in event.periods if told.value.get("start") and told.value.get("end")), None)
    if told is None:
        return f"- {_day(story)}" if story else None
    if story and any((told.get("rule") or "").startswith(rule) for rule in table()["slots"]["on_or_before"]):
        return f"- {_day(story)}"
    start, end = date.fromisoformat(told["start"]), date.fromisoformat(told["end"])
    return _day(start) if start == end else f"{_day(start)} - {_day(end)}"


def _day(day: date) -> str:
    return day.strftime("%d %b %y").upper()


def _location(event: ToldEvent) -> str | None:
    place = event.place
    facts = country_facts(place["country"]) if place and place.get("country") else None
    if place is None or facts is None:
        return None
    name = place.get("name") or place.get("text") or ""
    inner = "" if place.get("precision") == "country" else name
    return ": ".join(part.upper() for part in (facts.name, inner) if part)


def _instruments(event: ToldEvent) -> Iterator[str]:
    for told in event.weapons:
        if fold(told.quote) not in table()["slots"]["no_instrument"]:
            yield _upper(told.quote)


def _perpetrators(event: ToldEvent) -> dict[str, tuple[Fill, ...]]:
    """Named groups and forces are organisations, all other doers individuals."""
    doers = [told for told in event.participants if told.value["role"] == "actor"]
    groups = {_upper(told.quote): told for told in doers if told.value.get("actor")}
    people = (_upper(told.quote) for told in doers if not told.value.get("actor"))
    confidence = tuple(Fill((Option(_confidence(told), (name,)),)) for name, told in groups.items())
    return {
        "PERP: INDIVIDUAL ID": _strings(people),
        "PERP: ORGANIZATION ID": _strings(iter(groups)),
        "PERP: ORGANIZATION CONFIDENCE": confidence,
    }


def _confidence(told: Told) -> str:
    ground: str = told.value.get("responsibility", "stated")
    found: str = table()["slots"]["confidence"].get(ground, "REPORTED AS FACT")
    official = any(speaker.kind in ("official", "party") for speaker in told.chain[:1])
    return f"{found} BY AUTHORITIES" if ground == "accused" and official else found


def _victims(event: ToldEvent, reading: Reading) -> dict[str, tuple[Fill, ...]]:
    """Those harmed and those it was done to: names, descriptions, numbers and what became of them."""
    hit: dict[str, list[Told]] = {}
    for told in event.tolls:
        if not (told.value.get("group") or {}).get("perpetrators"):
            hit.setdefault(_noun(told.quote), []).append(told)
    for told in event.participants:
        if told.value["role"] == "recipient" and told.value.get("category") == "Civilians":
            hit.setdefault(_noun(told.quote), [])
    hit.pop("", None)
    named = {words for words in hit if _is_name(words, reading)}
    number = tuple(Fill((Option(_number(tolls), (words,)),)) for words, tolls in hit.items())
    return {
        "HUM TGT: NAME": _strings(words for words in hit if words in named),
        "HUM TGT: DESCRIPTION": _strings(words for words in hit if words not in named),
        "HUM TGT: NUMBER": number,
        "HUM TGT: EFFECT OF INCIDENT": tuple(_effects(hit)),
    }


def _noun(words: str) -> str:
    found = _upper(words)
    while (bare := COUNT.sub("", found)) != found:
        found = bare
    return "" if found.replace(",", "").isdigit() else found


def _is_name(words: str, reading: Reading) -> bool:
    return any(words in _upper(person.text) or _upper(person.text) in words for person in reading.people)


def _number(tolls: list[Told]) -> str:
    estimate = next((told.value.get("estimate") or {} for told in tolls), {"best": 1})
    low, best, high = (estimate.get(bound) for bound in ("low", "best", "high"))
    if best is not None:
        return str(best)
    if low is not None and high is not None:
        return f"{low}-{high}"
    return "PLURAL" if low in (None, 2) and high is None else f"{low}-" if low is not None else f"-{high}"


def _effects(hit: dict[str, list[Told]]) -> Iterator[Fill]:
    for words, tolls in hit.items():
        for harm in dict.fromkeys(told.value.get("harm", "") for told in tolls):
            if harm in table()["slots"]["effect"]:
                yield Fill((Option(table()["slots"]["effect"][harm], (words,)),))
