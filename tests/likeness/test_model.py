"""The model that is shipped: as fitted, complete, and in an order that a coder would expect."""

from __future__ import annotations

import ast
import tomllib

import pytest

from dateline.likeness.model import Seen, model, weight
from training.likeness import MODEL, Pair, expected, fitted


def test_every_level_that_is_expected_has_a_weight():
    known = {(name, level) for name, levels in model().weights.items() for level in levels}
    assert known == set(expected()[1])


def test_every_level_that_the_code_names_has_a_weight():
    tree = ast.parse((MODEL.parent / "compare.py").read_text("utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "Seen"]
    told = [[a.value for a in call.args[:2] if isinstance(a, ast.Constant)] for call in calls]
    pairs = [tuple(row) for row in told if len(row) == 2]
    assert len(pairs) > 20
    for comparison, level in pairs:
        assert level in model().weights[comparison], (comparison, level)


def test_an_unknown_level_weighs_nothing():
    assert weight(Seen("type", "no such level", "type", "")) == 0.0


def test_more_telling_levels_weigh_more():
    bits = model().weights
    for comparison, order in {
        "type": ("same", "near", "different"),
        "period": ("same_day", "next_day", "far"),
        "place": ("same", "reach", "far"),
        "killed": ("many", "few", "one", "apart"),
        "text": ("same", "alike", "none"),
        "names": ("around_several", "around", "none"),
    }.items():
        weights = [bits[comparison][level] for level in order]
        assert weights == sorted(weights, reverse=True), comparison


def test_pairs_seen_move_a_weight_away_from_what_is_expected():
    def same(*pairs):
        return tomllib.loads(fitted(pairs))["levels"]["weapon"]["same"]

    none = [Pair(True, True, ()), Pair(False, True, ())]
    assert same(*none)["bits"] == pytest.approx(expected()[1]["weapon", "same"], abs=0.01)
    seen = [Pair(True, True, (("weapon", "same"),))] * 30 + [Pair(False, True, (("weapon", "other"),))] * 30
    assert same(*seen)["bits"] > same(*none)["bits"]
    assert same(*seen)["seen"] == [30, 0]
