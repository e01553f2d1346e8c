"""The project file: one SQLite database that is only ever added to."""

from dateline.store.file import FAILED, Store

__all__ = ["FAILED", "Store"]
