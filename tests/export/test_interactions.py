"""interactions.csv: its lines rest on the words of the report, and private people are masked."""

from __future__ import annotations

import csv
from pathlib import Path

from dateline.export.interactions import COLUMNS, write_interactions
from dateline.export.options import ExportOptions
from dateline.model.dataset import Dataset, Outcome
from dateline.model.reading import Interaction, Side
from dateline.model.report import Report

TEXT = "Lome, 3 May.\nTogo condemned the arrest of Kossi Abalovi in Accra. Nobody else was held."
ARREST = TEXT.index("the arrest")


def rows(path: Path, *told: Interaction, people: tuple[tuple[int, int], ...] = ()) -> list[dict[str, str]]:
    report = Report(TEXT, publisher="Wire")
    outcome = Outcome(report.id, "no events", people=people)
    dataset = Dataset((), {report.id: report}, (outcome,), (), ())
    write_interactions(dataset, {report.id: told}, path / "x.csv", ExportOptions())
    return list(csv.DictReader((path / "x.csv").read_text("utf-8").splitlines()))


def condemned() -> Interaction:
    end = TEXT.index(" in Accra")
    start = TEXT.index("condemned")
    source = Side(start - 5, start - 1, "Togo", "Togo", None, "TG")
    target = Side(ARREST, end, TEXT[ARREST:end], "", None, "GH")
    return Interaction(start, start + 9, "condemned", "ACCUSE", 3, 0.98, source, target)


def test_a_line_has_the_words_and_where_they_stand(tmp_path: Path):
    (row,) = rows(tmp_path, condemned())
    assert tuple(row) == COLUMNS
    assert (row["root"], row["quad"], row["words"], row["publisher"]) == ("ACCUSE", "3", "condemned", "Wire")
    assert TEXT[int(row["start"]) : int(row["end"])] == "condemned"
    assert (row["source"], row["source_name"], row["source_country"]) == ("Togo", "Togo", "TG")
    assert (row["target"], row["target_country"]) == ("the arrest of Kossi Abalovi", "GH")
    assert row["sentence"] == "Togo condemned the arrest of Kossi Abalovi in Accra."


def test_a_private_person_is_masked_in_every_column(tmp_path: Path):
    at = TEXT.index("Kossi")
    (row,) = rows(tmp_path, condemned(), people=((at, at + len("Kossi Abalovi")),))
    assert not any("Kossi" in value or "Abalovi" in value for value in row.values())
    assert row["target"].startswith("the arrest of ")


def test_a_side_that_is_not_told_is_empty(tmp_path: Path):
    (row,) = rows(tmp_path, Interaction(20, 29, "condemned", "ACCUSE", 3, 0.6))
    assert {row[f"{side}{part}"] for side in ("source", "target") for part in ("", "_name", "_country")} == {""}


def test_no_interaction_leaves_a_table_with_its_header(tmp_path: Path):
    assert rows(tmp_path) == []
    assert (tmp_path / "x.csv").read_text("utf-8").strip() == ",".join(COLUMNS)
