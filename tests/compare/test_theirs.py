"""Tables of events as people have them: columns by name, codes, days, bad rows; nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from invented import GUNMEN, acled, days, table, ucdp, written

from dateline.compare import from_rows
from dateline.errors import DatelineError
from dateline.ingest.tables import csv_rows

FIRST = date(2025, 3, 15).toordinal()


def test_a_row_of_acled():
    found = table([acled(1, notes="On 15 March 2025, gunmen attacked the market near Camp Baraka.")])
    entry = found.entries[0]
    assert (found.title, entry.name, entry.row, entry.kinds) == ("ACLED", "BFO1", "row 1", {"Attack"})
    facts = entry.facts
    assert (facts.start, facts.end, facts.where.country, facts.where.admin1) == (FIRST, FIRST, "BF", "Sahel")
    assert facts.where.exact
    assert facts.kinds == {"Civilians"}
    assert facts.tolls == {"killed": {"all": frozenset({11})}}
    assert "Camp Baraka" in facts.names.values()


def test_nought_dead_is_silence_in_acled_and_told_in_ucdp():
    assert table([acled(1, fatalities="0")]).entries[0].deaths == (None, None, None)
    assert table([ucdp(1, best="0", low="0", high="0")]).entries[0].deaths == (0, 0, 0)


@pytest.mark.parametrize(("code", "around"), [("1", (0, 0)), ("2", (-3, 3)), ("3", (-14, 16))])
def test_how_wide_a_day_of_acled_is(code: str, around: tuple[int, int]):
    facts = table([acled(1, time_precision=code)]).entries[0].facts
    assert (facts.start, facts.end) == (FIRST + around[0], FIRST + around[1])


def test_a_row_of_ucdp_has_a_coarse_kind_and_a_range():
    found = table([ucdp(7, date_end="2025-03-18 00:00:00.000", event_clarity="2", country="Burkina Faso")])
    entry = found.entries[0]
    assert (found.title, entry.kind) == ("UCDP GED", "one-sided violence")
    assert {"Attack", "Sexual violence"} < entry.kinds
    assert entry.facts.clarity == "summary"
    assert entry.deaths == (11, 11, 17)
    assert {name for _, name in entry.facts.doers} == {"JNIM: Group for Support of Islam and Muslims"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DR Congo (Zaire)", "CD"),
        ("Myanmar (Burma)", "MM"),
        ("Russia (Soviet Union)", "RU"),
        ("Yemen (North Yemen)", "YE"),
    ],
)
def test_countries_as_datasets_write_them(name: str, code: str):
    assert table([ucdp(1, country=name)]).entries[0].facts.where.country == code


def test_forces_of_one_state_are_one_side():
    names = (
        "Military Forces of Burkina Faso (2022-)",
        "Government of Burkina Faso",
        "Police Forces of Burkina Faso (2022-) Gendarmerie",
    )
    rows = [acled(n, sub_event_type="Armed clash", event_type="Battles", actor2=name) for n, name in enumerate(names)]
    assert {actor for entry in table(rows).entries for actor, _ in entry.facts.forces} == {"bf-state"}


def test_delimiters_marks_encodings_and_days_as_people_have_them():
    rows = [
        acled(1, event_date="15/03/2025", location="Djibo-Centre"),
        acled(2, event_date="03/04/2025", notes="près du marché"),
    ]
    data = written(rows, ";").encode("cp1252")
    found = from_rows(csv_rows(data)[0], days, {})
    assert [entry.when for entry in found.entries] == ["2025-03-15", "2025-04-03"]
    marked = from_rows(csv_rows(b"\xef\xbb\xbf" + written(rows).encode())[0], days, {})
    assert [entry.name for entry in marked.entries] == ["BFO1", "BFO2"]


def test_bad_rows_are_named_and_the_rest_goes_on():
    rows = [acled(1), acled(2, event_date="some day"), acled(3, country="Ruritania", latitude="", longitude=""),
            acled(4, latitude="north", longitude="")]  # fmt: skip
    found = table(rows)
    assert [(row.row, row.why) for row in found.unread] == [
        ("row 2", "no day in 'some day'"), ("row 3", "no country in 'Ruritania', and no point")]  # fmt: skip
    assert [entry.name for entry in found.entries] == ["BFO1", "BFO4"]
    assert len(found.entries) + len(found.unread) == len(rows)


def test_any_other_table_by_the_names_of_its_columns():
    rows = [
        {
            "When": "4 May 2025",
            "Land": "Mali",
            "Town": "Gao",
            "Lat": "16,27",
            "Lon": "-0,04",
            "Killed": "1,200",
            "Who": "JNIM",
        }
    ]
    found = table(rows, country="Land", start="when", side_a="Who")
    entry = found.entries[0]
    assert found.title == "the other dataset"
    assert (entry.when, entry.where, entry.deaths) == ("2025-05-04", "Gao", (1200, 1200, 1200))
    assert entry.facts.where.lat == 16.27
    assert entry.kinds == frozenset()


@pytest.mark.parametrize(
    ("chosen", "why"),
    [({}, "no column holds the day"), ({"moon": "When"}, "no such field"), ({"start": "Tag"}, "no such column")],
)
def test_what_cannot_be_used_is_said(chosen: dict[str, str], why: str):
    with pytest.raises(DatelineError, match=why):
        table([{"When": "4 May 2025", "Country": "Mali"}], **chosen)


def test_nameless_people_are_no_group():
    entry = table([acled(1, actor1=GUNMEN)]).entries[0]
    assert not entry.facts.doers
