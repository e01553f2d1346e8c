"""The plug-in door: inputs, components and exporters come in by entry points, the built-ins too.

In: a group name. Out: the objects registered under it, by name, in a stable order. Groups:
`dateline.inputs`, `dateline.components`, `dateline.exporters`.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Any

from dateline.errors import DatelineError


def plugins(group: str) -> dict[str, Any]:
    """Name -> loaded object for every plug-in of `group`, sorted by name; DatelineError where one cannot be loaded."""
    found = sorted(entry_points(group=f"dateline.{group}"), key=lambda point: point.name)
    return {point.name: _loaded(point) for point in found}


def _loaded(point: EntryPoint) -> Any:
    try:
        return point.load()
    except Exception as error:  # whatever a plug-in's module raises: the installation is broken, not the input
        raise DatelineError(
            f"plug-in {point.name} ({point.value}) cannot be loaded: {error}; install it anew"
        ) from error
