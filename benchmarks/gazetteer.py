"""How long the gazetteer takes: built once, opened each time, asked for a name.

Run: python benchmarks/gazetteer.py
It is built in a folder of its own, so that the user's cache stays as it is. Opening is the median of a few fresh
connections; asking is the mean over names that were not asked before.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dateline.gazetteer.build import build
from dateline.gazetteer.gazetteer import open_gazetteer

NAMES = ("Djibo", "Hawija", "Kiev", "Deir Ezzor", "Springfield", "San Jose", "Mweso", "Tell Abyad", "Anbar", "Goma")
OPENINGS = 9


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes by the clock."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def opening(path: Path) -> float:
    """How long it takes to open the file with nothing kept from before."""
    open_gazetteer.cache_clear()
    return seconds(lambda: open_gazetteer(path))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "gazetteer.sqlite")
        cpu = time.process_time()
        took = seconds(lambda: build(path))
        cpu = time.process_time() - cpu
        opened = statistics.median(opening(path) for _ in range(OPENINGS))
        asked = seconds(lambda: [open_gazetteer(path).lookup(name) for name in NAMES]) / len(NAMES)
        size = path.stat().st_size / 1e6
    print(f"built: {took:.1f} s by the clock, {cpu:.1f} s of processor; {size:.0f} MB")
    print(f"opened: {opened * 1000:.1f} ms; a name: {asked * 1000:.2f} ms")


if __name__ == "__main__":
    main()
