"""Tolls: who is harmed and how many, parts and wholes, none at all, and what is no toll."""

from __future__ import annotations

import pytest

from dateline.extract.harm.numbers import numbers
from dateline.extract.harm.tolls import tolls
from dateline.model.reading import HarmMention, Reading
from dateline.model.report import Report
from dateline.text import parse

Row = tuple[str, str, int | None, int | None, int | None]


def read(text: str) -> tuple[HarmMention, ...]:
    return tolls(numbers(Reading(Report(text), doc=parse(text)))).harms


def told(text: str) -> list[Row]:
    return [(h.harm, h.text, h.estimate.low, h.estimate.best, h.estimate.high) for h in read(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Gunmen stormed the market, killing at least 17 people and wounding dozens.",
            [("killed", "at least 17 people", 17, None, None), ("injured", "dozens", 24, None, None)],
        ),
        ("The bomb killed 12 villagers.", [("killed", "12 villagers", 12, 12, 12)]),
        ("Seventeen people were killed.", [("killed", "Seventeen people", 17, 17, 17)]),
        ("Officials said 11 had died.", [("killed", "11", 11, 11, 11)]),
        ("Five soldiers killed in ambush", [("killed", "Five soldiers", 5, 5, 5)]),
        (
            "The blast left at least five dead and 20 injured.",
            [("killed", "at least five", 5, None, None), ("injured", "20", 20, 20, 20)],
        ),
        ("The flood of shells claimed 12 lives.", [("killed", "12 lives", 12, 12, 12)]),
        ("At least ten people lost their lives.", [("killed", "At least ten people", 10, None, None)]),
        ("The death of 12 miners shocked the town.", [("killed", "12 miners", 12, 12, 12)]),
        ("Police reported 12 deaths.", [("killed", "12 deaths", 12, 12, 12)]),
        ("The death toll rose from 12 to 23.", [("killed", "23", 23, 23, 23)]),
        ("Police said 12 bodies were found in a well.", [("killed", "12 bodies", 12, 12, 12)]),
        ("The rebels took three villagers hostage.", [("captured", "three villagers", 3, 3, 3)]),
        (
            "Two aid workers abducted last month were freed on Sunday.",
            [("captured", "Two aid workers", 2, 2, 2), ("released", "Two aid workers", 2, 2, 2)],
        ),
        ("Thousands of people fled their homes.", [("displaced", "Thousands of people", 2000, None, None)]),
        ("Police arrested at least 25.", [("arrested", "at least 25", 25, None, None)]),
        ("Dozens of people are missing.", [("missing", "Dozens of people", 24, None, None)]),
        ("Killing villagers, the militia moved on.", [("killed", "villagers", 2, None, None)]),
        ("Troops gunned down a policeman.", [("killed", "a policeman", 1, 1, 1)]),
        ("Masked men shot two farmers dead.", [("killed", "two farmers", 2, 2, 2)]),
        (
            "The attack left 8 dead and scores wounded.",
            [("killed", "8", 8, 8, 8), ("injured", "scores", 40, None, None)],
        ),
        (
            "One soldier died and another was wounded.",
            [("killed", "One soldier", 1, 1, 1), ("injured", "another", 1, 1, 1)],
        ),
        (
            "They took away 27 students, along with three teachers.",
            [("captured", "27 students", 27, 27, 27), ("captured", "three teachers", 3, 3, 3)],
        ),
        ("Airstrikes killed a family of six.", [("killed", "a family of six", 6, 6, 6)]),
    ],
)
def test_who_is_harmed(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


def test_a_list_gives_one_toll_for_each_group() -> None:
    soldiers, civilians = read("Two Malian soldiers and four civilians were killed.")
    assert (soldiers.group.status, soldiers.group.occupation, soldiers.group.side) == (
        "combatant",
        "soldier",
        "Malian",
    )
    assert (civilians.text, civilians.group.status, civilians.estimate.best) == (
        "four civilians",
        "civilian",
        4,
    )


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The raid killed 17 people, including three children.", "three children"),
        ("Twenty people were wounded, including colleague Karim al-Nadimi.", "colleague Karim al-Nadimi"),
        ("The army said 11 had died, among them four of its soldiers.", "four of its soldiers"),
        ("Ten people died, five of them children.", "five of them children"),
        ("Nine people were wounded, of whom five were women.", "five were women"),
        ("Ten people were killed on Monday. The dead included two nurses.", "two nurses"),
        ("Ten people were killed on Monday. Among the dead were two nurses.", "two nurses"),
        ("Ten people were killed on Monday. Two nurses were among the dead.", "Two nurses"),
        ("Nine of the 12 killed were women.", "Nine"),
        ("Of the 12 killed, nine were women.", "nine"),
    ],
)
def test_a_part_points_at_its_whole(text: str, part: str) -> None:
    harms = read(text)
    (found,) = [h for h in harms if h.part_of is not None]
    assert found.text == part
    assert found.part_of is not None
    assert harms[found.part_of].part_of is None
    assert harms[found.part_of].harm == found.harm


