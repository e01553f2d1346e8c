"""The rows of the queue in order, filtered and counted.

In: rows, filters. Out: the rows that match, in the order asked for, and how many there are of each kind. What was
asked for is kept, with its counts; a change of one event moves only its row.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from dateline.review.filters import ORDERS, Filters
from dateline.review.queue import Row, settings

KEPT = 16  # sets of filters whose rows are kept
Counts = Mapping[str, Counter[str]]


class Found:
    """The rows under one set of filters, in one order."""

    def __init__(self, rows: list[Row], sort: str) -> None:
        self.rows = rows
        self.sort = sort

    @cached_property
    def counts(self) -> Counts:
        """How many rows there are of each type, country, actor, source and state."""
        return counted(self.rows)

    def place(self, row: Row) -> int | None:
        """Where the row stands; None where it is not among them."""
        at = bisect_left(self.rows, ORDERS[self.sort](row), key=ORDERS[self.sort])
        return at if at < len(self.rows) and self.rows[at] is row else None

    def swapped(self, out: Iterable[Row], fresh: Sequence[Row]) -> Found:
        """Without those `out` and with the fresh ones, still in order and counted."""
        found, gone = Found(list(self.rows), self.sort), []
        for row in out:
            at = found.place(row)
            if at is not None:
                gone.append(found.rows.pop(at))
        for row in fresh:
            insort(found.rows, row, key=ORDERS[self.sort])
        if "counts" in self.__dict__:
            less, more = counted(gone), counted(fresh)
            found.__dict__["counts"] = {name: (n - less[name]) + more[name] for name, n in self.counts.items()}
        return found


class Rows:
    """All rows by event id, kept under each set of filters that was asked for."""

    def __init__(self, rows: Iterable[Row], texts: Mapping[str, str]) -> None:
        self.by_id = {row.id: row for row in rows}
        self._texts = {name: text.casefold() for name, text in texts.items()}
        self._orders: dict[str, Found] = {}
        self._found: dict[Filters, Found] = {}

    def replace(self, gone: Iterable[str], rows: Iterable[Row]) -> None:
        """Take out the rows of those ids and put these in, each where it belongs."""
        out = [self.by_id.pop(name) for name in set(gone) if name in self.by_id]
        fresh = list(rows)
        self.by_id |= {row.id: row for row in fresh}
        self._orders = {sort: found.swapped(out, fresh) for sort, found in self._orders.items()}
        self._found = {
            filters: found.swapped(out, filters.keep(fresh, self._texts)) for filters, found in self._found.items()
        }

    def find(self, filters: Filters) -> list[Row]:
        """The rows asked for, in the order asked for."""
        return self._kept(filters).rows

    def facets(self, filters: Filters, most: int = 12) -> dict[str, list[tuple[str, int]]]:
        """Type, country, actor and source, each with how many of those rows have it, the commonest first."""
        counts = self._kept(filters).counts
        ranked = {name: sorted(found.items(), key=lambda pair: (-pair[1], pair[0])) for name, found in counts.items()}
        return {name: [pair for pair in pairs if pair[0]][:most] for name, pairs in ranked.items() if name != "state"}

    def states(self) -> dict[str, int]:
        """How many events are in each state."""
        counts = self._kept(Filters(state="all")).counts["state"]
        return {name: counts[name] for name in settings()["states"]}

    def position(self, filters: Filters, event: str | None) -> int | None:
        """Where the event stands among the rows asked for; None where it is not among them."""
        row = self.by_id.get(event or "")
        return self._kept(filters).place(row) if row else None

    def _kept(self, filters: Filters) -> Found:
        if filters not in self._found:
            if len(self._found) >= KEPT:
                self._found.pop(next(iter(self._found)))
            rows = filters.keep(self._ordered(filters.sort), self._texts)
            self._found[filters] = Found(rows, filters.sort)
        return self._found[filters]

    def _ordered(self, sort: str) -> list[Row]:
        if sort not in self._orders:
            self._orders[sort] = Found(sorted(self.by_id.values(), key=ORDERS[sort]), sort)
        return self._orders[sort].rows


def counted(rows: Sequence[Row]) -> Counts:
    """How many rows there are of each kind."""
    return {
        "type": Counter([row.kind for row in rows]),
        "country": Counter([row.country for row in rows]),
        "actor": Counter(chain.from_iterable([row.actors for row in rows])),
        "source": Counter(chain.from_iterable([row.sources for row in rows])),
        "state": Counter([row.state for row in rows]),
    }
