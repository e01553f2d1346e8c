"""The gazetteer is built anew from the installed data: quickly, and always the same."""

from __future__ import annotations

import time
from pathlib import Path

from dateline.gazetteer import gazetteer_path, open_gazetteer
from dateline.gazetteer.build import build

SECONDS = 40  # of one processor that others use too; 20 on a free one


def test_building_takes_no_time_and_gives_the_same_file(tmp_path: Path) -> None:
    open_gazetteer()
    begin = time.process_time()
    build(tmp_path / "new.sqlite")
    assert time.process_time() - begin < SECONDS
    assert (tmp_path / "new.sqlite").read_bytes() == gazetteer_path().read_bytes()
