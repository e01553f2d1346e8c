"""A text read by dateline, as every user reads one.

In: a text, and the day it was published where the corpus tells one. Out: the `Reading`; a text on which the
reader fails gives an empty one whose outcome says so, as in a project.
"""

from __future__ import annotations

from datetime import date

from dateline.evaluate.told import ToldEvent, told_events
from dateline.extract.read import read
from dateline.model.reading import Reading
from dateline.model.report import Report


def read_report(text: str, published: date | None = None, title: str | None = None, origin: str = "") -> Reading:
    """All that dateline reads in the text, which is taken for English."""
    report = Report(text, title=title, published=published, origin=origin, language="en")
    try:
        return read(report)
    except Exception as error:  # one text must not end the run
        return Reading(report, outcome=f"not read: the reader failed ({type(error).__name__}: {error})")


def happened(reading: Reading) -> list[ToldEvent]:
    """Its events in text order, without those that are only planned, supposed or denied."""
    return [event for event in told_events(reading) if event.exported]


def main_event(events: list[ToldEvent]) -> ToldEvent | None:
    """The one event an article is about: told as main before background, then the one told first."""
    return min(events, key=lambda event: (event.salience != "main", event.anchor), default=None)