def test_who_is_named_after_a_semicolon_is_no_part_of_the_dead_before_it() -> None:
    text = "At least five civilians died in the attack; around twenty more, including Karim al-Nadimi, were injured."
    assert [(h.harm, h.text) for h in read(text) if h.harm == "killed"] == [("killed", "At least five civilians")]


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("There were no casualties.", {"killed", "injured"}),
        ("Nobody was hurt in the attack.", {"injured", "killed"}),
        ("No one was killed or injured.", {"killed", "injured"}),
        ("The strike did not kill anyone.", {"killed"}),
        ("The shelling caused no deaths.", {"killed"}),
    ],
)
def test_none_at_all_is_zero(text: str, harms: set[str]) -> None:
    found = read(text)
    assert {h.harm for h in found} == harms
    assert all((h.estimate.low, h.estimate.best, h.estimate.high) == (0, 0, 0) for h in found)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed 30 cows and two dogs.",
        "The rebels captured three towns.",
        "The army did not kill the two men.",
        "Police deployed 200 officers.",
        "The mob nearly lynched four men.",
        "The militants fled into the hills.",
        "There were 19 casualties.",
        "He faces the death penalty.",
        "The group released a statement.",
        "All ten passengers survived.",
        "",
    ],
)
def test_what_is_no_toll(text: str) -> None:
    assert told(text) == []


def test_neutralised_leaves_only_the_high_end_and_marks_the_attackers() -> None:
    (found,) = read('The army said it had "neutralised" about 30 of the attackers.')
    assert (found.harm, found.estimate.low, found.estimate.best, found.estimate.high) == (
        "killed",
        None,
        None,
        30,
    )
    assert found.group.status == "combatant"
    assert found.group.perpetrators


@pytest.mark.parametrize(
    "text",
    ["The attackers lost eight men.", "Four of the attackers were killed.", "The suicide bomber died."],
)
def test_the_attackers_own_dead(text: str) -> None:
    (found,) = read(text)
    assert found.harm == "killed"
    assert found.group.perpetrators


def test_the_killer_is_not_the_killed() -> None:
    assert told("Ten gunmen killed a farmer.") == [("killed", "a farmer", 1, 1, 1)]
    assert told("The gunman who killed the nurse fled.") == [("killed", "the nurse", 1, 1, 1)]


def test_killed_or_injured_is_only_the_most_of_each() -> None:
    bounds = {(h.harm, h.estimate.low, h.estimate.high) for h in read("Ten people were killed or injured.")}
    assert bounds == {("killed", None, 10), ("injured", None, 10)}


@pytest.mark.parametrize(
    ("text", "told_so"),
    [
        ("More than 400 people have been killed since January.", True),
        ("The war has killed 40,000 people.", True),
        ("The violence has killed 30,000 people.", True),
        ("Bringing the total to 40, aftershocks of the shelling went on.", True),
        ("The raid killed 12 people on Monday.", False),
        ("It was the third attack since May and killed 12 people.", False),
    ],
)
def test_cumulative(text: str, told_so: bool) -> None:
    (found,) = read(text)
    assert found.cumulative is told_so


