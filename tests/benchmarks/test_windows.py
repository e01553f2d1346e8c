"""Fixed windows: the nearest of the same kind within a day and 15 km, one account of a report."""

from __future__ import annotations

from benchmarks.windows import by_windows
from dateline.likeness.facts import Facts, Where


def told(name, report, day, lat, kind="Attack"):
    where = Where(lat=lat, lon=0.0, exact=True)
    return Facts(
        name, report, kind, "Violence against civilians", (None, None), "asserted", "single", day, day, where=where
    )


def test_within_the_windows_and_of_one_kind():
    rows = [
        told("a", "r1", 100, 10.0), told("b", "r2", 101, 10.1), told("c", "r3", 103, 10.0), told("d", "r4", 100, 11.0),
        told("e", "r5", 100, 10.0, "Abduction/forced disappearance"),
    ]  # fmt: skip
    assert by_windows(rows) == (("a", "b"), ("c",), ("d",), ("e",))


def test_the_nearest_comes_first_and_a_report_has_one_account_in_a_set():
    rows = [told("a", "r1", 100, 10.0), told("b", "r2", 100, 10.02), told("c", "r2", 100, 10.01)]
    assert by_windows(rows) == (("a", "c"), ("b",))
