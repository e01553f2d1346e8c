"""What an event's findings say, in the shapes that exporters need.

In: an `Event` of a `Dataset`. Out: its period, place, participants, tolls, reports; pure look-ups.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dateline.export.files import table
from dateline.model.claims import Event
from dateline.model.dataset import Dataset
from dateline.model.report import Report

HARMS = ("killed", "injured", "missing", "captured", "released", "displaced", "arrested")


def value(event: Event, field: str, rule: str | None = None) -> Any:
    """The value of a finding, or None."""
    found = event.finding(field, rule)
    return found.value if found else None


def period(event: Event) -> dict[str, Any] | None:
    """The plain `Period` of the event, or None."""
    return value(event, "period") or None


def place(event: Event) -> dict[str, Any] | None:
    """The plain `Place` of the event, or None."""
    return value(event, "place") or None


def radius_km(place: dict[str, Any]) -> float | None:
    """The circle in which the place lies, in kilometres: as told, else as wide as the area whose point it has."""
    area = place.get("point_of") or place.get("precision") or "unknown"
    found: float | None = place.get("radius_km") or table("words.toml")["radius_km"].get(area)
    return found


def participants(event: Event) -> list[dict[str, Any]]:
    """The plain `Participant`s of the event; a single one where a person chose one claim."""
    found = value(event, "participants") or []
    return [found] if isinstance(found, dict) else list(found)


def tolls(event: Event) -> list[dict[str, Any]]:
    """The tolls of the event, one per harm and group; a single one where a person chose one claim."""
    found = value(event, "tolls") or []
    return [_chosen(event, found)] if isinstance(found, dict) else list(found)


def _chosen(event: Event, toll: dict[str, Any]) -> dict[str, Any]:
    finding = event.finding("tolls")
    claims = list(finding.supporting) if finding else []
    shown = {"harm": toll["harm"], "group": toll["group"], **toll["estimate"]}
    return {**shown, "disputed": False, "claims": claims, "subset_of": None}


def day(text: str | None) -> date | None:
    """The day of an ISO date, or None."""
    return date.fromisoformat(text) if text else None


def reports(event: Event, dataset: Dataset) -> list[Report]:
    """The reports that tell of the event, first published first."""
    ids = {account.report for account in event.accounts} | {claim.report for claim in event.claims}
    found = [dataset.reports[key] for key in ids if key in dataset.reports]
    return sorted(found, key=lambda report: (report.published or date.max, report.id))


def reprints(dataset: Dataset) -> dict[str, str]:
    """Report id -> id of the report it reprints."""
    return {o.report: o.reprint_of for o in dataset.outcomes if o.reprint_of}


def publisher(report: Report) -> str:
    """Who published it: the outlet, else the host of its address, else the file it was read from."""
    host = urlsplit(report.url).hostname if report.url and "://" in report.url else None
    return report.publisher or host or file_name(report) or "unknown"


def file_name(report: Report) -> str:
    """The last part of the path or address the report was read from."""
    return (report.origin or "").replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def is_http(url: str | None) -> bool:
    """Whether an address may become a link."""
    return bool(url) and str(url).lower().startswith(("http://", "https://")) and not set(str(url)) & set(' "<>\n')


def sources(event: Event, dataset: Dataset) -> list[Report]:
    """The reports behind the event, less reprints beside their original, and replaced versions of a page."""
    found, same = reports(event, dataset), reprints(dataset)
    old = {outcome.report for outcome in dataset.outcomes if outcome.replaced_by}
    found = [report for report in found if report.id not in old] or found
    present = {report.id for report in found}
    return [report for report in found if same.get(report.id) not in present]
