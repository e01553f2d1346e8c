"""How many were killed, under each dataset's own rule: ACLED, UCDP, Airwars.

In: the evidence of an event. Out: findings on "killed" under "acled: lowest reliable" (an int, 0
where nothing is told), "ucdp: best", "most sources", "latest" (an int or None), "airwars: min-max" ([min, max], both
may be None).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dateline.codebook import load_codebook
from dateline.findings.counts import Count, count
from dateline.findings.evidence import Evidence
from dateline.findings.rules import written
from dateline.findings.told import Told, as_acled, tolls, usable
from dateline.model.claims import Finding
from dateline.model.values import EventType

ACLED, UCDP, AIRWARS = "acled: lowest reliable", "ucdp: best", "airwars: min-max"
SOURCES, LATEST = "most sources", "latest"


def acled_lowest(evidence: Evidence) -> Finding:
    """ACLED's figure: the lowest reliable one; 0 where nobody gives any."""
    figures = tolls(evidence, "killed")
    found = acled_count(usable(figures), evidence.type)
    return _finding(ACLED, found.value or 0, found, figures, evidence, none="acled: none told")


def acled_count(figures: Sequence[Told], kind: EventType) -> Count:
    """The lowest reliable figure for an event of that type; doubtful ones count where there is no other."""
    sure = [told for told in figures if reliable(told)]
    return count(sure or figures, as_acled, lambda t, n: (n, t.day, t.id), counts_perpetrators(kind))


def reliable(told: Told) -> bool:
    """Whether the codebook's table lets the figure count before doubtful ones."""
    table, kind = load_codebook().reliability, told.claim.chain[-1].kind if told.claim.chain else "own"
    words = table["speaker"].get(kind), table["verification"].get(told.claim.verification or "")
    return "doubtful" not in words


def counts_perpetrators(kind: EventType) -> bool:
    """Whether the attackers' own dead are in the figure of that type."""
    table = written()["perpetrators_counted"]
    return kind.acled_event in table["events"] or kind.acled_sub_event in table["sub_events"]


def ucdp_best(evidence: Evidence) -> Finding:
    """UCDP's best figure: the most likely one, all the dead included; None where nobody gives any."""
    figures = tolls(evidence, "killed")
    found = count(usable(figures), likely, trust, perpetrators=True)
    return _finding(UCDP, found.value, found, figures, evidence)


def most_sources(evidence: Evidence) -> Finding:
    """The figure that most differently worded reports give, all the dead included; None where nobody gives any."""
    figures = tolls(evidence, "killed")
    current = usable(figures)
    given = {n: evidence.voices(t.claim for t in current if likely(t) == n) for n in set(map(likely, current))}
    found = count(current, likely, lambda t, n: (-given.get(n, 0), *trust(t, n)), perpetrators=True)
    return _finding(SOURCES, found.value, found, figures, evidence)


def latest(evidence: Evidence) -> Finding:
    """The figure of the latest report, all the dead included; None where nobody gives any."""
    figures = tolls(evidence, "killed")
    found = count(usable(figures), likely, lambda t, n: (_late(t), n, t.id), perpetrators=True)
    return _finding(LATEST, found.value, found, figures, evidence)


def likely(told: Told) -> int | None:
    """The best estimate, else the low one."""
    return told.estimate.best if told.estimate.best is not None else told.estimate.low


def trust(told: Told, number: int) -> tuple[Any, ...]:
    """Sort key of UCDP's best: confirmed first, parties to the fight last, then the latest report, then the lower."""
    partial = bool(told.claim.chain) and told.claim.chain[-1].kind == "party"
    doubted = {"confirmed": 0, "disputed": 2}.get(told.claim.verification or "", 1)
    return doubted, partial, _late(told), number, told.id


def _late(told: Told) -> int:
    """The later the less; a day not known is the earliest."""
    return 0 if told.day == date.max else -told.day.toordinal()


def airwars_range(evidence: Evidence) -> Finding:
    """The lowest and highest number of dead who are not told to be fighters."""
    figures = tolls(evidence, "killed")
    current = usable(figures)
    ranges = [_civil(told, current) for told in current if told.whole or _civilians(told)]
    used: tuple[Told, ...] = tuple(told for told in current if told.whole or _civilians(told))
    if not used:
        rest = [t for t in current if not t.fighters and not t.perpetrators]
        low, high = (count(rest, end, lambda t, n: (n, t.id), False) for end in (least, most))
        ranges, used = [(low.value, high.value)], low.used
    lows = [low for low, _ in ranges if low is not None]
    highs = [high for _, high in ranges if high is not None]
    found = Count(None, used, ())
    return _finding(AIRWARS, [min(lows, default=None), max(highs, default=None)], found, figures, evidence)


def _civilians(told: Told) -> bool:
    finer = any(told.group[key] for key in ("age", "sex", "occupation"))
    return told.group["status"] == "civilian" and not finer and not told.perpetrators


def _civil(told: Told, current: Iterable[Told]) -> tuple[int | None, int | None]:
    """The bounds of a figure less the fighters told as a part of it."""
    parts = [t for t in current if t.claim.part_of == told.id and (t.fighters or t.perpetrators)]
    fighters = count([t for t in parts if t.fighters], likely, lambda t, n: (n, t.id), False).value or 0
    own = count([t for t in parts if t.perpetrators], likely, lambda t, n: (n, t.id), True).value or 0
    low, high = least(told), most(told)
    taken = fighters + own
    return (None if low is None else max(0, low - taken)), (None if high is None else max(0, high - taken))


def least(told: Told) -> int | None:
    """The lowest number that the words leave open."""
    return told.estimate.low if told.estimate.low is not None else told.estimate.best


def most(told: Told) -> int | None:
    """The highest number that the words name."""
    bounds = (told.estimate.high, told.estimate.best, told.estimate.low)
    return next((n for n in bounds if n is not None), None)


def _finding(
    rule: str, value: Any, found: Count, figures: Sequence[Told], evidence: Evidence, none: str = ""
) -> Finding:
    used = tuple(dict.fromkeys(told.id for told in found.used))
    parts = {t.id for t in figures if t.claim.part_of in used or t.perpetrators or not t.whole}
    others = [t.id for t in figures if t.id not in used and t.id not in parts]
    denied = list(evidence.ids(evidence.denied("killed")))
    notes = list(found.notes) + [f"{t.id}: {t.unused}" for t in figures if t.unused]
    if none and found.value is None:
        notes.append(none)
    return Finding("killed", rule, value, used, tuple(dict.fromkeys(others + denied)), tuple(notes))
