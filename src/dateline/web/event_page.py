"""The page of one event: queue, article with evidence, record; and what a coder does there.

In: requests. Out: the page, parts of it, or the way on to the next event after a decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import DatelineError
from dateline.model.claims import Event
from dateline.model.report import Passage, Report
from dateline.project import Filters, given, shared
from dateline.web.pages import Pages, filters_of, to
from dateline.web.queue_page import FIRST, around, query, row_view, told_view
from dateline.web.views.article import article, lettered, numbered
from dateline.web.views.log import decision_view
from dateline.web.views.record import record

ARTICLES = 4  # differently worded reports shown at once
ENDING = ("accept", "reject", "skip", "flag")


class EventPage:
    """Handlers for one event."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.desk = pages.desk

    # ------------------------------------------------------------------ looking
    def first(self, request: Request) -> Response:
        """On to the first event of the queue under the filters; the queue itself where none matches."""
        filters = Filters.of(request.query_params)
        rows = self.desk.find(filters)
        if rows:
            return to(f"/events/{rows[0].id}", **filters.words())
        return self.pages.show(request, "done.html", **self._queue(filters, None), event=None)

    def show(self, request: Request) -> Response:
        """The three panes."""
        event = self.desk.event(request.path_params["event"])
        filters = Filters.of(request.query_params)
        return self.pages.show(
            request, "event.html", **self._queue(filters, event.id),
            **self.context(event, request.query_params.get("report")), at=request.query_params.get("at", ""),
        )  # fmt: skip

    def context(self, event: Event, wanted: str | None = None) -> dict[str, Any]:
        """What article and record show of the event."""
        claims = numbered(event)
        stand = self.desk.decisions_on(event)
        change = self.desk.changed(event)
        row = self.desk.row(event.id)
        return {
            "event": event,
            "headline": shared.headline(event),
            "told": told_view(event),
            "mark": shared.words()["mark"].get(event.type.acled_event, "strategic"),
            "row": row,
            "change": change,
            "fields": record(event, claims, stand, change.new if change else ()),
            "articles": self._articles(event, claims, wanted),
            "decisions": [decision_view(d, self.desk.state) for d in reversed(stand)],
            "notes": [d for d in stand if d.act == "note" or (d.act == "flag" and d.reason)],
            "grade": event.finding("grade"),
            "grades": shared.grades(),
            "relations": [(kind, other) for kind, other in event.relations],
            "last": self.last(),
        }

    def _articles(self, event: Event, claims: Sequence[Any], wanted: str | None) -> dict[str, Any]:
        state = self.desk.state
        told = [self.desk.report(name) for name in dict.fromkeys(account.report for account in event.accounts)]
        letters = lettered(event)
        reprint = state.merged[1]
        leads = [r for r in told if reprint.get(r.id) not in letters]
        leads.sort(key=lambda r: r.id != wanted)
        shown = []
        for report in leads[:ARTICLES]:
            family = [r for r in told if reprint.get(r.id) == report.id]
            others = [e for e in self.desk.told_in(report.id) if e.id != event.id]
            shown.append(article(report, claims, others, state.outcomes.get(report.id), family))
        return {"shown": shown, "letters": letters, "more": [(r.id, shared.title(r)) for r in leads[ARTICLES:]]}

    def _queue(self, filters: Filters, current: str | None) -> dict[str, Any]:
        rows = self.desk.find(filters)
        place = self.desk.rows.position(filters, current)
        start = max(0, (place or 0) - FIRST // 3)
        return {
            "queue": [row_view(row) for row in rows[start : start + FIRST]], "start": start, "total": len(rows),
            "place": place, "filters": filters, "query": query(filters), "event_id": current,
            **around(rows, place, filters),
        }  # fmt: skip

    def last(self) -> dict[str, Any] | None:
        """The coder's newest decision that stands: what the key of undo takes back."""
        found = self.desk.last()
        return decision_view(found, self.desk.state) if found else None

    # ------------------------------------------------------------------ deciding
    def act(self, request: Request, form: dict[str, str]) -> Response:
        """Accept, reject, skip, flag, choose, note, confidence."""
        event, filters, act = self.desk.event(request.path_params["event"]), filters_of(form), form.get("act", "")
        following = self._following(event.id, filters)
        self.desk.decide(event.id, act, form.get("reason", ""), form.get("field") or None, form.get("value") or None)
        if act in ENDING:
            return to(f"/events/{following}" if following else "/events", **filters.words())
        return self._stay(event.id, filters, self._next_field(event.id, form.get("field", "")))

    def claim(self, request: Request, form: dict[str, str]) -> Response:
        """Set a claim aside, or let it count again."""
        event, back = self.desk.event(request.path_params["event"]), form.get("restore", "")
        name = back or form.get("aside", "")
        self.desk.claim(event.id, name, bool(back), form.get("reason", ""))
        return self._stay(event.id, filters_of(form), next(c.field for c in event.claims if c.id == name))

    def bind(self, request: Request, form: dict[str, str]) -> Response:
        """A value of the coder's own, on words or for a reason."""
        event, filters, field = (
            self.desk.event(request.path_params["event"]),
            filters_of(form),
            form.get("field", ""),
        )
        if "name_0" in form:
            self.desk.people(event.id, given.people(form, shared.people(event)), form.get("reason", ""))
            return self._bound(event.id, filters, field, form)
        passages = [] if form.get("wordless") else self.passages(form.get("report", ""), form.get("spans", ""))
        words = {**form, "text": " … ".join(p.quote for p in passages)}
        self.desk.bind(event.id, field, given.value_of(field, words), passages, form.get("reason", ""))
        return self._bound(event.id, filters, field, form)

    def _bound(self, event: str, filters: Filters, field: str, form: dict[str, str]) -> Response:
        """After a fix: stay, or accept the event and go on."""
        if form.get("then") != "accept":
            return self._stay(event, filters, field)
        following = self._following(event, filters)
        self.desk.decide(event, "accept")
        return to(f"/events/{following}" if following else "/events", **filters.words())

    def passages(self, report: str, spans: str) -> list[Passage]:
        """The passages that a form names: "12-30,44-60" of a report; blanks at their ends are let go."""
        if not spans:
            return []
        found = self.desk.report(report)
        return [trimmed(found, *_span(part)) for part in spans.split(",")]

    def tell(self, request: Request, form: dict[str, str]) -> Response:
        """A new event of the selected words."""
        words = self.passages(form.get("report", ""), form.get("spans", ""))
        if not words:
            raise DatelineError("select the words that tell of the event")
        kind = given.event_type(form.get("sub_event", ""))
        made = self.desk.tell(words[0].report, words[0].start, words[0].end, kind, form.get("reason", ""))
        return to(f"/events/{self.desk.event(made.target[0]).id}", state="all")

    def split(self, request: Request, form: dict[str, str]) -> Response:
        """Part a report from the event."""
        event = self.desk.event(request.path_params["event"])
        if not form.get("reason", "").strip():
            raise DatelineError("split: say why")
        self.desk.split(event.id, form.get("account", ""), form["reason"])
        rest = next(a.id for a in event.accounts if a.id != form["account"])
        return self._stay(self.desk.event(rest).id, filters_of(form), "")

    def join(self, request: Request, form: dict[str, str]) -> Response:
        """Make one event of two."""
        event = self.desk.event(request.path_params["event"])
        if not form.get("reason", "").strip():
            raise DatelineError("join: say why")
        self.desk.join(event.id, form.get("other", ""), form["reason"])
        return self._stay(self.desk.event(event.id).id, filters_of(form), "")

    # ------------------------------------------------------------------ helpers
    def _following(self, event: str, filters: Filters) -> str | None:
        rows, place = self.desk.find(filters), self.desk.rows.position(filters, event)
        others = rows if place is None else rows[place + 1 :] + rows[:place]
        return others[0].id if others else None

    def _next_field(self, event: str, field: str) -> str:
        """The next field whose rival values wait for a choice; else the same."""
        found = self.desk.event(event)
        fields = record(found, numbered(found), self.desk.decisions_on(found))
        names = [f.field for f in fields]
        after = fields[names.index(field) + 1 :] if field in names else fields
        return next((f.field for f in after if f.open), field)

    def _stay(self, event: str, filters: Filters, field: str) -> Response:
        return to(f"/events/{event}", **filters.words(), at=field)


def trimmed(report: Report, start: int, end: int) -> Passage:
    """The passage without blanks at its ends; DatelineError where nothing is left."""
    words = report.text[max(0, start) : end]
    left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    try:
        return report.passage(start + left, min(end, len(report.text)) - right)
    except IndexError:
        raise DatelineError(f"{start}-{end}: there are no such words in the report") from None


def _span(text: str) -> tuple[int, int]:
    start, _, end = text.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise DatelineError(f"{text}: no such words; select them again")
    return int(start), int(end)
