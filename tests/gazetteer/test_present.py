"""The map of names: what is held is never denied, under any variant."""

from __future__ import annotations

import pytest

from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.names import core, variants
from dateline.gazetteer.present import bitmap, present

ODD = (
    "the city",
    "al city",
    "the al bab",
    "al st louis",
    "st city",
    "saint",
    "mexico city city",
    "al the city",
    "mt elgon",
)


def test_names_that_are_held_are_present_and_hardly_any_other() -> None:
    bits = bitmap(f"village {number}" for number in range(2000))
    assert all(present(bits, f"village {number}") for number in range(2000))
    assert sum(present(bits, f"hamlet {number}") for number in range(2000)) < 10


@pytest.mark.parametrize("name", [*ODD, "djibo", "bab", "saint louis", "kansas city", "el fasher", "ste marie"])
def test_a_name_shares_its_core_with_all_its_variants(name: str) -> None:
    assert {core(form) for form in variants(name)} == {core(name)}


@pytest.mark.parametrize(("name", "country"), [("al djibo", "BF"), ("the djibo", "BF"), ("st louis", "US")])
def test_a_name_is_found_by_a_variant(name: str, country: str) -> None:
    assert country in {place.country for place in open_gazetteer().find(name)}


def test_what_is_in_no_map_is_not_found() -> None:
    assert open_gazetteer().find("qwxzyvillage") == ()
