"""Verbs that measure: score, agree.

In: words of the command line. Out: tables or JSON on standard output; nothing is changed.
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


def agree(
    one: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of coded reports.")],
    two: Annotated[Path, typer.Argument(metavar="GOLD", help="The same reports, coded by another.")],
    as_json: given.AsJson = False,
) -> None:
    """How far two coders of the same reports agree, field by field."""
    from dateline.project import agree_on, agreement_dict, agreement_table

    found = agree_on(one, two)
    given.show_json(agreement_dict(found)) if as_json else typer.echo(agreement_table(found))


VERBS: dict[str, Callable[..., Any]] = {"score": score, "agree": agree}
