"""The rows of the queue in order, filtered.

In: rows, and filters as words (they stand in the address of a page, so that a view can be shared). Out: the rows
that match, in the order asked for, and how many there are of each kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from dateline.review.queue import Row, settings

ORDERS: dict[str, Callable[[Row], Any]] = {
    "doubt": lambda row: (row.state == "skipped", -row.rank, row.id),
    "day": lambda row: (tuple(-ord(sign) for sign in row.start or "0"), row.id),
    "toll": lambda row: (-row.killed, -row.rank, row.id),
    "place": lambda row: (row.country or "~", row.words.split(" ", 3)[-1], row.id),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; "" means all. `state` is "todo", a state, or "all"."""

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
    sort: str = "doubt"

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Filters:
        """The filters among the words of an address; what is no filter is passed over."""
        known = {f.name: str(given[f.name])[:200] for f in fields(cls) if given.get(f.name)}
        if known.get("sort") not in ORDERS:
            known.pop("sort", None)
        return cls(**known)

    def words(self) -> dict[str, str]:
        """The filters that differ from the usual ones."""
        usual = Filters()
        return {f.name: v for f in fields(self) if (v := getattr(self, f.name)) != getattr(usual, f.name)}

    def match(self, row: Row, texts: Callable[[Row], Iterable[str]]) -> bool:
        """Whether the row is asked for; `texts` gives the full texts of its reports."""
        states = settings()["todo"]["states"] if self.state == "todo" else [self.state]
        return (
            (self.state == "all" or row.state in states)
            and (not self.type or row.kind == self.type)
            and (not self.country or row.country == self.country)
            and (not self.actor or self.actor in row.actors)
            and (not self.source or self.source in row.sources)
            and (not self.since or row.start >= self.since)
            and (not self.until or "" < row.start <= self.until)
            and (not self.disputed or row.disputed)
            and (not self.withheld or bool(row.event.withheld))
            and all(word in row.words or any(word in text for text in texts(row)) for word in self.q.casefold().split())
        )


class Rows:
    """All rows by event id, kept in each order that was asked for; a change of one moves only that one."""

    def __init__(self, rows: Iterable[Row], texts: Callable[[Row], Iterable[str]]) -> None:
        self.by_id = {row.id: row for row in rows}
        self.texts = texts
        self._orders: dict[str, list[Row]] = {}
        self._found: dict[Filters, list[Row]] = {}
        self._places: dict[Filters, tuple[list[Row], dict[str, int]]] = {}

    def replace(self, gone: Iterable[str], rows: Iterable[Row]) -> None:
        """Take out the rows of those ids and put these in."""
        out = set(gone)
        self.by_id = {name: row for name, row in self.by_id.items() if name not in out} | {row.id: row for row in rows}
        for sort, ordered in self._orders.items():  # nearly in order already: sorting again is quick
            kept = [self.by_id[row.id] for row in ordered if row.id in self.by_id]
            known = {row.id for row in kept}
            fresh = [row for name, row in self.by_id.items() if name not in known]
            self._orders[sort] = sorted([*kept, *fresh], key=ORDERS[sort])
        self._found.clear()

    def find(self, filters: Filters) -> list[Row]:
        """The rows asked for, in the order asked for."""
        if filters not in self._found:
            if len(self._found) > 16:
                self._found.clear()
            ordered = self._ordered(filters.sort)
            self._found[filters] = [row for row in ordered if filters.match(row, self.texts)]
        return self._found[filters]

    def position(self, filters: Filters, event: str | None) -> int | None:
        """Where the event stands among the rows asked for; None where it is not among them."""
        found = self.find(filters)
        if self._places.get(filters, (None, {}))[0] is not found:
            self._places = {filters: (found, {row.id: n for n, row in enumerate(found)})}
        return self._places[filters][1].get(event or "")

    def _ordered(self, sort: str) -> list[Row]:
        if sort not in self._orders:
            self._orders[sort] = sorted(self.by_id.values(), key=ORDERS[sort])
        return self._orders[sort]


def facets(rows: Sequence[Row], most: int = 12) -> dict[str, list[tuple[str, int]]]:
    """Type, country, actor and source, each with how many rows have it, the commonest first."""
    told: dict[str, Counter[str]] = {
        "type": Counter([row.kind for row in rows]),
        "country": Counter([row.country for row in rows]),
        "actor": Counter(chain.from_iterable([row.actors for row in rows])),
        "source": Counter(chain.from_iterable([row.sources for row in rows])),
    }
    ranked = {name: sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) for name, counts in told.items()}
    return {name: [pair for pair in found if pair[0] and pair[1]][:most] for name, found in ranked.items()}


def states(rows: Iterable[Row]) -> dict[str, int]:
    """How many rows are in each state."""
    counted = Counter(row.state for row in rows)
    return {name: counted[name] for name in settings()["states"]}
