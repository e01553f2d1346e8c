"""Why an entry has no match: the likely reason, with the nearest of the other side.

In: the entries without a match, and all that stands around them. Out: an `Alone` each. Asked in this order: outside the
days or the area of the other; not recorded there by its own rules; read and withheld; what is nearest and what kept it
apart; whether a report of ours names the place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import load_codebook
from dateline.compare.candidates import Nearby
from dateline.compare.entry import Entry, Unread
from dateline.compare.tables import datasets, settings
from dateline.compare.weigh import Weighed, weigh
from dateline.gazetteer import country_facts
from dateline.model.values import plain

Told = tuple[str, str]  # the kind of reason, and what fills its words


@dataclass(frozen=True, slots=True)
class Alone:
    """A row with no match: the reason as a kind and in words, the nearest on the other side and how likely it was."""

    name: str
    row: str
    entry: Entry | None
    kind: str
    words: str
    nearest: str = ""
    score: float | None = None


@dataclass(frozen=True)
class Beside:
    """Both datasets as they stand: entries, where they are, what is withheld, who is matched with whom."""

    ours: Sequence[Entry]
    near_ours: Nearby
    theirs: Sequence[Entry]
    near_theirs: Nearby
    withheld: Sequence[Entry]
    near_withheld: Nearby
    homes: Mapping[int, str]
    dataset: str
    named: Callable[[Entry], bool] | None


def alone(here: Beside, entries: Sequence[Entry], own: bool, unread: Sequence[Unread]) -> tuple[Alone, ...]:
    """The rows of one side with no match; `own`: they are ours. Rows that could not be read come last."""
    others = here.theirs if own else here.ours
    days, lands = _days(others), {entry.facts.where.country for entry in others}
    found = [_alone(here, entry, own, days, lands) for entry in entries]
    rows = (Alone(row.name, row.row, None, "unread", _words("unread", row.why)) for row in unread)
    return (*sorted(found, key=lambda a: (a.entry.facts.start or 0 if a.entry else 0, a.name, a.row)), *rows)


def _alone(here: Beside, entry: Entry, own: bool, days: tuple[int, int] | None, lands: set[str | None]) -> Alone:
    outside = _outside(entry, days, lands) or (_records(entry, here.dataset) if own else _coded(entry))
    pair = _nearest(here, entry, own)
    other = (here.theirs[pair.theirs] if own else here.ours[pair.ours]) if pair else None
    told = outside or (None if own else _held(here, entry)) or _apart(here, pair, other) or _unseen(here, entry, own)
    if other is None or pair is None or told[0] in ("period", "area"):
        return Alone(entry.name, entry.row, entry, told[0], _words(*told))
    return Alone(entry.name, entry.row, entry, told[0], _words(*told), other.name, pair.score)


def _words(kind: str, what: str) -> str:
    words: str = settings()["alone"][kind]
    return words.format(what=what)


def _days(entries: Sequence[Entry]) -> tuple[int, int] | None:
    told = [(e.facts.start, e.facts.end) for e in entries if e.facts.start is not None and e.facts.end is not None]
    if not told:
        return None
    some: int = settings()["days"]  # what is weighed at all
    return min(start for start, _ in told) - some, max(end for _, end in told) + some


def _outside(entry: Entry, days: tuple[int, int] | None, lands: set[str | None]) -> Told | None:
    facts = entry.facts
    if days and facts.start is not None and facts.end is not None and (facts.end < days[0] or facts.start > days[1]):
        return "period", entry.when
    country = facts.where.country
    if country and country not in lands:
        known = country_facts(country)
        return "area", known.name if known else country
    return None


def _records(entry: Entry, dataset: str) -> Told | None:
    """The rule by which the dataset has no row for an event of ours."""
    rules, words = datasets()["dataset"][dataset]["records"], settings()["records"]
    vague = not entry.facts.where.admin1 and not entry.facts.where.exact
    broken = {
        "type": entry.kind in rules["not_types"],
        "dead": (entry.deaths[2] or 0) < rules["least_dead"],
        "single": rules["single"] and entry.facts.clarity != "single",
        "month": rules["month"] and not entry.month,
        "province": rules["province"] and vague,
    }
    why = next((name for name, said in broken.items() if said), None)
    return ("records", words[why].format(least=rules["least_dead"], type=entry.kind)) if why else None


def _coded(entry: Entry) -> Told | None:
    return None if entry.kinds & load_codebook().types.keys() or not entry.kind else ("type", entry.kind)


def _nearest(here: Beside, entry: Entry, own: bool) -> Weighed | None:
    """The likeliest of the nearest on the other side."""
    near, others = (here.near_theirs, here.theirs) if own else (here.near_ours, here.ours)
    spots = sorted({*near.near(entry.facts), *near.nearest(entry.facts)})
    pairs = [weigh(entry, others[at], (-1, at)) if own else weigh(others[at], entry, (at, -1)) for at in spots]
    best = max(pairs, key=lambda p: (p.bits, -p.ours, -p.theirs), default=None)
    return best if best and best.bits >= settings()["worst"] else None


def _held(here: Beside, entry: Entry) -> Told | None:
    """An event that we read, and withheld, that would be the match."""
    pairs = [(weigh(here.withheld[at], entry), here.withheld[at]) for at in here.near_withheld.near(entry.facts)]
    found = max(pairs, key=lambda row: (row[0].bits, row[1].name), default=None)
    return ("withheld", found[1].withheld) if found and found[0].score >= settings()["least"] else None


def _apart(here: Beside, pair: Weighed | None, other: Entry | None) -> Told | None:
    """What kept the nearest apart: a better match, one comparison, or several."""
    if pair is None or other is None:
        return None
    if pair.score >= settings()["least"] and id(other) in here.homes:
        return "taken", here.homes[id(other)]
    fields = settings()["fields"]
    against = dict.fromkeys(fields.get(reason.field, reason.field) for reason in pair.apart)
    first = pair.apart[0].seen if pair.apart else ""
    if len(against) == 1:
        return "near", f"{next(iter(against))}: {first}"
    return ("apart", f"{' and '.join(against)}: {first}") if against else ("apart", "too little in common")


def _unseen(here: Beside, entry: Entry, own: bool) -> Told:
    if own or here.named is None or not entry.where:
        return "none", ""
    return "named" if here.named(entry) else "unnamed", entry.where


def plain_alone(row: Alone) -> dict[str, object]:
    """A row with no match as a line of a table."""
    entry = row.entry
    shown = (entry.when, entry.where, entry.kind, "; ".join(entry.sides)) if entry else ("", "", "", "")
    deaths = entry.deaths[1] if entry else None
    return {
        "id": row.name, "row": row.row, "day": shown[0], "place": shown[1], "type": shown[2], "sides": shown[3],
        "deaths": plain(deaths), "reason": row.kind, "why": row.words, "nearest": row.nearest,
        "probability": row.score,
    }  # fmt: skip
