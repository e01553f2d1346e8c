"""dateline: news reports of conflict in, checkable events out.

`dateline.read(text, published=...)` gives a `Reading` with no project at all; `dateline.open(path)` gives a
`Project`. Both are looked up when first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.project import open_project as open
    from dateline.project import read_text as read

__all__ = ["open", "read"]

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one report, one thread; several processes
_NAMES = {"open": "open_project", "read": "read_text"}


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dateline import project

    return getattr(project, _NAMES[name])
