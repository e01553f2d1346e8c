"""One run over real articles for all tests here: read once a session, as a user would give them."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.project import ExportOptions, Project, RunSummary, run

sys.path.insert(0, str(Path(__file__).parent))
CORPORA = os.environ.get("DATELINE_CORPORA", "")
ARTICLES = {"wikinews": 294, "re3d": 90, "hrdsattack": 100}


@dataclass(frozen=True)
class Run:
    folder: Path
    sources: tuple[Path, ...]
    project: Project
    done: RunSummary


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Two tables, six files of JSON lines and a list in JSON, read on two processes; names kept, so words compare."""
    if not CORPORA:
        pytest.skip("DATELINE_CORPORA is not set")
    folder, given = tmp_path_factory.mktemp("real"), Path(CORPORA)
    attacks = json.loads((given / "hrdsattack" / "train.json").read_text("utf-8"))[: ARTICLES["hrdsattack"]]
    (folder / "hrdsattack.json").write_text(json.dumps(attacks), "utf-8")
    sources = [*sorted((given / "wikinews").glob("*.csv")), *sorted((given / "re3d").glob("*/documents.json"))]
    sources.append(folder / "hrdsattack.json")
    options = ExportOptions(names="every word is compared with its report")
    project, done = run(sources, folder / "out", export=options, workers=2)
    return Run(folder / "out", tuple(sources), project, done)
