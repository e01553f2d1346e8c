"""The reading of the gold stays above its floors; `benchmarks/score_gold.py --raise` lifts them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.evaluate import Scores, load_gold, score
from dateline.extract.read import read
from dateline.model.report import Report

HERE = Path(__file__).parent
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def scores() -> Scores:
    gold = load_gold(HERE.parent / "gold" / "reports")
    reports = {g.name: Report(g.text, published=g.published, publisher=g.publisher) for g in gold}
    return score(gold, {name: read(report) for name, report in reports.items()})


@pytest.fixture(scope="module")
def f1(scores: Scores) -> dict[str, float]:
    return {name: figure.count.f1 for name, figure in scores.figures().items()}


@pytest.mark.parametrize("metric", sorted(FLOORS))
def test_no_metric_falls_below_its_floor(f1: dict[str, float], metric: str) -> None:
    assert f1.get(metric, 0) >= FLOORS[metric]
