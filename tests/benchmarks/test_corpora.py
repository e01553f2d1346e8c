"""What needs the corpora themselves: their sizes, the key as its own response, the official scores of 1992."""

from __future__ import annotations

import os
import re
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.common.runner import run
from benchmarks.common.tally import f1, precision, recall, right
from benchmarks.muc4 import answers
from benchmarks.scores import parts

CORPORA = Path(os.environ.get("DATELINE_CORPORA", "nowhere"))
pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="DATELINE_CORPORA is not set")
SIZES = {
    "muc4": 200, "case2021": 200, "hrdsattack": 100, "geoparsing": 817, "tempeval3": 256, "polnear": 84,
    "plover_relations": 1050, "plover_gsr": 322, "m2e2": 123, "ecbplus": 33, "re3d": 90,
    "marked": 40,
}  # fmt: skip


@pytest.mark.parametrize("name", SIZES)
def test_every_unit_is_loaded(name: str):
    path = CORPORA / parts()[name].part
    if not path.exists():
        pytest.skip(f"{path} is not there")
    assert len(import_module(f"benchmarks.{name}").BENCHMARK.load(path).units) == SIZES[name]


def test_the_key_of_tst2_as_its_own_response_has_every_slot():
    key = CORPORA / "muc4" / "dev" / "key-tst2.v4"
    result = run(answers(key), key, every=True)
    found = {metric.name: metric for metric in result.metrics}
    assert found["all of these slots"].part.value == 1
    assert found["all of these slots"].count["wanted"] > 1000
    # GTT's own file differs from the key it was made from in a few strings
    assert found["template F1 (GTT)"].part.value > 0.98


ROW = re.compile(
    r"^[\w-]+\s+(\d+)\s+(\d+)\|\s*(\d+)\s+(\d+)\s+(\d+)\|\s*\d+\s+\d+\|\s*\d+\s+\d+\s+\d+\|\s*(\d+)\s+(\d+)", re.M
)


def test_the_official_tables_follow_from_our_formula():
    """Columns: possible, actual, correct, partial, incorrect, ..., recall, precision (percent, halves cut off)."""
    tables = sorted((CORPORA / "muc4" / "official_scores_1992").glob("*.txt"))
    rows = [tuple(map(int, match)) for table in tables for match in ROW.findall(table.read_text("latin-1"))]
    assert len(rows) > 500
    for possible, actual, correct, partly, _, r, p in rows:
        tally = right(correct + partly / 2, actual, possible)
        assert abs(100 * recall(*tally.row) - r) <= 1
        assert abs(100 * precision(*tally.row) - p) <= 1


def test_the_official_f_follows_from_the_row_of_all_templates():
    table = CORPORA / "muc4" / "official_scores_1992" / "TST4_ge-scores-pass1.tst4.nrad.txt"
    text = table.read_text("latin-1")
    possible, actual, correct, partly = map(
        int, re.search(r"ALL TEMPLATES\s+(\d+)\s+(\d+)\|\s*(\d+)\s+(\d+)", text).groups()
    )
    official = float(re.search(r"F-MEASURES\s+([\d.]+)", text)[1])
    # the table works with recall and precision as whole percents
    assert abs(100 * f1(*right(correct + partly / 2, actual, possible).row) - official) < 0.6
