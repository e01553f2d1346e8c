"""Events as a table that a person reads at a glance.

In: a listing. Out: a table on standard output: when, where, what, who to whom, harm and on whose word.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.project import Listing, Row

MOST = 40
WIDTH = 140  # columns where there is no terminal to ask


def show(listing: Listing, most: int | None = MOST) -> None:
    """Print the events' table, at most `most` rows of it (None: all)."""
    from rich.console import Console

    rows = listing.first(most)
    console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False, markup=False)
    console.print(_table(rows))
    if len(listing.rows) > len(rows):
        console.print(f"and {len(listing.rows) - len(rows)} more: dateline show")


def _table(rows: tuple[Row, ...]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=False)
    for name, share in (("when", 3), ("where", 4), ("what", 4), ("who → whom", 6), ("harm, on whose word", 8)):
        table.add_column(name, ratio=share, overflow="fold")
    for row in rows:
        dim = row.salience == "background" or bool(row.withheld)
        table.add_row(*(Text(cell, style="dim" if dim else "") for cell in cells(row)))
    return table


def cells(row: Row) -> tuple[str, ...]:
    """The five cells of a row."""
    who = f"{row.who or 'not told'} → {row.whom}" if row.whom else row.who or "not told"
    marks = [f"{row.reports} reports"] if row.reports > 1 else []
    marks += [row.salience] if row.salience != "main" else []
    marks += [f"withheld: {row.withheld}"] if row.withheld else []
    what = "\n".join([row.what, *(f"({mark})" for mark in marks)])
    return f"{row.when}\n{row.id}", row.where, what, who, "\n".join(row.harm) or "none told"
