"""The queue beside an event: a window of rows, filters as the address has them, facets, the map's data.

In: requests. Out: parts of pages, JSON for map and timeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.project import Filters, shared
from dateline.web.pages import Pages

FIRST = 60  # rows in a window
DRAWN = 1500  # events on the map at once


def query(filters: Filters, **more: str) -> str:
    """The filters as the end of an address: "?state=all", or nothing."""
    words = urlencode({**filters.words(), **{name: value for name, value in more.items() if value}})
    return f"?{words}" if words else ""


def told_view(event: Any) -> dict[str, str]:
    """Where and when, in words that stand alone."""
    told = shared.told_words(event)
    names = {"where": "place", "when": "day"}
    return {key: f"{names[key]} {words}" if words == "not told" else words for key, words in told.items()}


def row_view(row: Any) -> dict[str, Any]:
    """A row as the queue shows it."""
    event = row.event
    words = shared.words()
    mark = words["mark"].get(event.type.acled_event, "strategic")
    told = told_view(event)
    return {
        "id": row.id, "what": event.type.acled_sub_event, "mark": mark, "letter": words["letter"][mark],
        "where": told["where"], "when": told["when"], "killed": row.killed, "state": row.state,
        "reason": row.reasons[0],
    }  # fmt: skip


def around(rows: Sequence[Any], place: int | None, filters: Filters) -> dict[str, str]:
    """The addresses of the events before and after; "" at the ends."""
    before = rows[place - 1].id if place else ""
    after = rows[place + 1].id if place is not None and place + 1 < len(rows) else ""
    after = rows[0].id if place is None and rows else after
    end = query(filters)
    return {"before": f"/events/{before}{end}" if before else "", "after": f"/events/{after}{end}" if after else ""}


class QueuePage:
    """Handlers for the queue."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.desk = pages.desk

    def rows(self, request: Request) -> Response:
        """A window of rows."""
        filters = Filters.of(request.query_params)
        start = (
            int(request.query_params.get("from", "0") or 0) if request.query_params.get("from", "0").isdigit() else 0
        )
        found = self.desk.find(filters)
        return self.pages.show(
            request, "rows.html", queue=[row_view(row) for row in found[start : start + FIRST]], start=start,
            total=len(found), query=query(filters), event_id=request.query_params.get("current", ""),
        )  # fmt: skip

    def facets(self, request: Request) -> Response:
        """The form of the filters, with how many events each would show."""
        filters = Filters.of(request.query_params)
        counts = self.desk.facets(filters)
        names = {code: shared.country_name(code) for code, _ in counts["country"]}
        return self.pages.show(
            request, "filters.html", filters=filters, facets=counts, states=self.desk.states(), countries=names,
            total=len(self.desk.find(filters)), sorts=self.desk.sorts(), state_words=self.desk.state_words(),
            coders=self.desk.coders(),
        )  # fmt: skip

    def drawn(self, request: Request) -> Response:
        """What map and timeline draw of the events under the filters."""
        filters = Filters.of(request.query_params)
        found = self.desk.find(filters)
        current = request.query_params.get("current", "")
        some = list(found[:DRAWN])
        if current and all(row.id != current for row in some):
            some.append(self.desk.row(self.desk.event(current).id))
        return JSONResponse({"total": len(found), "events": [_drawn(row) for row in some]})

    def outlines(self, request: Request) -> Response:
        """The outlines of countries."""
        return Response(shared.outlines(), media_type="application/json", headers={"cache-control": "max-age=86400"})


def _drawn(row: Any) -> dict[str, Any]:
    event, words, shown = row.event, shared.words(), row_view(row) | shared.told_words(row.event)
    period, place = event.finding("period"), event.finding("place")
    when, where = (period.value if period else None) or {}, (place.value if place else None) or {}
    precision = where.get("precision") or "unknown"
    return {
        "id": row.id, "what": shown["what"], "mark": shown["mark"], "letter": shown["letter"], "when": shown["when"],
        "where": shown["where"], "start": when.get("start"), "end": when.get("end"), "lat": where.get("lat"),
        "lon": where.get("lon"), "country": where.get("country"), "precision": precision,
        "exact": words["precision"].get(precision, ""),
        "radius": shared.radius_km(where),
        "withheld": bool(event.withheld),
    }  # fmt: skip
