"""Shared metrics on cases worked by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.common.intervals import of_numbers, of_sums
from benchmarks.common.judged import Judged
from benchmarks.common.metrics import accuracy, f1_metric, macro, over_classes, pooled, weighted
from benchmarks.common.spans import exact, meet, partial, shared
from benchmarks.common.tally import Tally, f1, precision, recall, right, same
from dateline.likeness.assign import assign


def labelled(*pairs: tuple[str, str]) -> list[Judged]:
    return [Judged(str(n), labels={"kind": [pair]}) for n, pair in enumerate(pairs)]


def test_f1_is_the_harmonic_mean():
    tally = right(2, 4, 8)  # P 2/4, R 2/8, F1 2 * 0.5 * 0.25 / 0.75 = 1/3
    assert (precision(*tally.row), recall(*tally.row), f1(*tally.row)) == (0.5, 0.25, pytest.approx(1 / 3))
    assert f1(*Tally().row) == 0


def test_bags_count_each_wanted_answer_once():
    assert same(["a", "a", "b"], ["a", "c"]) == Tally(1, 3, 1, 2)


def test_an_f1_metric_adds_its_units():
    units = [Judged("1", {"x": right(1, 1, 2)}), Judged("2", {"x": right(0, 1, 0)}), Judged("3")]
    metric = f1_metric(units, "x")  # right 1, said 2, wanted 2
    assert metric.part.value == metric.precision.value == metric.recall.value == 0.5
    assert metric.count == {"right": 1, "said": 2, "wanted": 2}


def test_what_is_found_is_told_where_it_differs_from_what_is_right():
    assert f1_metric([Judged("1", {"x": Tally(2, 2, 1, 1)})], "x").count["found"] == 1


# A: right 1, said 1, wanted 2, F1 2/3; B: right 1, said 2, wanted 1, F1 2/3; C: never said, F1 0
PAIRS = (("A", "A"), ("A", "B"), ("B", "B"), ("C", "none"))


def test_weighted_f1():
    metric = over_classes(labelled(*PAIRS), "kind", "all", weighted)
    assert metric.part.value == pytest.approx((2 * 2 / 3 + 2 / 3 + 0) / 4)
    assert (metric.measure, metric.count) == ("weighted F1", {"n": 4})


def test_macro_f1():
    assert over_classes(labelled(*PAIRS), "kind", "all", macro).part.value == pytest.approx(4 / 9)


def test_named_classes_leave_out_units_of_others():
    # without the C unit: A 2/3 of weight 2, B 2/3 of weight 1
    metric = over_classes(labelled(*PAIRS), "kind", "two", weighted, ["A", "B"])
    assert (metric.part.value, metric.count["n"]) == (pytest.approx(2 / 3), 3)


def test_a_class_of_no_gold_does_not_count_in_the_macro_mean():
    assert over_classes(labelled(("A", "A")), "kind", "two", macro, ["A", "B"]).part.value == 1


def test_accuracy():
    assert accuracy(labelled(*PAIRS), "kind").part.value == 0.5


def test_the_interval_of_units_that_are_all_alike_is_the_value():
    part = of_sums([(1, 2, 1, 2)] * 5, f1)
    assert (part.value, part.low, part.high) == (0.5, 0.5, 0.5)


def test_the_interval_of_two_units_that_differ_spans_both():
    # a quarter of the samples draws the right one twice, a quarter the wrong one
    part = of_sums([(1, 1, 1, 1), (0, 1, 0, 1)], f1)
    assert (part.value, part.low, part.high) == (0.5, 0, 1)


def test_intervals_are_the_same_in_every_run():
    rows = [(n % 3, 3, n % 3, 4) for n in range(20)]
    assert of_sums(rows, f1) == of_sums(rows, f1)


def test_pooled_numbers():
    units = [Judged("1", numbers={"km": [1.0, 3.0]}), Judged("2", numbers={"km": [5.0]})]
    metric = pooled(units, "km", "error", "km", lambda values: float(np.median(values)))
    assert (metric.part.value, metric.count) == (3.0, {"n": 3})
    assert of_numbers([], lambda values: 1.0).value == 0


def test_spans():
    # (0, 4) meets (1, 5) with three characters, (6, 8) meets nothing
    gold, read = [(0, 4), (6, 8)], [(1, 5), (0, 1)]
    assert exact(gold, read) == right(0, 2, 2)
    assert partial(gold, read) == right(1, 2, 2)
    assert meet(gold, read, shared) == [(0, 0)]


@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_the_pairing_is_the_best_there_is(rows: int, columns: int, data: st.DataObject):
    gains = data.draw(st.lists(st.lists(st.sampled_from([0, 0.5, 1, 2]), min_size=columns, max_size=columns),
                               min_size=rows, max_size=rows))  # fmt: skip
    wide = gains if rows <= columns else [list(column) for column in zip(*gains, strict=True)]
    best = max(
        sum(wide[i][j] for i, j in enumerate(picked))
        for picked in itertools.permutations(range(len(wide[0])), len(wide))
    )
    pairs = assign(gains)
    assert sum(gains[i][j] for i, j in pairs) == best
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_a_forbidden_pair_is_never_made():
    assert assign([[None, 1.0], [None, 2.0]]) == [(1, 1)]
    assert assign([]) == []
