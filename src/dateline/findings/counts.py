"""One number of dead out of many claims: wholes before parts, parts never added to wholes.

In: usable figures of one harm, how to read a number from one, and which to prefer. Out: `Count`:
the number, the figures it rests on and notes that say what was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.findings.told import Told, apart

Number = Callable[[Told], int | None]
Preference = Callable[[Told, int], tuple[Any, ...]]


@dataclass(frozen=True)
class Count:
    """A number (None: nobody gives one), the figures behind it, and what was done."""

    value: int | None = None
    used: tuple[Told, ...] = ()
    notes: tuple[str, ...] = ()


def count(figures: Sequence[Told], number: Number, prefer: Preference, perpetrators: bool) -> Count:
    """The number of all victims, with the attackers' own dead where `perpetrators` is true."""
    silent = tuple(f"{t.id}: only a high end is told, not counted" for t in figures if number(t) is None)
    told = [t for t in figures if number(t) is not None]
    victims = [t for t in told if not t.perpetrators]
    wholes = [t for t in victims if t.whole and not _beside_one(t, victims)]
    found = _whole(wholes, victims, number, prefer) if wholes else _parts(victims, number, prefer)
    ids = {t.id for t in told}
    attackers = [t for t in told if t.perpetrators and t.claim.part_of not in ids]
    if perpetrators and attackers:
        found = _with_attackers(found, _parts(attackers, number, prefer))
    elif attackers:
        note = "the perpetrators' own dead are not counted for this type"
        found = Count(found.value, found.used, (*found.notes, note))
    return Count(found.value, found.used, found.notes + silent)


def _beside_one(told: Told, victims: Iterable[Told]) -> bool:
    """Whether it counts the rest beside somebody of whom the same speaker tells: "a vendor and five others"."""
    known = (t for t in victims if not t.whole and t.claim.part_of is None)
    return told.rest and any(t.speaker == told.speaker and not t.rest for t in known)


def _whole(wholes: list[Told], victims: list[Told], number: Number, prefer: Preference) -> Count:
    best = min(wholes, key=lambda t: prefer(t, number(t) or 0))
    value = number(best) or 0
    parts = [t for t in victims if _of(t, best)]
    largest = max(parts, key=lambda t: (number(t) or 0, t.id), default=None)
    notes: tuple[str, ...] = (f"the whole: {best.id} gives {value} ({best.said_by})",)
    if largest is not None and (number(largest) or 0) > value:
        value = number(largest) or 0
        notes += (f"the part {largest.id} is larger than the whole: {value}",)
        return Count(value, (best, largest), notes)
    return Count(value, (best,), notes)


def _of(part: Told, whole: Told) -> bool:
    """Whether a figure is a part of that whole: told as one, or the same speaker's own."""
    if part.whole:
        return False
    return part.claim.part_of == whole.id or (part.claim.part_of is None and part.speaker == whole.speaker)


def _parts(figures: Sequence[Told], number: Number, prefer: Preference) -> Count:
    """Groups that cannot overlap, added: the largest first, then each that shares nobody with those taken."""
    ids = {t.id for t in figures}
    groups: dict[str, Told] = {}
    for told in figures:
        if told.claim.part_of in ids:
            continue
        held = groups.get(told.key)
        if held is None or prefer(told, number(told) or 0) < prefer(held, number(held) or 0):
            groups[told.key] = told
    taken: list[Told] = []
    for told in sorted(groups.values(), key=lambda t: (-(number(t) or 0), t.key)):
        if all(apart(told, other) for other in taken):
            taken.append(told)
    if not taken:
        return Count()
    value = sum(number(t) or 0 for t in taken)
    notes = (f"no whole is told; parts added: {_listed(taken, number)}",) if len(taken) > 1 else ()
    return Count(value, tuple(taken), notes)


def _listed(figures: Iterable[Told], number: Number) -> str:
    return " + ".join(f"{number(t)} ({t.id})" for t in figures)


def _with_attackers(victims: Count, attackers: Count) -> Count:
    """Their own dead beside the victims: added where told apart, contained in another speaker's whole."""
    if victims.value is None:
        return attackers
    own = attackers.value or 0
    told_apart = not victims.used[0].whole or victims.used[0].speaker in {t.speaker for t in attackers.used}
    if told_apart or own == 1:
        note = f"the perpetrators' own dead added: {own}"
        return Count(victims.value + own, victims.used + attackers.used, (*victims.notes, note))
    note = f"the perpetrators' own dead ({own}) are taken as part of another speaker's whole"
    value = max(victims.value, own)
    used = victims.used + attackers.used if own > victims.value else victims.used
    return Count(value, used, (*victims.notes, *attackers.notes, note))
