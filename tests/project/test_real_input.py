"""Real articles through the whole path: none lost, none that the reader fails on, every value on its words.

Every sixth article of Wikinews and HRDsAttack and every re3d document; all of them where DATELINE_ALL is set.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dateline.model.report import Incoming
from dateline.project import IngestOptions, Project, check_path, init

CORPORA = os.environ.get("DATELINE_CORPORA", "")
pytestmark = pytest.mark.skipif(not CORPORA, reason="DATELINE_CORPORA is not set")
EACH = 1 if os.environ.get("DATELINE_ALL") else 6


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, module_patch: pytest.MonkeyPatch) -> Project:
    folder = tmp_path_factory.mktemp("real")
    project = init(folder)
    module_patch.setattr("dateline.project.project.ingest", _some)
    project.add([Path(CORPORA, "wikinews"), *sorted(Path(CORPORA).glob("re3d/*/documents.json"))])
    train = json.loads(Path(CORPORA, "hrdsattack", "train.json").read_text("utf-8"))
    (folder / "hrds.json").write_text(json.dumps(train[:100]))
    project.add([folder / "hrds.json"])
    project.extract()
    project.export(folder)
    return project


@pytest.fixture(scope="module")
def module_patch():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def _some(sources: list[Path], options: IngestOptions | None = None):
    """What ingest gives, less the articles that are left for the long run."""
    from dateline.ingest import ingest

    for number, found in enumerate(ingest(sources, options)):
        small = isinstance(found, Incoming) and "re3d" in str(found.report.origin)
        if small or number % EACH == 0:
            yield found


def test_no_report_is_lost(real: Project):
    status = real.status()
    assert len(status.reports) > 150
    assert status.waiting == 0
    assert all(
        row.outcome == "events" or row.outcome.startswith(("no events: ", "not read: ")) for row in status.reports
    )


def test_the_reader_fails_on_none(real: Project):
    assert [(row.origin, row.outcome) for row in real.status().reports if "reader failed" in row.outcome] == []


def test_every_value_rests_on_words_found_or_on_a_named_rule(real: Project):
    assert real.check().problems == ()


@pytest.mark.parametrize("name", ["events.jsonl", "acled.csv", "events.geojson"])
def test_every_file_is_valid(real: Project, name: str):
    assert check_path(real.path.parent / name).problems == ()


def test_what_is_unread_stands_in_the_report(real: Project):
    reports = real.reports()
    for row in real.status().reports:
        for item in row.unread:
            assert reports[row.id].text[item.passage.start : item.passage.end] == item.passage.quote
