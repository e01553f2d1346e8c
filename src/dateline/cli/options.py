"""Arguments and options that several verbs share, and the first things verbs do with them.

In: words of the command line. Out: an open project, options for ingest and export; usage errors in one line.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.errors import DatelineError
from dateline.model.values import plain

if TYPE_CHECKING:
    from dateline.project import ExportOptions, IngestOptions, Project

ProjectPath = Annotated[
    Path, typer.Option("-p", "--project", metavar="PROJECT", help="Project file, or its folder.", show_default="here")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")]
Sources = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, addresses (add only), or - for standard input.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day for reports that carry none, as 2025-03-16.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=NAME", help="Which column holds text, title, date, url or publisher."),
]
EventColumns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=NAME", help="Which column of THEIRS holds start, place, best and so on."),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of text files, where it is not found out.")
]
Workers = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="Processes that read reports (0: one a processor).")
]
Publish = Annotated[bool, typer.Option("--publish", help="A report for others: private people masked, short quotes.")]
Names = Annotated[
    str | None,
    typer.Option("--names", metavar="REASON", help="Keep private people's names in what is written, and why."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with the decision.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides (else: the user's name).")]
HERE = Path()


def opened(path: Path) -> Project:
    """The project at `path`; StoreError where there is none."""
    from dateline.project import open_project

    return open_project(path)


def ingest_options(published: str | None, columns: list[str] | None, encoding: str | None) -> IngestOptions:
    """Options for reading input; DatelineError where a word cannot be used."""
    from dateline.project import IngestOptions, day_of

    day = day_of(published) if published else None
    return IngestOptions(day, pairs(columns), encoding=known_encoding(encoding))


def pairs(columns: list[str] | None) -> dict[str, str]:
    """FIELD=NAME words as field -> name; DatelineError where a word is none."""
    return dict(_pair(words) for words in columns or ())


def _pair(words: str) -> tuple[str, str]:
    field, _, name = words.partition("=")
    if not field or not name:
        raise DatelineError(f"--column {words}: write it as text=NAME")
    return field, name


def known_encoding(encoding: str | None) -> str | None:
    """The encoding; DatelineError where there is none of that name."""
    try:
        "".encode(encoding or "utf-8")
    except LookupError:
        raise DatelineError(f"--encoding {encoding}: no such encoding; utf-8, cp1252 and koi8-r are some") from None
    return encoding


def export_options(publish: bool, names: str | None) -> ExportOptions:
    """Options for writing; DatelineError where names are asked for without a reason."""
    from dateline.project import ExportOptions

    if names is not None and not names.strip():
        raise DatelineError("--names: say why the names of private people are needed")
    return ExportOptions(publish=publish, names=names)


def show_json(value: Any) -> None:
    """Print a value of the model as JSON."""
    typer.echo(json.dumps(plain(value), ensure_ascii=False, indent=1, default=str))


def text_of(file: Path) -> str:
    """The text of a file; DatelineError in one line where it is no text."""
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise DatelineError(f"{file}: is no text in UTF-8") from None
