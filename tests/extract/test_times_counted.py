"""Times that count from another: numbers of days alone, the week that follows, the year before."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.when.dateline import dateline
from dateline.extract.when.times import times
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Words, first day, last day and precision of every time that has a known day; the story is of 27 March 2021."""
    report = Report(text, published=date(2021, 3, 27), published_by="column")
    found = times(dateline(Reading(report, doc=parse(text)))).times
    known = [(m.text, m.period) for m in found if m.period and m.period.start]
    return [(words, str(period.start), str(period.end), period.precision) for words, period in known]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Militiamen raped five of them on or about the 26th.", "the 26th", "2021-03-26"),
        ("The camp was hit on the 20th (four tents burnt).", "the 20th", "2021-03-20"),
        ("Our list for the shooting of the 18th at Dumuni port has five names.", "the 18th", "2021-03-18"),
        ("The lorries that were burnt on the 23rd were empty.", "the 23rd", "2021-03-23"),
    ],
)
def test_the_number_of_a_day_alone(text: str, words: str, day: str) -> None:
    assert told(text) == [(words, day, day, "day")]


def test_a_floor_a_street_and_an_anniversary_have_numbers_too() -> None:
    assert told("They hid on the 18th floor of the 19th Street hotel until the 20th anniversary.") == []


def test_the_weekday_beside_a_date_is_the_same_day() -> None:
    text = "Then on 12 November, a Monday, the excavators came."
    assert told(text) == [("12 November, a Monday", "2020-11-12", "2020-11-12", "day")]


def test_the_week_that_follows_begins_with_the_day_told() -> None:
    text = "Rebels took Tessit on 3 March 2020. They lost it within the week. In the week that followed, many fled."
    assert told(text)[1:] == [("the week", "2020-03-03", "2020-03-09", "week")] * 2
    assert told("They lost it within the week.") == []


def test_the_year_before_is_that_of_the_year_told() -> None:
    text = "In 2019 rebels took Tessit. Soldiers had killed nine people the year before."
    assert told(text)[1] == ("the year before", "2018-01-01", "2018-12-31", "year")
    assert told("The year before the war was quiet.")[0][0] == "The year"


def test_the_quarter_is_the_one_told_before_any_look_back() -> None:
    text = "Attacks rose in the second quarter of 2020. They were fewer a year earlier. Most of the quarter was quiet."
    assert [(words, day) for words, day, *_ in told(text)][1:] == [
        ("a year earlier", "2019-04-01"),
        ("the quarter", "2020-04-01"),
    ]


def test_earlier_this_month_is_this_month() -> None:
    text = "Rebels shelled it on 3 January. The post was seized earlier this month."
    assert told(text)[1][1:] == ("2021-03-01", "2021-03-27", "month")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Police cleared the square on the twelfth; nobody was hurt.", "the twelfth", "2021-03-12"),
        ("On the nineteenth of May rebels took Tessit.", "nineteenth of May", "2020-05-19"),
        ("The lorries were burnt on the 23rd after a quarrel.", "the 23rd", "2021-03-23"),
        ("On the 21st soldiers fired on the column.", "the 21st", "2021-03-21"),
        ("Marches (the 5th) at nine mosques were thin.", "the 5th", "2021-03-05"),
        ("Tessit, 19th: a mine under a lorry.", "19th", "2021-03-19"),
        ("The front calls on its supporters: they will march on the 4th.", "the 4th", "2021-04-04"),
    ],
)
def test_the_number_of_a_day_in_words_and_in_lists(text: str, words: str, day: str) -> None:
    assert told(text) == [(words, day, day, "day")]


def test_the_number_of_an_attempt_is_no_day() -> None:
    assert told("They took it on the third attempt, the fourth of nine, on the fifth floor.") == []


def test_the_weekday_is_the_first_since_the_day_told() -> None:
    text = "Police came to Tessit on 8 March 2021. On the Thursday they shot two men."
    assert told(text)[1] == ("Thursday", "2021-03-11", "2021-03-11", "day")


def test_the_weekday_with_no_day_told_lies_before_the_story() -> None:
    assert told("On the Saturday they burned the mill.")[0][1] == "2021-03-20"  # the story is of a Saturday


@pytest.mark.parametrize(
    "text",
    [
        "On the Monday after the vote they lay down before the gate.",
        "In August 2017 rebels took Tessit. On the Friday they shot the priest.",
    ],
)
def test_the_weekday_of_some_week_long_ago_is_not_known(text: str) -> None:
    assert not any("day" in words for words, *_ in told(text))


