"""The facts of one account that can be compared: kind, days, place, people, numbers, words.

In: an account, its claims, its report. Out: `Facts`, a flat value; days are ordinals (date.toordinal).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from dateline.codebook import load_codebook
from dateline.likeness.looks import Look, Span, look_at
from dateline.likeness.names import Names, named
from dateline.likeness.reprint import NO_RUNS, Runs
from dateline.model.claims import Account, Claim
from dateline.model.report import Report
from dateline.spelling import fold

HARMS = ("killed", "injured", "missing", "captured", "released", "displaced", "arrested")
FINE = ("town", "near", "district", "province", "region", "country", "unknown")
UNSURE = ("accused", "suspected", "self-claimed", "inferred")
EXACT = ("town", "near")
Groups = frozenset[tuple[str, str]]  # (actor id, name)
Whom = Mapping[str, frozenset[int]]  # whom a toll counts -> the numbers told
DARK = re.compile(r"night|evening|dawn|midnight|early|late|overnight")


@dataclass(frozen=True, slots=True)
class Where:
    """The finest place told. `exact`: a town or near one, not an area."""

    name: str = ""  # folded, no spaces
    shown: str = ""
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    exact: bool = False
    radius: float = 0.0
    people: int = 0
    inferred: bool = False  # or as weak: a name that no list has, put in no more than a country
    keys: frozenset[str] = frozenset()  # of its names as headed and as told, see names.py


@dataclass(frozen=True)
class Facts:
    """What one account tells, ready to be compared."""

    account: str
    report: str
    sub_event: str
    event: str
    mode: tuple[str | None, str | None]
    stance: str
    clarity: str
    start: int | None = None
    end: int | None = None
    dark: bool = False
    guessed: bool = False  # the days are inferred
    where: Where = Where()
    doers: Groups = frozenset()  # of groups known by name
    forces: Groups = frozenset()  # the same for states' forces
    unsure: bool = False  # some group is only accused, suspected or has only claimed
    kinds: frozenset[str] = frozenset()  # categories of those it was done to
    work: frozenset[str] = frozenset()
    tolls: Mapping[str, Whom] = field(default_factory=dict)  # by harm
    weapons: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    published: int | None = None
    by: str = ""  # the person who told it
    words: Runs = field(default_factory=lambda: NO_RUNS, compare=False)  # around the trigger
    names: Names = field(default_factory=dict)  # the same
    story: Names = field(default_factory=dict)  # of the whole report

    @cached_property
    def marks(self) -> frozenset[object]:
        """What tells an event apart where the place does not: numbers, groups, work."""
        return frozenset({*self.numbers(2), *self.doers, *self.work})

    def numbers(self, least: int) -> frozenset[tuple[str, int]]:
        """(harm, number) of every number told from `least` on."""
        return frozenset((h, n) for h, whom in self.tolls.items() for told in whom.values() for n in told if n >= least)


Claimed = Callable[..., Facts]  # the facts, once the words are told


def facts(account: Account, claims: Mapping[str, Claim], report: Report | None) -> Facts:
    """The facts of that account; claims that somebody denies are left aside."""
    found = claimed(account, claims, report)
    return worded(found, account, look_at(report.text, [span(account)]) if report else None)


def span(account: Account) -> Span:
    """Where in its report the account's trigger stands."""
    return account.anchor.start, account.anchor.end


def worded(found: Claimed, account: Account, look: Look | None) -> Facts:
    """The facts with the words and names around the trigger, and the names of the whole report, where there is one."""
    if look is None:
        return found()
    words, around = look.around[span(account)]
    return found(words=words, names=around, story=look.story)


def claimed(account: Account, claims: Mapping[str, Claim], report: Report | None) -> Claimed:
    """What the account claims, and when it was published: the facts but for the words, which `worded` adds.

    Weapons are those of the codebook: other words that were read as one say nothing of its kind.
    """
    by_field: dict[str, list[Claim]] = {}
    for claim in (claims[name] for name in sorted(account.claims) if name in claims):
        if claim.stance != "denied":
            by_field.setdefault(claim.field, []).append(claim)
    people = [c.value for c in by_field.get("participant", ())]
    known, known_weapons = [p for p in people if p.get("actor")], load_codebook().weapons
    start, end, dark, guessed = _when([c.value for c in by_field.get("period", ())])
    return partial(
        Facts, account.id, account.report, account.type.acled_sub_event, account.type.acled_event,
        (account.type.plover_root, account.type.plover_mode), account.stance, account.clarity,
        start, end, dark, guessed,
        _where([c.value for c in by_field.get("place", ())]),
        frozenset((p["actor"], p["name"]) for p in known if not _state(p)),
        frozenset((p["actor"], p["name"]) for p in known if _state(p)),
        any(p.get("responsibility") in UNSURE for p in known),
        frozenset(p["category"] for p in people if p.get("category") and p["role"] == "recipient"),
        _work(by_field), _tolls(by_field),
        frozenset(c.value["value"] for c in by_field.get("weapon", ()) if c.value.get("value") in known_weapons),
        frozenset(c.value["value"] for c in by_field.get("target", ()) if c.value.get("value")),
        report.published.toordinal() if report and report.published else None,
        account.by,
    )  # fmt: skip


