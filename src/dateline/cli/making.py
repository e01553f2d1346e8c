"""Verbs that bring reports in, read them, merge and write: run, init, add, extract, merge, export, interactions.

In: words of the command line. Out: files, and what was done in a few lines.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options as given
from dateline.cli.progress import bar
from dateline.cli.summary import counted, ended, summary
from dateline.errors import EXIT_NOTHING_READ, EXIT_OK, EXIT_SOME_REJECTED, DatelineError

if TYPE_CHECKING:
    from dateline.project import Added, ExportOptions, Project

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the project and all files.")]
Formats = Annotated[
    list[str] | None, typer.Option("--format", metavar="NAME", help="jsonl, acled, geojson or report; all without it.")
]
To = Annotated[
    str, typer.Option("--out", metavar="DIR", help="Folder to write into; - writes one format to standard output.")
]


def run(
    paths: given.Sources,
    out: Out,
    published: given.Published = None,
    publish: given.Publish = False,
    names: given.Names = None,
    column: given.Columns = None,
    encoding: given.Encoding = None,
    workers: given.Workers = None,
    as_json: given.AsJson = False,
) -> int:
    """Add, extract, merge and export in one go: reports in, events out."""
    from dateline.project import run as run_all

    _no_addresses(paths)
    reading = given.ingest_options(published, column, encoding)
    writing = given.export_options(publish, names)
    with bar() as progress:
        project, done = run_all(paths, out, reading, writing, progress, workers)
    if as_json:
        given.show_json(summary(project, done))
    else:
        ended(project, done)
    return EXIT_SOME_REJECTED if done.added.rejected else EXIT_OK


def _no_addresses(paths: Sequence[str]) -> None:
    for path in paths:
        if path.startswith(("http://", "https://")):
            raise DatelineError(f"{path}: run fetches nothing; add it to a project with 'dateline add'")


def interactions(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The table to write.")] = Path("interactions.csv"),
    project: given.ProjectPath = given.HERE,
    publish: given.Publish = False,
    names: given.Names = None,
    workers: given.Workers = None,
) -> int:
    """Write what one actor says or does to another in the project's reports, in PLOVER's roots."""
    with bar() as progress:
        opened = given.opened(project)
        count, failed = opened.write_interactions(out, given.export_options(publish, names), progress, workers)
    typer.echo(f"written: {out}: {counted(count, 'interaction')}")
    for name in failed:
        typer.echo(f"not read: {name}: the reader failed; please report this")
    return EXIT_SOME_REJECTED if failed else EXIT_OK


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the project shall lie.")] = given.HERE,
) -> None:
    """Make a new, empty project."""
    from dateline.project import init as make

    typer.echo(f"{make(folder).path}: ready; add reports with 'dateline add'")


def add(
    paths: given.Sources,
    project: given.ProjectPath = given.HERE,
    published: given.Published = None,
    column: given.Columns = None,
    encoding: given.Encoding = None,
    as_json: given.AsJson = False,
) -> int:
    """Keep reports in the project; an address is fetched, because you ask for it."""
    reading = given.ingest_options(published, column, encoding)
    opened = given.opened(project)
    with bar() as progress:
        done = opened.add(paths, reading, progress)
    if as_json:
        given.show_json(done)
    else:
        added_lines(done)
    nothing = done.rejected and not (done.added or done.known)
    return EXIT_NOTHING_READ if nothing else EXIT_SOME_REJECTED if done.rejected else EXIT_OK


def added_lines(done: Added) -> None:
    """Print what came in, and each refused input in one line on standard error."""
    for note in done.notes:
        typer.echo(f"note: {note}", err=True)
    for refused in done.rejected:
        typer.echo(f"refused: {refused}", err=True)
    again = f", {done.known} known before" if done.known else ""
    refused_count = f", {counted(len(done.rejected), 'input')} refused" if done.rejected else ""
    typer.echo(f"{counted(done.added, 'report')} added{again}{refused_count}")


def extract(
    project: given.ProjectPath = given.HERE,
    workers: given.Workers = None,
    again: Annotated[bool, typer.Option("--again", help="Read all reports anew; decisions stay.")] = False,
    as_json: given.AsJson = False,
) -> None:
    """Read the reports that have not been read yet."""
    opened = given.opened(project)
    with bar() as progress:
        count = opened.extract(progress, workers, again)
    given.show_json({"read": count}) if as_json else typer.echo(f"{counted(count, 'report')} read")


def merge(project: given.ProjectPath = given.HERE, as_json: given.AsJson = False) -> None:
    """Find which accounts of different reports tell of one event."""
    opened = given.opened(project)
    links, events = opened.merge(), len(opened.events())
    told = {"links": links, "events": events}
    given.show_json(told) if as_json else typer.echo(
        f"{counted(links, 'link')} between accounts of one event; {counted(events, 'event')}"
    )


def export(
    out: To,
    project: given.ProjectPath = given.HERE,
    formats: Formats = None,
    publish: given.Publish = False,
    names: given.Names = None,
) -> None:
    """Write events.jsonl, acled.csv, events.geojson and report.html."""
    writing, opened = given.export_options(publish, names), given.opened(project)
    if out == "-":
        _to_standard_output(opened, formats or [], writing)
        return
    with bar() as progress:
        files = opened.export(out, formats or None, writing, progress)
    for file in files:
        typer.echo(str(file))


def _to_standard_output(project: Project, formats: list[str], writing: ExportOptions) -> None:
    if len(formats) != 1:
        raise DatelineError("--out -: standard output takes one format; name it with --format")
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(project.export(folder, formats, writing)[0].read_text("utf-8"))


VERBS: dict[str, Callable[..., Any]] = {
    "run": run,
    "init": init,
    "add": add,
    "extract": extract,
    "merge": merge,
    "export": export,
    "interactions": interactions,
}
