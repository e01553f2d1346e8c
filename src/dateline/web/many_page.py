"""Deciding a whole view at once: what it would touch, and the act.

In: requests that carry the filters of the queue. Out: the page that shows beforehand what would be decided, and the
way on after it. Each event gets a decision of its own in the log; one key takes them all back.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import DatelineError
from dateline.project import Filters
from dateline.web.pages import Pages, filters_of, to
from dateline.web.queue_page import query, row_view

SHOWN = 50  # events listed beforehand
ASKED = {
    "q": "with the words", "state": "state", "type": "type", "country": "country", "actor": "actor",
    "source": "source", "since": "from", "until": "to", "disputed": "figures differ:", "withheld": "withheld:",
    "texts": "differently worded texts, at least", "assigned": "assigned to",
}  # fmt: skip


class ManyPage:
    """Handlers for deciding many events at once."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.desk = pages.desk

    def show(self, request: Request) -> Response:
        """What is in the view."""
        filters = Filters.of(request.query_params)
        rows = self.desk.find(filters)
        asked = [f"{ASKED[name]} {value}" for name, value in filters.words().items() if name != "sort"]
        return self.pages.show(
            request, "many.html", filters=filters, query=query(filters), asked=asked, total=len(rows),
            rows=[row_view(row) for row in rows[:SHOWN]], disputed=sum(row.disputed for row in rows),
            decided=sum(row.state in ("accepted", "rejected") for row in rows), acts=self.desk.acts_on_many(),
            coders=self.desk.coders(),
        )  # fmt: skip

    def decide(self, request: Request, form: dict[str, str]) -> Response:
        """Decide all of them; refused where the view is no longer the one that was shown."""
        filters, expected = filters_of(form), form.get("total", "")
        if not expected.isdigit():
            raise DatelineError("look at the events first")
        self.desk.decide_all(filters, form.get("act", ""), form.get("reason", ""), form.get("value"), int(expected))
        return to("/events", **filters.words())
