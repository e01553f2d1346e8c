"""The log: every decision, newest first, each with a page of its own, from which it can be taken back.

In: requests. Out: the pages, and the log as a file.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import DatelineError
from dateline.project import shared
from dateline.web.pages import Pages, filters_of, inside, to
from dateline.web.views.log import change_rows, decision_view

MOST = 100


class LogPage:
    """Handlers for the log."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.desk = pages.desk

    def show(self, request: Request) -> Response:
        """A hundred decisions; `before` is the number to go on from, `by` and `act` pick some."""
        query = request.query_params
        rows = [row for row in self.desk.log() if query.get("by", "") in ("", row.decision.by)]
        rows = [row for row in rows if query.get("act", "") in ("", row.decision.act)]
        before = int(query["before"]) if query.get("before", "").isdigit() else None
        some = [row for row in reversed(rows) if before is None or row.number < before][:MOST]
        stand = self.desk.standing()
        told = [(row.number, row.decision.id in stand, decision_view(row.decision, self.desk.state)) for row in some]
        return self.pages.show(
            request, "log.html", rows=told, total=len(rows), coders=self.desk.coders(), by=query.get("by", ""),
            act=query.get("act", ""), more=some[-1].number if len(some) == MOST else None,
        )  # fmt: skip

    def one(self, request: Request) -> Response:
        """One decision with all that is known of it."""
        name = request.path_params["decision"]
        row = next((row for row in self.desk.log() if row.decision.id == name), None)
        if row is None:
            raise DatelineError(f"{name}: no such decision")
        decision, state = row.decision, self.desk.state
        claims = [state.told.claims[c] for c in decision.seen if c in state.told.claims]
        own = (decision.value or {}).get("claim", {}).get("passages", []) if decision.act == "bind" else []
        return self.pages.show(
            request, "decision.html", row=row, decision=decision_view(decision, state),
            stands=decision.id in self.desk.standing(), together=self.desk.together(decision),
            change=change_rows(self.desk.from_to(decision)),
            undone=[d for d in self.desk.log() if decision.id in d.decision.target],
            passages=[passage["quote"] for passage in own],
            seen=[(c.field, shared.claim_words(c), " … ".join(p.quote for p in c.passages)) for c in claims],
        )  # fmt: skip

    def undo(self, request: Request, form: dict[str, str]) -> Response:
        """Take one decision back, wherever it stands in the log; or the coder's last."""
        name = form.get("decision", "")
        if not name:
            last = self.desk.last()
            if last is None:
                raise DatelineError("undo: you have decided nothing yet")
            name = last.id
        undone = next((row.decision for row in self.desk.log() if row.decision.id == name), None)
        self.desk.undo(name, form.get("reason", ""), all_of_it=not form.get("decision") or bool(form.get("together")))
        home = [self.desk.state.names.get(target) for target in (undone.target if undone else ())]
        to_event = next((event for event in home if event), None)
        if form.get("back"):
            return to(inside(form["back"]))
        return to(f"/events/{to_event}", **filters_of(form).words()) if to_event else to("/log")

    def file(self, request: Request) -> Response:
        """The log as JSON Lines."""
        headers = {"content-disposition": 'attachment; filename="decisions.jsonl"'}
        return Response(self.desk.project.export_log(), media_type="application/x-ndjson", headers=headers)
