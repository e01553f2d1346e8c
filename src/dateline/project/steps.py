"""Small things that the verbs share: what `add` and `run` report back, progress, the look-up of an event.

In: events. Out: values for the caller; DatelineError where a name fits no event or several.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError
from dateline.model.claims import Event
from dateline.model.report import Rejected

WRITTEN_BY_RUN = ("jsonl", "acled", "geojson", "report")
NAME = "project.dateline"
WRITTEN = ("events.jsonl", "acled.csv", "acled.left-out.csv", "events.geojson", "report.html", "report.publish.html")
COMPARED = ("matched.csv", "only_ours.csv", "only_theirs.csv", "agreement.csv", "summary.md")
OWN = frozenset(
    [*WRITTEN, *COMPARED, "dateline.toml", NAME, *(f"{NAME}-{part}" for part in ("wal", "shm", "journal", "reviewer"))]
)
Progress = Callable[[str, int, int], None]  # step, done, of how many (0: not known)


def silent(step: str, done: int, total: int) -> None:
    """No progress shown."""


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did with its input: reports new and known before, input refused, remarks."""

    added: int = 0
    known: int = 0
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did: what it added, how many reports were read now, the files written."""

    added: Added
    read: int
    files: tuple[Path, ...]


def written_here(origin: str | None) -> bool:
    """Whether that is a file that dateline itself wrote beside a project, and so no report."""
    path = Path((origin or "").split("#", 1)[0])
    return path.name in OWN and (path.parent / NAME).exists()


def known(name: str, events: Sequence[Event]) -> Event:
    """The event of that id, alias or beginning of one; DatelineError where none or several match."""
    wanted = name if name.startswith("DL-") else f"DL-{name}"
    found = [e for e in events if wanted in (e.id, *e.aliases)]
    found = found or [e for e in events if any(n.startswith(wanted) for n in (e.id, *e.aliases))]
    if len(found) != 1:
        what = "no event" if not found else f"{len(found)} events"
        raise DatelineError(f"{name or repr(name)}: {what} of that id; 'dateline show' lists them")
    return found[0]
