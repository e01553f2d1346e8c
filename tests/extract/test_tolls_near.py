"""Tolls read beside their words: lists and short forms, figures set against others, parts, none at all."""

from __future__ import annotations

import pytest

from dateline.extract.harm.numbers import numbers
from dateline.extract.harm.tolls import tolls
from dateline.model.reading import HarmMention, Reading
from dateline.model.report import Report
from dateline.text import parse

Row = tuple[str, str, int | None]


def read(text: str) -> tuple[HarmMention, ...]:
    return tolls(numbers(Reading(Report(text), doc=parse(text)))).harms


def told(text: str) -> list[Row]:
    return [(h.harm, h.text, h.estimate.best) for h in read(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rocket on a bakery. Dead: 7.", [("killed", "7", 7)]),
        ("Convoy hit near the ford. Injured: three drivers.", [("injured", "three drivers", 3)]),
        ("Car bomb at the gate; 4 guards inj.", [("injured", "4 guards", 4)]),
        ("Five are in custody, the prefect said.", [("arrested", "Five", 5)]),
        ("A clinic reported six herders with gunshot wounds.", [("injured", "six herders", 6)]),
        ("The raid cost the army 15 men.", [("killed", "15 men", 15)]),
        ("Two women, 30 and 41, of the same street, were picked up.", [("arrested", "Two women", 2)]),
    ],
)
def test_a_count_beside_its_word(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


def test_short_forms_are_those_of_the_legend() -> None:
    text = "K = killed, W = wounded.\n\n1. Bomb at a bus stop. K 3, W 12.\n\n2. Shelling. 2 K."
    assert told(text) == [("killed", "3", 3), ("injured", "12", 12), ("killed", "2", 2)]
    assert told("1. Bomb at a bus stop. K 3, W 12.") == []


def test_an_age_is_no_count() -> None:
    assert told("Rashid, 19, is in custody.") == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Nine strikers are in custody, say police; their union says twenty.", "twenty"),
        ("The union counts 38 detained, the police 31.", "31"),
        ("Six miners were killed, up from four.", "four"),
        ("Ten villagers were killed, the mayor said. The army said only three.", "only three"),
        ("The clinic put the wounded at 14.", "14"),
    ],
)
def test_another_figure_for_the_same_harm(text: str, figure: str) -> None:
    harms = read(text)
    assert figure in [h.text for h in harms]
    assert len({h.harm for h in harms}) == 1


def test_what_is_put_right_is_no_toll() -> None:
    assert told("Four people are dead, not five.") == [("killed", "Four people", 4)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Shelling killed 31 civilians (9 women, 4 children) on Monday.", "9 women"),
        ("Shelling killed 31 civilians (9 women, 4 children) on Monday.", "4 children"),
        ("The mine wounded six rangers, two of them critically.", "two of them"),
        ("Seventeen residents were killed, five women and two infants among them.", "five women"),
        ("Ten people were killed. Seven of the dead were herders.", "Seven of the dead"),
    ],
)
def test_parts_beside_the_whole(text: str, part: str) -> None:
    harms = read(text)
    (found,) = [h for h in harms if h.text == part]
    assert found.part_of is not None
    assert found.harm == harms[found.part_of].harm


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("The rebels admitted no losses.", {"killed"}),
        ("Its crew escaped unhurt.", {"killed", "injured"}),
        ("Shells hit a field without causing any loss.", {"killed", "injured"}),
        ("Not one soldier lost his life.", {"killed"}),
        ("Casualties: none.", {"killed", "injured"}),
    ],
)
def test_none_at_all(text: str, harms: set[str]) -> None:
    found = read(text)
    assert {h.harm for h in found} == harms
    assert all(h.estimate.high == 0 for h in found)


def test_one_who_escapes_says_nothing_of_the_others() -> None:
    assert told("The bomb killed two guards; the governor escaped unhurt.") == [("killed", "two guards", 2)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Three insurgents fell in the firefight.", [("killed", "Three insurgents", 3)]),
        ("Three ministers fell in the reshuffle.", []),
        ("Two soldiers embraced martyrdom.", [("killed", "Two soldiers", 2)]),
        ("A mob dragged two traders off a bus and beat them to death.", [("killed", "two traders", 2)]),
        ("Doctors treated nine people for burns.", [("injured", "nine people", 9)]),
        ("The army let 11 prisoners go.", [("released", "11 prisoners", 11)]),
        ("Police picked up four suspects.", [("arrested", "four suspects", 4)]),
        ("Rebels are holding four hostages.", [("captured", "four hostages", 4)]),
        ("The rebels handed over six captives.", [("released", "six captives", 6)]),
        ("Villagers handed over two men to the police.", []),
        ("The minister was held accountable.", []),
    ],
)
def test_words_that_count_only_in_the_right_company(text: str, rows: list[Row]) -> None:
    assert told(text) == rows
