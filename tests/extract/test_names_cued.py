"""Places: names that the tagger misses, but that the words around them or the list in which they stand make places."""

from __future__ import annotations

import pytest

from dateline.extract.where.places import places
from dateline.model.reading import PlaceMention, Reading
from dateline.model.report import Report
from dateline.text import parse

LIST = "Brest: police used stun grenades.\n\nPinsk: nine held.\n\nVitebsk: a walk of women.\n\n{}: workers walked out."


def read(text: str) -> dict[str, PlaceMention]:
    return {mention.text: mention for mention in places(Reading(Report(text), doc=parse(text))).places}


def told(text: str) -> dict[str, tuple[str | None, str | None, str]]:
    """Words of every place that may be a location, with its name, country and precision."""
    found = places(Reading(Report(text), doc=parse(text))).places
    return {m.text: (m.place.name, m.place.country, m.place.precision) for m in found if m.usable}


@pytest.mark.parametrize("name", ["Grodno", "Gomel", "Lida"])
def test_what_opens_an_item_of_a_list_by_places_is_one(name: str) -> None:
    assert told(LIST.format(name))[name][1] == "BY"


def test_a_namesake_elsewhere_opens_no_item_of_such_a_list() -> None:
    assert "Muse" not in told(LIST.format("Muse"))  # in Pennsylvania


def test_the_women_of_a_town() -> None:
    assert told("The market women of Honiara have a way of sitting down.")["Honiara"][1] == "SB"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Iraq, the town of Al-Sharqiba fell to the rebels.", "Al-Sharqiba"),
        ("In Colombia, soldiers shot a couple in a hamlet called El Ripalito.", "El Ripalito"),
        ("In Peru, police reinforcements arrived at the village of Las Cruzetas.", "Las Cruzetas"),
        ("In Ethiopia, gunmen killed nine farmers in western Wollebo.", "Wollebo"),
    ],
)
def test_unknown_names_that_their_words_make_a_place(text: str, name: str) -> None:
    assert told(text)[name][0] == name


def test_the_article_of_a_camp_is_no_name_of_its_own() -> None:
    assert "Al-Khusab" not in told("In Yemen, a missile struck the Al-Khusab camp in Marib on Monday.")


def test_a_kurdish_town_is_not_called_kurdish() -> None:
    assert "Kurdish" not in told("Crowds held the main street of a Kurdish town in the northwest on Saturday.")


def test_a_bombed_town_needs_no_preposition() -> None:
    assert "Barikotal" in told("In Afghanistan, Soviet aircraft bombed Barikotal, hard by the frontier, on Monday.")


def test_a_town_in_capitals_at_the_head_of_its_line() -> None:
    text = "INCIDENT LIST\n\nKANO. 12/6, two men shot dead at a checkpoint.\nJOS. 13/6, a market burned; three hurt."
    assert [told(text)[name][0] for name in ("KANO", "JOS")] == ["Kano", "Jos"]


def test_a_town_alone_before_what_was_done_there_does_nothing() -> None:
    log = "Log of South Kivu.\n(1) Mon: Bukavu, gunmen killed a nurse. (2) Tue: the army left the town of Uvira."
    assert "Bukavu" in told(log)
    assert "Moscow" not in told("The ministry is calm, but Moscow condemned the plan.")


def test_a_town_behind_a_country_at_the_head_of_a_line() -> None:
    assert "DARAA" in read("SYRIA. DARAA. Tanks took post on the bridge at dawn.")


def test_a_headline_does_not_run_on_into_the_dateline() -> None:
    assert "MITROVICA" in read(
        "Three quiet days by the Ibar\nMITROVICA, Thursday 18 April 2024\n\nThe bridge was shut."
    )


def test_what_heads_an_item_stands_for_no_government() -> None:
    text = "Gusau: Gunmen attacked a police post in Nigeria.\nSokoto: Gunmen attacked a school."
    assert read(text)["Gusau"].usable


def test_a_country_that_opens_a_sentence_before_a_noun_is_a_place() -> None:
    assert read("In Burkina Faso soldiers shot in the air on Monday.")["Burkina Faso"].usable
    assert not read("He was held in US military custody.")["US"].usable


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("A reporter was put on a bus to Lanzhou in China.", "Lanzhou", "destination"),
        ("Ships bound for Lebanon have been turned back to Cyprus.", "Cyprus", "destination"),
        ("The army escorts convoys from Nyala to El Fasher in Sudan.", "Nyala", "origin"),
        ("French troops withdrew from Gao in Mali in August.", "Gao", "location"),
    ],
)
def test_where_somebody_is_brought_or_comes_from(text: str, name: str, role: str) -> None:
    assert read(text)[name].place.role == role


@pytest.mark.parametrize(
    "text",
    [
        "In Niger the crops failed. Gunmen killed two men in the village of Zanfarko. Mali was calm, so was Gao.",
        "Mali was calm, so was Gao.\n\nNIGER. Thieves burned the village of Zanfarko.",
        "Traders in Mali wept. A bomb went off in the Nigerien village of Zanfarko on Monday.",
    ],
)
def test_a_place_that_no_list_has_lies_in_the_country_told_before_it(text: str) -> None:
    assert read(text)["Zanfarko"].place.country == "NE"


def test_where_guns_stand_is_not_where_they_strike() -> None:
    mentions = read("In Chad, the market at Bol was shelled from the garrison at Liwa on Monday.")
    assert (mentions["Bol"].place.role, mentions["Liwa"].place.role) == ("location", "launched-from")


def test_a_town_that_is_accused_stands_for_its_government() -> None:
    assert not read("Villagers in Pakistan accused Kabul of having mined a dam.")["Kabul"].usable


def test_where_a_correspondent_sits_is_no_scene() -> None:
    mentions = read("From Abuja, our correspondent says that gunmen killed five farmers near Zaria on Monday.")
    assert (mentions["Abuja"].place.role, mentions["Zaria"].place.role) == ("filed-from", "location")


def test_a_town_in_two_words_between_bars_does_nothing() -> None:
    first = "03 | El Obeid, North Kordofan | night of 2024-08-13/14, 3 drones on fuel depot | 0 casualties (SAF)"
    line = "04 | El Geneina, West Darfur | gunmen in uniform loot livestock market, ~30 stalls burnt | none reported"
    assert read(f"DAILY LIST - SUDAN\n\n{first}\n{line} | src: traders")["El Geneina"].usable
