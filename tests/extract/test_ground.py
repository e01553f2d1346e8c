"""Where a report as a whole is, for events that nothing else places; the point of a village that no list has."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.codebook.precision import precision_code
from dateline.extract.events.ground import TOWN_RULE, UNIT_RULE
from dateline.extract.read import read
from dateline.likeness import facts
from dateline.model.report import Report

TUESDAY = date(2025, 3, 18)
NIGERIA = "Nigeria's governors met. "


def places(text: str) -> list[dict[str, Any]]:
    """The place of each event, in text order; {} where it has none."""
    reading = read(Report(text, published=TUESDAY))
    claims = {claim.id: claim for claim in reading.claims}
    rows = sorted(reading.accounts, key=lambda account: account.anchor.start)
    return [next((claims[i].value for i in a.claims if claims[i].field == "place"), {}) for a in rows]


CALM = "Traders in {} said that the market was open.\n\nPeople in {} and {} went to work. The schools of {} are open."
LATER = "\n\nNobody has explained what followed.\n\nThen gunmen shot dead three herders."


@pytest.mark.parametrize(
    ("towns", "name", "precision", "rule"),
    [
        (("Bauchi", "Bauchi", "Bauchi", "Azare"), "Bauchi", "near", TOWN_RULE),
        (("Bauchi", "Azare", "Misau", "Ningi"), "Bauchi", "province", UNIT_RULE),
    ],
)
def test_what_nothing_else_places_lies_where_the_report_does(
    towns: tuple[str, ...], name: str, precision: str, rule: str
) -> None:
    place = places(NIGERIA + CALM.format(*towns) + LATER)[-1]
    assert (place["name"], place["precision"], place["rule"], place["inferred"]) == (name, precision, rule, True)


def test_units_that_differ_leave_the_country() -> None:
    place = places(NIGERIA + CALM.format("Bauchi", "Kano", "Maiduguri", "Jos") + LATER)[-1]
    assert (place["name"], place["precision"]) == ("Nigeria", "country")


def test_a_capital_is_no_ground() -> None:
    text = CALM.format("Nouakchott", "Nouakchott", "Nouakchott", "Nouakchott")
    assert places("Mauritania's governors met. " + text + LATER)[-1]["precision"] == "country"


def test_a_look_back_takes_no_town_from_the_report() -> None:
    told = NIGERIA + CALM.format("Bauchi", "Bauchi", "Bauchi", "Azare")
    place = places(told + "\n\nNobody has explained it.\n\nIn 2014 gunmen had shot dead three herders.")[-1]
    assert place["precision"] == "province"


VILLAGE = "In Nigeria, gunmen killed six herders in the village of Zanfarko, in Bauchi State, on Monday."


def test_a_village_that_no_list_has_stands_at_the_point_of_its_unit() -> None:
    (place,) = places(VILLAGE)
    assert (place["name"], place["precision"], place["point_of"]) == ("Zanfarko", "town", "province")
    assert place["lat"] == pytest.approx(10.5, abs=1.0)
    assert [precision_code(name, place) for name in ("acled", "ucdp", "gtd")] == [3, 4, 4]


def test_without_a_unit_told_it_stands_where_the_report_is() -> None:
    text = CALM.format("Bauchi", "Bauchi", "Bauchi", "Azare")
    place = places(NIGERIA + text + "\n\nGunmen shot dead three herders in the village of Zanfarko.")[-1]
    assert (place["name"], place["point_of"], place["admin1"]) == ("Zanfarko", "near", "Bauchi")


def test_a_place_that_no_list_has_stands_at_the_town_of_its_heading() -> None:
    raid = "1. Aba. Gunmen attacked Zanfarko village on Monday, killing three constables."
    village, town = places(f"In Nigeria, police met.\n\n{raid}\n2. Jos. Gunmen killed two herders.")
    assert (village["name"], village["point_of"], village["country"]) == ("Zanfarko", "near", "NG")
    assert round(village["lat"], 1) == 5.1  # Aba's
    assert (town["name"], town["point_of"]) == ("Jos", None)


def test_a_village_that_no_list_has_stands_at_the_one_town_of_its_paragraph() -> None:
    raid = "In Nigeria, police met. Traders in Aba were afraid. Gunmen attacked Zanfarko village on Monday."
    (village,) = places(raid + "\n\nSchools in Jos, Kano and Bauchi are closed.")
    assert (village["name"], village["point_of"]) == ("Zanfarko", "near")
    assert round(village["lat"], 1) == 5.1  # Aba's


def test_a_place_in_a_live_report_stands_at_the_town_of_the_title() -> None:
    entries = "09:10 Police in Nigeria met.\n09:30 Gunmen attacked Zanfarko village, killing three constables.\n"
    place = places(f"Live: unrest in Aba\n\n{entries}09:50 Schools in Jos, Kano and Bauchi are closed.\n")[-1]
    assert (place["name"], place["point_of"], round(place["lat"], 1)) == ("Zanfarko", "near", 5.1)


def test_a_country_is_no_point_for_a_village() -> None:
    (place,) = places("In Nigeria, gunmen killed six herders in the village of Zanfarko on Monday.")
    assert (place["name"], place["country"], place["lat"], place["point_of"]) == ("Zanfarko", "NG", None, None)


def test_merging_does_not_look_at_the_point_of_a_unit() -> None:
    report = Report(VILLAGE, published=TUESDAY)
    reading = read(report)
    where = facts(reading.accounts[0], {c.id: c for c in reading.claims}, report).where
    assert (where.lat, where.lon, where.admin1) == (None, None, "Bauchi")


def test_a_report_that_names_its_country_more_often_than_a_town_is_of_the_country() -> None:
    nigeria = "Nigeria is at peace, said the army. Nigeria has held a vote. Prices rise in Nigeria.\n\n"
    place = places(nigeria + "A trader in Bauchi said that the market was open." + LATER)[-1]
    assert (place["name"], place["precision"]) == ("Nigeria", "country")
    assert places("A trader in Bauchi, Nigeria, said that the market was open." + LATER)[-1]["name"] == "Bauchi"


def test_six_in_ten_places_make_the_ground() -> None:
    told = CALM.format("Bauchi", "Azare", "Misau", "Jos") + " Traders in Kano agreed."
    place = places(NIGERIA + told + LATER)[-1]
    assert (place["name"], place["rule"]) == ("Bauchi", UNIT_RULE)


def test_in_the_city_itself_is_no_longer_around_it() -> None:
    text = "Fighting raged in villages around Homs in Syria on Monday, killing two.\n\n"
    place = places(text + "In the city itself, gunmen shot dead five teachers on Tuesday.")[-1]
    assert (place["name"], place["precision"]) == ("Homs", "town")
