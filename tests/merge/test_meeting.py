"""Blocks as columns give the same pairs as looking at every two entries one by one."""

from itertools import combinations
from random import Random

import numpy as np
import pytest

from dateline.merge import meeting as module
from dateline.merge.meeting import filed, meeting, uncrowded, unpacked

REACH, ALWAYS = 3, (-(10**9), 10**9)


def drawn(seed):
    """Entries of thirty accounts in a few blocks: some of any day, some of long periods."""
    random, rows = Random(seed), []
    for account in range(30):
        for block in random.sample(range(5), 2):
            first = random.randrange(739_000, 739_040)
            days = ALWAYS if random.random() < 0.1 else (first, first + random.choice((0, 0, 0, 2, 20)))
            rows.append((block, *days, account))
    return rows


def meet(one, two):
    return one[0] == two[0] and one[1] <= two[2] + REACH and two[1] <= one[2] + REACH


def expected(rows, vague):
    return sorted(
        {
            (min(one[3], two[3]), max(one[3], two[3]))
            for one, two in combinations(rows, 2)
            if meet(one, two) and (vague[one[3]] or vague[two[3]])
        }
    )


def found(rows, vague, most=None):
    told = filed(np.array(rows, np.int64).reshape(-1, 4))
    told = uncrowded(told, REACH, most) if most else told
    return list(unpacked(meeting(told, REACH, np.array(vague, np.bool_))))


@pytest.mark.parametrize("part", [5, 1 << 20])
@pytest.mark.parametrize("seed", range(4))
def test_the_pairs_are_those_of_every_two_entries(monkeypatch, seed, part):
    monkeypatch.setattr(module, "PART", part)
    rows = drawn(seed)
    for share in (0, 0.3, 1):
        vague = [Random(seed + number).random() < share for number in range(30)]
        assert found(rows, vague) == expected(rows, vague)


def test_what_meets_too_many_of_its_block_is_left_out():
    rows = drawn(0)
    quiet = [row for row in rows if sum(meet(row, other) for other in rows) <= 6]
    assert quiet
    assert len(quiet) < len(rows)
    assert found(rows, [True] * 30, most=6) == expected(quiet, [True] * 30)


def test_nothing_filed_gives_no_pairs():
    assert found([], []) == []
    assert found([(0, 1, 1, 0), (1, 1, 1, 1)], [True, True]) == []
