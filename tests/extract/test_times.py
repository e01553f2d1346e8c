"""Times: what is found, on which days, how precisely, and what must not be taken for a time."""

from __future__ import annotations

import os
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.extract.when.dateline import dateline
from dateline.extract.when.time_lexicon import RULES
from dateline.extract.when.times import READERS, times
from dateline.model.reading import Reading, TimeMention
from dateline.model.report import Report
from dateline.text import parse

SUNDAY = date(2025, 3, 16)


def read(text: str, published: date | None = SUNDAY) -> tuple[TimeMention, ...]:
    report = Report(text, published=published, published_by="column" if published else None)
    return times(dateline(Reading(report, doc=parse(text)))).times


def days(text: str, published: date | None = SUNDAY) -> list[tuple[str, str, str, str]]:
    """Words, first day, last day and precision of every mention that has a period."""
    return [
        (m.text, str(m.period.start), str(m.period.end), m.period.precision) for m in read(text, published) if m.period
    ]


def one(text: str, published: date | None = SUNDAY) -> TimeMention:
    found = read(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Rebels shelled the town on March 10.", "March 10", "2025-03-10"),
        ("Rebels shelled the town on 10 March 2024.", "10 March 2024", "2024-03-10"),
        ("The raid took place on Friday, January 4, 2019.", "Friday, January 4, 2019", "2019-01-04"),
        ("Two bombs went off on June 27 [2019] in the capital.", "June 27 [2019]", "2019-06-27"),
        ("Two bombs went off on 27 June (2019) in the capital.", "27 June (2019)", "2019-06-27"),
        ("The raid took place on the 3rd of May 2024.", "the 3rd of May 2024", "2024-05-03"),
        ("Rebels struck on Dec. 30, killing nine people.", "Dec. 30", "2024-12-30"),
        ("The log gives 2025-03-10.", "2025-03-10", "2025-03-10"),
        ("Members walked out on Feb.03 in protest.", "Feb.03", "2025-02-03"),
        ("The log gives 15/03/2025.", "15/03/2025", "2025-03-15"),
        ("Gunmen attacked a market late on Saturday.", "late on Saturday", "2025-03-15"),
        ("Gunmen attacked a market on Sunday.", "Sunday", "2025-03-16"),
        ("Gunmen attacked a market last Sunday.", "last Sunday", "2025-03-09"),
        ("The talks will resume on Friday.", "Friday", "2025-03-21"),
        ("He is due to appear in court on Wednesday.", "Wednesday", "2025-03-19"),
        ("The envoys meet next Friday.", "next Friday", "2025-03-21"),
        ("Soldiers fired at the crowd yesterday.", "yesterday", "2025-03-15"),
        ("A bomb went off two days ago.", "two days ago", "2025-03-14"),
        ("Militants struck the base on Tuesday last week.", "Tuesday last week", "2025-03-04"),
        ("The mayor was shot on Christmas Day.", "Christmas Day", "2024-12-25"),
        ("The siege follows the Oct. 7 attack.", "Oct. 7", "2023-10-07"),
    ],
)
def test_a_day(text: str, words: str, day: str) -> None:
    assert days(text) == [(words, day, day, "day")]


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "precision"),
    [
        ("Clashes between 3 and 5 March killed 20.", "between 3 and 5 March", "2025-03-03", "2025-03-05", "days"),
        ("Clashes on Feb 7-9 killed 20.", "Feb 7-9", "2025-02-07", "2025-02-09", "days"),
        ("Police held them from Monday to Wednesday.", "from Monday to Wednesday", "2025-03-10", "2025-03-12", "days"),
        ("Raids on March 3, 4 and 6 killed 20.", "March 3, 4 and 6", "2025-03-03", "2025-03-06", "days"),
        ("It fell in the second half of February.", "the second half of February", "2025-02-16", "2025-02-28", "days"),
        ("It was hit in April-May 2024.", "April-May 2024", "2024-04-01", "2024-05-31", "months"),
        ("Two people died over the weekend.", "the weekend", "2025-03-15", "2025-03-16", "days"),
        ("The army lost the town last month.", "last month", "2025-02-01", "2025-02-28", "month"),
        ("The army lost the town in November.", "November", "2024-11-01", "2024-11-30", "month"),
        ("The army lost the town in November 2023.", "November 2023", "2023-11-01", "2023-11-30", "month"),
        ("The army lost the town in mid-March.", "mid-March", "2025-03-11", "2025-03-20", "week"),
        ("The army lost the town in late 2019.", "late 2019", "2019-09-01", "2019-12-31", "months"),
        ("It fell in the first week of June 2024.", "the first week of June 2024", "2024-06-01", "2024-06-07", "week"),
        ("Militants struck last week.", "last week", "2025-03-03", "2025-03-09", "week"),
        ("In the past 24 hours, 40 people died.", "the past 24 hours", "2025-03-15", "2025-03-16", "days"),
        ("It was hit during Eid al-Fitr in 2024.", "Eid al-Fitr in 2024", "2024-04-10", "2024-04-12", "days"),
        ("Strikes went on in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "year"),
    ],
)
def test_a_stretch(text: str, words: str, first: str, last: str, precision: str) -> None:
    assert days(text) == [(words, first, last, precision)]


