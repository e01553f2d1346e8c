"""Work on several processes, in a stable order.

In: how many. Out: an executor whose `map` and `submit` are those of concurrent.futures; with one process the work is
done here and at once. Processes are started afresh, on every system alike.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any


def crew(count: int) -> Executor:
    """`count` processes, to be used in a with statement."""
    if count == 1:
        return _Here()
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _leave_interrupts)


class _Here(Executor):
    """No other process: what is submitted is done before it returns."""

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        done = Future[Any]()
        done.set_result(work(*given, **named))
        return done


def _leave_interrupts() -> None:
    """Ctrl-C is for the parent, which then stops asking."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
