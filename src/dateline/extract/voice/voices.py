"""On whose word, in what stance, how far checked: what lies over a stretch of text.

In: a Reading and character offsets. Out: chain, stance and verification of what stands there; of what one alleges
and another denies, both chains.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from dateline.model.reading import Mention, Reading, Saying, StanceMention
from dateline.model.values import Speaker

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
        "chain": _named(sayings[0]) if sayings else (),
        "stance": next((stance for stance in RANK if stance in stances), "asserted"),
        "verification": checks[0].verification if checks else None,
    }


def contested(
    reading: Reading, denial: StanceMention, start: int, end: int
) -> tuple[tuple[Speaker, ...], tuple[Speaker, ...]]:
    """Who alleges the words at `start`-`end` and who denies them; nobody alleges what is only a rumour."""
    sayings = _over(reading.sayings, start, end)
    denials = [s for s in sayings if _denies(s, denial) and _named(s)]
    alleges = bool(sayings) and not _denies(sayings[0], denial)
    return _named(sayings[0]) if alleges else (), _named(denials[0]) if denials else ()


def _denies(saying: Saying, denial: StanceMention) -> bool:
    """Whether it is said with the denial's own word, or the denial is part of what is said."""
    own = saying.cue_start <= denial.cue_start < saying.cue_end
    return own or saying.start <= denial.cue_start < saying.end


def _named(saying: Saying) -> tuple[Speaker, ...]:
    return tuple(link for link in saying.chain if link.speaker)
