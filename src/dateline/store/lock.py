"""One person reviews at a time: a lock beside the project's file.

In: the project's path and who wants to write. Out: the lock, held until it is let go or the process ends;
StoreError in one line that names who holds it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dateline.errors import StoreError


@contextmanager
def writing(project: Path, who: str) -> Iterator[None]:
    """Hold the lock as `who`."""
    path = project.with_name(f"{project.name}-reviewer")
    try:
        held = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}; look without writing with --read-only") from None
    with held:
        if not _lock(held):
            held.seek(0)
            holder = held.read().strip() or "somebody"
            raise StoreError(f"{project}: {holder} is reviewing it; wait until that ends, or look with --read-only")
        held.truncate(0)
        held.write(f"{who} (process {os.getpid()})")
        held.flush()
        yield
        held.truncate(0)


def _lock(file: IO[str]) -> bool:
    """Whether the file could be locked for us alone."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(4096)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
