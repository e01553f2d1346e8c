"""The queue: every event with what is doubtful about it, how much hangs on it, and whether it is done.

In: an event, the decisions that stand on it, its reports. Out: a `Row`; `Rows` keeps them in order and answers
filters. The order is doubt times weight (queue.toml); the doubts are said in words, no number is shown.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import log2
from typing import Any

from dateline.model.claims import Decision, Event
from dateline.model.report import Report

WHOLE = {"accept": "accepted", "reject": "rejected", "skip": "skipped", "flag": "flagged"}
EXACT, COARSE = ("town", "near"), ("district", "province", "region", "country")


@cache
def settings() -> dict[str, Any]:
    """queue.toml."""
    return tomllib.loads(files(__package__).joinpath("queue.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One event of the queue; `reasons` say in words why it stands where it stands."""

    id: str
    event: Event
    state: str
    reasons: tuple[str, ...]
    rank: float
    start: str
    kind: str
    country: str
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    killed: int
    disputed: bool
    by: tuple[str, ...]
    words: str
    reports: tuple[str, ...]
    texts: int  # differently worded reports
    assigned: str


def row(
    event: Event, stand: Sequence[Decision], reports: Mapping[str, Report], latest: date | None, near: bool = False
) -> Row:
    """The event's row; `stand` are the decisions on it, `latest` the newest day of all, `near` a near miss."""
    place, period = _value(event, "place") or {}, _value(event, "period") or {}
    state, killed = _state(event, stand), _killed(event)
    found = doubts(event, state, near)
    table = settings()
    told = [reports[a.report] for a in event.accounts if a.report in reports]
    people = _value(event, "participants") or []
    people = [people] if isinstance(people, dict) else people
    actors = tuple(dict.fromkeys(who["name"] for who in people))
    sources = tuple(dict.fromkeys(r.publisher or "" for r in told if r.publisher))
    doubt = sum(table["doubt"][name] for name in found)
    words = [event.id, event.type.acled_event, event.type.acled_sub_event, place.get("name"), place.get("admin1")]
    return Row(
        event.id, event, state, tuple(_words(name, place) for name in found),
        doubt * _weight(event, killed, period, latest), period.get("start") or "", event.type.acled_event,
        place.get("country") or "", actors, sources, killed, "disputed" in found,
        tuple(dict.fromkeys(d.by for d in stand)),
        " ".join(filter(None, [*words, *actors, *sources, *(r.title for r in told)])).casefold(),
        tuple(r.id for r in told), len({r.text_hash for r in told}),
        next((str(d.value).strip("-") for d in reversed(stand) if d.act == "assign"), ""),
    )  # fmt: skip


def _value(event: Event, field: str) -> Any:
    found = event.finding(field)
    return found.value if found else None


def _words(name: str, place: Mapping[str, Any]) -> str:
    words: str = settings()["words"][name]
    return words.format(precision=place.get("precision"))


def _state(event: Event, stand: Sequence[Decision]) -> str:
    """The last word on the whole event; "changed" where new evidence came under an acceptance."""
    whole = [d for d in stand if d.act in WHOLE and not d.field]
    if not whole:
        return "open"
    state = WHOLE[whole[-1].act]
    return "changed" if state == "accepted" and event.status.endswith("since") else state


def _killed(event: Event) -> int:
    """The highest figure of the dead that anybody gives."""
    ends = _value(event, "tolls") or []
    told = [t for t in ends if isinstance(t, dict) and t.get("harm") == "killed" and not t.get("cumulative")]
    chosen = event.finding("killed")
    if chosen and chosen.decision and isinstance(chosen.value, int):
        return chosen.value
    return max((t.get("high") or t.get("best") or t.get("low") or 0 for t in told), default=0)


def doubts(event: Event, state: str, near: bool) -> list[str]:
    """The doubts that hold for the event, by their names in queue.toml, gravest first."""
    found = {
        "base": True,
        "changed": state == "changed",
        "denied": event.stance == "alleged and denied" or bool(event.withheld and "denied" in event.withheld),
        "thin_merge": any(k.judgement == "same" and k.score < settings()["weight"]["thin"] for k in event.links),
        "near_miss": near,
        "one_source": len({a.report for a in event.accounts}) == 1,
        **_doubtful_values(event),
    }
    table = settings()["doubt"]
    names = sorted((name for name, holds in found.items() if holds), key=lambda name: -table[name])
    return [name for name in names if name != "base"] or ["base"]


def _doubtful_values(event: Event) -> dict[str, bool]:
    """Doubts about single fields; what a person chose is not in doubt."""
    place, period = _value(event, "place") or {}, _value(event, "period") or {}
    against = {f.field for f in event.findings if f.opposing and not f.decision}
    settled = {f.field for f in event.findings if f.decision}
    tolls = [t for t in _value(event, "tolls") or [] if isinstance(t, dict)]
    people = _value(event, "participants") or []
    roles = {who["role"] for who in ([people] if isinstance(people, dict) else people)}
    return {
        "disputed": "killed" not in settled and any(toll.get("disputed") for toll in tolls),
        "other_place": "place" in against,
        "other_day": "period" in against,
        "other_type": "type" in against,
        "no_place": place.get("lat") is None,
        "coarse_place": place.get("lat") is not None
        and (bool(place.get("point_of")) or place.get("precision") in COARSE),
        "no_day": period.get("start") is None,
        "loose_day": period.get("start") is not None and period.get("precision") != "day",
        "no_actor": not roles & {"actor", "party"},
    }


def _weight(event: Event, killed: int, period: Mapping[str, Any], latest: date | None) -> float:
    table = settings()["weight"]
    harmed = any(isinstance(t, dict) and t.get("harm") != "killed" for t in _value(event, "tolls") or [])
    weight = 1 + table["killed"] * log2(1 + killed) + (table["other_harm"] if harmed else 0)
    if latest and period.get("start"):
        age = max(0, (latest - date.fromisoformat(period["start"])).days)
        weight += float(table["recency"] * 0.5 ** (age / table["half_life"]))
    return float(weight * (0.4 if event.salience == "background" else 1))
