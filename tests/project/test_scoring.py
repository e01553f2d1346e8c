from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.project import agree_on, run, score_gold

DEVELOP = Path(__file__).parents[1] / "gold" / "develop"
SOME = ("djibo", "a-namialo")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("gold")
    for name in SOME:
        for ending in (".txt", ".toml"):
            shutil.copy(DEVELOP / f"{name}{ending}", made)
    return made


@pytest.fixture(scope="module")
def out(folder, tmp_path_factory):
    """A run over the same texts; each has its own day in the gold, so they come in as JSON Lines."""
    import tomllib

    lines = []
    for name in SOME:
        days = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
        row = {"text": (folder / f"{name}.txt").read_text("utf-8"), "date": str(days["published"])}
        lines.append(json.dumps(row))
    made = tmp_path_factory.mktemp("run")
    (made / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    run([made / "reports.jsonl"], made / "out")
    return made / "out"


def right(scored, metric):
    return scored.scores.figures()[metric].count.right


def test_reading_now_a_project_and_a_file_give_the_same_events(folder, out):
    now, project, file = score_gold(folder), score_gold(folder, out), score_gold(folder, out / "events.jsonl")
    assert right(now, "event") >= 8
    assert {right(found, "event") for found in (now, project, file)} == {right(now, "event")}
    assert right(now, "toll anywhere") == right(project, "toll anywhere") == right(file, "toll anywhere")


def test_text_and_json_hold_reading_and_merging(folder):
    found = score_gold(folder)
    assert "2 reports" in found.text(errors=1, explained=True)
    assert {"metrics", "merging", "by", "confusion", "errors"} <= set(found.json())


def test_a_prediction_of_other_texts_is_refused(folder, tmp_path, out):
    other = tmp_path / "gold"
    other.mkdir()
    shutil.copy(DEVELOP / "b-skikda.txt", other)
    shutil.copy(DEVELOP / "b-skikda.toml", other)
    with pytest.raises(DatelineError, match="tells of none of these reports"):
        score_gold(other, out / "events.jsonl")


def test_a_line_that_is_no_event_is_named(folder, tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"id": "x"}\n', "utf-8")
    with pytest.raises(DatelineError, match=r"bad\.jsonl: line 1 is no event"):
        score_gold(folder, tmp_path / "bad.jsonl")
    with pytest.raises(DatelineError, match=r"gone\.jsonl: cannot be read"):
        score_gold(folder, tmp_path / "gone.jsonl")


def test_two_codings_agree_by_file_name(folder, tmp_path):
    shutil.copy(folder / "djibo.toml", tmp_path)
    found = agree_on(folder, tmp_path)
    assert found.reports == 1
    assert all(field.equal == 1 for field in found.fields)
    (tmp_path / "djibo.toml").rename(tmp_path / "a-namialo-other.toml")
    with pytest.raises(DatelineError):
        agree_on(folder, tmp_path)
