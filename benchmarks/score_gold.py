"""Read the gold reports, score the readings, print the table.

PYTHONPATH=src python benchmarks/score_gold.py [--only PREFIX] [--errors N] [--json FILE] [--legend]
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from dateline.errors import DatelineError
from dateline.evaluate import Figure, GoldReport, as_dict, error_text, legend, load_gold, score, text_table
from dateline.extract.read import read
from dateline.model.reading import Reading
from dateline.model.report import Report

TESTS = Path(__file__).parents[1] / "tests"
GOLD, FLOORS = TESTS / "gold" / "reports", TESTS / "quality" / "floors.toml"
SLACK = 0.01  # how far below the figure a floor lies
FLOORED = ("event", "event for datasets", "not_event", "toll anywhere")  # and those over all events
FLOORS_HEAD = """# The least F1 (0 to 1) of each metric over tests/gold/reports. Metrics over aligned events alone
# have none: they may fall because harder events come to be found. Floors only rise:
# `python benchmarks/score_gold.py --raise` lifts each to one point below the present figure, lowers none.
"""


def read_one(gold: GoldReport) -> Reading:
    """The reading of a gold report's text, without the parse (it is large and not needed)."""
    return replace(read(Report(gold.text, published=gold.published, publisher=gold.publisher)), doc=None)


def read_all(gold: list[GoldReport], workers: int = 2) -> dict[str, Reading]:
    """Name -> reading; in this process where `workers` is 1."""
    if workers < 2 or len(gold) < 2:
        return {report.name: read_one(report) for report in gold}
    with ProcessPoolExecutor(workers) as pool:
        return dict(zip([report.name for report in gold], pool.map(read_one, gold), strict=True))


def raise_floors(figures: dict[str, Figure]) -> None:
    """Lift the floors that the figures have left behind."""
    old = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    floored = {name for name in figures if name in FLOORED or name.startswith("all: ")}
    now = {name: figures[name].count.f1 - SLACK for name in figures if name in floored}
    names = [*now, *(name for name in old if name not in now)]
    rows = (f'"{name}" = {max(old.get(name, 0), round(now.get(name, 0), 3)):.3f}' for name in names)
    FLOORS.write_text(FLOORS_HEAD + "\n".join(rows) + "\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="PREFIX", help="only reports whose name begins so")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print the N worst events")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures and errors there")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--legend", action="store_true", help="also say what each metric means")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise the floors of tests/quality")
    options = parser.parse_args()
    try:
        gold = load_gold(GOLD, options.only)
    except DatelineError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    scores = score(gold, read_all(gold, options.workers))
    print(f"{len(gold)} reports, {sum(len(report.events) for report in gold)} gold events\n")
    print(text_table(scores))
    if options.legend:
        print("\n" + legend())
    for wrong in scores.errors()[: options.errors]:
        print("\n" + error_text(wrong))
    if options.lift and not options.only:
        raise_floors(scores.figures())
    if options.json:
        options.json.write_text(json.dumps(as_dict(scores), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
