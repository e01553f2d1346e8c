"""Parts of months and years, and days named by a feast, a year told before or the week after the next."""

from __future__ import annotations

import pytest
from test_times_counted import told


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("The army lost the town in early February.", "2021-02-01", "2021-02-10", "week"),
        ("The army lost the town at the end of February.", "2021-02-21", "2021-02-28", "week"),
        ("The army lost the town in the middle of last month.", "2021-02-11", "2021-02-20", "week"),
        ("The army lost the town late last year.", "2020-09-01", "2020-12-31", "months"),
        ("The army lost the town earlier this month.", "2021-03-01", "2021-03-27", "month"),
        ("The army may lose the town later this year.", "2021-03-27", "2021-12-31", "months"),
        ("The army has shelled the town since late January.", "2021-01-21", "2021-03-27", "months"),
        ("The army has shelled the town since the middle of the month.", "2021-03-11", "2021-03-27", "month"),
        ("They killed nine in the first five months of the year.", "2021-01-01", "2021-05-31", "months"),
        ("A poet was held, third week of February, for owning a press.", "2021-02-15", "2021-02-21", "week"),
        ("The army lost the town late in February.", "2021-02-21", "2021-02-28", "week"),
        ("Fighters shot two men in the spring of last year.", "2020-03-01", "2020-05-31", "months"),
        ("The army lost the town in the early 1990s.", "1990-01-01", "1993-12-31", "year"),
        ("The army lost the town in the late 1980s.", "1987-01-01", "1989-12-31", "year"),
        ("They burned it the year before last.", "2019-01-01", "2019-12-31", "year"),
        ("They burned it in the October of four years ago.", "2017-10-01", "2017-10-31", "month"),
    ],
)
def test_part_of_a_month_or_year(text: str, first: str, last: str, precision: str) -> None:
    assert [row[1:] for row in told(text)] == [(first, last, precision)]


def test_what_is_counted_from_early_march_is_no_day() -> None:
    rows = told("In early March soldiers took Tessit. Two days later they left.")
    assert rows[1][1:] == ("2021-03-01", "2021-03-31", "month")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They called a rally on Saturday week.", "2021-04-03"),
        ("They called a rally on Tuesday week.", "2021-04-06"),
        ("Gunmen shot the priest on the Friday after Easter.", "2020-04-17"),
        ("They will march on Women's Day next year.", "2022-03-08"),
        ("Residents beat three men on Whit Monday.", "2020-06-01"),
        ("On February 12 soldiers found a bomb.", "2021-02-12"),
        ("They shot him the night before last.", "2021-03-25"),
    ],
)
def test_a_day_by_another(text: str, day: str) -> None:
    assert [row[1:] for row in told(text)] == [(day, day, "day")]


def test_that_year_is_the_one_told_before() -> None:
    rows = told("In 2006 the war came here. On 9 February of that year they shot nine men, in May of that year six.")
    assert [row[1] for row in rows[1:]] == ["2006-02-09", "2006-05-01"]


def test_between_monday_and_sunday_is_the_week_that_ended() -> None:
    assert [row[1:3] for row in told("Nine died between Thursday and Monday.")] == [("2021-03-18", "2021-03-22")] * 2


def test_what_has_gone_on_since_a_month_does_not_begin_after_the_story() -> None:
    assert told("The army shells towns since August.") == [("August", "2020-08-01", "2021-03-27", "months")]


def test_a_crowd_of_two_thousand_is_no_year() -> None:
    assert told("A crowd of two thousand, some of them armed, marched.") == []
    assert told("It was built in two thousand, before the war.")[0][1] == "2000-01-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Clerics spoke on Thursday, a day after soldiers broke up a camp.", "2021-03-24"),
        ("He was buried on Thursday, the day after gunmen shot him.", "2021-03-24"),
        ("Rebels took the camp on Thursday. The raid came two days after marines shelled it.", "2021-03-23"),
        ("Soldiers shelled the camp on Thursday. Two days after the shelling, rebels came.", "2021-03-27"),
        ("The minister said on Thursday that gendarmes had come a day before.", "2021-03-24"),
        ("He was shot on Tuesday and died the day after.", "2021-03-24"),
    ],
)
def test_days_after_and_before_something(text: str, day: str) -> None:
    assert told(text)[-1][1] == day


