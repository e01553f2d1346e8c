"""The project file: one SQLite database that is only ever added to."""

from dateline.store.file import Store

__all__ = ["Store"]