def test_so_long_afterwards_counts_from_the_day_told() -> None:
    text = "Rebels took Tessit on 3 March 2020. Two days afterwards they left. Nine days on, soldiers came."
    assert [day for _, day, *_ in told(text)] == ["2020-03-03", "2020-03-05", "2020-03-14"]


def test_a_night_of_some_month_is_of_no_day_told_before() -> None:
    text = "The clerk was freed on Monday. In December men had come by night and burned the beans."
    assert [words for words, *_ in told(text)] == ["Monday", "December"]


def test_the_number_of_a_unit_counts_no_series() -> None:
    report = Report("Some forty men went over to the 33rd Front in January.", published=date(2021, 3, 27))
    found = times(dateline(Reading(report, doc=parse(report.text)))).times
    assert [mention.why_not for mention in found] == [None]
    report = Report("It was the 33rd attack in January.", published=date(2021, 3, 27))
    assert times(dateline(Reading(report, doc=parse(report.text)))).times[0].why_not


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("On the last Sunday of July the families walked to the capital.", "the last Sunday of July", "2020-07-26"),
        ("Shells fell on the first Friday of May 2019.", "the first Friday of May 2019", "2019-05-03"),
        ("The third Thursday in November was calm.", "The third Thursday in November", "2020-11-19"),
        ("They let thirty go on the first of Ramadan.", "the first of Ramadan", "2020-04-24"),
        ("On the second day of the Easter feast gendarmes fired.", "the second day of the Easter feast", "2020-04-13"),
        ("The gates have been shut since the first of the month.", "the first of the month", "2021-03-01"),
    ],
)
def test_days_that_a_month_or_a_feast_numbers(text: str, words: str, day: str) -> None:
    assert (words, day) in [(found, first) for found, first, *_ in told(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("He was shot on a May evening a year ago.", "2020-05-01"),
        ("The bridge was lost in June two years ago.", "2019-06-01"),
        ("Shrines were searched during Muharram.", "2020-08-20"),
        ("Clashes began at the week-end.", "2021-03-27"),
        ("26 women have been taken since the new year.", "2021-01-01"),
    ],
)
def test_months_of_other_years_and_times_by_name(text: str, first: str) -> None:
    assert [day for _, day, *_ in told(text)] == [first]


def test_the_month_of_a_bulletin_is_the_one_that_it_covers() -> None:
    text = "PROTECTION NOTE, FEBRUARY 2021\n\nMines killed nine people during the month. Five were lynched this month."
    assert {(first, last) for _, first, last, _ in told(text)} == {("2021-02-01", "2021-02-28")}
    assert told("Tank columns moved.\n\nMines killed nine people this month.")[0][1] == "2021-03-01"


def test_a_march_and_a_paper_are_no_times() -> None:
    assert told("Her mother led this march. The March for Life came after it.") == []
    report = Report("The Communist Party daily Granma printed it; flights leave daily.", published=date(2021, 3, 27))
    assert [m.text for m in times(dateline(Reading(report, doc=parse(report.text)))).times] == ["daily"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon: six shells fell on Sake.\nTUE. Two men were freed.", ["2021-03-22", "2021-03-23"]),
        ("INCIDENTS\n(3) Wed: a march. / Goma, Fri. Shots at the bridge.", ["2021-03-24", "2021-03-26"]),
        ("Thu Sake six shells fell.\nSat Goma a march.", ["2021-03-25", "2021-03-27"]),
        (
            "12/03 Goma: two killed.\nSAKE. 23/03, a march; fighting since 03/20.",
            ["2021-03-12", "2021-03-23", "2021-03-20"],
        ),
        ("1.III - Units took Sake.\n11.III. Rockets fell.", ["2021-03-01", "2021-03-11"]),
    ],
)
def test_short_forms_of_days_in_lists(text: str, days: list[str]) -> None:
    assert [start for _, start, *_ in told(text)] == days


@pytest.mark.parametrize(
    "text",
    [
        "He sat on Sun Street.",
        "Sat phones are dear.",
        "3/4 of the town fled.",
        "Open 24/7, it has half of 1/2.",
        "It fell 1/9, they say.",
    ],
)
def test_what_only_looks_like_a_short_form(text: str) -> None:
    assert told(text) == []
