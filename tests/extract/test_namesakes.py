"""Namesakes: what small towns of a name lose to, and what only bears the name of a town."""

from __future__ import annotations

import pytest

from dateline.extract.where.places import places
from dateline.model.reading import PlaceMention, Reading
from dateline.model.report import Report
from dateline.text import parse


def read(text: str) -> dict[str, PlaceMention]:
    reading = places(Reading(report=Report(text), doc=parse(text), dateline=None))
    return {mention.text: mention for mention in reading.places}


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("Protests went on in Portland, Oregon, in the United States.", "Oregon", "Oregon"),
        ("Protests went on in Portland, Oregon, in the United States.", "Portland", "Oregon"),
        (
            "Voters in Ohio went to the polls in the United States. He spoke in Wilmington, Delaware.",
            "Delaware",
            "Delaware",
        ),
        ("In the United States they voted in Iowa, Ohio and Utah. Nevada held its vote later.", "Nevada", "Nevada"),
        ("Police in Nevada, Iowa, arrested a man.", "Nevada", "Iowa"),
        ("In the United States they rallied in Florida, Iowa, Wisconsin, and Ohio.", "Iowa", "Iowa"),
    ],
)
def test_a_state_is_no_small_town_of_another_state(text: str, name: str, unit: str) -> None:
    assert read(text)[name].place.admin1 == unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He returned to the White House in the United States.", "White House"),
        ("A man in Texas, United States, spoke English to them.", "English"),
        ("In the United States, Senator Hagan died. Hagan said in 2010 that she would not run.", "Hagan"),
        ("In Iraq, Salim, a 20-year-old man from Baghdad, was beaten. They followed Salim home.", "Salim"),
        ("According to Hagan, the United States did nothing in Baghdad.", "Hagan"),
        ("In the United States, a hall was opened by Savannah Guthrie.", "Guthrie"),
    ],
)
def test_a_house_of_power_a_language_and_a_person_are_no_towns(text: str, name: str) -> None:
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Belarus was discussed by the Human Rights Council in Geneva. US envoys from New York came.", "Geneva", "CH"),
        ("The plane flew to Boston with stops in Athens, Rome and Paris. US police waited in New York.", "Rome", "IT"),
        ("Nigeria sent troops. Attacks hit communities of Cameroon, Chad and Niger.", "Niger", "NE"),
        ("He hid migrants who crossed the U.S.-Mexico border into Arizona.", "Mexico", "MX"),
        ("Ohio University says that he fled from Berlin to Ohio.", "Berlin", "DE"),
    ],
)
def test_the_place_that_the_world_knows_is_meant(text: str, name: str, country: str) -> None:
    assert read(text)[name].place.country == country


@pytest.mark.parametrize("name", ["Middle East", "Levant", "Baltic", "Pacific", "Aegean Sea", "Jordan Valley"])
def test_a_part_of_the_world_is_no_town_in_america(name: str) -> None:
    found = read(f"The United States sent ships to the {name}, officials in Washington and Maryland said.")[name]
    assert (found.place.precision, found.place.admin1) == ("region", None)


def test_a_court_district_is_no_island_far_away() -> None:
    assert read("He was tried in the Eastern District of Virginia, US.")["Eastern District"].place.lat is None


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        (
            "A truck overturned near Richland. Sheriffs of Colfax County took the driver to Columbus.",
            "Columbus",
            "Nebraska",
        ),
        ("Police in Hopkinton and Hillsboro arrested two men. They were held in Concord.", "Concord", "New Hampshire"),
        ("Fires burned in Crockett, Palestine and Lufkin. Texas sent help.", "Texas", "Texas"),
        ("Leaders met in Paris, London, Berlin and Moscow.", "London", "England"),
    ],
)
def test_names_mean_the_towns_of_the_unit_in_which_most_have_a_bearer(text: str, name: str, unit: str) -> None:
    assert read(text)[name].place.admin1 == unit


def test_the_country_with_which_a_sentence_opens_holds_the_places_in_it() -> None:
    text = (
        "Gunmen killed two farmers in Tumaco, Colombia.\n\nIn neighbouring Ecuador, navy helicopters strafed a camp "
        "outside San Lorenzo on Monday. Bogotá and Pasto were calm."
    )
    found = read(text)
    assert (found["San Lorenzo"].place.country, found["Pasto"].place.country) == ("EC", "CO")


def test_a_news_firm_is_no_town() -> None:
    found = read("In Yemen, strikes hit Taiz, the Saba news agency said.")
    assert (found["Saba"].why_not, found["Taiz"].why_not) == ("names a news firm", None)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # names that only one country has speak for it together, though the report names another people
        ("The Turkish firm left Kaya on Monday. A nurse in Boulsa saw smoke in Kaya.", "Kaya", "BF"),
        # the country, and no state of Nigeria
        ("Attacks in Bosso, Niger, and in Gwoza, Nigeria, killed nine.", "Bosso", "NE"),
        # a city that bears the name beside no other country's
        ("The Kenyan sergeant had walked to Merca before dawn.", "Merca", "SO"),
        # the town with which the story opens speaks for its country
        ("BUENAVENTURA. Again the boats came at night. Men got off in Puerto Bello.", "Puerto Bello", "CO"),
    ],
)
def test_of_which_country_the_names_speak(text: str, name: str, country: str) -> None:
    assert read(text)[name].place.country == country


def test_a_people_is_of_its_country_and_not_in_a_unit_of_its_name() -> None:
    assert read("Mogadishu was calm. Somali police held two men.")["Somali"].place.country == "SO"


def test_a_town_goes_before_a_unit_that_bears_the_same_other_name() -> None:
    assert read("Syria: tanks rolled into Daraa on Monday.")["Daraa"].place.precision == "town"
