"""Pairs of accounts to judge, two articles' tellings side by side.

In: requests. Out: the first pair that nobody has judged, and the next after a judgement.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import DatelineError
from dateline.project import shared
from dateline.web.pages import Pages, to
from dateline.web.views.log import decision_view


class PairsPage:
    """Handlers for pairs."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.desk = pages.desk

    def show(self, request: Request) -> Response:
        """The pair whose two ids stand in the address, else the first."""
        found = self.desk.pairs()
        query = request.query_params
        wanted = (query.get("left", ""), query.get("right", ""))
        pair = next((p for p in found if (p.left, p.right) == wanted), found[0] if found else None)
        last = self.desk.last()
        return self.pages.show(
            request, "pairs.html", pair=pair, total=len(found), **(self._sides(pair) if pair else {}),
            last=decision_view(last, self.desk.state) if last else None,
        )  # fmt: skip

    def _sides(self, pair: Any) -> dict[str, Any]:
        left, right, rows = self.desk.compared(pair)
        names = shared.words()["field"]
        return {
            "left": self._side(left), "right": self._side(right),
            "rows": [
                {"heading": names[row.field][0], "kind": names[row.field][1], "agree": row.agree,
                 "left": [_claim(c) for c in row.left], "right": [_claim(c) for c in row.right]}
                for row in rows
            ],
        }  # fmt: skip

    def _side(self, account: Any) -> dict[str, Any]:
        report = self.desk.report(account.report)
        event = self.desk.event(account.id)
        start, end = max(0, account.anchor.start - 220), account.anchor.end + 320
        return {
            "event": event.id, "title": shared.title(report), "publisher": shared.publisher(report),
            "published": shared.day_words(report.published) if report.published else "no date",
            "before": ("…" if start else "") + report.text[start : account.anchor.start], "words": account.anchor.quote,
            "after": report.text[account.anchor.end : end] + ("…" if end < len(report.text) else ""),
            "accounts": len(event.accounts),
        }  # fmt: skip

    def judge(self, request: Request, form: dict[str, str]) -> Response:
        """Same, different or cannot tell."""
        left, right = form.get("left", ""), form.get("right", "")
        if not left.startswith("a") or not right.startswith("a"):
            raise DatelineError("judge: name two accounts")
        self.desk.judge(left, right, form.get("judgement", ""), form.get("reason", ""))
        return to("/pairs")


def _claim(claim: Any) -> dict[str, str]:
    return {
        "value": shared.claim_words(claim), "said": shared.said_words(claim), "doubt": shared.doubt_words(claim),
        "quote": " … ".join(" ".join(p.quote.split()) for p in claim.passages),
    }  # fmt: skip
