"""Places: houses called after a saint or a ruler, and names of two words of which lists know the first."""

from __future__ import annotations

import pytest

from dateline.extract.where.places import places
from dateline.model.reading import Reading, RoleGuess
from dateline.model.report import Report
from dateline.text import parse


def told(text: str, *likely: str) -> dict[str, tuple[str | None, str | None]]:
    """Words of every place, with the name of its entry and the country; `likely`: what the reader takes for a place."""
    fillers = tuple(RoleGuess(text.index(w), text.index(w) + len(w), w, "place", 0.9) for w in likely)
    reading = places(Reading(Report(text), doc=parse(text), fillers=fillers))
    return {mention.text: (mention.place.name, mention.place.country) for mention in reading.places}


@pytest.mark.parametrize(
    ("text", "venue", "town"),
    [
        ("A bomb exploded outside Saint Francis Hospital in Lubumbashi on Friday.", "Saint Francis Hospital", "Lubumbashi"),
        ("Gunmen attacked St. Mary's Church in Owo, Nigeria, on Sunday.", "St. Mary's Church", "Owo"),
        ("In Nigeria, gunmen stormed Queen Elizabeth School in Ilorin.", "Queen Elizabeth School", "Ilorin"),
    ],
)  # fmt: skip
def test_a_house_called_after_a_saint_or_a_ruler_lies_in_the_town(text: str, venue: str, town: str) -> None:
    assert told(text)[venue][0] == town


def test_a_saint_without_a_house_is_a_town() -> None:
    assert told("In Senegal, police fired at a crowd in Saint-Louis.")["Saint-Louis"] == ("Saint-Louis", "SN")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("In Syria, a bomb killed six people in Tal Halaf on Monday.", "Tal Halaf", "SY"),
        ("Gunmen in Mali killed nine traders in Dan Goundo on Sunday.", "Dan Goundo", "ML"),
        ("A drone hit a market in Um Dukhun in Sudan on Sunday.", "Um Dukhun", "SD"),
    ],
)
def test_a_name_of_which_lists_know_a_part_is_read_whole(text: str, name: str, country: str) -> None:
    assert told(text, name)[name][1] == country  # lists have other places called Tal and Dan; "Um" is tagged as no name
    assert name not in told(text)
