"""Where and when an event happened, chosen among its own words or taken over by a named rule; how much it matters."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.extract.events.headings import heading_country
from dateline.extract.events.homeland import RULE
from dateline.extract.events.place_taken import DATELINE, STORY, TOLD_BEFORE, UNIT
from dateline.extract.read import read
from dateline.model.reading import Reading
from dateline.model.report import Report

TUESDAY = date(2025, 3, 18)


def reading_of(text: str, published: date | None = TUESDAY) -> Reading:
    return read(Report(text, published=published))


def events(text: str) -> list[dict[str, Any]]:
    """Field -> value of each event, in text order, with its salience."""
    reading = reading_of(text)
    claims = {claim.id: claim for claim in reading.claims}
    rows = sorted(reading.accounts, key=lambda account: account.anchor.start)
    return [{claims[i].field: claims[i].value for i in a.claims} | {"salience": a.salience} for a in rows]


def names(text: str) -> list[str | None]:
    return [event["place"]["name"] if "place" in event else None for event in events(text)]


def days(text: str) -> list[tuple[str, str] | None]:
    return [(e["period"]["start"], e["period"]["end"]) if "period" in e else None for e in events(text)]


LIST = (
    "INCIDENT LIST / MALI / 2025-03-17 (issued 2025-03-18)\n\n"
    "1. Gao, Ansongo. Gunmen shot dead two traders outside a shop.\n"
    "2. Mopti, Bankass. Militants set fire to a market and killed a guard.\n"
)


def test_an_item_of_a_list_happens_where_and_when_its_heading_says() -> None:
    assert names(LIST) == ["Ansongo", "Bankass"]
    assert set(days(LIST)) == {("2025-03-17", "2025-03-17")}


def test_a_place_in_a_heading_is_marked_as_taken_over() -> None:
    place = events("NIGER\n\nTILLABÉRI. Gunmen on motorbikes killed nine villagers.")[0]["place"]
    assert (place["country"], place["inferred"], place["rule"]) == ("NE", True, "place taken from the heading")


def test_prose_is_no_heading() -> None:
    text = "Kidal is calm, a mayor said: nobody left home.\n\nSoldiers said that gunmen killed two people on Sunday."
    assert "heading" not in str(events(text)[0].get("place", {}).get("rule"))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six herders near Menaka in Mali on Sunday, a police spokesman in Bamako said.",
        "Gunmen killed six herders near Menaka in Mali on Sunday, according to an aid worker in Bamako.",
    ],
)
def test_where_a_speaker_sits_is_not_where_it_happened(text: str) -> None:
    assert names(text) == ["Ménaka"]


def test_a_court_acts_where_it_sits() -> None:
    assert names("A court in Bamako sentenced four militants to death on Monday.") == ["Bamako"]


def test_between_two_towns_is_near_the_first() -> None:
    place = events("Three soldiers were killed in an ambush between Gao and Ansongo in Mali on Sunday.")[0]["place"]
    assert (place["name"], place["precision"]) == ("Gao", "near")


def test_a_place_is_not_taken_over_past_another() -> None:
    text = (
        "Gunmen killed two men in Gao on Sunday.\n\n"
        "In Mopti prices rose again. Across the river, bandits abducted a teacher on Monday."
    )
    assert names(text)[1] != "Gao"


def test_a_state_that_lasts_began_when_it_is_said_to() -> None:
    assert days("Militants have occupied the town of Kidal in Mali since January.")[0] == (
        "2025-01-01",
        "2025-01-31",
    )


def test_the_day_of_the_dateline_is_no_day_of_the_event() -> None:
    assert days("BAMAKO, March 18, 2025 (Wire) - Gunmen killed nine people in Gao.")[0] == ("2025-03-17", "2025-03-18")


def test_a_told_day_beats_a_day_taken_over() -> None:
    text = "10:30 - Artillery\nShells killed two people in Gao on Sunday.\n"
    assert ("2025-03-16", "2025-03-16") in days(text)


def test_salience() -> None:
    text = (
        "Gunmen killed nine people in Gao on Sunday. "
        "On Wednesday, March 12, soldiers shot dead a trader in Mopti. "
        "In November 2023 rebels had bombed the barracks in Kidal."
    )
    assert [event["salience"] for event in events(text)] == ["main", "main", "background"]


def test_one_of_a_series_is_background_and_the_rim_is_told() -> None:
    text = (
        "GAO, Mali, March 16, 2025 - Gunmen attacked the market in Gao on Saturday, killing five people.\n\n"
        "It was the second assault on the town in a week: on March 10, shells hit a school on the town's edge, "
        "killing two."
    )
    told = events(text)
    assert [(e["salience"], e["place"]["relation"]) for e in told] == [("main", None), ("background", "on the edge of")]


def test_an_event_no_words_place_lies_in_the_country_spoken_of() -> None:
    text = "Mali is mourning. In Mali few dare to speak. Police arrested three students and beat them."
    found = [claim for claim in read(Report(text)).claims if claim.field == "place"]
    assert [(c.value["country"], c.value["precision"], c.value["inferred"]) for c in found] == [("ML", "country", True)]
    assert found[0].basis == RULE
    assert found[0].passages[0].quote == "Mali"


def test_no_country_stands_out() -> None:
    text = "Mali and Niger are mourning. In Mali and in Niger few dare to speak. Police arrested three students."
    assert not [claim for claim in read(Report(text)).claims if claim.field == "place"]


def test_those_set_free_are_not_placed_by_where_they_were_taken() -> None:
    text = (
        "Two nurses kidnapped near Bokkos last month were freed on Friday, the Red Cross said. "
        "Nigerian officials thanked elders."
    )
    places = [event.get("place") for event in events(text) if "released" in event]
    assert places
    assert not any(place and place["name"] == "Bokkos" for place in places)


def test_what_nothing_else_places_is_at_the_last_town_told_in_the_paragraph() -> None:
    text = (
        "Life in Nigeria is hard.\n\nFew people still live in Bokkos since the harvest. "
        "Gunmen shot dead four farmers on Thursday and burned their barns."
    )
    places = [event["place"] for event in events(text)]
    assert [(p["name"], p["inferred"], p["rule"]) for p in places] == [("Bokkos", True, TOLD_BEFORE)]


def places_of(text: str) -> list[tuple[str | None, str, str | None]]:
    """Name, precision and rule of each event's place, in text order; the rule only where it was taken over."""
    told = [event.get("place") for event in events(text)]
    return [(p["name"], p["precision"], p["rule"] if p["inferred"] else None) if p else (None, "", None) for p in told]


