"""The plug-in door: inputs, components and exporters come in by entry points, the built-ins too.

In: a group name. Out: the objects registered under it, by name, in a stable order. Groups:
`dateline.inputs`, `dateline.components`, `dateline.exporters`.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any


def plugins(group: str) -> dict[str, Any]:
    """Name -> loaded object for every plug-in of `group`, sorted by name."""
    found = sorted(entry_points(group=f"dateline.{group}"), key=lambda point: point.name)
    return {point.name: point.load() for point in found}
