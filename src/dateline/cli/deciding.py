"""Verbs that decide: split, join, undo. Each appends one decision; nothing is overwritten.

In: words of the command line. Out: the decision's id, by which it can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options as given

if TYPE_CHECKING:
    from dateline.model.claims import Decision

One = Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of it.")]


def split(
    event: One,
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The account to part, as 'show EVENT' lists it.")],
    reason: given.Reason,
    project: given.ProjectPath = given.HERE,
    by: given.By = None,
) -> None:
    """Part an account from its event."""
    _done(given.opened(project).split(event, account, reason, by))


def join(
    one: One,
    two: Annotated[str, typer.Argument(metavar="EVENT", help="The other event's id.")],
    reason: given.Reason,
    project: given.ProjectPath = given.HERE,
    by: given.By = None,
) -> None:
    """Say that two events are one."""
    _done(given.opened(project).join(one, two, reason, by))


def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="A decision's id, as 'log' lists it.")],
    reason: given.Reason = "",
    project: given.ProjectPath = given.HERE,
    by: given.By = None,
) -> None:
    """Take a decision back; that is a decision too."""
    _done(given.opened(project).undo(decision, reason, by))


def _done(decision: Decision) -> None:
    typer.echo(
        f"{decision.act}: decision {decision.id} by {decision.by}; take it back with 'dateline undo {decision.id}'"
    )


VERBS: dict[str, Callable[..., Any]] = {"split": split, "join": join, "undo": undo}