SIEGE = "Gunmen stormed a hotel in Gao in Mali on Sunday and killed nine guests.\n\n"


def test_between_a_town_and_an_unknown_one_is_near_the_town() -> None:
    place = events("In Mozambique, soldiers were killed on Friday by a mine on the road between Awasse and Macomia.")[
        0
    ]["place"]
    assert (place["name"], place["precision"], place["lat"]) == ("Awasse", "near", -12.24667)


def test_what_the_story_goes_on_with_is_in_the_one_town_it_is_at() -> None:
    assert places_of(SIEGE + "On Monday hundreds of students marched for peace.")[-1] == ("Gao", "town", STORY)


RAID = "\n\nOn Sunday soldiers shot dead a trader at a market in {}."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BAMAKO, Mali - Gunmen killed three herders on Monday." + RAID.format("Gao"), ("Gao", "province", UNIT)),
        ("BAMAKO, Mali - Students marched on Monday." + RAID.format("Gao"), ("Bamako", "town", DATELINE)),
        ("BAMAKO, Mali - Gunmen killed three herders on Monday." + RAID.format("Bamako"), ("Bamako", "town", DATELINE)),
        ("GAO, Mali - Gunmen killed three herders on Monday." + RAID.format("Mopti"), ("Gao", "town", DATELINE)),
        ("GAO, Mali - Rebels declared a ceasefire on Monday." + RAID.format("Gao"), ("Gao", "province", UNIT)),
    ],
)
def test_a_capital_from_which_a_report_is_filed_is_no_scene_of_violence_told_of_elsewhere(
    text: str, place: tuple[str, str, str]
) -> None:
    assert places_of(text)[0] == place


