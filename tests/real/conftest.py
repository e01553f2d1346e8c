"""One run over real articles for all tests here: read once a session, as a user would give them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from articles import Run, run_all

CORPORA = os.environ.get("DATELINE_CORPORA", "")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The run; skipped where there are no articles."""
    if not CORPORA:
        pytest.skip("DATELINE_CORPORA is not set")
    return run_all(Path(CORPORA), tmp_path_factory.mktemp("real"))
