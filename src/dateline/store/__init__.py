"""The project file: one SQLite database that is only ever added to."""

from dateline.store.file import FAILED, Store
from dateline.store.lock import writing
from dateline.store.rows import version_of

__all__ = ["FAILED", "Store", "version_of", "writing"]
