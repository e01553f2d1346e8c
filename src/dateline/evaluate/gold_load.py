"""Reading gold from disk, with every slip of a coder named.

In: a folder of NAME.txt and NAME.toml. Out: `GoldReport`s by name. Words outside the vocabulary, unknown
keys, quotes that the text does not have, missing fields and lone files raise `DatelineError`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.evaluate.gold import (
    Chain,
    GoldEvent,
    GoldParticipant,
    GoldPlace,
    GoldReport,
    GoldTarget,
    GoldToll,
    NearMiss,
    NotEvent,
)
from dateline.evaluate.words import table
from dateline.model.values import Estimate, Period, Speaker

GUIDE = "docs/coding-guide.md"


class Row:
    """A TOML table with its place in the file; what it lacks or misspells becomes a clear error."""

    def __init__(self, values: Mapping[str, Any], where: str, text: str) -> None:
        self.values, self.where, self.text = values, where, text

    def fail(self, problem: str) -> DatelineError:
        """The error to raise."""
        return DatelineError(f"{self.where}: {problem}; see {GUIDE}")

    def only(self, keys: str) -> None:
        """An error where the table has a key that is none of that table of words.toml."""
        known = table("keys")[keys]
        strange = sorted(set(self.values) - set(known))
        if strange:
            raise self.fail(f"{strange[0]} is no key here; there are {', '.join(known)}")

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
        """Words copied from the text, within a line."""
        value: str = self.get(name, str, default)
        if value not in self.text or "\n" in value:
            raise self.fail(f"{name}: no line of the text has {value!r}")
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


def _day(row: Row, name: str, default: date | None = None) -> date:
    value = row.get(name, date, default)
    return value.date() if isinstance(value, datetime) else value


def _said(row: Row) -> Chain:
    found = []
    for link in row.rows("said_by"):
        link.only("said_by")
        words = link.quote("speaker"), link.word("kind", "kind"), link.quote("cue", "")
        found.append(Speaker(*words))
    return tuple(found)


def _period(row: Row) -> Period:
    row.only("period")
    start = _day(row, "start")
    end = _day(row, "end", start)
    if end < start:
        raise row.fail("it ends before it starts")
    precision = row.word("precision", "time_precision")
    return Period(start, end, precision, row.quote("quote", ""), inferred=row.get("inferred", bool, False))


def _place(row: Row) -> GoldPlace:
    row.only("place")
    return GoldPlace(
        row.get("name", str), row.get("country", str), row.word("precision", "place_precision"),
        row.get("relation", str, ""), row.quote("quote", ""), row.get("inferred", bool, False),
    )  # fmt: skip


def _participant(row: Row) -> GoldParticipant:
    row.only("participant")
    ground = row.word("responsibility", "responsibility", "stated")
    who = row.word("role", "role"), row.get("name", str)
    return GoldParticipant(*who, row.quote("quote", ""), ground, row.quote("by", ""))


def _toll(row: Row) -> GoldToll:
    row.only("toll")
    bounds = {name: row.get(name, int) for name in ("low", "best", "high") if name in row.values}
    if not bounds:
        raise row.fail("it has none of low, best, high")
    if list(bounds.values()) != sorted(bounds.values()):
        raise row.fail("low, best and high must rise")
    more = {name: row.get(name, str, "") for name in ("age", "sex", "occupation")}
    return GoldToll(
        row.word("harm", "harm"), Estimate(**bounds), row.quote("quote"), row.word("status", "status", "unknown"),
        part_of=row.quote("part_of", ""), perpetrators=row.get("perpetrators", bool, False), said_by=_said(row),
        stance=row.word("stance", "stance", "asserted"),
        verification=row.word("verification", "verification", ""), **more,
    )  # fmt: skip


def _target(row: Row | None) -> GoldTarget:
    if row is None:
        return GoldTarget()
    row.only("target")
    return GoldTarget(row.get("kind", str), row.quote("quote", ""))


def _sub_events(row: Row) -> tuple[str, tuple[str, ...]]:
    main, also = row.get("sub_event", str), row.words("also")
    for name in (main, *also):
        if name not in load_codebook().types:
            raise row.fail(f"{name!r} is no sub-event of the codebook")
    return main, also


def _triggers(row: Row) -> tuple[str, ...]:
    triggers = row.words("triggers")
    missing = [trigger for trigger in triggers if trigger not in row.text]
    if missing or not triggers:
        raise row.fail(f"triggers: the text does not have {missing[0]!r}" if missing else "triggers: none given")
    return triggers


def _event(row: Row) -> GoldEvent:
    row.only("event")
    main, also = _sub_events(row)
    stance = row.word("stance", "stance", "asserted")
    period, place = row.row("period"), row.row("place")
    return GoldEvent(
        row.get("id", str), main, _triggers(row), also, row.word("salience", "salience", "main"), stance,
        row.words("also_stance"), row.word("clarity", "clarity", "single"),
        row.get("export", bool, stance in ("asserted", "alleged")), row.word("verification", "verification", ""),
        _said(row), row.quote("weapon", ""), _target(row.row("target")),
        _period(period) if period else None, _place(place) if place else None,
        tuple(_participant(r) for r in row.rows("participant")), tuple(_toll(r) for r in row.rows("toll")),
        row.get("happening", str, ""),
    )  # fmt: skip


def _relations(row: Row, ids: list[str]) -> tuple[tuple[str, str, str], ...]:
    found = tuple((r.get("from", str), r.get("to", str), r.word("kind", "relation")) for r in row.rows("relation"))
    lost = sorted({end for one, two, _ in found for end in (one, two)} - set(ids))
    if lost or len(set(ids)) < len(ids):
        raise row.fail(f"relation: no event has the id {lost[0]!r}" if lost else "two events have one id")
    return found


def _near_misses(row: Row, ids: list[str], name: str) -> Iterable[NearMiss]:
    for near in row.rows("near_miss"):
        near.only("near_miss")
        event, (other, _, twin) = near.get("event", str), near.get("other", str).partition("#")
        if event not in ids or not twin or (other == name and twin not in ids):
            raise near.fail(f"there is no event {event!r} here, or {near.get('other', str)!r} is not FILE#EVENT")
        yield NearMiss((name, event), (other, twin), near.get("why", str))


def _not_events(row: Row) -> Iterable[NotEvent]:
    for trap in row.rows("not_event"):
        trap.only("not_event")
        yield NotEvent(trap.quote("quote"), trap.word("why", "not_event"))


def _texts(path: Path, texts: Path) -> tuple[str, dict[str, Any]]:
    try:
        return (texts / f"{path.stem}.txt").read_text("utf-8"), tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise DatelineError(f"{error.filename}: not there; gold comes in pairs of NAME.txt and NAME.toml") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path.name}: cannot be read: {error}; mend the file") from None


def load_report(path: Path, texts: Path | None = None) -> GoldReport:
    """The gold of one NAME.toml and the NAME.txt beside it (or in `texts`); DatelineError where either is wrong."""
    text, values = _texts(path, texts or path.parent)
    row = Row(values, path.name, text)
    row.only("report")
    events = tuple(_event(r) for r in row.rows("event"))
    ids = [event.id for event in events]
    return GoldReport(
        path.stem, text, events, _day(row, "published") if "published" in values else None, values.get("publisher"),
        row.word("register", "register"), _relations(row, ids), tuple(_not_events(row)),
        tuple(_near_misses(row, ids, path.stem)), row.get("reprint_of", str, ""),
    )  # fmt: skip


def load_gold(folder: Path, texts: Path | None = None) -> list[GoldReport]:
    """All gold of a folder, the texts in it or in `texts`; DatelineError where there is none or a name is not there."""
    paths = sorted(folder.glob("*.toml"))
    lone = sorted({p.stem for p in folder.glob("*.txt")} - {p.stem for p in paths})
    if lone or not paths:
        raise DatelineError(f"{folder}: {lone[0]}.txt has no {lone[0]}.toml" if lone else f"{folder}: no gold there")
    reports = [load_report(path, texts) for path in paths]
    if texts is None:
        _hang_together(reports)
    return reports


def _hang_together(reports: list[GoldReport]) -> None:
    """DatelineError where a report names another, or an event of it, that is not there."""
    names = {report.name for report in reports}
    events = {(report.name, event.id) for report in reports for event in report.events}
    for report in reports:
        for near in report.near_misses:
            if near.two not in events:
                raise DatelineError(
                    f"{report.name}.toml, near_miss: no file here has {'#'.join(near.two)}; see {GUIDE}"
                )
        if report.reprint_of and report.reprint_of not in names:
            raise DatelineError(
                f"{report.name}.toml, reprint_of: no file here is called {report.reprint_of}; see {GUIDE}"
            )
