"""How far one fill of a response agrees with one fill of the key: 1 right, 0.5 partly, 0 not.

In: a slot and two fills. Out: the score; alternatives of the key are all right. The rules, slot by slot, are
told in docs/benchmarks.md; what they go by (words without weight, values that contain others) is in match.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.muc4.syntax import DATE, LOCATION, Fill, Option, split
from dateline.spelling import fold

DAYS_BEFORE = 31  # how far back "on or before" reaches for a partial match
NUMBER = re.compile(r"\s*(~?)\s*(\d*)\s*(-?)\s*(\d*)\s*")


@cache
def rules() -> dict[str, Any]:
    """match.toml."""
    return tomllib.loads(Path(__file__).with_name("match.toml").read_text("utf-8"))


def agreement(slot: str, key: Fill, response: Fill) -> float:
    """The best agreement of any option of the key with any of the response."""
    return max(option_score(slot, k, r) for k in key.options for r in response.options)


def option_score(slot: str, key: Option, response: Option) -> float:
    """One option against another, by the kind of slot."""
    if slot == DATE:
        return dates(key.value, response.value)
    if slot == LOCATION:
        return locations(key.value, response.value)
    if slot in rules()["numbers"]:
        return min(numbers(key.value, response.value), references(key.refs, response.refs))
    if slot in rules()["sets"]:
        return min(set_values(key.value, response.value), references(key.refs, response.refs))
    return strings(key.value, response.value)


def words(text: str) -> list[str]:
    """The words of a string fill, folded, without articles."""
    return [word for word in re.findall(r"[\w']+", fold(text)) if word not in rules()["articles"]]


def strings(key: str, response: str) -> float:
    """1: equal, or the key's words with modifiers before them or a phrase behind; 0.5: a word of weight is shared."""
    ours, theirs = words(response), words(key)
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    size = len(theirs)
    for at in range(len(ours) - size + 1):
        rest = ours[at + size :]
        if ours[at : at + size] == theirs and (not rest or rest[0] in rules()["phrase_openers"]):
            return 1.0
    light = set(rules()["light"])
    return 0.5 if set(ours) & set(theirs) - light else 0.0


def references(key: Sequence[str], response: Sequence[str]) -> float:
    """How well what the fills refer to agrees; two fills that refer to nothing do."""
    theirs, ours = ([ref for ref in refs if ref != "-"] for refs in (key, response))
    if not theirs or not ours:
        return 1.0 if not theirs and not ours else 0.0
    return max(strings(k, r) for k in theirs for r in ours)


def set_values(key: str, response: str) -> float:
    """1: the same value; 0.5: one that contains, or is contained in, the other."""
    if key == response:
        return 1.0
    return 0.5 if [key, response] in rules()["near"] or [response, key] in rules()["near"] else 0.0


def numbers(key: str, response: str) -> float:
    """1: written the same; 0.5: a range or an estimate of the key holds the number."""
    if key.replace(" ", "") == response.replace(" ", ""):
        return 1.0
    bounds = _bounds(key)
    plain = response.strip().lstrip("~").strip("-")
    if bounds is None or not plain.isdigit():
        return 0.0
    return 0.5 if bounds[0] <= int(plain) <= bounds[1] else 0.0


def _bounds(words: str) -> tuple[float, float] | None:
    """Least and most that a range or an estimate holds; None for a plain number or PLURAL."""
    match = NUMBER.fullmatch(words)
    if not match or not (match[1] or match[3]):
        return None
    low, high = (float(n) if n else None for n in (match[2], match[4]))
    if match[1]:
        return (low, low) if low is not None else None
    return (low or 0.0, high if high is not None else float("inf"))


def days(words: str) -> tuple[date | None, date] | None:
    """First and last day of a date fill; no first day where it says "on or before"; None: no full date."""
    found = []
    for day, month, year in re.findall(r"(\d\d?) ([A-Z]{3})[A-Z]* (\d\d)", words.upper()):
        try:
            found.append(datetime.strptime(f"{day} {month} {year}", "%d %b %y").date())
        except ValueError:
            return None
    if not found:
        return None
    first = None if words.strip().startswith("-") else min(found)
    return first, max(found)


def dates(key: str, response: str) -> float:
    """1: the same day, days, or "on or before" the same day; 0.5: days that meet."""
    one, two = days(key), days(response)
    if one is None or two is None:
        return float(key.split() == response.split())
    if one == two:
        return 1.0
    reach = timedelta(days=DAYS_BEFORE)
    return 0.5 if (one[0] or one[1] - reach) <= two[1] and (two[0] or two[1] - reach) <= one[1] else 0.0


def levels(location: str) -> list[set[str]]:
    """Country first, then ever smaller; two names where it happened between two places; kinds left out."""
    found = []
    for level in split(location, ":"):
        names = re.split(r"\s+-\s+", re.sub(r"\([^()]*\)", "", level))
        found.append({fold(name.strip("? ")) for name in names if name.strip("? ")})
    return [level for level in found if level]


def locations(key: str, response: str) -> float:
    """1: the same country and the same most specific name; 0.5: the country or any name is shared."""
    one, two = levels(key), levels(response)
    if not one or not two:
        return 0.0
    if one[0] & two[0] and one[-1] & two[-1]:
        return 1.0
    return 0.5 if set().union(*one) & set().union(*two) else 0.0
