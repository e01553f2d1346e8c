"""The project file: one SQLite database that is only ever added to."""

from dateline.store.file import FAILED, Store
from dateline.store.lock import writing

__all__ = ["FAILED", "Store", "writing"]