def test_a_night_has_both_its_days() -> None:
    overnight = one("Jets struck the port overnight.").period
    assert overnight
    assert (overnight.start, overnight.end, overnight.part) == (date(2025, 3, 15), SUNDAY, "night")
    named = one("Jets struck the port on the night of 3 to 4 March.").period
    assert named
    assert (named.start, named.end, named.part) == (date(2025, 3, 3), date(2025, 3, 4), "night")


@pytest.mark.parametrize(
    ("text", "part", "zone"),
    [
        ("A bomb went off on Tuesday night.", "night", None),
        ("A bomb went off at dawn on Saturday.", "dawn", None),
        ("A bomb went off early Tuesday.", "early", None),
        ("A bomb went off this morning.", "morning", None),
        ("A bomb went off at 2:30 p.m. local time on Saturday.", "14:30", "local time"),
        ("A bomb went off on Friday at about 0930 GMT.", "09:30", "GMT"),
        ("A centre was set on fire on Saturday evening.", "evening", None),
    ],
)
def test_part_of_the_day(text: str, part: str, zone: str | None) -> None:
    period = one(text).period
    assert period
    assert (period.part, period.zone, period.precision) == (part, zone, "day")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Gunmen came around eight, when people were eating.", "eight", "T08:00"),
        ("A grenade was thrown over the wall at half past five.", "half past five", "T05:00"),
        ("He left his house with two men at six in the evening.", "six in the evening", "T18:00"),
        ("At 15.40 crews shot down a drone.", "15.40", "T15:40"),
        ("Rebels slipped out of the town under cover of darkness.", "under cover of darkness", "TNI"),
        ("Soldiers drove off at first light.", "first light", "TMO"),
        ("Police shot two men after evening prayers.", "evening prayers", "TEV"),
    ],
)
def test_hours_without_a_day_are_times_of_no_known_day(text: str, words: str, value: str) -> None:
    mention = one(text)
    assert (mention.text, mention.kind, mention.value) == (words, "time", f"XXXX-XX-XX{value}")


@pytest.mark.parametrize("text", ["From eight to ten people came.", "They fired at six men.", "He sat in the dark."])
def test_numbers_and_the_dark_are_no_hours(text: str) -> None:
    assert read(text) == ()


def test_within_hours_is_the_day_told_just_before() -> None:
    soon = read("A bomb killed a judge in Gao on Friday. Within hours jets struck a camp.")[-1].period
    assert soon
    assert (soon.start, soon.inferred) == (date(2025, 3, 14), True)
    alone = read("Within hours jets struck a camp.")[0].period
    assert alone
    assert alone.start is None


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    clock = read("At 6am, gunmen stormed the village. It was market day on Monday.")[0].period
    assert clock
    assert clock.start is None
    clock = read("Gunmen stormed the village on Friday, firing until 6am.")[-1].period
    assert clock
    assert (clock.start, clock.part, clock.inferred) == (date(2025, 3, 14), "06:00", True)


def test_times_counted_from_what_was_told() -> None:
    text = "Rebels took the bridge on March 10. The next day, jets bombed it. A soldier died two days later."
    found = read(text)
    assert [m.value for m in found] == ["2025-03-10", "2025-03-11", "2025-03-13"]
    assert [m.anchored_to for m in found] == [None, "event", "event"]


def test_after_a_named_day_counts_from_that_day() -> None:
    found = read("The army struck back two days after the March 10 raid.")
    assert (found[0].text, found[0].value) == ("two days", "P2D")  # the expression is a length of time
    assert found[0].period
    assert found[0].period.start == date(2025, 3, 12)  # what it says here is a day


def test_nothing_told_before_is_unknown() -> None:
    period = one("Two days after the raid, the army struck back.").period
    assert period
    assert (period.start, period.precision) == (None, "unknown")


def test_since_runs_to_the_day_of_the_story() -> None:
    mention = one("At least 30 people have been killed since Monday.")
    assert mention.period
    assert mention.text == "Monday"
    assert (mention.period.text, mention.period.start, mention.period.end) == (
        "since Monday",
        date(2025, 3, 10),
        SUNDAY,
    )


def test_a_month_takes_the_year_told_in_its_sentence() -> None:
    assert [m.value for m in read("He was seized in May 2014 and freed in August.")] == ["2014-05", "2014-08"]


