"""What leaves a project: events with the reports they rest on and what came of every input.

In: the folded events and the project's reports. Out: `Dataset`, the one thing an exporter is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.claims import Event
from dateline.model.reading import Unread
from dateline.model.report import Rejected, Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one report: "events", "no events: why", "not read: why"; and what stayed unread.

    `people` are the character ranges of private people's names, masked in what is published.
    """

    report: str
    outcome: str
    events: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    people: tuple[tuple[int, int], ...] = ()
    reprint_of: str | None = None
    replaced_by: str | None = None  # the newest version of its page


@dataclass(frozen=True, slots=True)
class Dataset:
    """Events (in id order), the reports they cite by id, every report's outcome, refused input."""

    events: tuple[Event, ...]
    reports: Mapping[str, Report]
    outcomes: tuple[Outcome, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    near_misses: tuple[tuple[str, str, float], ...] = ()
