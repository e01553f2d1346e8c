"""The other pages: the guide, progress, reports, adjudication, files, display settings, the way in.

In: requests. Out: pages.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dateline.errors import DatelineError
from dateline.project import ExportOptions, defined, shared
from dateline.web.event_page import EventPage
from dateline.web.guard import Access, RefusedError, form_of, same
from dateline.web.pages import PREFERENCES, Pages, inside, to
from dateline.web.views.article import article

FORMATS = {"jsonl": "events.jsonl", "acled": "acled.csv", "geojson": "events.geojson", "report": "report.html"}
YEAR = 365 * 24 * 3600
WAIT = 1.0  # seconds after a wrong password


class MorePages:
    """Handlers for the other pages."""

    def __init__(self, pages: Pages, events: EventPage) -> None:
        self.pages = pages
        self.desk = pages.desk
        self.events = events

    def guide(self, request: Request) -> Response:
        """The whole coding guide."""
        return self.pages.show(request, "guide.html", groups=defined())

    def progress(self, request: Request) -> Response:
        """What is done, what is left, and who did how much on which day."""
        return self.pages.show(
            request, "progress.html", states=self.desk.states(), state_words=self.desk.state_words(),
            days=self.desk.days(), total=len(self.desk.rows.by_id), pairs=len(self.desk.pairs()),
            agreed=[] if self.desk.second else self.desk.project.agree(),
        )  # fmt: skip

    def reports(self, request: Request) -> Response:
        """Every report, with what came of it."""
        rows = self.desk.project.status().reports
        words = request.query_params.get("q", "").casefold()
        found = [row for row in rows if words in row.name.casefold() or words in row.outcome.casefold()]
        return self.pages.show(request, "reports.html", rows=found[:500], total=len(found), q=words)

    def report(self, request: Request) -> Response:
        """One report on its own: for what the readers found nothing in."""
        report = self.desk.report(request.path_params["report"])
        told = self.desk.told_in(report.id)
        shown = article(report, [], told, self.desk.state.outcomes.get(report.id))
        outcome = self.desk.state.outcomes.get(report.id)
        return self.pages.show(request, "report.html", article=shown, outcome=outcome.outcome if outcome else "")

    def adjudication(self, request: Request) -> Response:
        """Every event read twice, those that differ first."""
        told = sorted(self.desk.twice_read(), key=lambda row: (not _waiting(row[3]), row[0].id))
        rows = [
            (event.id, shared.headline(event), one, two, len(differ), _waiting(differ))
            for event, one, two, differ in told
        ]
        return self.pages.show(request, "adjudication.html", rows=rows)

    def adjudicate(self, request: Request) -> Response:
        """One event read twice, beside the article."""
        event = self.desk.event(request.path_params["event"])
        told = [row for row in self.desk.twice_read() if row[0].id == event.id]
        if not told:
            raise DatelineError(f"{event.id}: nobody has read it twice")
        return self.pages.show(request, "adjudicate.html", readings=told, **self.events.context(event))

    def settle(self, request: Request, form: dict[str, str]) -> Response:
        """Settle one field as one of the two coded it."""
        event = request.path_params["event"]
        self.desk.settle(event, form.get("field", ""), form.get("coder", ""), form.get("reason", ""))
        return to(f"/adjudicate/{event}")

    def files(self, request: Request) -> Response:
        """What can be taken out."""
        return self.pages.show(request, "files.html", formats=FORMATS)

    def file(self, request: Request) -> Response:
        """One file, made now; private people are masked in it, but for report.html."""
        name = request.path_params["format"]
        if name not in FORMATS:
            raise DatelineError(f"{name}: no such format")
        with tempfile.TemporaryDirectory() as folder:
            made = self.desk.project.export(folder, [name], ExportOptions())
            body = next(Path(path) for path in made if Path(path).name == FORMATS[name]).read_bytes()
        headers = {"content-disposition": f'attachment; filename="{FORMATS[name]}"'}
        return Response(body, media_type="application/octet-stream", headers=headers)


def _waiting(differ: Iterable[Any]) -> bool:
    return any(row.settled is None for row in differ)


class Ways:
    """Handlers for the way in, display settings and the files of the pages."""

    def __init__(self, pages: Pages, access: Access) -> None:
        self.pages = pages
        self.access = access

    async def start(self, request: Request) -> Response:
        """The address that was printed: its key becomes a cookie."""
        if not self.access.password and same(request.query_params.get("key"), self.access.token):
            return self.access.start()
        return self.pages.trouble(
            request, "This address is not, or no longer, the one that 'dateline review' printed.", 403
        )

    async def login(self, request: Request) -> Response:
        """The way in with a password."""
        if request.method != "POST" or not self.access.password:
            return self.pages.show(request, "login.html", wrong=False)
        try:
            given = await form_of(request, self.access.gate)
        except RefusedError as refused:
            return PlainTextResponse(str(refused), refused.status)
        if same(given.get("password"), self.access.password):
            return self.access.start()
        await asyncio.sleep(WAIT)
        return self.pages.show(request, "login.html", 403, wrong=True)

    async def prefer(self, request: Request) -> Response:
        """Keep a display setting in a cookie of this browser."""
        try:
            given = await form_of(request, self.access.form)
        except RefusedError as refused:
            return self.pages.trouble(request, str(refused), refused.status)
        response = to(inside(given.get("back", "/")))
        for name, known in PREFERENCES.items():
            if given.get(name) in known:
                response.set_cookie(name, given[name], max_age=YEAR, httponly=True, samesite="strict")
        return response
