from __future__ import annotations

import pytest

from dateline.likeness.alpha import alpha, ratio

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), C: four observers, twelve units, missing data.
A = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
B = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
C = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
D = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]


def test_the_published_example():
    units = list(zip(A, B, C, D, strict=True))
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)
    assert alpha(units, ratio) == pytest.approx(0.797, abs=0.0005)


def test_two_coders_by_hand():
    # values a a b | a b b: one of three units differs; D_o = 2, D_e = 2 * 3 * 3 / (6 - 1) = 18 / 5
    assert alpha([("a", "a"), ("a", "b"), ("b", "b")]) == pytest.approx(1 - 2 / (18 / 5))


def test_full_agreement_is_one_and_reversal_below_zero():
    assert alpha([(1, 1), (2, 2)]) == 1
    assert alpha([(1, 2), (2, 1)]) < 0


def test_without_variation_or_pairs_there_is_no_alpha():
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert alpha([("a", None), (None, "b")]) is None
