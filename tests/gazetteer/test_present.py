"""The map of keys: what is held is never denied."""

from __future__ import annotations

import pytest

from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.present import bitmap, present


def test_keys_that_are_held_are_present_and_hardly_any_other() -> None:
    held = [f"village {number}" for number in range(2000)]
    other = [f"hamlet {number}" for number in range(2000)]
    bits = bitmap(held)
    assert present(bits, held) == held
    assert len(present(bits, other)) < 10


@pytest.mark.parametrize(("name", "country"), [("al djibo", "BF"), ("the djibo", "BF"), ("st louis", "US")])
def test_a_name_is_found_by_a_variant_that_is_present(name: str, country: str) -> None:
    assert country in {place.country for place in open_gazetteer().find(name)}


def test_what_is_in_no_map_is_not_found() -> None:
    assert open_gazetteer().find("qwxzyvillage") == ()
