"""Coreference measures on one case worked by hand: gold abc, de; read ab, cde."""

from __future__ import annotations

import pytest

from benchmarks.common.coref import b_cubed, ceaf_e, clusters, conll, muc, pairwise
from benchmarks.common.tally import f1

GOLD = [frozenset("abc"), frozenset("de")]
READ = [frozenset("ab"), frozenset("cde")]


def test_muc():
    # gold has 2 + 1 links; abc is cut into ab and c: one kept; de is kept: 2 of 3. Read: ab kept, cde cut once: 2 of 3.
    assert muc(GOLD, READ).row == (2, 3, 2, 3)


def test_b_cubed():
    # read side: a, b 2/2; c 1/3; d, e 2/3: 11/3 of 5. Gold side: a, b 2/3; c 1/3; d, e 2/2: 11/3 of 5.
    assert b_cubed(GOLD, READ).row == pytest.approx((11 / 3, 5, 11 / 3, 5))


def test_ceaf_e():
    # abc with ab 2*2/5, de with cde 2*2/5: 1.6 of two clusters on either side
    assert ceaf_e(GOLD, READ).row == pytest.approx((1.6, 2, 1.6, 2))


def test_conll_is_the_mean_of_the_three():
    sums = [n for measure in (muc, b_cubed, ceaf_e) for n in measure(GOLD, READ).row]
    assert conll(*sums) == pytest.approx((2 / 3 + 11 / 15 + 0.8) / 3)


def test_pairwise():
    # gold pairs ab ac bc de; read pairs ab cd ce de; ab and de are both
    assert pairwise(GOLD, READ).row == (2, 4, 2, 4)


def test_gold_against_itself_is_perfect():
    assert [f1(*measure(GOLD, GOLD).row) for measure in (muc, b_cubed, ceaf_e, pairwise)] == [1, 1, 1, 1]


def test_singletons_have_no_link_but_count_for_b_cubed():
    alone = [frozenset(letter) for letter in "abcde"]
    assert muc(GOLD, alone).row == (0, 0, 0, 3)
    assert b_cubed(GOLD, alone).row == pytest.approx((5, 5, 3 / 3 + 2 / 2, 5))


def test_clusters_are_made_of_keys():
    assert sorted(map(sorted, clusters({"a": 1, "b": 1, "c": 2}))) == [["a", "b"], ["c"]]
