"""On which event a toll hangs, and on whose word it is. All sentences are invented."""

from __future__ import annotations

import pytest
from telling import tell

RAID = "Gunmen attacked a market in Gao on Friday, killing five people."
SECOND = "A bomb exploded outside a mosque in Kidal on Saturday."
SITIN = "Police used tear gas to disperse a sit-in of teachers in Nairobi on Friday."

AFTER = [
    (f"{RAID} Two of the wounded died on Saturday, a doctor said.", "killed", [(5, 5), (2, 2)]),
    (f"{RAID} By Saturday the toll had risen to nine.", "killed", [(5, 5), (9, 9)]),
    (f"{RAID} Sixteen more were hurt, according to a nurse in Timbuktu.", "injured", [(16, 16)]),
    ("Rebels captured the town of Menaka on Friday. One police officer is dead.", "killed", [(1, 1)]),
]
TAKEN = [
    ("Armed men frogmarched a nurse out of a clinic in Gao on Friday.", "captured", [(1, 1)]),
    ("The army rounded up 11 lecturers in Nairobi on Friday.", "arrested", [(11, 11)]),
]


@pytest.mark.parametrize(("text", "harm", "figures"), AFTER)
def test_a_later_day_and_a_seat_set_no_toll_apart(text: str, harm: str, figures: list[tuple[int, int]]) -> None:
    assert tell(text).events[0].figures(harm) == figures


def test_bare_harm_counts_for_the_violence_told_last() -> None:
    first, second = tell(f"{RAID} {SECOND} Three people were wounded.").events
    assert first.figures("injured") == []
    assert second.figures("injured") == [(3, 3)]


def test_harm_that_opens_a_report_counts_for_the_violence_behind_it() -> None:
    event = tell("Two people have died. A bomb exploded outside a station in Kidal on Saturday.").only
    assert event.figures("killed") == [(2, 2)]


@pytest.mark.parametrize(("text", "harm", "figures"), TAKEN)
def test_whoever_is_taken_is_a_toll(text: str, harm: str, figures: list[tuple[int, int]]) -> None:
    assert tell(text).events[0].figures(harm) == figures


@pytest.mark.parametrize("text", [f"{SITIN} Nine people were arrested.", f"{SITIN[:-1]} and arrested nine of them."])
def test_people_held_where_a_protest_is_broken_up_are_its_toll(text: str) -> None:
    assert tell(text).only.figures("arrested") == [(9, 9)]


def test_people_held_elsewhere_are_another_event() -> None:
    assert len(tell(f"{SITIN} In Mombasa, officers arrested nine union leaders on Saturday.").events) == 2


def test_a_part_is_on_the_word_of_its_whole() -> None:
    whole, part = tell(f"{RAID} Nineteen were hurt, four of them critically, a surgeon in Gao said.").only.of("injured")
    assert part.original == "four of them"
    assert part.chain == whole.chain != ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Soldiers fired on a crowd in Gao on Friday: four dead by the count of a lawyers' group.", "a lawyers' group"),
        ("Police fired on a crowd in Gao: one dead by the police account, three by that of the bishop.", "the bishop"),
    ],
)
def test_whoever_counts_speaks(text: str, speaker: str) -> None:
    assert speaker in {link.speaker for claim in tell(text).events[0].of("killed") for link in claim.chain}
