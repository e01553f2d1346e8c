"""How fast accounts are merged, by the clock and by the processor, and the most memory it takes.

Run: python -m benchmarks.merging_speed [accounts ...]
Accounts are invented (benchmarks/invented.py). Memory is the peak of this process, in megabytes.
"""

from __future__ import annotations

import resource
import sys
import time
from random import Random

from benchmarks.invented import reading
from dateline.merge import merge
from dateline.model.claims import Account, Claim
from dateline.model.report import Report


def megabytes() -> float:
    """The peak so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def merging(accounts: int) -> None:
    """Merge that many invented accounts; one line."""
    random, told, claims, found = Random(7), list[Account](), dict[str, Claim](), dict[str, Report]()
    for number in range(accounts):
        for copy in range(3 if number % 20 == 0 else 2 if number % 4 == 0 else 1):
            report, own, account, _ = reading(number, copy, random)
            told.append(account)
            claims |= {claim.id: claim for claim in own}
            found[report.id] = report
        if len(told) >= accounts:
            break
    held, begun, work = megabytes(), time.perf_counter(), time.process_time()
    result = merge(told, claims, found, ())
    took, worked = time.perf_counter() - begun, time.process_time() - work
    times = f"{took:.1f} s by the clock, {worked:.1f} s of the processor"
    memory = f"peak memory {megabytes():.0f} MB, {held:.0f} MB of it before merging"
    print(f"{len(told):,} accounts: {times}; {len(result.clusters):,} events; {memory}", flush=True)


def main() -> None:
    for accounts in sys.argv[1:] or ["1000", "10000", "100000"]:
        merging(int(accounts))


if __name__ == "__main__":
    main()
