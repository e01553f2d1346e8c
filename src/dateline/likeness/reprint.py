"""Reprints: the same text, or nearly the same, in another report.

In: reports. Out: hashed word shingles of a text, their resemblance (0 to 1), and for each reprint the
report it reprints (the older one: earlier published, then the smaller hash).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from heapq import nsmallest
from zlib import crc32

from dateline.likeness.words import table
from dateline.model.report import Report


def shingles(text: str, size: int | None = None) -> frozenset[int]:
    """Hashes of all runs of `size` words, lower-cased, the same in every process."""
    width = size or int(table("reprint")["words"])
    words = re.findall(r"\w+", text.casefold())
    return frozenset(
        crc32(" ".join(words[i : i + width]).encode("utf-8", "surrogatepass"))
        for i in range(max(0, len(words) - width + 1))
    )


def resemblance(left: frozenset[int], right: frozenset[int]) -> float:
    """Shared shingles of all shingles: 1 for the same words, 0 for nothing shared."""
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def reprint_of(report: Report, others: Iterable[Report]) -> str | None:
    """The id of the oldest among `others` that `report` reprints, or None."""
    found = [other for other in others if other.id != report.id and _same(report, other)]
    older = [other for other in found if _age(other) < _age(report)]
    return min(older, key=_age).id if older else None


def reprints(reports: Mapping[str, Report]) -> dict[str, str]:
    """Reprint -> original, for all reports: chains end at the oldest."""
    marks = {name: shingles(report.text) for name, report in reports.items()}
    ages = {name: _age(report) for name, report in reports.items()}  # an id hashes the whole text: once is enough
    keys = {name: _keys(report, marks[name]) for name, report in reports.items()}
    holders: dict[int | str, list[str]] = {}
    for name in sorted(reports, key=ages.__getitem__):
        for key in keys[name]:
            holders.setdefault(key, []).append(name)
    found: dict[str, str] = {}
    for name in sorted(reports, key=ages.__getitem__):
        rivals = {other for key in keys[name] for other in holders[key]}
        older = [n for n in rivals if ages[n] < ages[name]]
        for other in sorted(older, key=ages.__getitem__):
            if _alike(reports[name], reports[other], marks[name], marks[other]):
                found[name] = found.get(other, other)
                break
    return found


def _keys(report: Report, marks: frozenset[int]) -> list[int | str]:
    return [report.text_hash, *nsmallest(int(table("reprint")["keys"]), marks)]


def _age(report: Report) -> tuple[date, str]:
    return report.published or date.max, report.id


def _same(left: Report, right: Report) -> bool:
    return _alike(left, right, shingles(left.text), shingles(right.text))


def _alike(left: Report, right: Report, one: frozenset[int], two: frozenset[int]) -> bool:
    if left.text == right.text:
        return True
    rule = table("reprint")
    if min(len(one), len(two)) < rule["least"]:
        return False
    if left.published and right.published and abs((left.published - right.published).days) > rule["days"]:
        return False
    return resemblance(one, two) >= float(rule["resemblance"])
