"""The command line: `python -m benchmarks NAME --data PATH [--all] [--json] [--errors N]`.

Exit code 0: done; 2: a wrong name, a bad path or an unreadable file, told in one line on standard error.
NAME `all` runs every benchmark on its development part under DATELINE_CORPORA.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.common.inputs import InputError
from benchmarks.common.judged import Benchmark
from benchmarks.common.output import as_dict, errors, table
from benchmarks.common.runner import Result, run
from benchmarks.scores import corpora_folder, parts, run_all

USAGE = 2


def benchmark(name: str) -> Benchmark[object]:
    """The benchmark of that name."""
    found: Benchmark[object] = import_module(f"benchmarks.{name}").BENCHMARK
    return found


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Score dateline on public corpora.")
    options.add_argument("name", nargs="?", metavar="NAME", help=", ".join([*parts(), "all"]))
    options.add_argument("--data", type=Path, metavar="PATH", help="file or folder in the corpus's own layout")
    options.add_argument("--all", action="store_true", dest="every", help="every unit, not the usual sample")
    options.add_argument("--json", action="store_true", help="JSON in place of the table")
    options.add_argument("--errors", type=int, default=0, metavar="N", help="also list up to N errors of each kind")
    options.add_argument("--responses", type=Path, metavar="FILE", help="muc4: score these templates instead")
    options.add_argument("--append", type=Path, metavar="FILE", help="all: append a dated section to this file")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for; the exit code."""
    given = parser().parse_args(arguments)
    if given.name is None:
        for name, part in parts().items():
            print(f"{name:18}{part.about}")
        return 0
    try:
        if given.name == "all":
            print(run_all(corpora_folder(), benchmark, given.every, given.append))
        else:
            show(one(given), given)
    except InputError as wrong:
        print(f"benchmarks: {wrong}", file=sys.stderr)
        return USAGE
    return 0


def one(given: argparse.Namespace) -> Result:
    """The result of one benchmark."""
    if given.name not in parts():
        raise InputError(f"{given.name}: no such benchmark; there are {', '.join(parts())}")
    if given.data is None:
        raise InputError(f"{given.name}: --data PATH is missing")
    chosen = benchmark(given.name)
    if given.responses is not None:
        if chosen.answers is None:
            raise InputError(f"{given.name}: --responses is for muc4 only")
        chosen = chosen.answers(given.responses)
    return run(chosen, given.data, given.every)


def show(result: Result, given: argparse.Namespace) -> None:
    """Print it as asked; errors go to standard error beside JSON."""
    print(json.dumps(as_dict(result), indent=1) if given.json else table(result))
    if given.errors:
        for row in errors(result, given.errors):
            print(row, file=sys.stderr if given.json else sys.stdout)
