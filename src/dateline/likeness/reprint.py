"""Reprints: the same text, or nearly the same, in another report.

In: reports. Out: hashed word shingles of a text, their resemblance (0 to 1), and for each reprint the report it
reprints (the older one: earlier published, then the smaller hash). Texts worth comparing are found by their sketch, the
smallest hashes; of those that share a part of it only the oldest are asked: the work grows with the number of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain
from typing import TypeVar
from zlib import crc32

import numpy as np
import numpy.typing as npt

from dateline.likeness.words import table
from dateline.model.report import Report

MIX, LAST_MIX, FOLD = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(29)
WORD = re.compile(r"\w+")
Runs = npt.NDArray[np.uint64]
Number = TypeVar("Number", np.uint64, np.int64)
NO_RUNS: Runs = np.zeros(0, np.uint64)
Key = tuple[int, int]  # ten days, two neighbours in a sketch


def shingles(text: str) -> Runs:
    """Hashes of all runs of words, lower-cased, each once, the smallest first; the same in every process."""
    return all_shingles([text])[0]


def all_shingles(texts: Sequence[str]) -> list[Runs]:
    """The shingles of each text; of many at once it is quicker."""
    width, rows = int(table("reprint")["words"]), [_hashes(text) for text in texts]
    runs = _runs(np.fromiter(chain.from_iterable(rows), np.uint64), width)
    begins = accumulate(map(len, rows), initial=0)
    return [each_once(runs[at : max(at, at + len(row) - width + 1)]) for at, row in zip(begins, rows, strict=False)]


def _hashes(text: str) -> list[int]:
    """A hash of each word."""
    spaced = " ".join(WORD.findall(text.casefold())).encode("utf-8", "surrogatepass")
    return list(map(crc32, spaced.split()))


def _runs(words: Runs, width: int) -> Runs:
    """A hash of each run of so many words, by where it begins."""
    count = max(0, len(words) - width + 1)
    runs = np.zeros(count, np.uint64)
    for at in range(width if count else 0):
        runs ^= words[at : at + count]
        runs *= MIX
        runs ^= runs >> FOLD
    runs *= LAST_MIX
    return runs


def each_once(numbers: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """The same in order, each once: a tenth of the time of numpy's own, which looks each up in a table."""
    ordered = np.sort(numbers)
    fresh = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    unique: npt.NDArray[Number] = ordered[fresh]
    return unique


def shared(left: Runs, right: Runs) -> int:
    """How many shingles two texts share."""
    both = np.concatenate((left, right))
    both.sort()
    return int(np.count_nonzero(both[1:] == both[:-1]))


def resemblance(left: Runs, right: Runs) -> float:
    """Shared shingles of all shingles: 1 for the same words, 0 for nothing shared."""
    both = shared(left, right)
    return both / (len(left) + len(right) - both) if both else 0.0


def reprint_of(report: Report, others: Iterable[Report]) -> str | None:
    """The id of the oldest among `others` that `report` reprints, or None."""
    found = [other for other in others if other.id != report.id and _alike(report, other)]
    older = [other for other in found if _age(other.id, other) < _age(report.id, report)]
    return min(older, key=lambda other: _age(other.id, other)).id if older else None


def reprints(reports: Mapping[str, Report], sketches: Mapping[str, Runs] | None = None) -> dict[str, str]:
    """Reprint -> original, for all reports: chains end at the oldest. `sketches`: of all, where they are made."""
    some, least = int(table("reprint")["asked"]), int(table("reprint")["shared"])
    oldest: dict[str, str] = {}  # text -> the first report of it
    holders: dict[Key, list[str]] = {}
    found: dict[str, str] = {}
    made = sketches or {name: sketch(shingles(report.text)) for name, report in reports.items()}
    ordered = {name: made[name] for name in sorted(reports, key=lambda n: _age(n, reports[n]))}
    for name, keys in _shared(ordered).items():
        report, days = reports[name], _decade(reports[name])
        asked = [(day, key) for day in {days, days - 1, 0} for key in keys]
        rivals = dict.fromkeys(other for key in asked for other in holders.get(key, ()))
        near = [other for other in rivals if len({*made[name].tolist()} & {*made[other].tolist()}) >= least]
        same = oldest.setdefault(report.text, name)
        other = same if same != name else _first(reports, report, sorted(near, key=lambda n: _age(n, reports[n])))
        if other is not None:
            found[name] = found.get(other, other)
        for key in keys:
            if len(row := holders.setdefault((days, key), [])) < some:
                row.append(name)
    return found


def _first(reports: Mapping[str, Report], report: Report, names: Sequence[str]) -> str | None:
    return next((name for name in names if _alike(report, reports[name])), None)


def sketch(runs: Runs) -> Runs:
    """The smallest hashes."""
    return runs[: int(table("reprint")["keys"])].copy()


def _shared(sketches: Mapping[str, Runs]) -> dict[str, list[int]]:
    """The keys of each text, neighbours in its sketch, that another text has as well."""
    found: dict[str, list[int]] = {name: [] for name in sketches}
    rows = [runs[:-1] * MIX ^ runs[1:] for runs in sketches.values()]
    owners = np.repeat(np.arange(len(rows)), np.fromiter(map(len, rows), np.int64))
    keys, where, times = np.unique(np.concatenate([NO_RUNS, *rows]), return_inverse=True, return_counts=True)
    twice, names = times[where] > 1, list(sketches)
    for owner, key in zip(owners[twice].tolist(), keys[where[twice]].tolist(), strict=True):
        found[names[owner]].append(key)
    return found


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
