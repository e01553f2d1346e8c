"""Frames: what a sentence binds to its event, and what it must tell to have one. All sentences are invented."""

from __future__ import annotations

import pytest
from telling import Telling, tell

from dateline.model.reading import Frame


def frames(text: str) -> tuple[Telling, tuple[Frame, ...]]:
    told = tell(text)
    return told, told.reading.frames


def test_a_frame_binds_who_where_when_and_the_harm() -> None:
    told, (frame,) = frames("Gunmen attacked a market in Gao on Saturday, killing five people.")
    layers = told.reading
    assert [layers.actors[i].text for i in frame.actors] == ["Gunmen"]
    assert [layers.places[i].text for i in frame.places] == ["Gao"]
    assert [layers.times[i].text for i in frame.times] == ["Saturday"]
    assert [layers.harms[i].estimate.best for i in frame.harms] == [5]
    assert [layers.features[i].value for i in frame.features] == ["market"]
    assert frame.families == ("attack", "kill")
    assert not frame.weak


def test_sentences_and_paragraphs_are_counted_from_nought() -> None:
    _, found = frames("Gunmen attacked Gao. Soldiers shelled a camp near Gao.\n\nGunmen kidnapped two nurses in Gao.")
    assert [(frame.sentence, frame.paragraph) for frame in found] == [(0, 0), (1, 0), (2, 1)]


@pytest.mark.parametrize(
    ("text", "definite", "fresh"),
    [
        ("The attack in Gao on Friday killed four people.", True, False),
        ("An attack in Gao on Friday killed four people.", False, False),
        ("On Friday another attack in Gao killed four people.", False, True),
        ("On Friday a second attack in Gao killed four people.", False, True),
        ("On Friday the second attack in Gao killed four people.", False, True),
        ("It was the second attack on Gao in March that killed people.", True, False),
        ("Elsewhere, gunmen attacked a market in Gao.", False, True),
        ("Separately, gunmen attacked a market in Gao.", False, True),
    ],
)
def test_words_that_point_back_or_set_apart(text: str, definite: bool, fresh: bool) -> None:
    _, found = frames(text)
    main = found[0]
    assert (main.definite, main.fresh) == (definite, fresh)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The army said it had shelled rebel positions near Kidal on Friday.", "The army"),
        ("Boko Haram said they had attacked a village near Maiduguri on Friday.", "Boko Haram"),
        ("Police said they arrested twelve people in Lagos on Friday.", "Police"),
    ],
)
def test_a_pronoun_of_a_saying_stands_for_the_speaker(text: str, actor: str) -> None:
    assert tell(text).only.who("actor") == {actor}


def test_the_place_of_a_where_clause_is_the_scene() -> None:
    text = "Djibo lies some 200km north of Ouagadougou, where on Friday police fired tear gas at protesters."
    assert tell(text).only.place == "Ouagadougou"
    text = "BAMAKO, Mali (Wire) - The lorries came from Kidal, where soldiers shot dead three traders on Friday."
    assert tell(text).only.place == "Kidal"
    text = "BAMAKO, Mali (Invented Wire) - Gao lies 320 km south of Kidal, where gunmen attacked a market on Friday."
    assert tell(text).only.place == "Kidal"
    text = "The rebels drove towards Ouagadougou, where police fired tear gas at protesters on Friday."
    assert tell(text).only.place == "Ouagadougou"


def test_a_day_of_saying_is_not_the_day_of_the_event() -> None:
    text = "The army admitted on Saturday that soldiers had killed five villagers near Gao on Thursday."
    assert tell(text).only.day == "2025-03-13"
    assert tell(text).only.values("period")[0]["inferred"] is False
    text = "The army admitted on Friday that soldiers had killed five villagers near Gao."
    assert all(value["inferred"] for value in tell(text).only.values("period"))


@pytest.mark.parametrize(
    "text",
    [
        "A doctor at the hospital said gunmen killed four people in Gao on Friday.",
        "Gunmen from a camp killed four people in Gao on Friday.",
        "Gunmen killed four people in Gao on Friday, a teacher of a school said.",
    ],
)
def test_a_building_told_by_the_way_is_no_target(text: str) -> None:
    assert tell(text).only.values("target") == []


def test_an_actor_named_after_a_place_places_nothing() -> None:
    (event,) = tell("The Islamic State of Iraq attacked a market in Damascus on Friday, killing two people.").events
    assert event.place == "Damascus"
    names = {place.text: place.usable for place in tell("The Islamic State of Iraq attacked a town.").reading.places}
    assert names.get("Iraq", False) is False


def test_a_harm_or_a_weapon_alone_betrays_an_event() -> None:
    left = tell("The raiders left twelve people dead in Gao on Friday.")
    assert left.only.figures("killed") == [(12, 12)]
    assert [v["value"] for v in tell("Two shells on a camp near Gao on Friday.").only.values("weapon")] == ["shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "The heat hit traders on Friday.",
        "The new law will fight fraud.",
        "He died in Lagos on Monday.",
        "She died of a heart attack in Lagos on Monday.",
        "A bus crash killed twelve people near Kano on Saturday.",
        "An earthquake killed 200 people in Herat on Saturday.",
        "A cholera outbreak killed forty people in Kano in February.",
        "Nobody was arrested in Lagos on Friday.",
        "The minister opened a school in Kano on Saturday.",
    ],
)
def test_without_violence_there_is_no_event(text: str) -> None:
    assert tell(text).events == []


@pytest.mark.parametrize(
    "text",
    [
        "The league champion attacked from the start and hit the bar twice in Lagos on Saturday.",
        "The batsman was shot down by a fierce ball in the second innings in Lahore on Saturday.",
        "A jealous man stabbed his former wife to death in Lagos on Saturday.",
        "A man was stabbed to death in a domestic dispute in Lagos on Saturday.",
        "The attack near Gao on Saturday was only a drill for nurses.",
        "Spyware targeted journalists in Riga on Saturday.",
    ],
)
def test_sport_crime_and_drills_are_set_aside(text: str) -> None:
    assert tell(text).events == []


def test_a_word_of_sport_sets_nothing_aside_where_the_armed_are_told() -> None:
    assert tell("Gunmen attacked the coach of the league champion in Lagos on Saturday.").kinds == ["Attack"]
