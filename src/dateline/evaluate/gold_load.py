"""Reading gold from disk, with every slip of a coder named.

In: a folder of NAME.txt and NAME.toml. Out: `GoldReport`s by name. Words outside the vocabulary,
quotes that the text does not have, missing fields and lone files raise `DatelineError`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.evaluate.gold import GoldEvent, GoldParticipant, GoldPlace, GoldReport, GoldToll, NotEvent
from dateline.evaluate.words import table
from dateline.model.values import Estimate, Period


class Row:
    """A TOML table with its place in the file; what it lacks or misspells becomes a clear error."""

    def __init__(self, values: Mapping[str, Any], where: str, text: str) -> None:
        self.values, self.where, self.text = values, where, text

    def fail(self, problem: str) -> DatelineError:
        """The error to raise."""
        return DatelineError(f"{self.where}: {problem}; see tests/gold/README.md for the format")

    def get(self, name: str, kind: type, default: Any = None) -> Any:
        """The value of that name and type; an error where it is missing and there is no default."""
        value = self.values.get(name, default)
        if value is None:
            raise self.fail(f"{name} is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fail(f"{name} must be {kind.__name__}, not {value!r}")
        return value

    def word(self, name: str, vocabulary: str, default: str | None = None) -> str:
        """A word of the vocabulary."""
        value: str = self.get(name, str, default)
        if value not in table("vocabulary")[vocabulary]:
            raise self.fail(f"{name} is {value!r}, which is none of {', '.join(table('vocabulary')[vocabulary])}")
        return value

    def quote(self, name: str, default: str | None = None) -> str:
        """Words copied from the text."""
        value: str = self.get(name, str, default)
        if value not in self.text:
            raise self.fail(f"{name}: the text does not have {value!r}")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A list of strings, () where it is not given."""
        return tuple(str(item) for item in self.get(name, list, []))

    def rows(self, name: str) -> Iterable[Row]:
        """The tables of an array of tables."""
        for number, values in enumerate(self.get(name, list, []), 1):
            yield Row(values, f"{self.where}, {name} {values.get('id', number)}", self.text)

    def row(self, name: str) -> Row | None:
        """A table, or None where it is left out."""
        if name not in self.values:
            return None
        return Row(self.get(name, dict), f"{self.where}, {name}", self.text)


def _day(row: Row, name: str) -> date:
    value = row.get(name, date)
    return value.date() if isinstance(value, datetime) else value


def _period(row: Row) -> Period:
    start, end = _day(row, "start"), _day(row, "end")
    if end < start:
        raise row.fail("it ends before it starts")
    precision = row.word("precision", "time_precision")
    return Period(start, end, precision, row.quote("quote", ""), inferred=row.get("inferred", bool, False))


def _place(row: Row) -> GoldPlace:
    return GoldPlace(
        row.get("name", str), row.get("country", str), row.word("precision", "place_precision"),
        row.get("relation", str, ""), row.quote("quote", ""), row.get("inferred", bool, False),
    )  # fmt: skip


def _participant(row: Row) -> GoldParticipant:
    ground = row.word("responsibility", "responsibility", "stated")
    return GoldParticipant(row.word("role", "role"), row.get("name", str), row.quote("quote", ""), ground)


def _toll(row: Row) -> GoldToll:
    bounds = {name: row.get(name, int) for name in ("low", "best", "high") if name in row.values}
    if not bounds:
        raise row.fail("it has none of low, best, high")
    more = {name: row.get(name, str, "") for name in ("age", "sex", "occupation")}
    return GoldToll(
        row.word("harm", "harm"), Estimate(**bounds), row.quote("quote"), row.word("status", "status", "unknown"),
        part_of=row.quote("part_of", ""), perpetrators=row.get("perpetrators", bool, False),
        speaker=row.quote("speaker", ""), kind=row.word("kind", "kind", ""),
        stance=row.word("stance", "stance", "asserted"),
        verification=row.word("verification", "verification", ""), **more,
    )  # fmt: skip


def _sub_events(row: Row) -> tuple[str, tuple[str, ...]]:
    main, also = row.get("sub_event", str), row.words("also")
    for name in (main, *also):
        if name not in load_codebook().types:
            raise row.fail(f"{name!r} is no sub-event of the codebook")
    return main, also


def _event(row: Row) -> GoldEvent:
    main, also = _sub_events(row)
    triggers = row.words("triggers")
    missing = [trigger for trigger in triggers if trigger not in row.text]
    if missing or not triggers:
        raise row.fail(f"triggers: the text does not have {missing[0]!r}" if missing else "triggers: none given")
    period, place = row.row("period"), row.row("place")
    return GoldEvent(
        row.get("id", str), main, triggers, also, row.word("salience", "salience"), row.word("stance", "stance"),
        row.words("also_stance"), row.word("clarity", "clarity"), row.get("export", bool, True),
        row.get("weapon", str, ""), row.get("target", str, ""),
        _period(period) if period else None, _place(place) if place else None,
        tuple(_participant(r) for r in row.rows("participant")), tuple(_toll(r) for r in row.rows("toll")),
    )  # fmt: skip


def _relations(row: Row, ids: list[str]) -> tuple[tuple[str, str, str], ...]:
    found = tuple((r.get("from", str), r.get("to", str), r.word("kind", "relation")) for r in row.rows("relation"))
    lost = sorted({end for one, two, _ in found for end in (one, two)} - set(ids))
    if lost or len(set(ids)) < len(ids):
        raise row.fail(f"relation: no event has the id {lost[0]!r}" if lost else "two events have one id")
    return found


def load_report(path: Path) -> GoldReport:
    """The gold of one NAME.toml and the NAME.txt beside it; DatelineError where either is wrong."""
    try:
        text = path.with_suffix(".txt").read_text("utf-8")
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise DatelineError(f"{error.filename}: not there; gold comes in pairs of NAME.txt and NAME.toml") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path.name}: cannot be read: {error}; mend the file") from None
    row = Row(values, path.name, text)
    events = tuple(_event(r) for r in row.rows("event"))
    return GoldReport(
        path.stem, text, events, _day(row, "published") if "published" in values else None, values.get("publisher"),
        row.word("register", "register", "agency"), _relations(row, [event.id for event in events]),
        tuple(NotEvent(r.quote("quote"), r.get("why", str)) for r in row.rows("not_event")),
    )  # fmt: skip


def load_gold(folder: Path, prefix: str = "") -> list[GoldReport]:
    """All gold of a folder whose name begins with `prefix`; DatelineError where there is none."""
    paths = sorted(folder.glob(f"{prefix}*.toml"))
    lone = sorted({p.stem for p in folder.glob(f"{prefix}*.txt")} - {p.stem for p in paths})
    if lone or not paths:
        raise DatelineError(f"{folder}: {lone[0]}.txt has no {lone[0]}.toml" if lone else f"{folder}: no gold there")
    return [load_report(path) for path in paths]
