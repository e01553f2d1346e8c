"""Quarters of cities: each stands for one city of its country, where the report is of that country."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from dateline.extract.read import read
from dateline.gazetteer.build import table
from dateline.gazetteer.names import key
from dateline.model.report import Report
from dateline.model.values import Place


def place(text: str, words: str) -> Place:
    report = Report(text, published=date(2025, 3, 16), language="en")
    return next(mention.place for mention in read(report, "places").places if mention.text == words)


def test_no_name_stands_for_two_cities_of_a_country() -> None:
    for country, cities in table("quarters.toml").items():
        names = Counter(key(name) for quarters in cities.values() for name in quarters)
        assert not [name for name, count in names.items() if count > 1], country


@pytest.mark.parametrize(
    ("text", "words", "town", "country"),
    [
        ("KARACHI, Pakistan - A grenade wounded two men in Lyari on Friday.", "Lyari", "Karachi", "PK"),
        ("Somali police said that gunmen shot a trader in Hamar Weyne on Friday.", "Hamar Weyne", "Mogadishu", "SO"),
        ("Police searched houses in Belcourt on Friday, Algerian radio said.", "Belcourt", "Algiers", "DZ"),
    ],
)
def test_a_quarter_stands_for_its_city(text: str, words: str, town: str, country: str) -> None:
    found = place(text, words)
    assert (found.text, found.name, found.country, found.precision) == (words, town, country, "town")
    assert found.lat is not None


def test_a_quarter_of_another_country_is_not_meant() -> None:
    found = place("NAIROBI, Kenya - Police in Kenya shot a man in the village of Lyari, Kenyan radio said.", "Lyari")
    assert (found.country, found.geonameid) == ("KE", None)


def test_beside_a_quarter_is_in_the_town() -> None:
    text = "KARACHI, Pakistan - A bomb went off near Lyari on Friday; another was found 20 km north of Lyari."
    places = [m.place.precision for m in read(Report(text, language="en"), "places").places if m.text == "Lyari"]
    assert places == ["town", "near"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("DHAKA, Bangladesh - Police shot a student in Mohammadpur on Friday.", "Dhaka"),
        ("SYLHET, Bangladesh - Police shot a student in Mohammadpur on Friday.", "Mohammadpur"),
    ],
)
def test_a_quarter_that_bears_a_towns_name_is_meant_where_its_city_is_told(text: str, town: str) -> None:
    assert (place(text, "Mohammadpur").name or "").startswith(town)
