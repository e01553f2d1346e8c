"""Marks: what one comparison gave.

In: nothing. Out: `Mark`, of which everything else is a sum: right, said (by dateline) and wanted (by
gold), with the words on both sides where it went wrong.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One comparison under a metric; an accuracy has said = wanted = 1."""

    metric: str
    right: int
    said: int
    wanted: int
    event: str = ""
    gold: str = ""
    read: str = ""

    @property
    def wrong(self) -> bool:
        """Did it go wrong?"""
        return self.right < max(self.said, self.wanted)


def judged(metric: str, right: bool, gold: str, read: str, event: str) -> Mark:
    """A mark of an accuracy: both sides said something."""
    return Mark(metric, int(right), 1, 1, event, gold, read)


def given(metric: str, right: bool, gold: str | None, read: str | None, event: str) -> Mark:
    """A mark of a field that either side may leave out (None)."""
    hit = right and gold is not None and read is not None
    said, wanted = int(read is not None), int(gold is not None)
    return Mark(metric, int(hit), said, wanted, event, gold or "nothing", read or "nothing")
