"""The verb of review.

In: words of the command line. Out: pages in a browser, until the person stops them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli import options as given

PORT = 8765


def review(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="Project file, or its folder.")] = given.HERE,
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, metavar="N", help="Where the pages are served.")
    ] = PORT,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Other than 127.0.0.1 needs a password.")
    ] = "127.0.0.1",
    password: Annotated[
        str | None, typer.Option("--password", metavar="TEXT", help="Asked of whoever comes; - asks you for it now.")
    ] = None,
    second: Annotated[bool, typer.Option("--second", help="A blind second reading of a share of the events.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Only look; nothing can be decided.")] = False,
    by: given.By = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Print the address; open no browser.")] = False,
) -> None:
    """Review events in a browser: the words in front of you, every decision logged."""
    from dateline.project import open_project
    from dateline.web import Access
    from dateline.web import review as serve

    secret = typer.prompt("password", hide_input=True) if password == "-" else password
    secret = secret or os.environ.get("DATELINE_PASSWORD")
    access = Access(host, port, secret, read_only)
    serve(open_project(project, read_only), by, second, access, typer.echo, not no_open)


VERBS: dict[str, Callable[..., Any]] = {"review": review}
