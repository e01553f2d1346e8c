"""On whose word, in what stance, how far checked: what lies over a stretch of text.

In: a Reading and character offsets. Out: chain, stance and verification of what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from dateline.model.reading import Mention, Reading

M = TypeVar("M", bound=Mention)
RANK = ("denied", "hypothetical", "planned", "alleged")


def _over(layer: Iterable[M], start: int, end: int) -> list[M]:
    return sorted((m for m in layer if m.start <= start and end <= m.end), key=lambda m: (m.end - m.start, m.start))


def said(reading: Reading, start: int, end: int) -> dict[str, Any]:
    """chain, stance, verification for the words at `start`-`end`; the narrowest saying speaks."""
    sayings = _over(reading.sayings, start, end)
    stances = {m.stance for m in _over(reading.stances, start, end)}
    checks = _over(reading.verifications, start, end)
    return {
        "chain": tuple(link for link in sayings[0].chain if link.speaker) if sayings else (),
        "stance": next((stance for stance in RANK if stance in stances), "asserted"),
        "verification": checks[0].verification if checks else None,
    }
