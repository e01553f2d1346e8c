"""Versions of one page: which reports a later one replaces.

In: reports. Out: report -> the newest version of its page. One page are two reports of one address, or of one outlet
and title where one of them has no address, if much of the shorter one's words stand in the other: a bulletin keeps its
title for other stories too. Later is what was published later, of one day what was retrieved later; where neither says
which is later, neither replaces the other.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from datetime import UTC, date, datetime

from dateline.likeness.reprint import shared, shingles
from dateline.likeness.words import table
from dateline.model.report import Report

NEVER = datetime.min.replace(tzinfo=UTC)


def versions(reports: Mapping[str, Report]) -> dict[str, str]:
    """Report -> the newest version of its page, for every report that has a later one."""
    pages: dict[Hashable, list[str]] = {}
    for name, report in reports.items():
        for page in _pages(report):
            pages.setdefault(page, []).append(name)
    newer: dict[str, set[str]] = {}
    for names in (sorted(names, key=lambda n: _moment(n, reports)) for names in pages.values() if len(names) > 1):
        for at, name in enumerate(names):
            latest = reversed(names[max(at + 1, len(names) - int(table("version")["asked"])) :])
            newer.setdefault(name, set()).update(n for n in latest if _replaces(reports[n], reports[name]))

    def newest(name: str) -> str:
        found = max(newer[name], key=lambda n: _moment(n, reports))
        return newest(found) if newer.get(found) else found

    return {name: newest(name) for name in sorted(newer) if newer[name]}


def _pages(report: Report) -> Iterator[Hashable]:
    """What may be the page that it is a version of."""
    if report.url:
        yield _address(report)
    if report.publisher and report.title:
        yield report.publisher.casefold(), report.title.casefold()


def _address(report: Report) -> str:
    return (report.url or "").split("#")[0].rstrip("/")


def _moment(name: str, reports: Mapping[str, Report]) -> tuple[date, datetime, str]:
    report = reports[name]
    return report.published or date.min, report.retrieved or NEVER, name


def _replaces(newer: Report, older: Report) -> bool:
    if newer.url and older.url and _address(newer) != _address(older):
        return False
    return _later(newer, older) and _much_in_common(newer, older)


def _later(newer: Report, older: Report) -> bool:
    if newer.published and older.published and newer.published != older.published:
        return newer.published > older.published
    return bool(newer.retrieved and older.retrieved and newer.retrieved > older.retrieved)


def _much_in_common(newer: Report, older: Report) -> bool:
    one, two = shingles(newer.text), shingles(older.text)
    return shared(one, two) > float(table("version")["share"]) * min(len(one), len(two))
