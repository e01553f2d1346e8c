"""The template F1 of GTT and CEAF-REE on cases worked by hand."""

from __future__ import annotations

import pytest

from benchmarks.common.entities import Template, ceaf_ree, normal, template_tallies, within
from benchmarks.common.tally import Tally, f1

GOLD: list[Template] = [
    ("attack", {"PerpInd": [("guerrillas", "rebels")], "Weapon": [("a bomb",)]}),
    ("kidnapping", {"Victim": [("ana",)]}),
]


def total(tallies: dict[str, Tally]) -> Tally:
    return sum(tallies.values(), Tally())


def test_strings_are_compared_without_case_articles_and_marks():
    assert normal('The "Bomb", an  Old one.') == "bomb old one"
    assert within(("the bomb", "device"), ("Device!",))
    assert not within(("bomb",), ("bomb", "car"))
    assert not within(("bomb",), ())


def test_template_f1():
    # attack is mapped: type 1 of 1 said and 2 wanted; PerpInd 1 of 2 said, 1 of 1 wanted; Weapon and Victim missed:
    # right 2 of 3 said, 2 of 5 wanted
    read: list[Template] = [("attack", {"PerpInd": [("rebels",), ("men",)]})]
    tallies = template_tallies(GOLD, read)
    assert tallies["incident_type"] == Tally(1, 1, 1, 2)
    assert total(tallies) == Tally(2, 3, 2, 5)
    assert f1(*total(tallies).row) == pytest.approx(2 * (2 / 3) * (2 / 5) / (2 / 3 + 2 / 5))


def test_templates_of_other_types_never_meet():
    read: list[Template] = [("arson", {"PerpInd": [("rebels",)]})]
    assert total(template_tallies(GOLD, read)) == Tally(0, 2, 0, 5)


def test_the_mapping_with_the_best_f1_is_taken():
    # two attacks: the read one fits the second
    gold: list[Template] = [("attack", {"Weapon": [("knife",)]}), ("attack / bombing", {"Weapon": [("bomb",)]})]
    assert template_tallies(gold, [("attack", {"Weapon": [("bomb",)]})])["Weapon"] == Tally(1, 1, 1, 2)


def test_two_mentions_of_one_entity_are_both_right_for_templates_and_one_for_ceaf():
    read = {"PerpInd": [("rebels",), ("guerrillas",)]}
    assert template_tallies(GOLD, [("attack", read)])["PerpInd"] == Tally(2, 2, 1, 1)
    assert ceaf_ree(GOLD[0][1], read)["PerpInd"] == Tally(1, 2, 1, 1)


def test_many_templates_are_mapped_by_assignment():
    many: list[Template] = [("attack", {"Weapon": [(f"w{n}",)]}) for n in range(9)]
    assert total(template_tallies(many, list(reversed(many)))) == Tally(18, 18, 18, 18)


def test_gold_as_its_own_answer_is_perfect():
    assert f1(*total(template_tallies(GOLD, GOLD)).row) == 1
    assert f1(*total(ceaf_ree(GOLD[0][1], GOLD[0][1])).row) == 1