def test_vague_words_never_become_a_day() -> None:
    for text in ("The army recently withdrew.", "The town is now calm."):
        period = one(text).period
        assert period
        assert (period.start, period.end, period.precision) == (None, None, "unknown")
    recent = one("Shelling has killed nine in recent days.").period
    assert recent
    assert recent.inferred


def test_ages_long_past_are_outside_the_calendar() -> None:
    period = one("The town was built 5,000 years ago.").period
    assert period
    assert (period.start, period.precision) == (None, "unknown")


def test_durations_and_sets_have_no_days() -> None:
    found = read("They held the bridge for two hours and shelled it every day.")
    assert [(m.kind, m.value, m.period) for m in found] == [("duration", "PT2H", None), ("set", "P1D", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands joined the Women's March on Washington.",
        "He may leave the town.",
        "Protesters march on the capital.",
        "The 7 October movement denied it.",
        "The 23 March Movement, known as M23, denied it.",
        "Members of the April 6 Youth Movement were held.",
        "The November 17 group was blamed for the blast.",
        "The Sunday Times reported it.",
        "A 12-year-old boy was hurt.",
        "A man aged 25 was hurt.",
        "He paid $2000 for the gun.",
        "Some 1990 people fled.",
        "It was a second attack.",
        "He left the army in his early 20s.",
        "The side won 3-1.",
        "The price fell to 17.01.",
        "Her son Jun told reporters.",
        "He told the Mail on Sunday.",
    ],
)
def test_no_time(text: str) -> None:
    assert read(text) == ()


def test_without_a_day_of_the_story_dates_stay_partial() -> None:
    period = one("Shells hit the camp on March 10.", None).period
    assert period
    assert (period.start, period.partial, period.precision) == (None, "XXXX-03-10", "day")
    period = one("Shells hit the camp on Monday.", None).period
    assert period
    assert (period.start, period.partial, period.precision) == (None, "XXXX-WXX-1", "unknown")


def test_the_dateline_is_the_anchor() -> None:
    found = read("KABUL, May 7, 2021 (AFP) - A car bomb killed nine on Thursday.")
    assert found[-1].value == "2021-05-06"


def test_offsets_are_those_of_the_text() -> None:
    text = "‘It’s over,’ he said on Tuesday night – two days\nafter the İzmir raid of 3–5 March.\n\nSince 2014, calm."
    for mention in read(text):
        assert text[mention.start : mention.end] == mention.text


def test_every_rule_has_a_reader() -> None:
    assert {rule.resolve for rule in RULES} - {"name"} <= set(READERS)


def test_every_period_names_its_rule() -> None:
    found = read("On Friday, two days after May 3, the army hit Goma at dawn; it was bombed last year.")
    assert all(mention.period and mention.period.rule for mention in found)


@pytest.mark.skipif(not os.environ.get("DATELINE_CORPORA"), reason="needs DATELINE_CORPORA")
def test_no_report_breaks_it() -> None:
    for path in sorted(Path(os.environ["DATELINE_CORPORA"], "re3d").glob("*/documents.json"))[:2]:
        text = path.read_text("utf-8")[:40_000]
        found = read(text)
        assert all(a.end <= b.start for a, b in pairwise(found))


def test_dots_put_the_day_first() -> None:
    assert one("They surrendered on 10.03.2025.").value == "2025-03-10"


def test_the_same_day_is_the_last_day_told_not_a_year() -> None:
    found = read("On 5 March a rebel, in hiding since 2012, gave himself up; on the same day two others were shot.")
    assert found[-1].value.endswith("-03-05")


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Shells fell from March 3 to March 12.", ["March 3", "March 12"], "2025-03-03", "2025-03-12"),
        ("It was hit between 2012 and 2015.", ["2012", "2015"], "2012-01-01", "2015-12-31"),
        ("Rebels struck on Monday and Thursday.", ["Monday", "Thursday"], "2025-03-10", "2025-03-13"),
    ],
)
def test_two_expressions_of_one_period(text: str, words: list[str], first: str, last: str) -> None:
    found = read(text)
    assert [m.text for m in found] == words
    assert {(str(m.period.start), str(m.period.end)) for m in found if m.period} == {(first, last)}
    assert {text[m.phrase_start : m.phrase_end] for m in found} == {found[0].period.text if found[0].period else ""}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels struck on Monday and Thursday.", [10, 13]),
        ("Raids on March 3, 4 and 6 killed 20.", [3, 4, 6]),
        ("Shells fell from Monday to Wednesday.", [10, 11, 12]),
        ("Shells fell between 3 and 5 March.", []),
        ("Shells fell from February 1 to March 12.", []),
    ],
)
def test_days_told_one_by_one(text: str, told: list[int]) -> None:
    period = read(text)[0].period
    assert period
    assert [day.day for day in period.days] == told


