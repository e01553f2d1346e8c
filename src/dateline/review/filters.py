"""What is asked of the queue, as the words of an address, so that a view can be shared.

In: rows, the words asked for. Out: `Filters`, and the rows that they let through. Each filter passes over the rows
that the filters before it let through; the words of a search come last, and are looked for in the texts themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from dateline.review.queue import Row, settings

NOBODY = "-"
ORDERS: dict[str, Callable[[Row], Any]] = {
    "doubt": lambda row: (row.state == "skipped", -row.rank, row.id),
    "day": lambda row: (tuple(-ord(sign) for sign in row.start or "0"), row.id),
    "toll": lambda row: (-row.killed, -row.rank, row.id),
    "place": lambda row: (row.country or "~", row.words.split(" ", 3)[-1], row.id),
}
CHECKS: dict[str, Callable[[Row, str], bool]] = {
    "type": lambda row, word: row.kind == word,
    "country": lambda row, word: row.country == word,
    "actor": lambda row, word: word in row.actors,
    "source": lambda row, word: word in row.sources,
    "since": lambda row, word: row.start >= word,
    "until": lambda row, word: "" < row.start <= word,
    "disputed": lambda row, word: row.disputed == (word != "no"),
    "withheld": lambda row, word: bool(row.event.withheld) == (word != "no"),
    "texts": lambda row, word: row.texts >= int(word),
    "assigned": lambda row, word: row.assigned == ("" if word == NOBODY else word),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; "" means all. `state` is "todo", a state, or "all"; `texts` is how many texts at least."""

    q: str = ""
    state: str = "todo"
    type: str = ""
    country: str = ""
    actor: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    disputed: str = ""
    withheld: str = ""
    texts: str = ""
    assigned: str = ""
    sort: str = "doubt"

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Filters:
        """The filters among the words of an address; what is no filter is passed over."""
        known = {f.name: str(given[f.name])[:200] for f in fields(cls) if given.get(f.name)}
        if known.get("sort") not in ORDERS:
            known.pop("sort", None)
        if not (known.get("texts", "").isascii() and known.get("texts", "").isdigit()):
            known.pop("texts", None)
        return cls(**known)

    def words(self) -> dict[str, str]:
        """The filters that differ from the usual ones."""
        usual = Filters()
        return {f.name: v for f in fields(self) if (v := getattr(self, f.name)) != getattr(usual, f.name)}

    def keep(self, rows: Iterable[Row], texts: Mapping[str, str]) -> list[Row]:
        """The rows that are asked for, in the order given; `texts` are the reports' own words, folded."""
        states = settings()["todo"]["states"] if self.state == "todo" else [self.state]
        kept = list(rows) if self.state == "all" else [row for row in rows if row.state in states]
        for name, check in CHECKS.items():
            if word := getattr(self, name):
                kept = [row for row in kept if check(row, word)]
        for word in self.q.casefold().split():
            kept = [row for row in kept if word in row.words or _told(row, word, texts)]
        return kept


def _told(row: Row, word: str, texts: Mapping[str, str]) -> bool:
    for name in row.reports:  # noqa: SIM110 - a generator takes longer, and this runs for each row of the queue
        if word in texts[name]:
            return True
    return False