def _state(person: Mapping[str, Any]) -> bool:
    return str(person.get("category")) == "State forces"


def _when(values: Sequence[Mapping[str, Any]]) -> tuple[int | None, int | None, bool, bool]:
    """(first day, last day, in the dark, inferred) of the narrowest period; words beat inference."""
    spans = []
    for value in values:
        if value.get("start") and value.get("end"):
            first, last = (date.fromisoformat(value[key]).toordinal() for key in ("start", "end"))
            dark = bool(DARK.search(f"{value.get('part') or ''} {value.get('text') or ''}".lower()))
            spans.append((bool(value.get("inferred")), last - first, first, last, dark))
    if not spans:
        return None, None, False, False
    guessed, _, first, last, dark = min(spans)
    return first, last, dark, guessed


def _where(values: Sequence[Mapping[str, Any]]) -> Where:
    there = [v for v in values if v.get("role", "location") == "location"]
    if not there:
        return Where()

    def fineness(value: Mapping[str, Any]) -> tuple[Any, ...]:
        name = value.get("precision") or "unknown"
        return bool(value.get("inferred")), FINE.index(name) if name in FINE else len(FINE), str(value.get("name"))

    best = min(there, key=fineness)
    shown = str(best.get("name") or best.get("text") or "")
    candidates = best.get("candidates") or ()
    return Where(
        fold(shown).replace(" ", ""), shown, best.get("geonameid"), *_point(best),
        best.get("country"), best.get("admin1"), best.get("admin2"), best.get("precision") in EXACT,
        float(best.get("radius_km") or 0.0),
        max((c.get("population") or 0 for c in candidates if c.get("geonameid") == best.get("geonameid")), default=0),
        bool(best.get("inferred")) or _hardly_known(best),
        frozenset(filter(None, (named(str(best.get(name) or "")) for name in ("name", "text")))),
    )  # fmt: skip


def _hardly_known(place: Mapping[str, Any]) -> bool:
    """Whether a rule put the name in a country, and nothing says where in it."""
    return place.get("geonameid") is None and not place.get("admin1") and place.get("rule") is not None


def _point(place: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Its own point: that of a wider area tells no two villages apart."""
    return (None, None) if place.get("point_of") else (place.get("lat"), place.get("lon"))


def _work(by_field: Mapping[str, Sequence[Claim]]) -> frozenset[str]:
    groups = [c.value.get("group") or {} for harm in HARMS for c in by_field.get(harm, ())]
    return frozenset(group["occupation"] for group in groups if group.get("occupation"))


def _tolls(by_field: Mapping[str, Sequence[Claim]]) -> Mapping[str, Whom]:
    """The numbers told for each harm and class of people: best, else low, else high; no running totals."""
    found: dict[str, dict[str, frozenset[int]]] = {}
    for harm in HARMS:
        for claim in by_field.get(harm, ()):
            bounds = claim.value.get("estimate") or {}
            number = next((bounds[k] for k in ("best", "low", "high") if bounds.get(k) is not None), None)
            if number is not None and not claim.value.get("cumulative"):
                whom, group = found.setdefault(harm, {}), _whom(claim)
                whom[group] = whom.get(group, frozenset()) | {number}
    return found


def _whom(claim: Claim) -> str:
    """Whom a toll counts: all, civilian, combatant, attackers, or a smaller part."""
    group = claim.value.get("group") or {}
    if group.get("perpetrators"):
        return "attackers"
    if any(group.get(key) for key in ("age", "sex", "occupation")):
        return "combatant" if group.get("status") == "combatant" else "part"
    status = group.get("status")
    return status if status in ("civilian", "combatant") else "all"
