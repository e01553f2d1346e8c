"""Which day an event takes: sums of many years, the only day of a sentence, entries that stand for themselves."""

from __future__ import annotations

import pytest
from telling import tell
from test_days import periods

from dateline.extract.what.times_told import clause_ended
from dateline.text import parse


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


BLAMED = "The army blamed militants on Friday for the killing of nine traders in Kaya. It happened on Monday."


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (BLAMED, "killing", "2025-03-10"),
        ("Helicopters bombed what the army called a rebel camp near Kaya on Monday.", "bombed", "2025-03-10"),
        ("Rebels shot two men in Kaya on Friday. A ceasefire collapsed on 3 March.", "ceasefire", "2025-03-03"),
    ],
)
def test_whose_day_it_is(text: str, trigger: str, day: str) -> None:
    assert next(when[0] for name, when in periods(text).items() if trigger in name) == day


def test_what_is_told_as_past_is_of_no_day_to_come() -> None:
    found = periods("The police have detained nine traders in Kaya until next Friday.")
    assert "2025-03-21" not in {day for when in found.values() for day in when[:2]}


def test_the_next_day_is_not_that_of_what_it_counts_from() -> None:
    text = (
        "A well was dug on Thursday. Gunmen shot three traders in Kaya; police arrested two men in Djibo the next day."
    )
    assert [when[0] for when in periods(text).values()] == ["2025-03-13", "2025-03-14"]


@pytest.mark.parametrize(
    ("text", "time", "verb"),
    [
        (
            "Chadian rebels who had pushed into the outskirts of Kaya last week were driven off on Monday.",
            "week",
            "pushed",
        ),
        ("Two nurses held captive since July were freed, the joint command said.", "July", "held"),
        ("Three traders who had been kept in the hills since August walked into the hall on Friday.", "August", "kept"),
        ("Two nurses were freed on Monday.", "Monday", None),
        ("The nurses, who had been held since July, on Monday walked free.", "Monday", None),
    ],
)
def test_a_time_that_ends_a_clause_is_of_that_clause(text: str, time: str, verb: str | None) -> None:
    clause = clause_ended(next(token for token in parse(text) if token.text == time))
    assert (clause.text if clause is not None else None) == verb


def test_a_day_of_what_is_told_by_the_way_comes_last() -> None:
    text = "Soldiers shot seven men, among them a teacher who was buried in Kaya on Saturday, in the week of 3 March."
    assert next(when for name, when in periods(text).items() if "shot" in name)[:2] == ("2025-03-03", "2025-03-09")


def test_live_entries_without_a_colon_are_of_the_day() -> None:
    text = (
        "1100 Marchers have set out for the bridge.\n1415 Guardsmen shoot at them near the bridge.\n"
        "1450 Police shot a man in Kaya."
    )
    assert {when[:2] for when in periods(text).values()} == {("2025-03-16", "2025-03-16")}


def test_what_is_only_feared_in_a_live_entry_is_of_no_day() -> None:
    entries = "08:00 Shops are open.\n09:00 Trains run.\n10:15 The mayor warned that rebels may attack the port."
    assert {when[0] for when in periods(entries).values()} == {None}


def test_now_is_news_and_the_third_day_is_no_known_one() -> None:
    (news,) = periods("Rebels have now captured the base near Kaya.").values()
    assert news[:2] == ("2025-03-15", "2025-03-16")
    (unknown,) = periods("On the third day soldiers shot two men in Kaya.").values()
    assert unknown[0] is None


def test_the_head_of_its_line_goes_before_a_later_telling() -> None:
    text = (
        "Street ledger.\n\nKaya, Saturday. Gunmen shot nine traders dead at the market.\n\n"
        "The gunmen who shot the nine traders dead in Kaya this week have fled."
    )
    assert periods(text)["shot"][:2] == ("2025-03-15", "2025-03-15")


def test_who_was_held_since_a_day_was_taken_on_it() -> None:
    (held,) = periods("Police in Kaya have held nine teachers in custody since Saturday.").values()
    assert held[:2] == ("2025-03-15", "2025-03-15")
    (many,) = periods("Police have detained eleven teachers in Kaya since Saturday.").values()
    assert many[:2] == ("2025-03-15", "2025-03-16")
