"""Rows of a table of events as entries: ACLED, UCDP GED, GTD, or any with columns of known names.

In: numbered rows (column -> cell), how days are read, columns named by the user. Out: the dataset's title, its entries,
and the rows that cannot be compared, each with why. Nothing is lost: every row is one or the other.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.codebook import load_codebook
from dateline.compare.entry import Deaths, Entry, Plain, Unread, facts_of, toll
from dateline.compare.ours import days as shown_days
from dateline.compare.sides import country_named, named, participant, roles
from dateline.compare.tables import datasets
from dateline.errors import DatelineError
from dateline.gazetteer import open_gazetteer

Days = Callable[[Sequence[Any]], Sequence[date | None]]  # a whole column, so that 03/04/2019 can be understood
SIDES = ("side_a", "with_a", "side_b", "with_b")


@dataclass(frozen=True)
class Table:
    """The rows of a dataset: its name among datasets.toml, the column of each field, what was read."""

    dataset: str
    columns: Mapping[str, str]
    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...]

    @property
    def title(self) -> str:
        """What a reader calls it."""
        return str(datasets()["dataset"][self.dataset]["title"])


def from_rows(rows: Sequence[tuple[str, Plain]], days: Days, chosen: Mapping[str, str]) -> Table:
    """All rows of the table; DatelineError where no column holds a day or a place."""
    header = list(dict.fromkeys(name for _, row in rows for name in row))
    columns = _columns(header, chosen)
    name = next(
        n for n, row in datasets()["dataset"].items() if {_bare(h) for h in row["has"]} <= set(map(_bare, header))
    )
    cells = [{field: str(row.get(column) or "").strip() for field, column in columns.items()} for _, row in rows]
    starts, ends = (_days(cells, field, days) for field in ("start", "end"))
    found: list[Entry | Unread] = []
    for (number, _), cell, start, end in zip(rows, cells, starts, ends, strict=True):
        found.append(_Row(name, f"row {number}", cell, start, end or start).read())
    entries = tuple(row for row in found if isinstance(row, Entry))
    return Table(name, columns, entries, tuple(row for row in found if isinstance(row, Unread)))


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _columns(header: Iterable[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Field -> column."""
    by_name = {_bare(name): name for name in reversed(list(header))}
    known = datasets()["columns"]
    for field, column in chosen.items():
        if field not in known or _bare(column) not in by_name:
            what = f"no such field; there are {', '.join(known)}" if field not in known else "no such column"
            raise DatelineError(f"--column {field}={column}: {what}")
    spelled = {field: [chosen[field]] if field in chosen else names for field, names in known.items()}
    found = {
        field: next((by_name[_bare(n)] for n in names if _bare(n) in by_name), "") for field, names in spelled.items()
    }
    if not (found["start"] or found["year"]) or not (found["country"] or found["latitude"]):
        lacks = "day" if not (found["start"] or found["year"]) else "country or point"
        raise DatelineError(
            f"no column holds the {lacks}; name it with --column {'start' if lacks == 'day' else 'country'}=NAME"
        )
    return {field: column for field, column in found.items() if column}


def _days(cells: Sequence[Mapping[str, str]], field: str, days: Days) -> Sequence[date | None]:
    if field not in cells[0] and field == "end":
        return [None] * len(cells)
    if field in cells[0]:
        return days([cell[field] for cell in cells])
    parts = ([cell.get(name, "") for name in ("year", "month", "day")] for cell in cells)
    return days(["-".join(part.zfill(2) for part in row) for row in parts])


