from datetime import date, datetime

import pytest

from dateline.ingest.dates import date_line, order_of, parse_date

DAY = date(2019, 9, 17)


@pytest.mark.parametrize(
    "written",
    [
        "2019-09-17", "2019-09-17 02:48:13", "2019-09-17T23:30:00Z", "2019-09-17T02:48:13.000+03:00", "2019/09/17",
        "2019-9-17", "20190917", "20190917024813", "20190917T024813Z", "17 September 2019", "17 Sept. 2019",
        "17th of September 2019", "17-Sep-2019", "17-Sep-19", "September 17, 2019", "Sep 17 2019", "Sept. 17th, 2019",
        "Tue, 17 Sep 2019 02:48:13 GMT", "Tuesday, September 17, 2019 at 6:30 p.m.", "17/09/2019", "09/17/2019",
        "17.09.2019", "17 septembre 2019", "17 de septiembre de 2019", "Published: 17 September 2019", "43725",
        "1568688493", "1568688493000", 43725, 20190917, datetime(2019, 9, 17, 23, 59), DAY,
    ],
)  # fmt: skip
def test_the_day_is_read(written):
    assert parse_date(written)[0] == DAY


@pytest.mark.parametrize("written", ["", "  ", None, "None", "NaT", "n/a", float("nan"), True, [], {}])
def test_nothing_is_unknown_without_a_note(written):
    assert parse_date(written) == (None, None)


@pytest.mark.parametrize(
    "written", ["soon", "2019", "September 2019", "2019-02-30", "99/99/2019", "17 Foo 2019", "9999999999999999", -5]
)
def test_what_is_no_day_is_unknown_with_a_note(written):
    day, note = parse_date(written)
    assert day is None
    assert note


def test_day_and_month_are_not_guessed():
    day, note = parse_date("03/04/2019")
    assert day is None
    assert "03/04/2019" in note
    assert parse_date("03/04/2019", "dmy")[0] == date(2019, 4, 3)
    assert parse_date("03/04/2019", "mdy")[0] == date(2019, 3, 4)
    assert parse_date("04/04/2019")[0] == date(2019, 4, 4)


def test_a_column_tells_its_order():
    assert order_of(["03/04/2019", "17/09/2019", None]) == "dmy"
    assert order_of(["03/04/2019", "09/17/2019"]) == "mdy"
    assert order_of(["13/04/2019", "09/17/2019"]) is None
    assert order_of(["03/04/2019"]) is None


def test_date_lines():
    assert date_line("Raid\n\nTuesday, September 17, 2019\n\nGunmen fled.") == DAY
    assert date_line("Raid\n17 September 2019 18:30 GMT\n\nGunmen fled.") == DAY
    assert date_line("On 17 September 2019 gunmen fled.") is None
    assert date_line("17 September 2019 was a bad day.") is None
