"""Making and opening projects, and the main job in one go.

In: a folder or file. Out: a `Project`; `run` adds, reads, merges and exports, and leaves the project in OUT.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dateline.errors import DatelineError, NothingReadError, StoreError
from dateline.export.options import ExportOptions
from dateline.ingest import IngestOptions
from dateline.project.project import Project
from dateline.project.steps import NAME, Progress, RunSummary, silent


def open_project(path: str | Path, read_only: bool = False) -> Project:
    """The project in that file, or in that folder; StoreError where there is none."""
    file = Path(path)
    file = file / NAME if file.is_dir() else file
    if not file.exists():
        raise StoreError(f"{file}: there is no project here; make one with 'dateline init' or 'dateline run'")
    return Project(file, read_only)


def init(folder: str | Path) -> Project:
    """A new project in `folder`, or the one that is there; StoreError where the folder cannot be made."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made: {error.strerror}; name another folder") from None
    return Project(Path(folder) / NAME)


def run(
    sources: Iterable[str | Path],
    out: str | Path,
    options: IngestOptions | None = None,
    export: ExportOptions | None = None,
    progress: Progress = silent,
    workers: int | None = None,
) -> tuple[Project, RunSummary]:
    """Add, extract, merge and export in one go; NothingReadError where the project then holds no report."""
    project = init(out)
    added = project.add(sources, options, progress)
    if not project.reports():
        raise NothingReadError("\n".join(["no report could be read", *(f"  {refused}" for refused in added.rejected)]))
    read = project.extract(progress, workers)
    progress("merging", 0, 0)
    project.merge()
    files = project.export(out, None, export, progress)
    return project, RunSummary(added, read, tuple(files))


def day_of(text: str) -> date:
    """An ISO day; DatelineError where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DatelineError(f"{text}: not a day; write it as 2025-03-16") from None
