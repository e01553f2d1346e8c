"""The weights of days: what sets right options apart weighs for them, and the file says it in words."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

from dateline.extract.events.day_choice import likeliest
from dateline.extract.events.day_signs import ITSELF, NONE, Option
from dateline.extract.read import read
from dateline.model.values import Period
from training.days import Row, as_file, fitted, rows, texts

DAY = Period(date(2025, 3, 3), date(2025, 3, 3), "day")
NEAR, FAR = Option(DAY, 0, ("near",)), Option(replace(DAY, start=date(2025, 3, 1), end=date(2025, 3, 1)), 1, ("far",))
NOTHING = Option(None, None, (NONE,))


def _rows() -> list[Row]:
    told = [Row(f"text {n}", (NEAR, FAR, NOTHING), (True, False, False), by_rule=True) for n in range(20)]
    return [*told, *(Row(f"text {n}", (FAR, NOTHING), (False, True), by_rule=False) for n in range(20, 40))]


def test_what_is_right_weighs_more() -> None:
    weights = fitted(_rows())
    assert weights["near", ITSELF] > weights.get((NONE, ITSELF), 0.0) > weights["far", ITSELF]
    found = likeliest((FAR, NEAR, NOTHING), weights)
    assert found is not None
    assert found[0] is NEAR
    assert fitted(_rows()) == weights


def test_the_file_holds_the_weights() -> None:
    weights = fitted(_rows())
    told = tomllib.loads(as_file(weights))
    assert {(section, name): weight for section, row in told.items() for name, weight in row.items()} == weights


def test_the_rules_of_a_coded_report_are_held_against_its_days() -> None:
    example, report, told = next(texts())
    found = list(rows(example, read(report), told))
    assert all(len(row.options) == len(row.right) for row in found)
    assert len(found) <= len(told)