def test_a_quarter_of_a_town_is_no_time() -> None:
    assert not told("Youths burned the tax office in the quarter of Hay Salama.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In the night to Friday youths burned the mill.", "2021-03-25"),
        ("In the night to today youths burned the mill.", "2021-03-26"),
        ("Shells fell on the mill on Thursday evening. At dawn the army left.", "2021-03-26"),
        ("Shells fell on the mill on Thursday morning. At dawn the army left.", "2021-03-25"),
        ("The army left the mill on Saturday. During the night shells had fallen.", "2021-03-26"),
        ("Police met the march following Friday's raid.", "2021-03-26"),
        ("The judge was seized on the eve of Saint Joseph.", "2021-03-18"),
        ("On 27 February they met. On the 2nd the chief came back.", "2021-03-02"),
        ("The seven were given life in May.", "2020-05-01"),
        ("With effect from noon this day, the bridge is shut.", "2021-03-27"),
    ],
)
def test_a_night_a_morning_and_what_only_seems_to_look_ahead(text: str, day: str) -> None:
    assert told(text)[-1][1] == day


@pytest.mark.parametrize(
    ("head", "words", "day"),
    [
        ("SECURITY NOTE, 13-20 MARCH", "Two nurses who were taken in January were freed on the 18th.", "2021-03-18"),
        ("PROTEST LEDGER. 15 to 21 March.", "Bakers marched on Saturday.", "2021-03-20"),
        ("COUNT OF THE WEEK TO SUNDAY", "Bakers marched on Saturday.", "2021-03-20"),
        ("Monthly note, February 2021.", "There were fewer than in January. On the 21st bakers marched.", "2021-02-21"),
        ("Bakers, millers and carters had been on strike in the old town of Kaya since the end of February, and more "
         "than 3,000 of them were in the streets.", "They marched on Friday.", "2021-03-26"),
    ],
)  # fmt: skip
def test_a_report_that_says_which_days_it_covers(head: str, words: str, day: str) -> None:
    assert told(f"{head}\n{words}")[-1][1] == day


def test_it_is_so_long_since() -> None:
    assert told("It is three weeks since gunmen shot the judge.") == [
        ("three weeks", "2021-03-01", "2021-03-07", "week")
    ]


def test_the_week_after_a_feast() -> None:
    assert told("They left in the week after Easter 2019.") == [
        ("the week after Easter 2019", "2019-04-22", "2019-04-28", "week")
    ]


def test_that_week_is_of_a_day_told_before() -> None:
    text = "The town fell on 10 February. Papers told of it in January's style. In that week nine women were taken."
    assert told(text)[-1][1:] == ("2021-02-08", "2021-02-14", "week")


def test_from_a_day_that_somebody_quoted_nothing_counts() -> None:
    text = 'The four were freed on Wednesday. "We had chicken on Sunday," one said. In the afternoon growers marched.'
    assert told(text)[-1][1] == "2021-03-24"


def test_the_entries_of_a_live_report_are_of_the_story() -> None:
    text = (
        "07:30 Good morning.\n08:10 The army left the mill in the night.\n09:00 Fishermen shot on Tuesday are buried.\n"
        "10:10 Men took the quay at dawn."
    )
    assert [row[1] for row in told(text)] == [
        "2021-03-27", "2021-03-27", "2021-03-26", "2021-03-27", "2021-03-23", "2021-03-27", "2021-03-27"
    ]  # fmt: skip


def test_a_list_by_days_has_two_of_them_beside_a_line_end() -> None:
    rows = told("20 March. Kaya. A feud; they met on 2 Mar.\n19 Mar. Boro. A mine was found.\n")
    assert [row[1] for row in rows] == ["2021-03-20", "2021-03-02", "2021-03-19"]


def test_days_in_numbers_at_the_head_of_their_lines() -> None:
    rows = told("DIARY\n10-03 Kaya: one man taken.\n11-03 Boro: one mine.\n")
    assert [row[1] for row in rows] == ["2021-03-10", "2021-03-11"]


@pytest.mark.parametrize(
    "text",
    [
        "On the third day the sit-in had a barber, and on the fifth a bank.",
        "Shells hit the second floor of the tower. The reporters were on the fifth.",
    ],
)
def test_what_goes_on_counting_is_no_day_of_the_month(text: str) -> None:
    assert all(row[1] is None for row in told(text))


def test_from_a_day_in_brackets_nothing_counts() -> None:
    text = "A post was attacked on 18 March. (A constable died of it on Thursday.) The same evening a cart blew up."
    assert told(text)[-1][1] == "2021-03-18"


def test_what_is_called_for_a_day_lies_ahead() -> None:
    assert told("A rally called by the front for 13 April has been forbidden.")[-1][1] == "2021-04-13"
