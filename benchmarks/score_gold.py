"""Read the gold reports, score the readings, print the table.

    PYTHONPATH=src python benchmarks/score_gold.py [--only PREFIX] [--errors N] [--json FILE] [--legend]
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from dateline.errors import DatelineError
from dateline.evaluate import GoldReport, as_dict, error_text, legend, load_gold, score, text_table
from dateline.extract.read import read
from dateline.model.reading import Reading
from dateline.model.report import Report

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "reports"


def read_one(gold: GoldReport) -> Reading:
    """The reading of a gold report's text, without the parse (it is large and not needed)."""
    return replace(read(Report(gold.text, published=gold.published, publisher=gold.publisher)), doc=None)


def read_all(gold: list[GoldReport], workers: int = 2) -> dict[str, Reading]:
    """Name -> reading; in this process where `workers` is 1."""
    if workers < 2 or len(gold) < 2:
        return {report.name: read_one(report) for report in gold}
    with ProcessPoolExecutor(workers) as pool:
        return dict(zip([report.name for report in gold], pool.map(read_one, gold), strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="PREFIX", help="only reports whose name begins so")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print the N worst events")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures and errors there")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--legend", action="store_true", help="also say what each metric means")
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
    if options.json:
        options.json.write_text(json.dumps(as_dict(scores), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
