"""Values in plain words: days, numbers, tolls, who, who says so.

In: plain values of findings and claims. Out: English phrases, the same for notes and pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from dateline.codebook import load_codebook
from dateline.export import told
from dateline.export.files import table
from dateline.export.mask import Masker
from dateline.model.claims import Claim, Event

Plain = dict[str, Any]


def listed(items: Iterable[str]) -> str:
    """ "a, b and c"; "" for nothing."""
    parts = [item for item in items if item]
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else ""


def day_words(day: date) -> str:
    """15 March 2025."""
    return f"{day.day} {day:%B %Y}"


def month_words(day: date) -> str:
    """March 2025."""
    return f"{day:%B %Y}"


def period_words(period: Plain | None) -> str:
    """The period as exactly as it is known: "15 March 2025", "in February 2025", "not told"."""
    start, end = told.day((period or {}).get("start")), told.day((period or {}).get("end"))
    if period is None or start is None or end is None:
        return _partial(period)
    if period.get("precision") == "year":
        return str(start.year)
    if period.get("precision") == "month" and (start.year, start.month) == (end.year, end.month):
        return month_words(start)
    return day_words(start) if start == end else span_words(start, end)


def span_words(start: date, end: date) -> str:
    """10–16 March 2025; 28 February – 2 March 2025."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_words(end)}"
    return f"{start.day} {start:%B}{'' if start.year == end.year else f' {start.year}'} – {day_words(end)}"


def _partial(period: Plain | None) -> str:
    words, known = (period or {}).get("text") or "", (period or {}).get("partial")
    if not words or not known:
        return words or "not told"
    return f"“{words}” ({'which week is' if '-W' in known else 'year'} not known)"


def number_words(low: int | None, best: int | None, high: int | None) -> str:
    """A number as told: "11", "at least 17", "up to 30", "10 to 20", "about 15"; "" where none is."""
    if low is not None and low == high:
        return f"{low:,}" if low else "no"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}"
    if low is None and high is not None:
        return f"up to {high:,}"
    if low is not None and best in (None, low):
        return f"at least {low:,}"
    return f"about {best:,}" if best is not None else ""


def group_words(group: Plain | None, one: bool = False) -> str:
    """Whom a toll counts: "people", "children", "combatants of the attackers' side"."""
    group = group or {}
    singular, plural = table("phrases.toml")["group"].get(_group_key(group), ["person", "people"])
    noun = singular if one else plural
    if group.get("occupation"):
        noun = table("phrases.toml")["one"].get(group["occupation"], group["occupation"])
        noun = noun if one else _plural(group["occupation"])
    return f"{noun} on the attackers' side" if group.get("perpetrators") else noun


def _group_key(group: Plain) -> str:
    if group.get("age") == "child" or group.get("sex") == "female":
        return "child" if group.get("age") == "child" else "woman"
    return str(group.get("status") or "unknown")


def _plural(noun: str) -> str:
    irregular: dict[str, str] = table("phrases.toml")["plural"]
    if noun in irregular or noun.endswith("s"):
        return irregular.get(noun, noun)
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def toll_words(low: int | None, best: int | None, high: int | None, group: Plain | None) -> str:
    """ "at least 17 people", "4 soldiers", "an unstated number of civilians"."""
    number = number_words(low, best, high)
    return f"{number} {group_words(group, number == '1')}" if number else f"an unstated number of {group_words(group)}"


def parts_words(value: Plain) -> str:
    """UCDP's figure in parts, the sides by name: "9 (9 to 12): 4 of Military Forces of Mali, 5 civilians"."""
    names = {"a": value["side_a"] or "side A", "b": value["side_b"] or "side B"}
    told_apart = [f"{value[f'deaths_{side}']} of {name}" for side, name in names.items() if value[f"deaths_{side}"]]
    civilians, rest = value["deaths_civilians"], value["deaths_unknown"]
    told_apart += [f"{civilians} civilian{'' if civilians == 1 else 's'}"] if civilians else []
    told_apart += [f"{rest} of unknown status"] if rest else []
    ends = f" ({value['low']} to {value['high']})" if value["low"] != value["high"] else ""
    return f"{value['best']}{ends}" + (f": {', '.join(told_apart)}" if told_apart else "")


def claim_toll(claim: Claim) -> str:
    """The toll of a claim in words; where the report's own word is vague ("dozens") it stands beside."""
    estimate = claim.value["estimate"]
    words = toll_words(estimate["low"], estimate["best"], estimate["high"], claim.value.get("group"))
    vague = vague_words().search(claim.original.casefold())
    exact = estimate["low"] == estimate["high"] or any(c.isdigit() for c in claim.original)
    return f"{words} (“{vague[0]}”)" if vague and not exact else words


@cache
def vague_words() -> re.Pattern[str]:
    """The codebook's vague number words ("dozens"), longest first."""
    words = sorted(load_codebook().vague, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def sayers(claim: Claim, masker: Masker) -> str:
    """Who says so: "a local official", "a doctor, via Reuters"; "" in the reporter's own voice."""
    return ", via ".join(name for name in map(masker.speaker, claim.chain) if name)


def who_text(event: Event, roles: tuple[str, ...]) -> str:
    """The names of those in the given roles, joined with "; "."""
    return "; ".join(dict.fromkeys(who["name"] for who in told.participants(event) if who["role"] in roles))


def lower_article(speaker: str) -> str:
    """ "The army" as it stands within a sentence."""
    first = speaker.split(" ", 1)[0]
    return first.lower() + speaker[len(first) :] if first in ("The", "A", "An") else speaker
