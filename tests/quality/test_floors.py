"""The reading of the gold stays above its floors, and no floor falls without a reason (benchmarks/floors.py)."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.floors import (
    FLOORS,
    HALVES,
    ROOT,
    SLACK,
    Floors,
    Part,
    _dump,
    corpus,
    fingerprint,
    load,
    measured,
    moved,
)
from benchmarks.scores import parts

STANDING = load()
ROWS = [(half, metric) for half in HALVES for metric in STANDING.parts.get(f"gold-{half}", Part()).floor]
DAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def now() -> dict[str, dict[str, float]]:
    return {half: measured(ROOT / "tests" / "gold" / half) for half in HALVES}


@pytest.mark.parametrize(("half", "metric"), ROWS)
def test_no_metric_falls_below_its_floor(now, half, metric):
    assert now[half].get(metric, 0) >= STANDING.parts[f"gold-{half}"].floor[metric]


@pytest.mark.parametrize("half", HALVES)
def test_the_floors_were_taken_on_the_gold_as_it_is(half):
    found = fingerprint(ROOT / "tests" / "gold" / half)
    assert STANDING.parts[f"gold-{half}"].fingerprint == found, "gold has changed: python -m benchmarks.floors"


@pytest.mark.parametrize("name", list(parts()))
def test_no_corpus_falls_below_its_floors(name):
    found = corpus(name)
    if found is None:
        pytest.skip("this corpus is not there")
    mark, figures = found
    part = STANDING.parts[f"corpus-{name}"]
    if part.fingerprint != mark:
        pytest.skip("another edition of this corpus: its floors were taken on other texts")
    assert {metric: figures[metric] for metric, floor in part.floor.items() if figures[metric] < floor} == {}


def test_every_lowered_floor_has_its_reason():
    reasons = {(row["part"], row["metric"]): str(row["why"]) for row in STANDING.lowered}
    fallen = [(name, metric) for name, part in STANDING.parts.items() for metric in part.highest]
    assert [row for row in fallen if len(reasons.get(row, "")) < 20] == []


def test_floors_rise_and_do_not_fall_without_a_reason():
    floors = Floors({"gold-x": Part("old", {"event": 0.5})})
    assert moved(floors, "gold-x", {"event": 0.7}, "new", None, DAY) == []
    assert floors.parts["gold-x"].floor["event"] == pytest.approx(0.7 - SLACK)
    kept = moved(floors, "gold-x", {"event": 0.4}, "new", None, DAY)
    assert kept == ["gold-x: event is 0.400, below its floor of 0.690"]
    assert floors.parts["gold-x"].floor["event"] == pytest.approx(0.69)


def test_a_floor_lowered_keeps_its_height_and_the_reason(tmp_path):
    floors = Floors({"gold-x": Part("old", {"event": 0.5})})
    assert moved(floors, "gold-x", {"event": 0.4}, "new", 'harder "gold" came in', DAY) == []
    path = tmp_path / "floors.toml"
    path.write_text(_dump(floors), "utf-8")
    again = load(path)
    assert again.parts["gold-x"].highest["event"] == 0.5
    assert (again.lowered[0]["to"], again.lowered[0]["why"]) == (0.39, 'harder "gold" came in')
    assert _dump(again) == path.read_text("utf-8")


def test_the_file_is_as_the_program_writes_it():
    assert _dump(STANDING) == FLOORS.read_text("utf-8")