def _number(text: str) -> float | None:
    """A number as people write it ("1,200", "14,09"); None for none."""
    text = text.replace("\u2212", "-").replace(" ", "")
    text = re.sub(r"(?<=\d),(?=\d{3}(?:,|$))", "", text).replace(",", ".")
    try:
        return float(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with its days read."""

    dataset: str
    number: str
    cell: Mapping[str, str]
    start: date | None
    end: date | None

    def get(self, field: str) -> str:
        return self.cell.get(field, "")

    def code(self, table: str) -> str:
        """What the code of that kind means there; "" where it means nothing."""
        number = _number(self.get(table))
        key = str(int(number)) if number is not None else self.get(table)
        return str(datasets()["dataset"][self.dataset][table].get(key, ""))

    def read(self) -> Entry | Unread:
        name, country, point = self.get("id") or self.number, country_named(self.get("country")), self.point()
        if self.start is None or self.end is None:
            return Unread(name, self.number, f"no day in {self.get('start') or 'an empty cell'!r}")
        if self.end < self.start:
            return Unread(name, self.number, "it ends before it starts")
        if country is None and point is None:
            return Unread(name, self.number, f"no country in {self.get('country') or 'an empty cell'!r}, and no point")
        return self.entry(name, country, point, *self.period(self.start, self.end))

    def point(self) -> tuple[float, float] | None:
        lat, lon = (_number(self.get(field).replace(",", ".")) for field in ("latitude", "longitude"))
        return (lat, lon) if lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180 else None

    def period(self, start: date, end: date) -> tuple[date, date]:
        """First and last day, as wide as the code says."""
        width = self.code("day_code")
        if width == "week":
            return start - timedelta(days=3), end + timedelta(days=3)
        return (
            (start.replace(day=1), end.replace(day=monthrange(end.year, end.month)[1]))
            if width == "month"
            else (start, end)
        )

    def entry(
        self, name: str, country: str | None, point: tuple[float, float] | None, first: date, last: date
    ) -> Entry:
        kinds, kind = self.kinds()
        deaths, sides = self.deaths(), self.sides(kinds, country, first)
        when = {"start": first.isoformat(), "end": last.isoformat(), "precision": "day" if first == last else "days"}
        values = [("period", when), ("place", self.place(country, point)), *(("participant", who) for who in sides)]
        clarity = "summary" if self.get("clarity") == "2" and first != last else "single"
        facts = facts_of(name, kinds, clarity, [*values, *toll(deaths)], self.get("notes"))
        return Entry(
            name, self.number, facts, frozenset(kinds), kind, shown_days(when["start"], when["end"]),
            self.get("place") or self.get("admin1") or self.get("country"), tuple(who["text"] for who in sides), deaths,
        )  # fmt: skip

    def kinds(self) -> tuple[tuple[str, ...], str]:
        """The sub-events that its type may mean, in order, and the type as shown."""
        told, book = self.get("type"), load_codebook().types
        if told in book:
            return (told,), told
        of_event = tuple(name for name, row in book.items() if row.event == told)
        code = told.removesuffix(".0").casefold()
        return of_event or tuple(datasets()["types"].get(code, ())), datasets()["shown"].get(code, told)

    def place(self, country: str | None, point: tuple[float, float] | None) -> Plain:
        precision = self.code("place_code") or ("town" if point else "district" if self.get("admin2") else "province")
        admin1 = open_gazetteer().admin1(country, self.get("admin1")) if country and self.get("admin1") else None
        lat, lon = point if point else (None, None)
        return {
            "name": self.get("place"), "lat": lat, "lon": lon, "country": country, "precision": precision,
            "admin1": admin1.name if admin1 else None, "admin2": self.get("admin2") or None,
            "radius_km": datasets()["radius"].get(precision),
        }  # fmt: skip

    def sides(self, kinds: Iterable[str], country: str | None, day: date) -> list[Plain]:
        first, second = roles(kinds)
        of = {"side_a": first, "with_a": first, "side_b": second, "with_b": second}
        return [participant(of[f], name, country, day) for f in SIDES for name in named([self.get(f)])]

    def deaths(self) -> Deaths:
        low, best, high = (
            None if (n := _number(self.get(f))) is None or n < 0 else int(n) for f in ("low", "best", "high")
        )
        if not any((low, best, high)) and (datasets()["dataset"][self.dataset]["zero"] == "silent" or best is None):
            return None, None, None
        return (low if low is not None else best), best, (high if high is not None else best)
