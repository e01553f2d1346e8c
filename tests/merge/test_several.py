"""Merging on several processes: the same result as on one."""

import os
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from random import Random

import pytest

from benchmarks.invented import reading
from dateline.merge import merge
from dateline.processes import crew

ROOM = sys.modules["dateline.merge.merge"]


@pytest.fixture(scope="module")
def told():
    """Forty events, some told twice."""
    random, accounts, claims, reports = Random(3), [], {}, {}
    for number in range(40):
        for copy in range(2 if number % 4 == 0 else 1):
            report, own, account, _ = reading(number, copy, random)
            accounts.append(account)
            claims |= {claim.id: claim for claim in own}
            reports[report.id] = report
    return accounts, claims, reports


def test_several_processes_find_what_one_finds(told, monkeypatch):
    alone = merge(*told, ())
    asked = []
    monkeypatch.setattr(ROOM, "FEW", 1)
    monkeypatch.setattr(ROOM, "crew", lambda count: asked.append(count) or crew(2))
    assert merge(*told, ()) == alone
    assert asked == [os.cpu_count()]
    assert len(alone.clusters) == 40


def test_where_a_process_is_ended_the_work_is_done_here(told, monkeypatch):
    class Ended(ProcessPoolExecutor):
        def submit(self, work, /, *given):
            broken = Future()
            broken.set_exception(BrokenProcessPool("ended"))
            return broken

    made = []
    alone = merge(*told, ())
    monkeypatch.setattr(ROOM, "FEW", 1)
    monkeypatch.setattr(ROOM, "crew", lambda count: made.append(count) or (crew(1) if count == 1 else Ended(2)))
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert merge(*told, ()) == alone
    assert made == [2, 1]


def test_what_fails_here_says_so_when_it_is_asked_for():
    with crew(1) as here:
        assert list(here.map(len, ["a", "bc"])) == [1, 2]
        with pytest.raises(TypeError):
            here.submit(len, 3)
