"""What a coder has coded: the values of an event, in a form that can be compared.

In: an event as it stands under one coder's decisions. Out: field -> the value as plain words, the same for equal
codings; `whole` is whether the event is one at all.
"""

from __future__ import annotations

from typing import Any

from dateline.model.claims import Event

FIELDS = ("whole", "type", "period", "place", "actor", "recipient", "killed", "weapon", "target")


def coded(event: Event) -> dict[str, str | None]:
    """The coding of the event; only `whole` where the coder rejected it."""
    if event.status.startswith("rejected"):
        return {"whole": "no event"}
    place, period = _value(event, "place") or {}, _value(event, "period") or {}
    point = place.get("geonameid") or place.get("name")
    days = [day for day in (period.get("start"), period.get("end")) if day]
    return {
        "whole": "event",
        "type": event.type.acled_sub_event,
        "period": " to ".join(dict.fromkeys(days)) or None,
        "place": str(point) if point else None,
        "actor": _people(event, ("actor", "party")),
        "recipient": _people(event, ("recipient",)),
        "killed": _number(_value(event, "killed")),
        "weapon": _value(event, "weapon"),
        "target": _value(event, "target"),
    }


def _value(event: Event, field: str) -> Any:
    found = event.finding(field)
    return found.value if found else None


def _people(event: Event, roles: tuple[str, ...]) -> str | None:
    told = _value(event, "participants") or []
    told = [told] if isinstance(told, dict) else told
    return ", ".join(sorted(who["name"] for who in told if who["role"] in roles)) or None


def _number(value: Any) -> str | None:
    return None if value is None else str(value)
