"""Number words: the value of a run of tokens, and what the words around it leave known of it.

In: the lower-cased tokens of a text and a position. Out: `figure(...)`, the run as an `Estimate`
with the token after it; `modified(...)`, the same with "at least", "up to", "or more" read in.
The words themselves are data (codebook/harms.toml, codebook/vague.toml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.codebook import load_codebook, load_toml
from dateline.model.values import Estimate

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}|\d{1,3}\.\d{1,3}")
RANGE = re.compile(r"(\d[\d,]{0,8})[-–—](\d[\d,]{0,8})")
DASHES = frozenset("-–—")
Phrases = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True)
class NumberWords:
    """The number section of harms.toml, ready for look-up; phrases are tuples of tokens."""

    small: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    vague: dict[tuple[str, ...], Estimate]
    before: Phrases
    after: Phrases
    shares: dict[tuple[str, ...], float]
    weak: frozenset[tuple[str, ...]]
    sets: dict[str, frozenset[str]]

    @property
    def starts(self) -> frozenset[str]:
        """Words that a number may begin with, digits apart."""
        return frozenset([*self.small, *self.ordinals, "a", *(p[0] for p in self.shares), *(p[0] for p in self.vague)])


def _phrases(table: dict[str, list[str]]) -> Phrases:
    return {kind: tuple(tuple(p.split()) for p in words) for kind, words in table.items()}


@cache
def number_words() -> NumberWords:
    """The number words of the package."""
    table: dict[str, Any] = load_toml("harms.toml")["numbers"]
    vague = {
        tuple(words.split()): Estimate(row.get("low"), row.get("best"), row.get("high"))
        for words, row in load_codebook().vague.items()
        if words not in ("plural", "dozen", "score")
    }
    return NumberWords(
        table["units"],
        table["scales"],
        table["ordinals"],
        vague,
        _phrases(table["before"]),
        _phrases(table["after"]),
        {tuple(words.split()): part for words, part in table["shares"].items()},
        frozenset(tuple(w.split()) for w in table["weak"]["words"]),
        {name: frozenset(row) for name, row in table["apart"].items()},
    )


def exactly(value: int) -> Estimate:
    """All three bounds at `value`."""
    return Estimate(value, value, value)


def vague(low: Sequence[str], at: int) -> tuple[int, Estimate] | None:
    """The longest vague phrase at `at` ("several hundred"): the token after it and its estimate."""
    table = number_words().vague
    for size in (4, 3, 2, 1):
        found = table.get(tuple(low[at : at + size])) if at + size <= len(low) else None
        if found is not None:
            return at + size, found
    return None


def value(low: Sequence[str], at: int) -> tuple[int, int] | None:
    """The plain number at `at` ("two hundred and fifty", "1.2 million"): token after it, value."""
    words = number_words()
    total, current, place = 0.0, -1.0, at
    while place < len(low):
        here = low[place]
        if DIGITS.fullmatch(here) and current < 0:
            current = float(here.replace(",", ""))
        elif here in words.small and (current < 0 or _joins(current, words.small[here])):
            current = max(current, 0) + words.small[here]
        elif here in words.scales and (current >= 0 or low[place - 1 : place] in (["a"], ["the"])):
            current = (current if current >= 0 else 1) * words.scales[here]
            if words.scales[here] >= 1000:
                total, current = total + current, 0
        elif here == "a" and place == at and low[at + 1 : at + 2] and low[at + 1] in words.scales:
            pass
        else:
            step = _joint(low, place, at)
            if not step:
                break
            current += 0.5 if step == 3 else 0
            place += step
            continue
        place += 1
    return _whole(total, current, place, low, at)


def _joins(current: float, unit: int) -> bool:
    """May a word for `unit` follow what was read ("twenty" three, "two hundred" five)?"""
    return (current % 10 == 0 and current % 100 >= 20 and unit < 10) or (current % 100 == 0 and unit < 100)


def _joint(low: Sequence[str], place: int, at: int) -> int:
    """Tokens to skip where number words go on after a hyphen or "and"; 0: they do not."""
    words = number_words()
    following = low[place + 1 : place + 4]
    if place == at or not following:
        return 0
    last = low[place - 1]
    if low[place] in DASHES and last in words.small and words.small[last] >= 20:
        return 1 if words.small.get(following[0], 10) < 10 else 0
    if low[place] == "and" and following[:2] == ["a", "half"] and following[2:] and following[2] in words.scales:
        return 3
    big = last in words.scales and words.scales[last] >= 100
    return 1 if low[place] == "and" and big and words.small.get(following[0], 0) > 0 else 0


def _whole(total: float, current: float, place: int, low: Sequence[str], at: int) -> tuple[int, int] | None:
    if current < 0 or (place == at + 1 and low[at] == "a"):
        return None
    found = total + current
    return (place, round(found)) if abs(found - round(found)) < 1e-6 else None


def figure(low: Sequence[str], at: int) -> tuple[int, Estimate] | None:
    """The number or range at `at`: the token after it and its estimate; None where there is none."""
    if at >= len(low):
        return None
    joined = RANGE.fullmatch(low[at])
    if joined is not None:
        least, most = (int(end.replace(",", "")) for end in joined.groups())
        return (at + 1, Estimate(least, None, most)) if least < most else None
    share = _share(low, at)
    if share is not None:
        return share
    found = vague(low, at)
    first = None if found and low[at] != "a" else value(low, at)
    if first is None:
        return found
    if found and found[0] >= first[0]:
        return found
    after, number = first
    other = _other_end(low, after, at)
    if other is not None and other[1] > number:
        return other[0], Estimate(number, None, other[1])
    return after, exactly(number)


def _share(low: Sequence[str], at: int) -> tuple[int, Estimate] | None:
    """ "half a million", "a quarter of a million"."""
    for phrase, part in number_words().shares.items():
        end = at + len(phrase)
        if tuple(low[at:end]) == phrase and end < len(low) and low[end] in number_words().scales:
            return end + 1, exactly(round(number_words().scales[low[end]] * part))
    return None


def _other_end(low: Sequence[str], after: int, at: int) -> tuple[int, int] | None:
    """The second number of "10 to 12", "10-12", "10 or 12", "between 10 and 12"."""
    joint = low[after] if after < len(low) else ""
    between = at > 0 and low[at - 1] == "between" and joint == "and"
    if joint in DASHES or joint in ("to", "or") or between:
        return value(low, after + 1)
    return None


def apply(kind: str, told: Estimate) -> Estimate:
    """The estimate that a modifier of that kind leaves of `told` (harms.toml says which is which)."""
    number = told.best
    if number is None or kind == "exact":
        return told if number is not None or kind != "low" else Estimate(told.low)
    return {
        "low": Estimate(low=number),
        "above": Estimate(low=number + 1),
        "high": Estimate(high=number),
        "below": Estimate(high=max(number - 1, 0)),
        "about": Estimate(best=number),
        "nearly": Estimate(best=number, high=number),
    }[kind]


def modifier_before(low: Sequence[str], at: int) -> tuple[int, str] | None:
    """The longest modifier that ends just before `at`: its first token and its kind."""
    best: tuple[int, str] | None = None
    for kind, phrases in number_words().before.items():
        for phrase in phrases:
            start = at - len(phrase)
            if start >= 0 and tuple(low[start:at]) == phrase and (best is None or start < best[0]):
                best = start, kind
    return best


def modifier_after(low: Sequence[str], at: int) -> tuple[int, str] | None:
    """The modifier that begins at `at`: the token after it and its kind."""
    for kind, phrases in number_words().after.items():
        for phrase in phrases:
            if tuple(low[at : at + len(phrase)]) == phrase:
                return at + len(phrase), kind
    return None
