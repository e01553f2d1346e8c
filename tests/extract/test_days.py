"""The day of an event: its own words, and what it takes over by which rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from telling import SUNDAY

from dateline.extract.events.accounts import drafts_of
from dateline.extract.events.day_clock import ALONE, HOURS, LIVE
from dateline.extract.events.day_taken import STORY
from dateline.extract.events.settling import by_rule
from dateline.extract.events.zone import LOCAL, at_place, zone_of
from dateline.extract.read import read
from dateline.model.report import Report
from dateline.model.values import Period, Place


def periods(text: str) -> dict[str, tuple[str | None, str | None, str]]:
    """Trigger -> first day, last day, rule."""
    reading = read(Report(text, published=SUNDAY, language="en"))
    out = {}
    for account in reading.accounts:
        own: dict[str, Any] = {c.field: c for c in reading.claims if c.id in account.claims}
        known = own["period"].value if "period" in own else {"start": None, "end": None, "rule": ""}
        out[own["type"].original] = (known["start"], known["end"], known["rule"])
    return out


@pytest.mark.parametrize(
    ("text", "trigger", "day", "rule"),
    [
        (
            "It was market day in Ségou on Thursday. Men on motorcycles rode in. They shot six traders dead.",
            "shot six traders dead", "2025-03-13", "day told before in the paragraph",
        ),
        (
            "Two ministers of Burkina Faso were detained in Djibo in the March 3 coup.",
            "detained", "2025-03-03", "day told in the same sentence",
        ),
        (
            "The abduction of the mayor John Danladi by gunmen has shocked Jos.\n\nThe governor was angered.\n\n"
            "Gunmen abducted John Danladi at his farm near Bokkos on March 4 and took him away.",
            "abduction", "2025-03-04", "day taken from where the report tells it again",
        ),
        (
            "Rebels attacked the town of Sake on March 10, killing four. "
            "Two days before the attack, soldiers shelled the camp near Goma.",
            "shelled", "2025-03-08", None,
        ),
        (
            "The town of Kaya has been tense since March 5, when gunmen attacked a market and killed five people.",
            "attacked", "2025-03-05", None,
        ),
        (
            "Three shells fired from across the border landed in Kaya on Monday, killing two people, an official said.",
            "killing", "2025-03-10", None,
        ),
        (
            "A man was put to death early in the morning in the province of Fars in Iran, a paper reported.\n\n"
            "Iran hanged the man for murder on Saturday, despite calls for the execution to be halted.",
            "put to death", "2025-03-15", "day taken from where the report tells it again",
        ),
    ],
)  # fmt: skip
def test_a_day(text: str, trigger: str, day: str, rule: str | None) -> None:
    found = periods(text)
    assert found[trigger][:2] == (day, day)
    assert rule is None or found[trigger][2] == rule


def test_a_series_gives_its_event_no_day() -> None:
    found = periods("Gunmen killed nine people in Kaya on Tuesday, the third massacre in the province since May.")
    assert {(first, last) for first, last, _ in found.values()} == {("2025-03-11", "2025-03-11")}


def test_a_day_in_another_item_is_not_taken() -> None:
    text = "INCIDENTS, 2025-03-14\n\n1. Kaya. Shelling on 2025-03-11: K 2.\n2. Djibo. Gunmen attacked a market: K 3.\n"
    assert periods(text)["attacked"][:2] != ("2025-03-11", "2025-03-11")


def test_a_range_keeps_all_its_words_as_evidence() -> None:
    text = "Rebels shelled the town of Sake from Monday, March 3 to Friday, March 7, killing four people."
    reading = read(Report(text, published=SUNDAY, language="en"))
    claim = next(c for c in reading.claims if c.field == "period")
    assert claim.original == "from Monday, March 3 to Friday, March 7"
    assert len(claim.value["days"]) == 5


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        (Place(country="BF"), "Africa/Ouagadougou"),
        (Place(country="CD", lat=-1.67, lon=29.2), "Africa/Lubumbashi"),
        (Place(country="RU"), None),  # many zones, and no point
        (Place(), None),
    ],
)
def test_the_zone_of_a_place(place: Place, zone: str | None) -> None:
    assert zone_of(place) == zone


def test_world_time_gives_the_day_at_the_place() -> None:
    told = Period(SUNDAY, SUNDAY, "day", part="22:30", zone="GMT", rule="as told")
    there = at_place(told, "Asia/Kabul")
    assert (str(there.start), there.part, there.zone) == ("2025-03-17", "03:00", "Asia/Kabul")
    assert LOCAL in (there.rule or "")
    assert at_place(Period(SUNDAY, SUNDAY, "day", part="22:30"), "Asia/Kabul").start == SUNDAY


def test_where_two_days_stand_before_the_events_own_is_proposed() -> None:
    text = (
        "Gunmen attacked a market in Kaya on Saturday, and its toll rose to nine on Sunday. "
        "Their suspected leader surrendered to police."
    )
    reading = read(Report(text, published=SUNDAY))
    drafts = drafts_of(reading)
    by_rule(reading, drafts)
    period = drafts[-1].period
    assert period is not None
    assert (period.start, period.rule) == (date(2025, 3, 15), "day taken from same paragraph")


def test_a_vague_word_never_becomes_a_day() -> None:
    assert periods("Rebels recently attacked the town of Sake, killing four people.")["attacked"][0] is None


def test_a_day_of_something_else_that_is_said_is_not_taken() -> None:
    text = "A blast killed nine people in Kaya, officials said, adding that rescuers ended their work on Thursday."
    assert "2025-03-13" not in {first for first, _, _ in periods(text).values()}


BLOG = """LIVE: the march in Sidon

