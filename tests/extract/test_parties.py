"""Participants of events: roles by the kind of event, names by its place and day. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.read import read
from dateline.model.report import Report

Row = tuple[str, str]


def told(text: str, day: date = date(2024, 5, 14)) -> set[Row]:
    reading = read(Report(text, published=day))
    ids = {ident for account in reading.accounts for ident in account.claims}
    values = [c.value for c in reading.claims if c.id in ids and c.field == "participant"]
    return {(value["role"], value["name"]) for value in values}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "BAMAKO, Mali, May 14 - Gunmen attacked a village near Mopti on Monday, killing 12 farmers.",
            {("actor", "Unidentified Armed Group (Mali)"), ("recipient", "Civilians (Mali)")},
        ),
        (
            "NAIROBI, Kenya, May 14 - Police fired tear gas to disperse teachers marching in Nairobi on Monday.",
            {("actor", "Police Forces of Kenya (2022-)"), ("recipient", "Protesters (Kenya)")},
        ),
        (
            "LAGOS, Nigeria, May 14 - A crowd lynched a man accused of theft in Lagos on Monday.",
            {("actor", "Rioters (Nigeria)"), ("recipient", "Civilians (Nigeria)")},
        ),
        (
            "BATKEN, Kyrgyzstan, May 14 - Kyrgyz and Tajik border guards clashed in Batken on Monday.",
            {
                ("party", "Military Forces of Kyrgyzstan (2020-) Border Guards"),
                ("party", "Military Forces of Tajikistan (1992-) Border Guards"),
            },
        ),
        (
            "GITEGA, Burundi, May 14 - Rwanda closed the border. In Gitega police arrested nine students on Monday.",
            {("actor", "Police Forces of Burundi (2020-)"), ("recipient", "Civilians (Burundi)")},
        ),
        (
            "GOMA, May 14 - FARDC units clashed with M23 fighters near Kitchanga, North Kivu, on Monday.",
            {
                ("party", "Military Forces of Democratic Republic of Congo (2019-)"),
                ("party", "M23: March 23 Movement"),
            },
        ),
        (
            "BEIRUT, Lebanon, May 14 - Israeli aircraft bombed a house in Tyre, Lebanon, on Monday, killing two women.",
            {("actor", "Military Forces of Israel (2022-)"), ("recipient", "Civilians (Lebanon)")},
        ),
    ],
)
def test_roles_and_names(text: str, rows: set[Row]) -> None:
    assert rows <= told(text), told(text)


def test_marchers_act_whatever_their_noun_and_no_office_marches() -> None:
    text = "LIMA, Peru, May 14 - Hundreds of nurses marched in Lima on Monday against the government."
    assert told(text) == {("actor", "Protesters (Peru)")}


def test_who_claims_it_is_a_doer() -> None:
    text = (
        "MAIDUGURI, Nigeria, May 14 - Gunmen attacked a village near Maiduguri on Monday, killing six traders. "
        "Boko Haram claimed responsibility for the attack."
    )
    assert any(role == "actor" and "Unidentified" not in name for role, name in told(text))


def test_nobody_is_no_participant() -> None:
    text = "KYIV, Ukraine, May 14 - A drone hit a school in Kharkiv on Monday. No pupils were hurt."
    assert ("recipient", "Civilians (Ukraine)") not in told(text)


def test_they_are_the_subject_of_the_sentence_before() -> None:
    text = "Gunmen attacked a village near Jos, Nigeria, on Monday. They kidnapped ten farmers."
    reading = read(Report(text, published=date(2024, 5, 14)))
    acting = {c.id for c in reading.claims if c.field == "participant" and c.value["role"] == "actor"}
    assert len(reading.accounts) == 2
    assert all(acting & set(account.claims) for account in reading.accounts)


def test_he_is_the_one_told_of_before() -> None:
    text = "A teacher left his home in Jos, Nigeria, on Monday. He was shot dead by gunmen."
    assert ("recipient", "Civilians (Nigeria)") in told(text)


def test_he_is_the_one_whose_surname_is_told_again() -> None:
    text = "Thousands buried army commander General Omar Sani in Jos, Nigeria, on Monday. Sani was head of a brigade. "
    assert ("recipient", "Military Forces of Nigeria (2023-)") in told(f"{text}He was killed last week by gunmen.")
    other = text.replace("Sani was", "Bello was")
    assert not any("Military" in name for _, name in told(f"{other}He was killed last week by gunmen."))


@pytest.mark.parametrize(
    "text",
    [
        "Police and rebels came to Jos, Nigeria, on Monday. They kidnapped ten farmers.",  # which of the two?
        "A nurse met traders and herders in Jos, Nigeria, on Monday. They kidnapped ten farmers.",
    ],
)
def test_a_pronoun_that_may_mean_several_means_nobody(text: str) -> None:
    reading = read(Report(text, published=date(2024, 5, 14)))
    roles = {c.value["text"] for c in reading.claims if c.field == "participant" and c.value["role"] == "actor"}
    assert not roles & {"Police", "rebels", "A nurse", "traders", "herders"}


def test_a_relative_who_only_speaks_is_not_the_one_freed() -> None:
    text = "Omar was arrested in Nairobi, Kenya, on Monday. He was released on bail, said his sister."
    reading = read(Report(text, published=date(2024, 5, 14)))
    assert "his sister" not in {c.value["text"] for c in reading.claims if c.field == "participant"}


def test_heads_of_state_and_judges_who_act_are_the_government() -> None:
    shot = "The president was shot dead by gunmen in Santiago, Chile, on Monday."
    assert ("recipient", "Government of Chile (2022-)") in told(shot)
    former = "The former president was shot dead by gunmen in Santiago, Chile, on Monday."
    assert ("recipient", "Civilians (Chile)") in told(former)
    tried = "A judge released three students in Tehran, Iran, on Monday."
    assert ("actor", "Government of Iran (1989-)") in told(tried)


def test_listed_air_strikes_are_those_of_the_coalition_told_before() -> None:
    text = (
        "Coalition forces struck targets of the Islamic State group in Iraq on Monday. "
        "Near Mosul, an airstrike destroyed an Islamic State headquarters."
    )
    names = {name for role, name in told(text) if role == "actor"}
    assert names == {"Global Coalition Against Daesh"}


def test_who_did_something_at_another_time_did_not_do_this() -> None:
    text = "A bomb killed a guard in San Salvador, El Salvador, a week after the rebels suspended their attacks."
    assert not any(role == "actor" for role, _ in told(text))


def test_a_country_at_the_head_of_a_story_does_not_act() -> None:
    text = "BAGHDAD, Iraq, May 14 - US Marines killed two civilians in Haditha on Monday."
    assert {name.split(" (")[0] for role, name in told(text) if role == "actor"} == {
        "Military Forces of the United States"
    }
