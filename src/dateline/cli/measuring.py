"""Verbs that measure: score, compare, agree.

In: words of the command line. Out: tables or JSON on standard output; nothing in a project is changed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli import options as given


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of coded reports (docs/coding-guide.md).")],
    predicted: Annotated[
        Path | None,
        typer.Argument(metavar="PREDICTED", help="An events.jsonl or a project; none: the reports are read now."),
    ] = None,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Also the N worst events, with their words.")] = 0,
    legend: Annotated[bool, typer.Option("--legend", help="Also what each metric says.")] = False,
    workers: given.Workers = None,
    as_json: given.AsJson = False,
) -> None:
    """How well reports are read and merged, field by field, against coded ones."""
    from dateline.project import score_gold

    found = score_gold(gold, predicted, workers or 0)
    given.show_json(found.json()) if as_json else typer.echo(found.text(errors, legend))


def compare(
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="A project, an events.jsonl, or a table we exported.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="A table of events: ACLED, UCDP GED, GTD, other.")],
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where tables and a summary are written.")] = None,
    column: given.EventColumns = None,
    encoding: given.Encoding = None,
    as_json: given.AsJson = False,
) -> None:
    """Which of our events another dataset has too, what each has alone and why, and how far they agree."""
    from dateline.project import compare_datasets, comparison_dict, comparison_text, write_comparison

    found = compare_datasets(ours, theirs, given.pairs(column), given.known_encoding(encoding))
    files = write_comparison(found, out) if out else []
    given.show_json(comparison_dict(found)) if as_json else typer.echo(comparison_text(found))
    if files and not as_json:
        typer.echo("\nwritten: " + ", ".join(map(str, files)))


def agree(
    one: Annotated[str | None, typer.Argument(metavar="ONE", help="A folder of coded reports, or a coder.")] = None,
    two: Annotated[str | None, typer.Argument(metavar="TWO", help="The other folder, or the other coder.")] = None,
    project: given.ProjectPath = given.HERE,
    as_json: given.AsJson = False,
) -> None:
    """How far two coders agree, field by field: in two folders of gold, or in a project's decisions."""
    from dateline.project import agree_on, agreement_dict, agreement_table

    if one and two and Path(one).is_dir() and Path(two).is_dir():
        coded = agree_on(Path(one), Path(two))
        given.show_json(agreement_dict(coded)) if as_json else typer.echo(agreement_table(coded))
        return
    found = given.opened(project).agree(one, two)
    if as_json:
        given.show_json(found)
    else:
        typer.echo("\n".join(map(str, found)) or "no event has been decided by two coders")


VERBS: dict[str, Callable[..., Any]] = {"score": score, "compare": compare, "agree": agree}
