import os
from pathlib import Path

import pytest

from dateline.ingest import ingest
from dateline.model.report import Incoming

CORPORA = os.environ.get("DATELINE_CORPORA", "")
pytestmark = pytest.mark.skipif(not CORPORA, reason="DATELINE_CORPORA is not set")


def reports(name: str) -> list[Incoming]:
    return [result for result in ingest([Path(CORPORA, name)]) if isinstance(result, Incoming)]


def test_a_csv_of_articles():
    found = reports("wikinews/wikinews_2019.csv")
    assert len(found) > 100
    assert all(i.report.published_by == "column" and i.report.title and i.report.url for i in found)
    assert {i.report.language for i in found} == {"en"}


def test_nested_json_with_markup():
    found = reports("hrdsattack/dev.json")
    assert len(found) == 100
    assert all(i.report.published and i.report.title and "<p>" not in i.report.text for i in found)


def test_json_lines_under_the_name_of_json():
    found = reports("re3d/CENTCOM/documents.json")
    assert {i.report.publisher for i in found} == {"CENTCOM"}
    assert all(i.report.title and i.report.url for i in found)
