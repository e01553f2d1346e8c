"""Nouns for people."""

import pytest

from dateline.actors import people, people_noun

KINDS = {"civilian", "people", "protest", "riot", "state", "asset", "armed", "collective", "speaker"}
CATEGORIES = {"Civilians", "Protesters", "Rioters", "State forces", "Rebel group", "Political militia",
              "Identity militia", "External/Other forces", ""}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "noun", "status"),
    [
        ("two masked gunmen", "gunman", "combatant"),
        ("the aid workers", "aid worker", "civilian"),
        ("children", "child", "civilian"),
        ("policewomen", "policewoman", "combatant"),
        ("17 people", "people", "unknown"),
        ("widows and wives", "wife", "civilian"),
        ("enemies of families", "family", "civilian"),
    ],
)
def test_nouns(words: str, noun: str, status: str) -> None:
    found = people_noun(words.split())
    assert found is not None
    assert (found.noun, found.status) == (noun, status)


def test_no_people() -> None:
    assert people_noun(["several", "bridges"]) is None


def test_the_file_keeps_to_its_words() -> None:
    for noun in people().values():
        assert noun.kind in KINDS
        assert noun.category in CATEGORIES
        assert noun.status in {"civilian", "combatant", "unknown"}
        assert noun.age in {None, "child", "adult"}
        assert noun.sex in {None, "female", "male"}
        assert (noun.force is not None) == (noun.kind in {"state", "asset"})
