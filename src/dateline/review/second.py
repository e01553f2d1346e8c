"""The blind second reading: which events are drawn for it.

In: an event's id and the share that is read twice. Out: whether it is drawn: by a hash of its id, so that the same
events are drawn on every machine and nobody can pick them.
"""

from __future__ import annotations

from dateline.model.report import digest


def drawn(event: str, share: float) -> bool:
    """Whether the event is among the share that is read twice."""
    return int(digest("second reading", event, size=8), 16) < share * 16**8
