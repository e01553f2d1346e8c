"""A draft: an event in the making, from the frames that tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.codebook import load_codebook
from dateline.extract.when.time_told import COUNTED_BACK
from dateline.model.reading import Frame, Reading
from dateline.model.values import Period, Place


@dataclass
class Draft:
    """An event in the making: its frames, and what is settled of place and time."""

    frames: list[Frame]
    place: Place | None = None
    place_mention: int | None = None
    period: Period | None = None
    time_mention: int | None = None
    place_basis: tuple[str, ...] = ()
    period_basis: tuple[str, ...] = ()
    salience: str = "main"
    relations: list[tuple[str, int]] = field(default_factory=list)
    grounds: list[tuple[str, int | None, int]] = field(default_factory=list)  # ground, actor, trigger

    def every(self, layer: str) -> tuple[int, ...]:
        """The indexes of one layer over all frames, in order, once each."""
        return tuple(dict.fromkeys(index for frame in self.frames for index in getattr(frame, layer)))

    @property
    def families(self) -> tuple[str, ...]:
        """All families told, the deciding one first; "nobody was hurt" makes no attack of a looting."""
        telling = [frame for frame in self.frames if not frame.spared] or self.frames
        told = dict.fromkeys(name for frame in telling for name in frame.families if name)
        return tuple(sorted(told, key=load_codebook().order.index))

    @property
    def last(self) -> int:
        """The last sentence that speaks of it."""
        return self.frames[-1].sentence


def places_of(reading: Reading, indexes: Iterable[int]) -> list[Place]:
    """The places among some mentions that an event may happen at."""
    mentions = (reading.places[i] for i in indexes)
    return [m.place for m in mentions if m.usable and m.place.role == "location"]


def periods_of(reading: Reading, indexes: Iterable[int]) -> list[Period]:
    """Days told outright; "two weeks before the vote" sets no event apart, "two days after gunmen shot him" does."""
    mentions = (reading.times[i] for i in indexes)
    told = ((m, m.period) for m in mentions if m.period and m.kind in ("date", "time"))
    return [period for m, period in told if not m.anchored_to or COUNTED_BACK in (period.rule or "")]
