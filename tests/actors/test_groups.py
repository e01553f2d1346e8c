"""The actor file: names, periods, countries, and names found in running text."""

from datetime import date

import pytest

from dateline.actors import load_actors

DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("words", "country", "name"),
    [
        ("ISIS", None, "Islamic State"),
        ("Daesh", None, "Islamic State"),
        ("the Islamic State", "RU", "Islamic State"),
        ("JNIM", "ML", "JNIM: Group for Support of Islam and Muslims"),
        ("al-Shabab", "SO", "Al Shabaab"),
        ("Lord's Resistance Army", "UG", "LRA: Lord's Resistance Army"),
        ("Malian army", None, "Military Forces of Mali (2021-)"),
        ("the police of Kenya", None, "Police Forces of Kenya (2022-)"),
        ("US forces", "SY", "Military Forces of the United States (2021-2025)"),
        ("the army", "BF", "Military Forces of Burkina Faso (2022-)"),
        ("People's Revolutionary Army", "SV", "ERP: People's Revolutionary Army"),
        ("fighters of the ELN", "CO", "ELN: National Liberation Army"),
    ],
)
def test_names_resolve(words: str, country: str | None, name: str) -> None:
    actor = load_actors().resolve(words, country, DAY)
    assert actor is not None
    assert actor.name == name


def test_one_name_two_periods() -> None:
    before = load_actors().resolve("Taliban", "AF", date(2015, 1, 1))
    after = load_actors().resolve("Taliban", "AF", date(2023, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.category, after.category) == ("Rebel group", "State forces")


def test_one_acronym_two_countries() -> None:
    file = load_actors()
    uganda, cameroon = file.resolve("ADF", "CD", DAY), file.resolve("ADF", "CM", DAY)
    assert uganda is not None
    assert cameroon is not None
    assert uganda.id != cameroon.id


@pytest.mark.parametrize("words", ["is", "the committee", "", "a", "far", "let", "Committee for Roads"])
def test_common_words_are_no_actors(words: str) -> None:
    assert load_actors().resolve(words, None, DAY) is None


def test_scan_gives_offsets_without_genitive() -> None:
    text = "Hamas's fighters and M23 met. It is far from al-Shabaab, the U.N. said."
    found = [text[hit.start : hit.end] for hit in load_actors().scan(text)]
    assert found == ["Hamas", "M23", "al-Shabaab", "U.N"]


def test_capitals_do_not_turn_words_into_acronyms() -> None:
    assert [hit.start for hit in load_actors().scan("THE ARMY IS FAR AWAY")] == []


def test_every_row_is_whole() -> None:
    actors = load_actors().actors
    assert len(actors) > 900
    assert len({actor.id for actor in actors}) == len(actors)
    for actor in actors:
        assert actor.source
        assert actor.licence
        assert (actor.start or 0) <= (actor.end or 9999)
        assert all(len(code) == 2 and code.isupper() for code in actor.countries)


def test_get_knows_states_too() -> None:
    file = load_actors()
    actor = file.resolve("Malian army", None, DAY)
    assert actor is not None
    assert file.get(actor.id) == actor
    assert file.get("cd-m23") is not None
    assert file.get("xx-military") is None
    assert file.get("ml-military-not-a-day") is None
