"""Mentions of groups, forces and people, phrase by phrase. All sentences are invented."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from dateline.extract.who.actors import actors
from dateline.model.reading import ActorMention, Reading
from dateline.model.report import Report
from dateline.text import parse


def read(text: str, title: str | None = None, day: date | None = date(2025, 3, 16)) -> tuple[ActorMention, ...]:
    found = actors(Reading(Report(text, title=title, published=day), doc=parse(text))).actors
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.head < mention.end
    for one, two in pairwise(found):
        assert one.end <= two.start
    return found


def by_text(text: str, **more: Any) -> dict[str, ActorMention]:
    return {mention.text: mention for mention in read(text, **more)}


@pytest.mark.parametrize(
    ("text", "phrase", "category", "name"),
    [
        ("Gunmen on motorcycles stormed a market.", "Gunmen on motorcycles", "Political militia",
         "Unidentified Armed Group"),
        ("Malian troops shot a farmer.", "Malian troops", "State forces", "Military Forces of Mali (2021-)"),
        ("Nigeria's army shelled a camp.", "army", "State forces", "Military Forces of Nigeria (2023-)"),
        ("Riot police in Kenya beat students.", "Riot police", "State forces", "Police Forces of Kenya (2022-)"),
        ("Israeli airstrikes hit the town.", "Israeli", "State forces", "Military Forces of Israel (2022-)"),
        ("Fighters from the M23 group took the bridge.", "Fighters from the M23 group", "Rebel group",
         "M23: March 23 Movement"),
        ("Members of Boko Haram burned huts.", "Members of Boko Haram", "Rebel group", None),
        ("The militant group Boko Haram burned huts.", "The militant group Boko Haram", "Rebel group", None),
        ("The Lord's Resistance Army (LRA) fled.", "The Lord's Resistance Army (LRA)", "Rebel group",
         "LRA: Lord's Resistance Army"),
        ("ELN guerrillas blew up a pipeline.", "ELN guerrillas", "Rebel group", "ELN: National Liberation Army"),
        ("Some villagers armed with machetes attacked him.", "Some villagers", "Identity militia", None),
        ("Two men armed with rifles attacked him.", "Two men", "Political militia", None),
        ("Striking workers blocked the road.", "Striking workers", "Protesters", "Protesters"),
        ("Stone-throwing youths clashed with them.", "Stone-throwing youths", "Rioters", "Rioters"),
        ("An angry mob burned the shop.", "An angry mob", "Rioters", "Rioters"),
        ("UN peacekeepers shot a looter.", "UN peacekeepers", "External/Other forces", "UN Peacekeepers"),
        ("Dozens of schoolchildren were taken.", "Dozens of schoolchildren", "Civilians", "Civilians"),
        ("They say at least 17 people died.", "at least 17 people", "Civilians", "Civilians"),
        ("An army convoy was ambushed.", "An army convoy", "State forces", "Military Forces"),
    ],
)  # fmt: skip
def test_one_phrase(text: str, phrase: str, category: str, name: str | None) -> None:
    found = by_text(text)
    assert phrase in found, list(found)
    assert found[phrase].category == category
    assert name in (None, found[phrase].name)


def test_spokesmen_take_no_part_but_keep_their_group() -> None:
    mention = by_text("A Taliban spokesman denied it.")["A Taliban spokesman"]
    assert (mention.category, mention.actor) == ("", "af-taliban-2021")


def test_occupations() -> None:
    found = by_text("A journalist and two aid workers were killed by soldiers.")
    assert found["A journalist"].occupation == "journalist"
    assert found["two aid workers"].occupation == "aid worker"


def test_relative_clauses_stay_outside() -> None:
    assert "the soldiers" in by_text("They shot the soldiers who guarded the gate.")


def test_the_group_is_the_one_group_named() -> None:
    found = by_text("Boko Haram raided a village near the lake. The militants burned huts. The attackers fled.")
    assert found["The militants"].actor == found["Boko Haram"].actor
    assert found["The attackers"].actor is None


def test_the_group_stays_open_between_two() -> None:
    text = (
        "Hezbollah and Hamas both fired rockets. "
        + "It rained for days on end in the hills. " * 12
        + "The militants fled."
    )
    assert by_text(text)["The militants"].actor is None


def test_country_of_the_report_names_the_army() -> None:
    found = by_text("Mali is at war. In central Mali, the army killed ten men. Malian officials kept silent.")
    assert found["the army"].name == "Military Forces of Mali (2021-)"


def test_no_country_where_two_compete() -> None:
    found = by_text("Mali and Niger share a border. The army crossed it.")
    assert found["The army"].actor is None


def test_others_than_the_named_group() -> None:
    found = by_text("Anti-Houthi fighters took an ISIS-held town.")
    assert all("Houthi" not in m.name for t, m in found.items() if "fighters" in t)


def test_states_that_act() -> None:
    found = by_text("Russia bombed the port. The port lies in Ukraine.")
    assert found["Russia"].category == "State forces"
    assert "Ukraine" not in found


def test_nothing_in_a_text_without_people() -> None:
    assert read("The bridge collapsed in heavy rain.") == ()


def test_empty_report() -> None:
    assert read("") == ()


def test_its_men_are_the_force_named_before() -> None:
    found = by_text("Hezbollah said its fighters had withdrawn.")
    assert found["its fighters"].actor == found["Hezbollah"].actor


def test_the_soldiers_are_those_told_by_country_just_before() -> None:
    text = "Turkish troops entered the town. The soldiers burned two houses. Iraq, Iraq and Iraq protested."
    assert by_text(text)["The soldiers"].country == "TR"


def test_only_words_tell_a_country() -> None:
    found = by_text("Mali is at war. In central Mali, the army killed ten men. Malian police kept silent.")
    assert not found["the army"].told
    assert found["Malian police"].told


def test_a_territory_without_a_listed_state_does_no_harm() -> None:
    assert by_text("In Apia, Samoa, the police arrested a man.")["the police"].category == "State forces"


def test_the_coalition_is_the_one_at_war_with_the_enemy_named() -> None:
    found = by_text("In Iraq, coalition forces bombed a camp of the Islamic State.", day=date(2016, 3, 1))
    assert found["coalition forces"].name == "Global Coalition Against Daesh"
    other = by_text("In Iraq, coalition forces bombed a camp.", day=date(2016, 3, 1))
    assert other["coalition forces"].actor is None


def test_security_services_are_police_security_forces_military() -> None:
    assert "Police" in by_text("A security squad in Kenya arrested a man.")["A security squad"].name
    assert "Military" in by_text("Security forces in Kenya shelled a camp.")["Security forces"].name


def test_syrian_democratic_forces_are_no_army_of_the_state() -> None:
    assert by_text("Syrian democratic forces took a hill.")["Syrian democratic forces"].actor == "sy-sdf"
