"""Arguments of verbs and event nouns: who acts, who is acted upon. All sentences are invented."""

from __future__ import annotations

import pytest

from dateline.extract.what.syntax import arguments, stand_ins
from dateline.text import parse


def roles(text: str, word: str) -> dict[str, str]:
    token = next(t for t in parse(text) if t.text == word)
    return {found.text: role for role, found in arguments(token)}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen attacked a village.", "attacked", {"Gunmen": "actor", "village": "recipient"}),
        ("A village was attacked by gunmen.", "attacked", {"gunmen": "actor", "village": "recipient"}),
        ("Soldiers opened fire on farmers.", "opened", {"Soldiers": "actor", "farmers": "recipient"}),
        ("The rebels exchanged fire with soldiers.", "exchanged", {"rebels": "actor", "soldiers": "party"}),
        ("A mine went off near a patrol.", "went", {"patrol": "recipient"}),
        ("The rebels handed the prisoner over to the army.", "handed", {"rebels": "actor", "army": "recipient"}),
        ("The withdrawal of troops began.", "withdrawal", {"troops": "actor"}),
        ("The shelling of civilians went on.", "shelling", {"civilians": "recipient"}),
        (
            "The killing of a teacher by soldiers led to riots.",
            "killing",
            {"teacher": "recipient", "soldiers": "actor"},
        ),
        ("A court jailed two men for looting a shop.", "looting", {"men": "actor"}),
        ("Masked men chased a student and beat him.", "beat", {"men": "actor", "student": "recipient"}),
        ("Five traders died at the hands of bandits.", "died", {"traders": "recipient", "bandits": "actor"}),
    ],
)
def test_roles(text: str, word: str, expected: dict[str, str]) -> None:
    found = roles(text, word)
    assert {name: found.get(name) for name in expected} == expected


def test_a_place_of_a_passive_is_no_recipient() -> None:
    assert "roadblock" not in roles("Eight travellers were seized at a roadblock.", "seized")


def test_who_says_it_does_not_do_it() -> None:
    assert "Officials" not in roles("Officials said the village was attacked and burned.", "burned")


def test_brokers_are_no_party() -> None:
    assert "elders" not in roles("A truce brokered by elders broke down.", "truce")


def test_owners_stand_for_what_is_hit() -> None:
    doc = parse("They burned the home of a trader.")
    home = next(t for t in doc if t.text == "home")
    assert "trader" in [t.text for t in stand_ins(home, "recipient")]
    assert "trader" not in [t.text for t in stand_ins(home, "actor")]


def test_arms_stand_for_their_force() -> None:
    doc = parse("Army drones struck the town.")
    assert "Army" in [t.text for t in stand_ins(doc[1], "actor")]


def test_titles_beside_names_share_their_part() -> None:
    found = roles("Yesterday Juan Lopez, a mayor, and Luis Ramos, a teacher, were kidnapped near Cali.", "kidnapped")
    assert {"Lopez", "mayor", "Ramos", "teacher"} <= {name for name, role in found.items() if role == "recipient"}
