"""Events of our own, as events.jsonl has them, as entries.

In: events as JSON objects. Out: an `Entry` each; the values are the findings', so a person's choice counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.compare.entry import Deaths, Entry, Plain, facts_of, placed, toll
from dateline.compare.sides import on_state

RULES = ("acled: lowest reliable", "ucdp: best")


def from_events(events: Iterable[Plain]) -> list[Entry]:
    """The entries of the events, in their order."""
    return [_entry(event) for event in events]


def _entry(event: Plain) -> Entry:
    kind = event["type"]["acled"]["sub_event_type"]
    clarity, period, place = event["clarity"], event["period"] or {}, event["place"] or {}
    quotes = (p["quote"] for claim in event["claims"] for p in claim["passages"] if claim["field"] == "participant")
    facts = facts_of(event["id"], (kind,), clarity, _values(event), ", ".join(dict.fromkeys(quotes)))
    sides = tuple(dict.fromkeys(who["name"] for who in event["participants"] if who.get("name")))
    return Entry(
        event["id"], "", facts, frozenset((kind,)), kind, days(period.get("start"), period.get("end")),
        place.get("name") or place.get("text") or "", sides, _deaths(event), _month(period),
        "" if event["exported"] else event["withheld"] or event["stance"],
    )  # fmt: skip


def days(start: str | None, end: str | None) -> str:
    """The days as shown."""
    return start if start and start == end else f"{start} to {end}" if start else ""


def _month(period: Plain) -> bool:
    return period.get("precision") in ("day", "days", "week", "month")


def _values(event: Plain) -> Iterator[tuple[str, Any]]:
    if event["period"]:
        yield "period", event["period"]
    if event["place"]:
        yield "place", placed(event["place"])
    yield from (("participant", on_state(who)) for who in event["participants"])
    for harm in event["tolls"]:
        bounds = {key: harm.get(key) for key in ("low", "best", "high")}
        value = {"group": harm.get("group") or {}, "cumulative": harm.get("cumulative", False)}
        yield from ((harm["harm"], {**value, "estimate": {"best": n}}) for n in bounds.values() if n is not None)
    yield from toll(n for n in _by_rules(event) if n)
    yield from ((field, {"value": event[field]}) for field in ("weapon", "target") if event[field])


def _by_rules(event: Plain) -> list[int | None]:
    found = event["findings"].get("killed")
    rows = [found, *found.get("also", ())] if found else []
    told = {row["rule"]: row["value"] for row in rows}
    return [told.get(rule) for rule in RULES]


def _deaths(event: Plain) -> Deaths:
    """The span of what is claimed of all the dead, beside the figures by rule; nothing where none is told."""
    bounds = [n for harm in event["tolls"] if harm["harm"] == "killed" and not harm.get("cumulative")
              and not harm.get("subset_of") for n in (harm.get("low"), harm.get("high")) if n is not None]  # fmt: skip
    lowest, best = _by_rules(event)
    if not bounds and not lowest and best is None:
        return None, None, None
    numbers = [n for n in (*bounds, lowest, best) if n is not None]
    return min(numbers), best if best is not None else lowest, max(numbers)
