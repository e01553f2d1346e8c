"""How the events of a report hang together, and who is said to be behind them. All sentences are invented."""

from __future__ import annotations

import pytest
from telling import tell


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Two workers abducted in May were freed on Saturday in Kaduna.", [(), (("follow-up of", 0),)]),
        (
            "Gunmen kidnapped nine pupils in Kaduna on Monday. Soldiers rescued the pupils on Friday.",
            [(), (("follow-up of", 0),)],
        ),
        (
            "Gunmen attacked a market in Gao on Friday and soldiers arrested ten men.",
            [(), (("follow-up of", 0),)],
        ),
        (
            "Herders killed nine farmers in Jos on Monday. Farmers burned twelve homes in Bokkos on Wednesday in "
            "retaliation.",
            [(), (("retaliation for", 0),)],
        ),
        (
            "Gunmen attacked a market in Gao on Saturday. Rebels kidnapped two nurses in Kidal on Friday.",
            [(), ()],
        ),
        ("Gunmen attacked a market in Gao on Saturday. Rebels freed two nurses in Kidal on Friday.", [(), ()]),
    ],
)
def test_relations(text: str, relations: list[tuple[tuple[str, int], ...]]) -> None:
    assert [event.relations for event in tell(text).events] == relations


def test_the_fight_with_the_attackers_is_part_of_the_attack() -> None:
    text = (
        "Gunmen attacked a market in Gao on Saturday, killing five people. "
        'The army said that in another clash it had "neutralised" ten of the attackers.'
    )
    raid, fight = tell(text).events
    assert (raid.kind, fight.kind) == ("Attack", "Armed clash")
    assert fight.relations == (("part of", 0),)
    assert raid.figures("killed") == [(5, 5)]


BOMBING = "A bombing in Kabul killed six people on Friday."
TWO = "Gunmen attacked a market in Gao on Saturday. A bomb exploded in Kidal on Friday, killing two people."


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        (f"{BOMBING} The Islamic State group claimed responsibility for the attack.",
         [[("self-claimed", "Islamic State")]]),
        (f"{BOMBING} Officials blamed the Taliban.", [[("accused", "Taliban")]]),
        (f"{BOMBING} Officials blamed the attack on the Taliban.", [[("accused", "Taliban")]]),
        (f"{BOMBING} The Taliban are the suspected perpetrators, an official said.", [[("accused", "Taliban")]]),
        (f"{BOMBING} Officials attributed the bombing to the Taliban.", [[("accused", "Taliban")]]),
        (f"{BOMBING} The bombing was blamed on the Taliban.", [[("accused", "Taliban")]]),
        (f"{BOMBING} Officials blamed the weather.", [[]]),
        (f"{BOMBING} The Taliban are responsible for the attack, the ministry said.", [[("accused", "Taliban")]]),
        (f"{BOMBING} The Taliban are believed to be behind the bombing.", [[("accused", "Taliban")]]),
        (f"{BOMBING} The Taliban were responsible for most of the violence.", [[("accused", "Taliban")]]),
        (f"{BOMBING} The Taliban are responsible for security in the city.", [[]]),
        (f"{BOMBING} The Taliban were not responsible for the attack.", [[]]),
        (f"{BOMBING} Two Taliban fighters are behind bars.", [[]]),
        (f"{BOMBING} The army claimed the Taliban had attacked a school in Herat on Thursday.", [[], []]),
        (f"{BOMBING} No one has claimed responsibility.", [[("none-claimed", None)]]),
        (f"{BOMBING} No group claimed responsibility.", [[("none-claimed", None)]]),
        (f"{BOMBING} The Taliban did not claim responsibility.", [[("none-claimed", None)]]),
        (f"{BOMBING} Officials did not blame the Taliban.", [[]]),
        (f"{BOMBING} It asked whether the Taliban were implicated in the bombing.", [[]]),
        (f"The court tried men accused of crimes. {BOMBING}", [[]]),
        (f"{TWO} No one has claimed responsibility for either attack.",
         [[("none-claimed", None)], [("none-claimed", None)]]),
        (f"{TWO} No one has claimed responsibility for the bombing.", [[], [("none-claimed", None)]]),
    ],
)  # fmt: skip
def test_grounds_of_responsibility(text: str, grounds: list[list[tuple[str, str | None]]]) -> None:
    found = [[(v["ground"], v["actor"]) for v in event.values("responsibility")] for event in tell(text).events]
    assert found == grounds


def test_who_claims_it_or_is_blamed_takes_part_on_that_ground() -> None:
    for sentence, ground in (
        ("The Islamic State group claimed responsibility for the attack.", "self-claimed"),
        ("Officials blamed the Taliban.", "accused"),
        ("Officials blamed the attack on the Taliban.", "accused"),
    ):
        people = tell(f"{BOMBING} {sentence}").only.values("participant")
        assert [p["responsibility"] for p in people if p["role"] == "actor"] == [ground]
        assert not any(p["role"] == "recipient" and "Taliban" in p["name"] for p in people)


MASSACRE = "Nine villagers were killed in a massacre in Gao on Friday."


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Five soldiers accused of committing the massacre were put under arrest.", ["Five soldiers"]),
        ("The soldiers involved in the massacre must be punished, a lawyer said.", ["The soldiers"]),
        ("Three officers and two militiamen were charged with the massacre.", ["Three officers", "two militiamen"]),
        ("Two militiamen suspected of having taken part in the massacre fled.", ["Two militiamen"]),
        ("Two militiamen were jailed for the massacre.", ["Two militiamen"]),
        ("The soldiers could be involved in the massacre, a lawyer said.", []),
        ("No soldiers were involved in the massacre, the army said.", []),
        ("The army was involved in talks with the villagers.", []),
        ("Soldiers accused of corruption were arrested.", []),
    ],
)
def test_who_is_accused_tried_or_held_for_it_is_accused_of_it(sentence: str, doers: list[str]) -> None:
    deed = tell(f"{MASSACRE} {sentence}").events[0]
    accused = [p["text"] for p in deed.values("participant") if p["responsibility"] == "accused"]
    assert accused == doers


def test_those_arrested_for_a_deed_do_not_arrest() -> None:
    arrest = tell(f"{MASSACRE} Five soldiers accused of committing the massacre were put under arrest.").events[1]
    assert [p["role"] for p in arrest.values("participant")] == ["recipient"]


def test_a_curfew_is_no_violence_that_somebody_is_blamed_for() -> None:
    told = tell(f"{BOMBING} The governor imposed a curfew on Kabul. Officials blamed the Taliban.").events
    blamed = [event.account.type.acled_event for event in told if event.values("responsibility")]
    assert blamed == ["Explosions/Remote violence"]


def test_what_was_done_previously_is_another_event_and_background() -> None:
    first, earlier = tell(f"{BOMBING} The Taliban attacked journalists in previous years.").events
    assert not any("Taliban" in p["name"] for p in first.values("participant"))
    assert earlier.account.salience == "background"
    assert tell(f"{BOMBING} They ran before the bomb exploded.").only.account.salience == "main"