def test_group_and_offsets() -> None:
    text = "Gunmen shot dead a 16-year-old girl and two journalists."
    girl, journalists = read(text)
    assert (girl.group.status, girl.group.age, girl.group.sex) == ("civilian", "child", "female")
    assert journalists.group.occupation == "journalist"
    for harm in (girl, journalists):
        assert text[harm.start : harm.end] == harm.text
        assert text[harm.harm_start : harm.harm_end] == "shot dead"
        assert text[harm.head :].startswith("shot")
    assert text[journalists.group_start : journalists.group_end] == "journalists"


def test_members_of_a_force_are_combatants_and_families_are_at_least_so_many() -> None:
    (fighter,) = read("Three members of the security forces were killed.")
    assert fighter.group.status == "combatant"
    (families,) = read("The clashes forced 300 families from their homes.")
    assert (families.harm, families.estimate.low, families.estimate.best) == ("displaced", 300, None)


def test_fighters_are_no_part_of_the_civilians_told_beside_them() -> None:
    text = "Police said the dead are fourteen civilians, five Armed Forces personnel, and one member of the army."
    dead = [h for h in read(text) if h.harm == "killed"]
    assert [(h.estimate.best, h.group.status, h.part_of) for h in dead] == [
        (14, "civilian", None), (5, "combatant", None), (1, "combatant", None)
    ]  # fmt: skip
    (whole, part) = read("The bomb killed 20 people, including five soldiers.")
    assert (whole.part_of, part.part_of) == (None, 0)


@pytest.mark.parametrize(
    ("text", "side", "status"),
    [
        ("Three civilians and 17 from the Armed Forces were wounded.", "Armed Forces", "combatant"),
        ("Officials said 17 from the army were wounded.", None, "combatant"),
        ("Officials said 17 from Gao were wounded.", None, "unknown"),
    ],
)
def test_a_number_from_a_force_counts_its_people(text: str, side: str | None, status: str) -> None:
    last = [h for h in read(text) if h.harm == "injured"][-1]
    assert (last.estimate.best, last.group.status) == (17, status)
    assert side is None or last.group.side == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The army killed 40 Taliban near Kunduz.", "Taliban"),
        ("Between 20 and 25 Houthis were killed in Marib.", "Houthis"),
        ("Drones killed 19 al-Shabaab men near Jilib.", "al-Shabaab"),
    ],
)
def test_those_counted_by_the_name_of_a_group_are_its_fighters(text: str, side: str) -> None:
    (dead,) = read(text)
    assert (dead.group.status, dead.group.side) == ("combatant", side)


@pytest.mark.parametrize("text", ["Five Hamas hostages were freed.", "Police arrested 12 Taliban supporters."])
def test_a_group_s_hostages_and_followers_are_no_fighters(text: str) -> None:
    assert [toll.group.status for toll in read(text)] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A journalist, Salim Odeh, 34, was shot dead.", ["adult"]),
        ("Gunmen killed Salim Odeh, a 34-year-old reporter for a local station.", ["adult"]),
        ("Maria Lopes, 61, a nurse, and her son Pedro, 12, were killed by a shell.", ["adult", "child"]),
        ("A teacher aged 17, who was on her way home, was killed.", ["child"]),
        ("The blast killed 12 soldiers, 34 civilians and a nurse.", [None, None, None]),
    ],
)
def test_an_age_told_beside_a_person(text: str, ages: list[str | None]) -> None:
    assert [toll.group.age for toll in read(text) if toll.harm == "killed"] == ages


def test_what_somebody_was_told_in_an_apposition_of_two_trades() -> None:
    (dead,) = read("Salim Odeh, a photo- and videojournalist from Yemen, was shot dead in Aden.")
    assert (dead.group.status, dead.group.occupation) == ("civilian", "journalist")
