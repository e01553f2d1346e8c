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
        ("A bomb exploded outside Saint Francis Hospital in Lubumbashi.", "Saint Francis Hospital", "Lubumbashi"),
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


def test_where_somebody_is_from_is_no_scene() -> None:
    text = "Two were named as Christian Gustolf of Germany and Ana Prueba of Kobe. Soldiers of Chad fired in Mali."
    reading = places(Reading(Report(text), doc=parse(text)))
    roles = {mention.text: mention.place.role for mention in reading.places}
    assert (roles["Germany"], roles["Chad"], roles["Mali"]) == ("origin", "origin", "location")


def test_military_support_makes_no_base_of_a_country() -> None:
    text = "Iraqi forces, with U.S. military support, retook the city."
    reading = places(Reading(Report(text), doc=parse(text)))
    assert [mention.usable for mention in reading.places if mention.text == "U.S."] == [False]


def test_both_ends_lie_in_the_unit_that_follows() -> None:
    text = "In Burkina Faso, a truck hit a mine between Zanfarko and Djibo, Soum province, on Friday."
    reading = places(Reading(Report(text), doc=parse(text)))
    first = next(mention.place for mention in reading.places if mention.text == "Zanfarko")
    assert (first.country, first.rule) != ("BF", "country of the report")


def test_a_site_called_after_a_town_lies_there_where_only_a_region_is_told_to_hold_it() -> None:
    jolo = "Jolo, and the province around it, voted against it."
    assert told(f"Bombs struck the Jolo Cathedral in Mindanao, Philippines. {jolo}")["Jolo Cathedral"][0] == "Jolo"
    assert told(f"Bombs struck the Jolo Cathedral in Zamboanga. {jolo}")["Jolo Cathedral"][0] == "Zamboanga"
    assert told("Bombs struck the Rosary Cathedral in Mindanao, Philippines.")["Rosary Cathedral"][0] == "Mindanao"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Afghanistan, a man blew himself up in Pul-e Surkhab on Monday.", "Pul-e Surkhab"),
        ("In Lebanon, guards fired shots around Borj al-Qamar on Monday.", "Borj al-Qamar"),
    ],
)
def test_a_hyphen_with_a_little_word_ties_a_name(text: str, name: str) -> None:
    assert name in told(text)


@pytest.mark.parametrize(
    ("text", "venue", "town"),
    [
        ("In Belarus, Minsk was calm. Nine men were let out on Zelyonaya street.", "Zelyonaya street", "Minsk"),
        ("Damascus, Syria: shells fell in the Bab Touma quarter.", "Bab Touma", "Damascus"),
        ("In Georgia, Gori was calm. He shot at the Kvemo checkpoint near Zugdidi.", "Kvemo checkpoint", "Zugdidi"),
    ],
)
def test_a_street_a_quarter_and_a_site_by_a_mark(text: str, venue: str, town: str) -> None:
    assert told(text)[venue][0] == town