@pytest.mark.parametrize(
    "text",
    [
        "It was the third attack on the town since May.",
        "It is the deadliest raid of the year.",
        "He is the ninth this year.",
        "Nobody had died as of Sunday.",
    ],
)
def test_what_counts_a_series_is_no_day(text: str) -> None:
    assert read(text)[-1].why_not


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army gave them until April 10 to leave.", "2025-04-10"),
        ("The vote was postponed until Tuesday.", "2025-03-18"),
        ("The hearing is set for May.", "2025-05"),
        ("Protesters planned a march on Friday.", "2025-03-21"),
        ("The talks had been due to end on Friday.", "2025-03-14"),
        ("The mayor was killed on April 10.", "2024-04-10"),
    ],
)
def test_what_is_awaited_lies_ahead(text: str, value: str) -> None:
    assert read(text)[-1].value == value


def test_the_next_morning_is_the_next_day() -> None:
    found = read("Rebels took the bridge on March 10. The next morning they left.")
    assert found[-1].value == "2025-03-11TMO"


def test_the_day_before_in_a_month_is_no_day() -> None:
    found = read("The raid was on March 12. In February they took the post, left the day before.")
    assert found[-1].period
    assert found[-1].period.start is None


def test_the_days_before_a_day_told() -> None:
    found = read("A bomb went off on March 10. Five mines had been found over the two preceding days.")
    period = found[-1].period
    assert period
    assert (period.start, period.end) == (date(2025, 3, 8), date(2025, 3, 9))


@pytest.mark.parametrize("text", ["It makes 700 seats a week.", "Three-quarters of the town fled.", "Jan fled."])
def test_amounts_and_names_are_no_times(text: str) -> None:
    assert read(text) == ()


def test_a_rule_is_tried_wherever_it_could_match() -> None:
    from dateline.extract.when.time_begin import Chooser, bits

    patterns = [r"(?:late +)?(?:on +)?monday", r"\d\d +march|march +\d", r"on +(?:the +)*\d\d?th", r"noon\b"]
    chooser = Chooser(patterns, ("late", "on", "monday", "march"))
    tried = {text: list(bits(chooser.at(text.split(), 0))) for text in (
        "late on monday", "on monday", "monday", "monday march", "00 march", "march 0", "on the the the 0th", "on 00th",
        "on march", "on the", "late", "march", "tuesday", "noon",
    )}  # fmt: skip
    assert tried == {
        "late on monday": [0], "on monday": [0], "monday": [0], "monday march": [0], "00 march": [1], "march 0": [1],
        "on the the the 0th": [2], "on 00th": [2], "on march": [], "on the": [2], "late": [0], "march": [1],
        "tuesday": [], "noon": [],
    }  # fmt: skip


def test_a_rule_of_time_is_told_in_known_words() -> None:
    from dateline.extract.when.time_begin import Chooser

    with pytest.raises(ValueError, match="known words"):
        Chooser([r"on +[a-z]+day"], ("on",))


def test_the_fall_of_a_town_is_no_autumn() -> None:
    assert read("After the fall of Mosul they fled.") == ()
    assert [m.text for m in read("They fled in the fall of 2012.")] == ["the fall of 2012"]
    assert [m.text for m in read("They fled in the fall.")] == ["the fall"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kawlin, Wed 12: rebels took a post.", "2025-03-12"),
        ("On Saturday 15, on the track, a lorry struck a mine.", "2025-03-15"),
        ("On Friday the seventh of March 2025 a bomb went off.", "2025-03-07"),
        ("DAILY LIST\n\n0314/2, Guayas. Grenade thrown over a wall.", "2025-03-14"),
        ("On the 28th, guards fired.", "2025-02-28"),
        ("On the 3rd of last month guards fired.", "2025-02-03"),
    ],
)
def test_days_as_lists_and_diaries_write_them(text: str, day: str) -> None:
    assert [start for _, start, _, _ in days(text)] == [day]


def test_a_weekday_and_a_number_that_do_not_agree_are_no_day_together() -> None:
    assert [words for words, *_ in days("On Monday 12, soldiers came.")] == ["Monday"] or not days(
        "On Monday 12, soldiers came."
    )


def test_one_tuesday_in_a_month_is_the_month() -> None:
    assert days("One Tuesday in January soldiers left.") == [
        ("One Tuesday in January", "2025-01-01", "2025-01-31", "month")
    ]


def test_that_summer_is_the_one_of_the_year_told() -> None:
    assert days("In May 2020 a flag went up. That summer elders met.")[-1][1:3] == ("2020-06-01", "2020-08-31")


def test_what_is_called_by_a_feast_is_no_day() -> None:
    assert not days("A lorry ploughed into the Christmas market.")
