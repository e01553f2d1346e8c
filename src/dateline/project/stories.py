"""Which reports of a project tell one story, and the words that say so.

In: the rows of its status, its reports. Out: `StoryStatus`es, the largest first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.likeness import stories
from dateline.model.report import Report
from dateline.project.status import Status


@dataclass(frozen=True, slots=True)
class ToldReport:
    """One report of a story, and the events that are read in it."""

    id: str
    name: str
    published: str | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryStatus:
    """The reports, the oldest first; the words that most tell them alike, each with how many of them have it."""

    reports: tuple[ToldReport, ...]
    words: tuple[tuple[str, int], ...]

    def lines(self) -> list[str]:
        """The story with its words and its reports."""
        shared = ", ".join(f"{word} {count}" for word, count in self.words)
        return [
            f"one story in {len(self.reports)} reports; shared words, and in how many: {shared}",
            *(
                f"    {row.id}  {row.published or 'no date   '}  {row.name}: {', '.join(row.events) or 'no event'}"
                for row in self.reports
            ),
        ]


def told_stories(status: Status, reports: Mapping[str, Report]) -> tuple[StoryStatus, ...]:
    """Every story that several reports tell."""
    rows = {row.id: ToldReport(row.id, row.name, row.published, row.events) for row in status.reports}
    return tuple(StoryStatus(tuple(rows[name] for name in s.reports), s.words) for s in stories(reports))
