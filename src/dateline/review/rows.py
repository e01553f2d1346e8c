"""The rows of the queue in order, filtered.

In: rows, and filters as words (they stand in the address of a page, so that a view can be shared). Out: the rows
that match, in the order asked for, and how many there are of each kind.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from dateline.review.queue import Row, settings
from dateline.review.words import Words

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

    def match(self, row: Row, hits: Sequence[tuple[str, frozenset[str]]]) -> bool:
        """Whether the row is asked for; `hits` are the words of `q`, each with the reports that hold it."""
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
            and all(word in row.words or _in_reports(row, reports) for word, reports in hits)
        )


def _in_reports(row: Row, reports: frozenset[str]) -> bool:
    return any(account.report in reports for account in row.event.accounts)


class Rows:
    """All rows by event id, kept in each order that was asked for; a change of one moves only that one."""

    def __init__(self, rows: Iterable[Row], words: Words) -> None:
        self.by_id = {row.id: row for row in rows}
        self.words = words
        self._orders: dict[str, list[Row]] = {}
        self._found: dict[Filters, list[Row]] = {}
        self._places: dict[Filters, tuple[list[Row], dict[str, int]]] = {}

    def replace(self, gone: Iterable[str], rows: Iterable[Row]) -> None:
        """Take out the rows of those ids and put these in, each where it belongs."""
        out = [self.by_id.pop(name) for name in set(gone) if name in self.by_id]
        fresh = list(rows)
        self.by_id |= {row.id: row for row in fresh}
        self._orders = {sort: _swapped(ordered, out, fresh, sort) for sort, ordered in self._orders.items()}
        for filters, found in self._found.items():
            hits = self._hits(filters)
            self._found[filters] = _swapped(found, out, [r for r in fresh if filters.match(r, hits)], filters.sort)

    def find(self, filters: Filters) -> list[Row]:
        """The rows asked for, in the order asked for."""
        if filters not in self._found:
            if len(self._found) > 16:
                self._found.clear()
            hits = self._hits(filters)
            self._found[filters] = [row for row in self._ordered(filters.sort) if filters.match(row, hits)]
        return self._found[filters]

    def _hits(self, filters: Filters) -> list[tuple[str, frozenset[str]]]:
        return [(word, self.words.holding(word)) for word in filters.q.casefold().split()]

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


def _swapped(ordered: Sequence[Row], out: Iterable[Row], fresh: Iterable[Row], sort: str) -> list[Row]:
    """The rows without those `out` and with the fresh ones, still in order."""
    rows = list(ordered)
    for row in out:
        if row in rows:
            rows.remove(row)
    for row in fresh:
        insort(rows, row, key=ORDERS[sort])
    return rows


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