14:10 Police fired tear gas at protesters in Sidon, hurting four.

15:30 Protesters set fire to a police post in Tyre.

16:45 Soldiers shot dead a student.
"""


def test_an_entry_of_a_live_report_happened_on_the_day_of_the_story() -> None:
    found = {words[:8]: known for words, known in periods(BLOG).items()}
    assert found["set fire"] == ("2025-03-16", "2025-03-16", LIVE)


def test_two_clock_times_make_no_live_report() -> None:
    text = "\n\n".join(
        ["Nobody knows.", "All is quiet.", "Roads are open.", "15:30 Protesters set fire to a police post in Sidon."]
    )
    assert "live report" not in periods(text)["set fire"][2]


def test_hours_later_is_the_day_of_the_event_told_before() -> None:
    text = (
        "Rebels attacked a convoy near Goma on Tuesday, killing three soldiers.\n\n"
        "The road has been closed.\n\nAn hour later gunmen killed two traders at Sake."
    )
    found = periods(text)
    assert found["killed"][::2] == ("2025-03-11", HOURS)


@pytest.mark.parametrize(
    ("hour", "day"), [("At 15.40", "2025-03-15"), ("After dark", "2025-03-15"), ("At 3.25 a.m.", "2025-03-16")]
)
def test_the_clock_alone_tells_the_day_before_the_story_but_for_a_morning(hour: str, day: str) -> None:
    found = periods(f"{hour} gunmen killed two traders at a market in Sake, residents said.")
    assert found["killed"] == (day, day, ALONE)


def test_a_headline_has_the_day_of_what_it_announces() -> None:
    text = (
        "Gunmen kill seven farmers in Bokkos\n\nJOS, Nigeria - Gunmen killed seven farmers in Bokkos on Thursday, "
        "the police said."
    )
    assert {days[:2] for days in periods(text).values()} == {("2025-03-13", "2025-03-13")}


def test_what_is_told_by_the_way_has_not_the_story_s_day() -> None:
    text = "A lawyer spoke in Bamako of students who were arrested at a rally and beaten."
    assert all(start is None for start, _, _ in periods(text).values())


def test_what_has_happened_often_has_not_the_day_told_before() -> None:
    text = (
        "Gunmen killed two men in Gao on March 10, the army said.\n\n"
        "Rebels have often shelled the airport, wounding nine people."
    )
    assert [start for start, _, _ in periods(text).values()] == ["2025-03-10", None]


def test_a_year_is_not_handed_on_to_another_sentence() -> None:
    text = "In 2019 rebels burned the town hall of Gao. Soldiers shot dead nine protesters in Mopti."
    assert "2019-01-01" not in [start for start, _, rule in periods(text).values() if rule.startswith("day taken")]


def test_the_entry_s_clock_is_of_the_story_s_day_though_another_day_was_told() -> None:
    text = (
        "LIVE, Sunday\n\n11:20 On Friday police beat a student in Oran.\n\n"
        "12:05 Youths burned down a bank, wounding a guard.\n\n13:40 Police fired tear gas at a crowd."
    )
    assert periods(text)["burned down"] == ("2025-03-16", "2025-03-16", LIVE)


def test_what_goes_on_is_not_of_the_month_in_which_it_began() -> None:
    found = periods("Protesters marched in Tbilisi on Saturday. The protests, which began in June, drew thousands.")
    assert {(start, end) for start, end, _ in found.values()} == {("2025-03-15", "2025-03-15")}
    found = periods("Protests began in Tbilisi in June.")
    assert [start for start, _, _ in found.values()] == ["2024-06-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Sunday marks the tenth anniversary of the massacre of 43 students in Iguala.",
        "On Saturday they remembered the dead. The anniversary of the massacre of students in Iguala was quiet.",
    ],
)
def test_what_is_remembered_is_of_no_day_told_beside_it(text: str) -> None:
    assert [start for trigger, (start, _, _) in periods(text).items() if "massacre" in trigger] == [None]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("On March 12 two soldiers captured near Djibo on March 3 were released in Kaya.", "released", "2025-03-12"),
        ("On March 12 two soldiers captured near Djibo on March 3 were released in Kaya.", "captured", "2025-03-03"),
        ("Two nurses held in Kaya since March 3 were released on Friday.", "held", "2025-03-03"),
        (
            "The army denied a charge that its drones had bombed a camp at Kaya, 60 km from Djibo, on Friday.",
            "bombed", "2025-03-14",
        ),
        ("Rebels killed three soldiers in Kaya on Friday, and a fourth died on Saturday.", "killed", "2025-03-14"),
        ("Rebels attacked a camp at Kaya, which soldiers had used since 2013, killing six.", "attacked", "2025-03-15"),
    ],
)  # fmt: skip
def test_a_day_is_that_of_its_own_clause(text: str, trigger: str, day: str) -> None:
    found = {words: first for words, (first, _, _) in periods(text).items()}
    assert next(first for words, first in found.items() if trigger in words) == day


@pytest.mark.parametrize("head", ["Covers Thursday 13 March unless stated.", "Incident list for Thursday 13 March."])
def test_an_entry_without_a_day_is_of_the_day_that_the_list_covers(head: str) -> None:
    text = f"SAFETY NOTE, FRIDAY 14 MARCH 2025\n{head}\n\nSOUM, Djibo: gunmen killed two traders on the road."
    assert periods(text)["killed"][0] == "2025-03-13"


@pytest.mark.parametrize(
    "text",
    [
        "The generals have ruled Mali since they seized power on Monday. Jets bombed nine villages near Gao.",
        "Rebels attacked Sake on Monday. Police may detain students.",
    ],
)
def test_what_is_told_of_no_day_takes_none_over(text: str) -> None:
    last = list(periods("Nothing new came.\n\nNobody spoke.\n\nMarkets were calm.\n\n" + text).values())[-1]
    assert last[:2] == (None, None)


@pytest.mark.parametrize("news", ["Masked men have robbed a bank in Bukavu.", "Police are holding two men in Goma."])
def test_news_in_the_perfect_is_of_the_story_s_day_wherever_it_stands(news: str) -> None:
    calm = "Nothing new came.\n\nNobody spoke.\n\nMarkets were calm.\n\n"
    last = list(periods(f"{calm}Rebels attacked Sake on Monday. {news}").values())[-1]
    assert last == ("2025-03-15", "2025-03-16", STORY)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The rebels kidnapped a driver and two nuns in Bukavu.", "2025-03-10"),
        ("The rebels deny that they kidnapped a driver and two nuns in Bukavu.", None),
    ],
)
def test_what_is_denied_takes_no_day_of_another_sentence(told: str, day: str | None) -> None:
    assert periods(f"Jets bombed Sake on Monday. {told}")["kidnapped"][0] == day


def test_nothing_said_lies_after_the_day_on_which_it_was_said() -> None:
    found = periods("The army said on Friday that a drone had struck a market in Sodari, killing twelve people.")
    assert list(found.values()) == [
        ("2025-03-13", "2025-03-14", "no day told: the day on which it was said or the day before")
    ]


def test_a_relative_clause_lends_its_day_to_nothing_outside() -> None:
    calm = "Nobody spoke.\n\nMarkets were calm.\n\nSchools are open.\n\n"
    text = calm + "A man who was arrested on Tuesday over the plot has been released in Jos."
    assert periods(text)["released"] == ("2025-03-15", "2025-03-16", STORY)


def test_what_the_clock_alone_dates_in_a_list_is_of_the_day_that_the_list_covers() -> None:
    text = (
        "INCIDENT LIST / MALI / 2025-03-15 (issued 2025-03-16, 07:00)\nK = killed. W = wounded. Local time.\n\n"
        "1. Kaya, 08:15. Gunmen killed two traders at the market.\n2. Djibo. Police arrested four men."
    )
    found = periods(text)["killed"]
    assert found == ("2025-03-15", "2025-03-15", "no day told: the day in the heading")


def test_a_story_of_long_ago_goes_on_in_the_time_that_it_told() -> None:
    text = "Here is where it began, in the spring of 1995. Eleven guards held the school. Gunmen killed five of them."
    assert periods(text)["killed"][:2] == ("1995-03-01", "1995-05-31")
    near = text.replace("the spring of 1995", "February")
    assert periods(near)["killed"][0] != "2025-02-01"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Soldiers retook Sake on Friday, three days after rebels overran the town.", "overran", "2025-03-11"),
        ("Friday's bombing came two days after gunmen killed nine soldiers in Gao.", "killed", "2025-03-12"),
        ("Friday's bombing came two days after gunmen killed nine soldiers in Gao.", "bombing", "2025-03-14"),
        ("The remarks came two days after gunmen killed nine soldiers in Gao.", "killed", "2025-03-14"),
    ],
)
def test_so_long_after_another_event_is_an_event_of_its_own(text: str, trigger: str, day: str) -> None:
    assert periods(text)[next(words for words in periods(text) if trigger in words)][:2] == (day, day)


def test_the_day_of_the_paper_is_not_that_of_what_its_title_tells() -> None:
    text = (
        "GUNFIRE LEAVES TWO DEAD\nBy the news desk, Jos, Sunday, March 16, 2025\n\n"
        "Two farmers were shot dead by gunmen near Jos on Friday."
    )
    assert {first for first, _, _ in periods(text).values()} == {"2025-03-14"}


@pytest.mark.parametrize("told", ["A truce has been in force since Friday.", "Troops have withdrawn since Friday."])
def test_what_lasts_since_a_day_came_about_then(told: str) -> None:
    assert [row[:2] for row in periods(f"{told} Both sides said so in Gao.").values()] == [("2025-03-14", "2025-03-14")]


def test_what_has_been_done_again_and_again_since_a_month_did_not_begin_then() -> None:
    (told,) = periods("Some 50 people have been arrested in Gao since January.").values()
    assert told[:2] == ("2025-01-01", "2025-03-16")


def test_a_sum_since_something_began_is_no_news_of_the_day() -> None:
    text = "More than 900 people have been arrested in Gao since the strike began, the union said."
    assert [row[:2] for words, row in periods(text).items() if "arrested" in words] == [(None, None)]
