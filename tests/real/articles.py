"""What the one run over real articles is: its sources, its folder, what it did."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dateline.project import ExportOptions, Project, RunSummary, run

ARTICLES = {"wikinews": 294, "re3d": 90, "hrdsattack": 100}


@dataclass(frozen=True)
class Run:
    folder: Path
    sources: tuple[Path, ...]
    project: Project
    done: RunSummary


def run_all(given: Path, folder: Path) -> Run:
    """Two tables, six files of JSON lines and a list in JSON, read on two processes; names kept, so words compare."""
    attacks = json.loads((given / "hrdsattack" / "train.json").read_text("utf-8"))[: ARTICLES["hrdsattack"]]
    (folder / "hrdsattack.json").write_text(json.dumps(attacks), "utf-8")
    sources = [*sorted((given / "wikinews").glob("*.csv")), *sorted((given / "re3d").glob("*/documents.json"))]
    sources.append(folder / "hrdsattack.json")
    options = ExportOptions(names="every word is compared with its report")
    project, done = run(sources, folder / "out", export=options, workers=2)
    return Run(folder / "out", tuple(sources), project, done)
