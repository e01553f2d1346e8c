"""Disputed territory: files say what the settings choose, claims say what was read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.export.jsonl import write_jsonl
from dateline.export.options import ExportOptions
from dateline.export.territories import filed
from dateline.model.dataset import Dataset
from tests.export import djibo


def placed(dataset: Dataset) -> set[str]:
    places = (f.value for event in dataset.events for f in event.findings if f.field == "place" and f.value)
    return {place["country"] for place in places}


def moved(**changes: str) -> Dataset:
    """The worked example, its place changed."""
    dataset = djibo.dataset()
    events = tuple(
        replace(event, findings=tuple(
            replace(f, value={**f.value, **changes}) if f.field == "place" and f.value else f for f in event.findings
        ))
        for event in dataset.events
    )  # fmt: skip
    return replace(dataset, events=events)


def test_without_the_table_nothing_changes() -> None:
    dataset = djibo.dataset()
    assert filed(dataset, {}) is dataset


def test_a_whole_territory_is_filed_under_the_country_chosen() -> None:
    assert placed(filed(moved(country="XK", admin1="Prizren"), {"XK": "Serbia"})) == {"RS"}


def test_a_unit_goes_before_its_country_and_only_it_is_moved() -> None:
    table = {"UA/Crimea": "RU"}
    assert placed(filed(moved(country="UA", admin1="Crimea"), table)) == {"RU"}
    assert placed(filed(moved(country="UA", admin1="Kherson"), table)) == {"UA"}
    assert placed(filed(moved(country="US", admin1="Crimea"), table)) == {"US"}


def test_the_finding_says_what_the_gazetteer_says_and_the_claims_stay() -> None:
    dataset = filed(djibo.dataset(), {"BF": "ML"})
    finding = next(f for f in dataset.events[0].findings if f.field == "place")
    assert any("gazetteer says BF" in note for note in finding.inputs)
    claims = [c.value["country"] for e in dataset.events for c in e.claims if c.field == "place"]
    assert claims
    assert set(claims) == {"BF"}


def test_the_files_carry_the_country_chosen(tmp_path: Path) -> None:
    written = write_jsonl(filed(djibo.dataset(), {"BF": "ML"}), tmp_path, ExportOptions())[0]
    rows = [json.loads(line) for line in written.read_text("utf-8").splitlines()]
    assert {row["place"]["country"] for row in rows if row["place"]} == {"ML"}


@pytest.mark.parametrize("table", [{"Atlantis": "ML"}, {"BF/Sahel": "Atlantis"}])
def test_a_country_that_there_is_not_is_one_clear_line(table: dict[str, str]) -> None:
    with pytest.raises(DatelineError, match="territories: 'Atlantis'"):
        filed(djibo.dataset(), table)
