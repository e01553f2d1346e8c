"""When two values count as the same: words, names, places, days, figures.

In: a gold value and a read one. Out: yes or no. Names ignore a regime's years and generic variants;
places ignore spelling; figures must agree in every bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from dateline.actors import load_actors
from dateline.evaluate.gold import GoldPlace
from dateline.evaluate.words import table
from dateline.gazetteer.names import key, loose, variants
from dateline.model.values import Estimate, Period
from dateline.spelling import fold

Span = tuple[int, int]
YEARS = re.compile(r"\s*\((?:\d{4})?\s*[-–]\s*(?:\d{4})?\)")
BRACKET = re.compile(r"\s*\(([^()]*)\)")
END = re.compile(r"(?<=[.!?…][\"”’ ])|(?<=[.!?…])\s|\n")


@lru_cache(maxsize=50_000)
def occurrences(text: str, quote: str) -> tuple[Span, ...]:
    """Where the quote stands in the text, never inside a longer word."""
    if not quote:
        return ()
    left = r"(?<!\w)" if quote[0].isalnum() else ""
    right = r"(?!\w)" if quote[-1].isalnum() else ""
    return tuple(match.span() for match in re.finditer(left + re.escape(quote) + right, text))


@lru_cache(maxsize=10_000)
def sentences(text: str) -> tuple[Span, ...]:
    """Rough sentences by their marks, as ranges that cover the text."""
    cuts = [0, *sorted({match.end() for match in END.finditer(text)}), len(text)]
    return tuple(pairwise(cuts))


def sentence_of(text: str, at: int) -> int:
    """The number of the sentence around a character."""
    return next((n for n, (start, end) in enumerate(sentences(text)) if start <= at < end), -1)


def touch(one: Iterable[Span], two: Iterable[Span]) -> bool:
    """Does any range of the one overlap any of the other?"""
    others = list(two)
    return any(a < d and c < b for a, b in one for c, d in others)


def inside(span: Span, ranges: Iterable[Span]) -> bool:
    """Does the span lie within one of the ranges?"""
    return any(start <= span[0] and span[1] <= end for start, end in ranges)


def content(words: str) -> frozenset[str]:
    """The words that carry meaning, folded, without a plural's s."""
    empty = set(table("names")["empty"])
    found = {re.sub(r"\W", "", word) for word in fold(words).split()} - empty - {""}
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found)


def words_overlap(one: str, *others: str) -> bool:
    """Do they share a word that carries meaning?"""
    return any(content(one) & content(other) for other in others)


@lru_cache(maxsize=10_000)
def identity(name: str) -> tuple[str, str]:
    """(folded name or actor id, country in brackets or ""): what a participant's name stands for."""
    bare = YEARS.sub("", name).strip()
    short, _, full = bare.rpartition(": ")
    for form in (bare, full, BRACKET.sub("", full), short):
        known = load_actors().named(form) if form else ()
        if len(known) == 1:
            return f"#{known[0].id}", ""
    brackets = BRACKET.findall(bare)
    base = re.sub(r"^the ", "", fold(BRACKET.sub("", bare)))
    first = next((row[0] for row in table("names")["same"] if base in row), base)
    return first.removesuffix(" militia"), fold(brackets[-1]) if brackets else ""


def same_name(gold: str, read: str) -> bool:
    """The same participant; a country that one leaves out does not count against it."""
    (one, here), (two, there) = identity(gold), identity(read)
    return one == two and (here == there or not here or not there)


def place_keys(*names: str | None) -> set[str]:
    """All folded and levelled spellings of the names."""
    return {form for name in names if name for spelling in variants(key(name)) for form in (spelling, loose(spelling))}


def same_place(gold: GoldPlace, read: dict[str, Any]) -> bool:
    """The same name under any spelling, as headed or as told."""
    return bool(place_keys(gold.name) & place_keys(read.get("name"), read.get("text")))


def same_days(gold: Period, read: Period) -> bool:
    """The same first and last day."""
    return (gold.start, gold.end) == (read.start, read.end)


def days_meet(gold: Period, read: Period) -> bool:
    """Do the two share a day?"""
    if not (gold.start and gold.end and read.start and read.end):
        return False
    return gold.start <= read.end and read.start <= gold.end


def main_figure(estimate: Estimate) -> int | None:
    """The one number told: best, else low, else high."""
    return next((n for n in (estimate.best, estimate.low, estimate.high) if n is not None), None)


def within(gold: Estimate, read: Estimate) -> bool:
    """Does the read number lie in gold's range (an unknown bound is open)?"""
    number = main_figure(read)
    if number is None:
        return False
    low = gold.low if gold.low is not None else (gold.best or 0)
    return low <= number and (gold.high is None or number <= gold.high)


def figures_told(estimate: Estimate) -> str:
    """Low/best/high, "-" for the unknown."""
    bounds: Sequence[int | None] = (estimate.low, estimate.best, estimate.high)
    return "/".join("-" if bound is None else str(bound) for bound in bounds)
