"""Reading many reports, on all processors, in a stable order.

In: reports. Out: (claims, accounts, outcome) of each, in the order given. One report that cannot be
read is listed with the reason; the others go on.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from dateline.extract.read import read
from dateline.model.claims import Account, Claim
from dateline.model.dataset import Outcome
from dateline.model.report import Report

Read = tuple[tuple[Claim, ...], tuple[Account, ...], Outcome]
FEW = 12  # below this many reports a second process costs more than it saves


def read_one(report: Report) -> Read:
    """What one report says; a failure of the reader is an outcome, never an end."""
    try:
        reading = read(report)
    except Exception as error:  # a reader that fails on one report must not cost the others
        problem = f"not read: the reader failed ({type(error).__name__}: {error}); please report this"
        return (), (), Outcome(report.id, problem)
    people = tuple((mention.start, mention.end) for mention in reading.people)
    return reading.claims, reading.accounts, Outcome(report.id, reading.outcome, (), reading.unread, people)


def read_all(reports: Sequence[Report], workers: int = 0) -> Iterator[Read]:
    """Every report read, in the order given, on `workers` processes (0: one a processor)."""
    count = min(workers or os.cpu_count() or 1, max(1, len(reports) // FEW))
    if count == 1:
        yield from map(read_one, reports)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context) as pool:
        yield from pool.map(read_one, reports, chunksize=4)


