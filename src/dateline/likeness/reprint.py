"""Reprints: the same text, or nearly the same, in another report.

In: reports. Out: hashed word shingles of a text, their resemblance (0 to 1), and for each reprint the report it
reprints (the older one: earlier published, then the smaller hash). Texts worth comparing are found by their sketch, the
smallest hashes; of those that share a part of it only the oldest are asked: the work grows with the number of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from dateline.likeness.words import table
from dateline.model.report import Report

MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)
WORD = re.compile(r"\w+")
Sketch = tuple[int, ...]
Key = tuple[int, int, int]  # ten days, two hashes of a sketch


@lru_cache(maxsize=400_000)
def _hashed(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of words, lower-cased, the same in every process."""
    return frozenset(_runs(text).tolist())


def _runs(text: str) -> np.ndarray:
    width = int(table("reprint")["words"])
    words = np.fromiter(map(_hashed, WORD.findall(text.casefold())), np.uint64)
    if len(words) < width:
        return words[:0]
    count = len(words) - width + 1
    runs = np.zeros(count, np.uint64)
    for at in range(width):
        runs = (runs ^ words[at : at + count]) * np.uint64(MIX[0])
        runs ^= runs >> np.uint64(29)
    return runs * np.uint64(MIX[1])


def resemblance(left: frozenset[int], right: frozenset[int]) -> float:
    """Shared shingles of all shingles: 1 for the same words, 0 for nothing shared."""
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def reprint_of(report: Report, others: Iterable[Report]) -> str | None:
    """The id of the oldest among `others` that `report` reprints, or None."""
    found = [other for other in others if other.id != report.id and _alike(report, other)]
    older = [other for other in found if _age(other.id, other) < _age(report.id, report)]
    return min(older, key=lambda other: _age(other.id, other)).id if older else None


def reprints(reports: Mapping[str, Report]) -> dict[str, str]:
    """Reprint -> original, for all reports: chains end at the oldest."""
    some, least = int(table("reprint")["asked"]), int(table("reprint")["shared"])
    oldest: dict[str, str] = {}  # text -> the first report of it
    holders: dict[Key, list[str]] = {}
    sketches: dict[str, Sketch] = {}
    found: dict[str, str] = {}
    for name in sorted(reports, key=lambda name: _age(name, reports[name])):
        report = reports[name]
        sketch = sketches[name] = _sketch(report.text)
        rivals = dict.fromkeys(other for key in _asked(report, sketch) for other in holders.get(key, ()))
        near = (other for other in rivals if len({*sketch} & {*sketches[other]}) >= least)
        same = oldest.setdefault(report.text, name)
        other = same if same != name else _first(reports, report, sorted(near, key=lambda n: _age(n, reports[n])))
        if other is not None:
            found[name] = found.get(other, other)
        for key in _filed(report, sketch):
            if len(row := holders.setdefault(key, [])) < some:
                row.append(name)
    return found


def _first(reports: Mapping[str, Report], report: Report, names: Sequence[str]) -> str | None:
    return next((name for name in names if _alike(report, reports[name])), None)


def _sketch(text: str) -> Sketch:
    """The smallest hashes, each once, the smallest first."""
    runs, most = _runs(text), int(table("reprint")["keys"])
    return tuple(np.unique(runs)[:most].tolist())


def _filed(report: Report, sketch: Sketch) -> Iterator[Key]:
    """The keys of a text: neighbours in its sketch, by the days in which it came out."""
    days = _decade(report)
    return ((days, one, two) for one, two in pairwise(sketch))


def _asked(report: Report, sketch: Sketch) -> Iterator[Key]:
    """The keys under which older texts are looked for: of these days, those before, and of no day told."""
    days = _decade(report)
    return ((day, one, two) for day in {days, days - 1, 0} for one, two in pairwise(sketch))


def _decade(report: Report) -> int:
    return report.published.toordinal() // int(table("reprint")["days"]) if report.published else 0


def _age(name: str, report: Report) -> tuple[date, str]:
    return report.published or date.max, name


_all = lru_cache(maxsize=512)(shingles)


def _alike(left: Report, right: Report) -> bool:
    if left.text == right.text:
        return True
    rule, one, two = table("reprint"), _all(left.text), _all(right.text)
    if min(len(one), len(two)) < rule["least"]:
        return False
    if left.published and right.published and abs((left.published - right.published).days) > rule["days"]:
        return False
    return resemblance(one, two) >= float(rule["resemblance"])
