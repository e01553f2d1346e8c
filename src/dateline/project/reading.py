"""Reading many reports, on several processes, in a stable order; and one text with no project at all.

In: reports. Out: (claims, accounts, outcome) of each, in the order given. One report that cannot be
read is listed with the reason; the others go on.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from typing import TypeVar

from dateline.errors import DatelineError, StoreError
from dateline.extract.interactions import interactions
from dateline.extract.read import read
from dateline.gazetteer import open_gazetteer
from dateline.ingest.language import language
from dateline.model.claims import Account, Claim
from dateline.model.dataset import Outcome
from dateline.model.reading import Interaction, Reading
from dateline.model.report import Report
from dateline.processes import crew
from dateline.store import FAILED

Found = TypeVar("Found")
Read = tuple[tuple[Claim, ...], tuple[Account, ...], Outcome]
FEW = 12  # below this many reports a second process costs more than it saves


def read_text(
    text: str, published: date | str | None = None, title: str | None = None, publisher: str | None = None
) -> Reading:
    """All that dateline reads in a text, with no project; offsets are the text's own. ValueError: no ISO day."""
    day = date.fromisoformat(published) if isinstance(published, str) else published
    by = "option" if day else None
    return read(Report(text, title, day, by, publisher, language=language(text) if text.strip() else None))


def read_one(report: Report) -> Read:
    """What one report says; a failure of the reader is an outcome, a failure of the disk ends the run."""
    try:
        reading = read(report)
    except DatelineError:
        raise
    except (OSError, sqlite3.Error) as error:
        raise _no_room(error) from None
    except Exception as error:  # a reader that fails on one report must not cost the others
        why = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return (), (), Outcome(report.id, f"{FAILED} ({why}); please report this")
    people = tuple((mention.start, mention.end) for mention in reading.people)
    return reading.claims, reading.accounts, Outcome(report.id, reading.outcome, (), reading.unread, people)


def interactions_one(report: Report) -> tuple[Interaction, ...] | None:
    """What one actor says or does to another in one report; None where the reader fails on it."""
    try:
        return interactions(read(report, "actors"))
    except DatelineError:
        raise
    except (OSError, sqlite3.Error) as error:
        raise _no_room(error) from None
    except Exception:  # a reader that fails on one report must not cost the others
        return None


def _no_room(error: Exception) -> StoreError:
    return StoreError(f"cannot read what reading needs: {error}; free some space and run it again")


def read_all(reports: Sequence[Report], workers: int = 0) -> Iterator[Read]:
    """Every report read, in the order given, on `workers` processes (0: one a processor)."""
    return _each(read_one, reports, workers)


def interactions_all(reports: Sequence[Report], workers: int = 0) -> Iterator[tuple[Interaction, ...] | None]:
    """The interactions of every report, likewise."""
    return _each(interactions_one, reports, workers)


def _each(read_: Callable[[Report], Found], reports: Sequence[Report], workers: int) -> Iterator[Found]:
    count = min(workers or os.cpu_count() or 1, max(1, len(reports) // FEW))
    if count == 1:
        yield from map(read_, reports)
        return
    _prepare()
    with crew(count) as pool:
        try:
            yield from pool.map(read_, reports)
        except BrokenProcessPool:
            raise StoreError(
                "a reading process was ended, most likely for want of memory; what was read is kept:"
                " run it again with --workers 1"
            ) from None


def _prepare() -> None:
    """Build the gazetteer's file, where there is none, before several processes ask for it."""
    try:
        open_gazetteer()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"the gazetteer cannot be built: {error}; free some space or set DATELINE_CACHE") from None
