"""compare through its verb: a project, its files, and the files of others."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from random import Random

import pytest

from benchmarks.noise import ucdp
from dateline.cli import main
from dateline.errors import DatelineError
from dateline.export.files import write_csv
from dateline.project import compare_datasets


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("ours", [".", "events.jsonl", "acled.csv"])
def test_a_project_and_its_own_rows_all_match(made: Path, ours: str):
    found = compare_datasets(made / ours, made / "acled.csv")
    assert found.theirs
    assert not found.only_theirs
    assert all(match.ours.name.split(".")[0] == match.theirs.name.split(".")[0] for match in found.matches)


def test_the_rows_in_two_forms_all_match(made: Path, tmp_path: Path):
    """ACLED's columns beside UCDP's, of one project: everything that UCDP records is found."""
    coarse = ucdp(rows_of(made / "acled.csv"), Random(0))
    assert coarse
    write_csv(tmp_path / "ged.csv", list(coarse[0]), coarse)
    found = compare_datasets(made / "acled.csv", tmp_path / "ged.csv")
    assert (found.title, len(found.one_to_one), found.only_theirs) == ("UCDP GED", len(coarse), ())
    assert all(match.ours.name == match.theirs.name for match in found.matches)


def test_a_place_that_a_report_names_is_told_from_one_that_none_names(made: Path, tmp_path: Path):
    row = next(row for row in rows_of(made / "acled.csv") if row["location"] == "Djibo")
    other = {"event_type": "Protests", "sub_event_type": "Peaceful protest", "fatalities": "90", "latitude": "9.8",
             "longitude": "-3.3"}  # fmt: skip
    theirs = [{**row, "event_id_cnty": place, "location": place, **other} for place in ("Djibo", "Loropeni")]
    write_csv(tmp_path / "theirs.csv", list(theirs[0]), theirs)
    found = compare_datasets(made, tmp_path / "theirs.csv")
    assert [row.words for row in found.only_theirs] == [
        "a report of ours names Djibo, but no such event was read there",
        "no report of ours names Loropeni",
    ]


def test_the_verb_writes_tables_and_a_summary(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["compare", str(made), str(made / "acled.csv"), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "# Ours and ACLED" in said
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "agreement.csv", "matched.csv", "only_ours.csv", "only_theirs.csv", "summary.md"]  # fmt: skip
    assert len(rows_of(tmp_path / "out" / "matched.csv")) == len(rows_of(made / "acled.csv"))
    assert (tmp_path / "out" / "summary.md").read_text() in said + "\n"


def test_the_verb_prints_json(made: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["compare", str(made / "events.jsonl"), str(made / "acled.csv"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["only_theirs"] == 0


@pytest.mark.parametrize(("name", "content", "why"), [
    ("none.csv", None, "cannot be read"), ("empty.csv", "", "is empty"),
    ("odd.csv", "a,b\n1,2\n", "no column holds the day"),
])  # fmt: skip
def test_what_cannot_be_used_is_one_line(made: Path, tmp_path: Path, name: str, content: str | None, why: str):
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(DatelineError, match=why):
        compare_datasets(made, tmp_path / name)


def test_a_line_that_is_no_event_is_named(made: Path, tmp_path: Path):
    (tmp_path / "events.jsonl").write_text('{"id": "DL-1"}\n')
    with pytest.raises(DatelineError, match="line 1"):
        compare_datasets(tmp_path / "events.jsonl", made / "acled.csv")
