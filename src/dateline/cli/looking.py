"""Verbs that look: show, why, log, status, check, codebook, gazetteer (whose `add` alone changes something).

In: words of the command line. Out: text or JSON on standard output; nothing is changed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli import options as given
from dateline.errors import EXIT_OK, EXIT_SOME_REJECTED, DatelineError
from dateline.model.values import plain

Event = Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of it.")]


def show(
    event: Annotated[str | None, typer.Argument(metavar="EVENT", help="An event's id; none lists them all.")] = None,
    project: given.ProjectPath = given.HERE,
    as_json: given.AsJson = False,
) -> None:
    """List the events, or show all that is known of one."""
    from dateline.cli import tables

    opened = given.opened(project)
    if event is None:
        found = opened.listing()
        given.show_json(found.rows) if as_json else tables.show(found, None)
        return
    record = opened.show(event)
    given.show_json(record.json) if as_json else typer.echo(str(record))


def why(
    event: Event,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="killed, place, period, type, merge, ...")],
    project: given.ProjectPath = given.HERE,
    as_json: given.AsJson = False,
) -> None:
    """What one value rests on: quotes, speakers, rule, inputs, decisions."""
    found = given.opened(project).why(event, field)
    given.show_json(found) if as_json else typer.echo(str(found))


def log(
    project: given.ProjectPath = given.HERE,
    to: Annotated[
        str | None, typer.Option("--export", metavar="FILE", help="Write the log as JSON Lines; - prints.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--import", metavar="FILE", help="Add the log of another copy.")] = None,
    as_json: given.AsJson = False,
) -> None:
    """List every decision, oldest first; or write the log to a file, or unite it with another's."""
    opened = given.opened(project)
    if file is not None:
        count = opened.import_log(given.text_of(file), file.name)
        typer.echo(f"{count} decisions added")
        return
    if to is not None:
        sys.stdout.write(opened.export_log()) if to == "-" else Path(to).write_text(opened.export_log(), "utf-8")
        return
    if as_json:
        given.show_json([{"id": decision.id, **plain(decision)} for decision in opened.log()])
        return
    typer.echo("\n".join(opened.log_lines()) or "no decisions yet")


def status(
    project: given.ProjectPath = given.HERE,
    reports: Annotated[bool, typer.Option("--reports", help="Every report, with what came of it.")] = False,
    unread: Annotated[bool, typer.Option("--unread", help="What no claim used, report by report.")] = False,
    pairs: Annotated[bool, typer.Option("--pairs", help="Pairs that were nearly, or only just, merged.")] = False,
    stories: Annotated[bool, typer.Option("--stories", help="Which reports tell one story, and why.")] = False,
    as_json: given.AsJson = False,
) -> None:
    """What is in the project and what came of it."""
    opened = given.opened(project)
    if stories:
        told = opened.stories()
        text = "\n".join(line for story in told for line in story.lines())
        given.show_json(told) if as_json else typer.echo(text or "no story is told by several reports")
        return
    found = opened.status()
    if as_json:
        given.show_json(found)
        return
    lines = [line for row in found.reports for line in row.lines()] if reports else []
    lines += [f"refused: {refused}" for refused in found.rejected] if reports else []
    lines += [line for row in found.reports for line in row.unread_lines()] if unread else []
    lines += [line for pair in found.pairs for line in pair.lines()] if pairs else []
    typer.echo("\n".join(lines) if reports or unread or pairs else str(found))


def check(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A project, or an exported file.")] = given.HERE,
    as_json: given.AsJson = False,
) -> int:
    """Whether a project still stands on its words, or an exported file is valid."""
    from dateline.project import check_path

    found = check_path(path)
    given.show_json(found) if as_json else typer.echo(str(found))
    return EXIT_SOME_REJECTED if found.problems else EXIT_OK


def codebook(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A field, type or rule; none lists them.")] = None,
    as_json: given.AsJson = False,
) -> None:
    """What the codebook says of a field, a type of event, or a rule."""
    from dateline.project import define, defined

    found = define(name) if name else defined()
    if as_json:
        given.show_json(found)
    elif name:
        typer.echo("\n".join(f"{key}\n  {words}" for key, words in found.items()))
    else:
        typer.echo("\n".join(f"{group}: {', '.join(names)}" for group, names in found.items()))


def gazetteer(
    act: Annotated[str | None, typer.Argument(metavar="[add]", help="add: take in a dump of GeoNames.")] = None,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="allCountries or XX, as .txt or .zip.")] = None,
    as_json: given.AsJson = False,
) -> None:
    """What is in the gazetteer, or add villages from a dump of GeoNames."""
    from dateline.project import gazetteer as holdings
    from dateline.project import gazetteer_add

    if act not in (None, "add") or (act == "add") != (file is not None):
        raise DatelineError("say 'dateline gazetteer' to list it, or 'dateline gazetteer add FILE'")
    if file is not None:
        gazetteer_add(file)
    found = holdings()
    given.show_json(found) if as_json else typer.echo(str(found))


VERBS: dict[str, Callable[..., Any]] = {
    "show": show,
    "why": why,
    "log": log,
    "status": status,
    "check": check,
    "codebook": codebook,
    "gazetteer": gazetteer,
}
