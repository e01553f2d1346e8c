"""How likely two entries are one event, and why.

In: an entry of ours and one of theirs. Out: `Weighed`: the reasons in bits, their sum, the probability. All but the
type is compared as in merging; a type of theirs may be a coarse code that several of our sub-events fit. Some levels
weigh less or more than in merging: compare.toml has them.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.compare.entry import Entry
from dateline.compare.tables import settings
from dateline.likeness import Facts, Seen, near_types, observe, observe_type, score, weight
from dateline.likeness import bits as bits_of
from dateline.model.claims import Reason


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair by the positions of its two entries."""

    ours: int
    theirs: int
    reasons: tuple[Reason, ...]
    bits: float
    score: float

    @property
    def apart(self) -> tuple[Reason, ...]:
        """What speaks against one event, the weightiest first."""
        against = (reason for reason in self.reasons if reason.weight <= settings()["weighs"])
        return tuple(sorted(against, key=lambda reason: (reason.weight, reason.field, reason.seen)))

    @property
    def words(self) -> str:
        """The reasons as a reader is told them, the weightiest first."""
        told = sorted(self.reasons, key=lambda reason: (-abs(reason.weight), reason.field, reason.seen))
        return "; ".join(f"{reason.seen} ({reason.weight:+.1f})" for reason in told)


def weigh(ours: Entry, theirs: Entry, at: tuple[int, int] = (0, 0)) -> Weighed:
    """The pair with what was seen in it; what weighs nothing is left out."""
    others = (_equal(seen, ours.facts, theirs.facts) for seen in observe(ours.facts, theirs.facts))
    told = (seen_type(ours, theirs), *(seen for seen in others if seen.field != "type"))
    reasons = tuple(Reason(seen.field, seen.words, bits) for seen in told if (bits := _weight(seen)))
    return Weighed(*at, reasons, bits_of(reasons), score(reasons))


def seen_type(ours: Entry, theirs: Entry) -> Seen:
    """What the types of the two come to."""
    if len(ours.kinds) == len(theirs.kinds) == 1:
        return observe_type(ours.facts, theirs.facts)
    pair = f"{ours.kind} and {theirs.kind}"
    if not ours.kinds or not theirs.kinds:
        return Seen("type", "unknown", "type", f"{pair}: no type to compare")
    if ours.kinds & theirs.kinds:
        return Seen("type", "fits", "type", f"{pair}: the one fits the other")
    near = any(near_types(a, b) for a in ours.kinds for b in theirs.kinds)
    level, words = ("fits_near", "near kinds") if near else ("different", "different kinds")
    return Seen("type", level, "type", f"{pair}: {words}")


def _equal(seen: Seen, ours: Facts, theirs: Facts) -> Seen:
    """What was seen; two periods that begin and end alike do more than meet."""
    alike = ours.start is not None and (ours.start, ours.end) == (theirs.start, theirs.end)
    if seen.field != "period" or not alike or ours.start == ours.end:
        return seen
    return seen._replace(level="equal", words=f"the same {(ours.end or 0) - (ours.start or 0) + 1} days")


def _weight(seen: Seen) -> float:
    own: dict[str, float] = settings()["levels"].get(seen.comparison, {})
    return own[seen.level] if seen.level in own else weight(seen)