def test_a_dateline_abroad_says_nothing_of_where_it_happened() -> None:
    told = "BEIRUT - Gunmen killed three herders on Monday, monitors said." + RAID.format("Manbij in Syria")
    assert "Beirut" not in names(told)


def test_a_look_back_is_not_at_the_town_of_the_story() -> None:
    told = places_of(SIEGE + "In 2012 militants had killed four policemen, the mayor recalled.")[-1]
    assert told[:2] == ("Gao", "province")


def test_a_story_at_two_towns_of_one_unit_is_in_that_unit() -> None:
    text = SIEGE + "Shells killed a nurse in Ansongo.\n\nOn Monday hundreds of students marched."
    assert places_of(text)[-1] == ("Gao", "province", UNIT)


def test_a_story_at_two_towns_far_apart_is_in_its_country() -> None:
    text = SIEGE + "Shells killed a nurse in Mopti.\n\nOn Monday hundreds of students marched."
    assert places_of(text)[-1] == ("Mali", "country", RULE)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("On Monday hundreds of students marched in the capital.", ("Bamako", "town")),
        ("On Monday hundreds of students marched across the country.", ("Mali", "country")),
        ("On Monday hundreds of students marched in the state capital.", ("Gao", "town")),
        ("On Monday hundreds of students marched in the Ghanaian capital.", ("Accra", "town")),
        ("On Monday rebels shelled a school in the besieged town.", ("Gao", "town")),
    ],
)
def test_words_that_point_to_a_place(words: str, place: tuple[str, str]) -> None:
    assert places_of(SIEGE + words)[-1][:2] == place


def test_this_town_is_the_one_that_the_report_was_filed_from() -> None:
    text = "GAO, Mali - Gunmen shot dead two traders in this town on Thursday. Mopti, 400 km away, was quiet."
    assert places_of(text)[0][:2] == ("Gao", "town")


def test_a_country_told_with_a_later_sentence_is_no_scene() -> None:
    text = (
        "Gunmen attacked a hotel at dawn in Mali, killing nine guests in Gao.\n\n"
        "On Monday a rocket hit a school. France condemned the rocket attack, which killed two pupils."
    )
    assert "FR" not in {event["place"]["country"] for event in events(text) if "place" in event}


CAPITAL = [
    (
        "LOMÉ, Togo - Officers of Ghana, Mali and Chad met.\n\nIn the capital, gunmen shot dead two men on Monday.",
        "Lomé",
    ),
    ("In Liberia, the port is open. In the capital, shops are shut. Soldiers robbed a store on Monday.", "Monrovia"),
    ("Two mortar rounds fired by gunmen hit a camp in the Somali capital on Monday, killing two women.", "Mogadishu"),
]


@pytest.mark.parametrize(("text", "name"), CAPITAL)
def test_the_capital_of_the_story(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "In Afghanistan, 38 fighters were killed on Monday in Kunduz, Baghlan and Helmand.",
            ("Afghanistan", "country"),
        ),
        (
            "Police in Mali shot dead two men in Bamako on Monday. On Tuesday crowds protested in six cities.",
            ("Mali", "country"),
        ),
    ],
)
def test_several_towns_are_in_their_country(text: str, place: tuple[str, str]) -> None:
    told = events(text)[-1]["place"]
    assert (told["name"], told["precision"]) == place


def test_a_planned_protest_will_be_where_the_paragraph_is() -> None:
    text = (
        "Police shot dead two men in Taiz, Yemen, on Monday.\n\nIn Sanaa shops are open. Students will march on Friday."
    )
    assert names(text)[-1] == "Sanaa"


def test_a_country_at_the_head_of_a_line_holds_for_it() -> None:
    text = "Ugandan traders met.\n\nRWANDA. Students were arrested."
    reading = reading_of(text)
    index = heading_country(reading, text.index("arrested"))
    assert index is not None
    assert reading.places[index].place.country == "RW"
    assert heading_country(reading, text.index("met")) is None
