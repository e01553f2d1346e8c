"""How a run ends: a table of the events, then what came of every input, in a few lines.

In: a project and what the run did. Out: text on standard output, or a plain value for JSON.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from dateline.cli import tables

if TYPE_CHECKING:
    from dateline.project import Project, RunSummary


def ended(project: Project, done: RunSummary) -> None:
    """Print the table and the lines under it."""
    listing, status = project.listing(), project.status()
    if listing.rows:
        tables.show(listing)
        typer.echo("")
    known = f", {done.added.known} known before" if done.added.known else ""
    typer.echo(f"{counted(len(status.reports), 'report')} ({done.added.added} new{known}, {done.read} read now)")
    typer.echo(
        f"{counted(len(listing.rows), 'event')}, {status.merged} told by several reports, {listing.withheld} withheld"
    )
    for outcome, count in sorted(_silent(project).items()):
        typer.echo(f"{counted(count, 'report')}: {outcome}")
    for note in done.added.notes:
        typer.echo(f"note: {note}")
    for refused in done.added.rejected:
        typer.echo(f"refused: {refused}")
    typer.echo("written: " + ", ".join(str(file) for file in done.files))
    typer.echo(f"more: dateline -h; dateline why EVENT FIELD -p {project.path}")


def counted(number: int, noun: str) -> str:
    """ "1 report", "12 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _silent(project: Project) -> Counter[str]:
    """Outcomes other than events, counted."""
    return Counter(row.outcome for row in project.status().reports if row.outcome != "events")


def summary(project: Project, done: RunSummary) -> dict[str, Any]:
    """The same as one plain value."""
    status = project.status()
    return {
        "reports": len(status.reports),
        "added": done.added.added,
        "known": done.added.known,
        "read": done.read,
        "outcomes": status.outcomes,
        "events": sum(status.events.values()),
        "withheld": status.withheld,
        "refused": done.added.rejected,
        "notes": done.added.notes,
        "files": [str(file) for file in done.files],
        "project": str(project.path),
    }
