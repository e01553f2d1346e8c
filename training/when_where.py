"""When and where the events of invented reports happened, as coders who read them whole have it.

In: reports/when_where/*.txt (README.md says how a line looks), of the reports of the same name. Out: `Coded` by report
and event.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.evaluate.gold import GoldEvent, GoldPlace
from dateline.extract.when.time_calendar import Stretch, day, month, years
from dateline.model.values import Period
from training.data import REPORTS

CODED = REPORTS / "when_where"


@dataclass(frozen=True, slots=True)
class Coded:
    """When and where one event happened, and what that rests on: "told", "taken over", "inferred" or "none"."""

    event: GoldEvent
    when: str
    where: str


def _stretch(told: str) -> Stretch:
    """ "1993", "1993-02" or "1993-02-17": the days of it."""
    year, *rest = (int(part) for part in told.split("-"))
    if not rest:
        return years(year, year)
    return month(year, rest[0]) if len(rest) == 1 else day(date(year, *rest))


def _period(days: str, precision: str, words: str) -> Period | None:
    start, _, end = days.partition("..")
    return Period(_stretch(start).start, _stretch(end or start).end, precision, words) if days != "-" else None


def _rests(words: str) -> str:
    return {"-": "none", "~": "inferred"}.get(words, "taken over" if words.startswith("~") else "told")


def coded(path: Path) -> dict[str, dict[str, Coded]]:
    """Number of the report -> number of the event -> what is coded."""
    found: dict[str, dict[str, Coded]] = defaultdict(dict)
    report = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@"):
            report = line[1:].strip()
            continue
        number, days, fine, when, name, country, precision, where = line.split(" | ")
        place = GoldPlace(name, country, precision) if name != "-" else None
        event = GoldEvent(number, "", (), period=_period(days, fine, when), place=place)
        found[report][number] = Coded(event, _rests(when), _rests(where))
    return found
