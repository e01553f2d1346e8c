"""The dialogs of an event's page: fix a field, make a new event, part, join, note, confidence, guide.

In: requests that name an event, a field, selected words. Out: parts of pages, filled in as far as the words say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.errors import DatelineError
from dateline.model.claims import Claim, Event
from dateline.model.report import Passage
from dateline.project import define, given, shared
from dateline.web.event_page import EventPage
from dateline.web.pages import Pages
from dateline.web.queue_page import row_view

DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


class Dialogs:
    """Handlers for dialogs."""

    def __init__(self, pages: Pages, events: EventPage) -> None:
        self.pages = pages
        self.desk = pages.desk
        self.events = events

    def fix(self, request: Request) -> Response:
        """The form that gives a field a value."""
        event, field = self.desk.event(request.path_params["event"]), request.path_params["field"]
        if field not in shared.words()["field"] or field == "relation":
            raise DatelineError(f"{field}: this field cannot be given by hand")
        query = request.query_params
        chosen = self.events.passages(query.get("report", ""), query.get("spans", ""))
        claim = _leading(event, field)
        passages = chosen or list(claim.passages if claim else ())
        words = chosen[0].quote if len(chosen) == 1 else ""
        return self.pages.show(
            request, "fix.html", event=event, field=field, heading=shared.words()["field"][field][0],
            passages=passages, spans=",".join(f"{p.start}-{p.end}" for p in passages),
            report=passages[0].report if passages else "", value=_value(event, field, claim), given_words=words,
            **self._choices(event, field, words, claim, passages),
        )  # fmt: skip

    def _choices(
        self, event: Event, field: str, words: str, claim: Claim | None, passages: Sequence[Passage]
    ) -> dict[str, Any]:
        """What there is to choose from for the field."""
        number = re.search(r"\d[\d,. ]*", words)
        day = DAY.search(words)
        found: dict[str, Any] = {
            "number": re.sub(r"\D", "", number[0]) if number else "",
            "day": day[0] if day else "",
            "types": shared.type_names() if field == "type" else {},
            "features": shared.feature_names(field) if field in ("weapon", "target") else [],
            "precisions": shared.words()["precision"],
            "countries": shared.country_names() if field == "place" else {},
            "candidates": [],
            "people": shared.people(event) if field == "participant" and not words else [],
        }
        if field == "place":
            where = (claim.value if claim else {}) or {}
            name = words or where.get("name") or where.get("text") or ""
            found["name"] = name
            found["candidates"] = [candidate(c) for c in given.places(name, where.get("country") or "")]
        return found

    def places(self, request: Request) -> Response:
        """Places by name, for the form."""
        query = request.query_params
        found = given.places(query.get("q", "")[:100], query.get("country", "")[:2])
        return JSONResponse([candidate(c) for c in found])

    def new(self, request: Request) -> Response:
        """The form that makes an event of the selected words."""
        query = request.query_params
        passages = self.events.passages(query.get("report", ""), query.get("spans", ""))
        return self.pages.show(
            request, "new.html", passages=passages, report=query.get("report", ""), spans=query.get("spans", ""),
            types=shared.type_names(),
        )  # fmt: skip

    def split(self, request: Request) -> Response:
        """The form that parts a report from the event."""
        event = self.desk.event(request.path_params["event"])
        told = [
            (a, shared.title(self.desk.report(a.report)), shared.publisher(self.desk.report(a.report)))
            for a in event.accounts
        ]
        return self.pages.show(request, "split.html", event=event, accounts=told)

    def join(self, request: Request) -> Response:
        """The form that joins the event with another: the likeliest first."""
        event = self.desk.event(request.path_params["event"])
        near = [row_view(self.desk.row(other.id)) for other in self.desk.near(event)]
        return self.pages.show(request, "join.html", event=event, near=near)

    def say(self, request: Request) -> Response:
        """The form for a note, for one's own confidence, or for whom an event is assigned to."""
        event, act = self.desk.event(request.path_params["event"]), request.path_params["act"]
        if act not in ("note", "confidence", "assign"):
            raise DatelineError(f"{act}: no such act")
        return self.pages.show(request, f"{act}.html", event=event, coders=self.desk.coders())

    def guide(self, request: Request) -> Response:
        """What the coding guide says of a field, or of a type."""
        name = request.path_params["name"]
        return self.pages.show(request, "guide_part.html", name=name, found=define(name))


def candidate(found: Any) -> dict[str, Any]:
    """A place of the gazetteer as the form shows it."""
    words = shared.place_words(
        {"name": found.name, "admin2": found.admin2, "admin1": found.admin1, "country": found.country}
    )
    kinds = {"P": "place", "A1": "province", "A2": "district", "C": "country", "R": "region"}
    return {
        "geonameid": found.geonameid, "words": words, "lat": found.lat, "lon": found.lon,
        "kind": kinds.get(found.feature, "place"), "people": found.population,
    }  # fmt: skip


def _leading(event: Event, field: str) -> Claim | None:
    """The claim that the field's value rests on, else the first on the field."""
    found = event.finding("participants" if field == "participant" else field)
    by_id = {claim.id: claim for claim in event.claims}
    for name in found.supporting if found else ():
        if name in by_id and by_id[name].field == field:
            return by_id[name]
    return next((claim for claim in event.claims if claim.field == field), None)


def _value(event: Event, field: str, claim: Claim | None) -> dict[str, Any]:
    """What the form begins with."""
    found = event.finding(field)
    value = found.value if found and isinstance(found.value, dict) else claim.value if claim else {}
    value = value if isinstance(value, dict) else {}
    if field == "type":
        return {"sub_event": event.type.acled_sub_event}
    if field in ("weapon", "target"):
        return {"value": found.value if found else ""}
    return {**value, **(value.get("estimate") or {})} if field in shared.HARMS else value
