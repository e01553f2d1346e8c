"""Which day an event takes: sums of many years, the only day of a sentence, entries that stand for themselves."""

from __future__ import annotations

import pytest
from telling import tell


def test_a_sum_takes_the_years_that_it_is_of() -> None:
    event = tell("In the last ten years raiders have killed 900 people in Plateau state, Nigeria.").events[0]
    assert [(v["start"], v["precision"]) for v in event.values("period")] == [("2015-03-16", "year")]


def test_what_happened_once_takes_no_such_years() -> None:
    text = "Gunmen attacked the market of Djibo and killed nine traders who had sold there for the last ten years."
    assert all(v["precision"] != "year" for event in tell(text).events for v in event.values("period"))


def test_the_only_day_of_the_sentence_though_it_hangs_on_another_verb() -> None:
    text = "Nine traders are dead in Kaya after gunmen raked a queue that had waited for bread on Thursday."
    (claim,) = tell(text).only.of("period")
    assert (claim.value["start"], claim.basis) == ("2025-03-13", "day told in the same sentence")


def test_an_entry_headed_by_its_place_takes_no_day_of_the_entry_before() -> None:
    text = (
        "Burkina Faso this week.\n\nDjibo. Gunmen attacked a mine on Thursday, killing two guards.\n\n"
        "{}Soldiers shelled the old quarter, killing a woman."
    )
    assert "2025-03-13" not in [event.day for event in tell(text.format("Kaya. ")).events[1:]]
    assert "2025-03-13" in [event.day for event in tell(text.format("")).events[1:]]


def test_the_day_of_what_is_told_before_that_of_the_verb_above_it() -> None:
    text = "A commission opened hearings on Monday into the killing of nine traders in Kaya in October 2019."
    (period,) = tell(text).only.values("period")
    assert (period["start"], period["precision"]) == ("2019-10-01", "month")


@pytest.mark.parametrize(
    "text",
    [
        "Officials also reported on Friday that gunmen had killed nine traders in Kaya.",
        "It was also reported on Friday that gunmen killed nine traders in Kaya.",
        "The bishops of Burkina Faso on Friday lamented the murder of nine traders in Kaya.",
        "The president referred on Friday to the murder of nine traders in Kaya.",
    ],
)
def test_the_day_on_which_it_is_spoken_of_is_not_that_of_the_deed(text: str) -> None:
    assert [event.day for event in tell(text).events if event.kind == "Attack"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Officials also reported that gunmen killed nine traders in Kaya on Friday.",
        "Gunmen are said to have killed nine traders in Kaya on Friday.",
        "The bishops lamented the murder of nine traders in Kaya on Friday.",
    ],
)
def test_a_day_told_with_the_deed_is_its_own(text: str) -> None:
    assert "2025-03-14" in [event.day for event in tell(text).events if event.kind == "Attack"]
