"""The command line on the invented corpora: all run, JSON has the schema's shape, errors are one line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from benchmarks import cli, scores
from benchmarks.common import output, runner
from benchmarks.common.judged import Judged, Slip
from benchmarks.scores import parts

SCHEMA = json.loads((Path(output.__file__).parent / "schema.json").read_text("utf-8"))
NAMES = list(parts())
INVENTED = [name for name in NAMES if name != "marked"]  # its marks are of articles that only the corpora hold


@pytest.mark.parametrize("name", INVENTED)
def test_json(name: str, tiny: dict[str, Path], capsys: pytest.CaptureFixture[str]):
    assert cli.main([name, "--data", str(tiny[name]), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    jsonschema.validate(found, SCHEMA)
    assert (found["benchmark"], found["used"]) == (name, found["total"])
    for metric in found["metrics"]:
        low, high = metric["interval"]
        assert low <= metric["value"] <= high or metric["measure"] == "km" or found["total"] < 3


@pytest.mark.parametrize("name", NAMES)
def test_every_benchmark_is_in_the_docs(name: str):
    text = (Path(cli.__file__).parents[1] / "docs" / "benchmarks.md").read_text("utf-8")
    assert f"\n## {name}\n" in text
    assert f"python -m benchmarks {name} --data" in text


def test_the_table_is_for_people(tiny: dict[str, Path], capsys: pytest.CaptureFixture[str]):
    assert cli.main(["tempeval3", "--data", str(tiny["tempeval3"]), "--errors", "2"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("tempeval3: 1 of 1 documents")
    assert "strict, F1" in out
    assert "errors: 0" in out


def test_without_a_name_the_names_are_listed(capsys: pytest.CaptureFixture[str]):
    assert cli.main([]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == NAMES


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing", "--data", "x"], "no such benchmark"),
        (["case2021"], "--data PATH is missing"),
        (["case2021", "--data", "/nowhere/at/all"], "no such file or folder"),
        (["case2021", "--data", ".", "--responses", "x"], "muc4 only"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]):
    assert cli.main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert says in told.err
    assert told.err.count("\n") == 1


def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.tsv").write_bytes(b"\xff\xfe\x00")
    assert cli.main(["case2021", "--data", str(tmp_path)]) == 2
    assert "not utf-8 text" in capsys.readouterr().err


def test_responses(tiny: dict[str, Path], capsys: pytest.CaptureFixture[str]):
    key = str(tiny["muc4"] / "key-tst9.v1")
    assert cli.main(["muc4", "--data", str(tiny["muc4"]), "--responses", key, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {metric["value"] for metric in found["metrics"] if metric["count"]["wanted"]} == {1.0}


def test_all_appends_one_section(
    tiny: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATELINE_CORPORA", str(tmp_path))
    monkeypatch.setattr(scores, "parts", lambda: {"tempeval3": parts()["tempeval3"], "m2e2": parts()["m2e2"]})
    (tmp_path / "tempeval3").symlink_to(tiny["tempeval3"])
    notes = tmp_path / "notes.md"
    notes.write_text("# Notes\n")
    assert cli.main(["all", "--append", str(notes)]) == 0
    text = notes.read_text()
    assert text.startswith("# Notes\n\n## Scores of ")
    assert "| tempeval3 (1 of 1 documents) | strict, F1 | 100.0 |" in text
    assert "| m2e2 | absent |" in text
    monkeypatch.delenv("DATELINE_CORPORA")
    assert cli.main(["all"]) == 2


def test_a_sample_is_the_same_in_every_run_and_keeps_the_order():
    drawn = runner.sample(range(100), 10)
    assert drawn == runner.sample(range(100), 10) == sorted(drawn)
    assert runner.sample(range(5), 10) == runner.sample(range(5), None) == list(range(5))


def test_errors_are_listed_by_kind_the_commonest_first():
    slips = [Slip("rare", "d1", "a", "b"), Slip("common", "d2", "c"), Slip("common", "d3")]
    result = runner.Result("x", "units", 1, 1, "0" * 16, "0", [], list(Judged("u", slips=slips).slips))
    assert list(output.errors(result, 1)) == [
        "errors: 3", "      2  common", "      1  rare",
        "common:", "    d2: gold c; read -", "rare:", "    d1: gold a; read b",
    ]  # fmt: skip
