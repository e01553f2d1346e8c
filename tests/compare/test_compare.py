"""Two datasets matched: one to one, several rows for one event, each alone with the likely reason, agreement."""

from __future__ import annotations

from random import Random

import pytest
from invented import DJIBO, DORI, KYIV, acled, compared, ucdp

from dateline.compare import as_json, tables, text
from dateline.compare.agreement import wilson

SOLDIERS = {
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Burkina Faso (2022-)",
    "actor2": "JNIM: Group for Support of Islam and Muslims",
}


def pairs(found):
    return [(match.ours.name, match.theirs.name, match.how) for match in found.matches]


def test_the_same_event_a_day_off_with_another_toll():
    found = compared([acled(1, event_id_cnty="DL-1")], [acled(1, event_date="2025-03-16", fatalities="14")])
    assert pairs(found) == [("DL-1", "BFO1", "one to one")]
    assert "one day apart" in found.matches[0].pair.words
    assert found.matches[0].pair.score > 0.5


def test_the_best_of_two_is_taken_and_the_other_told():
    ours = [acled(1, event_id_cnty="DL-1")]
    theirs = [acled(1, fatalities="9", event_date="2025-03-16"), acled(2)]
    found = compared(ours, theirs)
    assert pairs(found) == [("DL-1", "BFO2", "one to one")]
    assert [(row.name, row.kind) for row in found.only_theirs] == [("BFO1", "taken")]


def test_a_chain_is_matched_for_the_best_sum():
    ours = [
        acled(1, event_id_cnty="DL-1", fatalities="11"),
        acled(2, event_id_cnty="DL-2", event_date="2025-03-16", fatalities="40"),
    ]
    theirs = [acled(3, fatalities="11"), acled(4, event_date="2025-03-16", fatalities="40")]
    assert [row[:2] for row in pairs(compared(ours, theirs))] == [("DL-1", "BFO3"), ("DL-2", "BFO4")]


def test_a_row_a_day_is_several_rows_of_one_event():
    ours = [ucdp(1, id="DL-1", date_end="2025-03-17 00:00:00.000", date_prec="2", best="", low="", high="")]
    theirs = [acled(n, event_date=f"2025-03-{day}", fatalities="0") for n, day in enumerate((15, 16, 17))]
    found = compared(ours, theirs)
    assert sorted(how for _, _, how in pairs(found)) == [
        "one to one",
        "theirs is a part of ours",
        "theirs is a part of ours",
    ]
    assert not found.only_theirs


def test_single_events_are_parts_of_a_summary_never_one_with_it():
    ours = [acled(n, event_id_cnty=f"DL-{n}", event_date=f"2025-03-{15 + n}", fatalities="0") for n in range(2)]
    theirs = [ucdp(1, date_end="2025-03-21 00:00:00.000", date_prec="3", event_clarity="2")]
    found = compared(ours, theirs)
    assert [how for _, _, how in pairs(found)] == ["ours is a part of theirs"] * 2


def test_an_airstrike_fits_state_based_violence_and_a_protest_does_not():
    strike = {"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"}
    theirs = [ucdp(1, type_of_violence="1", side_a="Government of Burkina Faso", side_b="JNIM")]
    assert pairs(compared([acled(1, event_id_cnty="DL-1", **strike)], theirs))
    protest = {"event_type": "Protests", "sub_event_type": "Peaceful protest", "fatalities": "0"}
    found = compared([acled(1, event_id_cnty="DL-1", **protest)], theirs)
    assert [(row.kind, row.words) for row in found.only_ours] == [
        ("records", "the other does not record it: Peaceful protest")]  # fmt: skip


@pytest.mark.parametrize(
    ("theirs", "kind", "words"),
    [
        (acled(1, event_date="2019-03-15"), "period", "outside the other's days (2019-03-15)"),
        (acled(1, **KYIV), "area", "outside the other's area: it has nothing in Ukraine"),
        (acled(1, event_date="2025-03-21", fatalities="0"), "near", "near in all but the day: 6 days apart"),
        (acled(1, **DORI), "near", "near in all but the place: Dori and Djibo: 172 km apart"),
        (
            acled(1, event_type="Protests", sub_event_type="Peaceful protest", fatalities="0"),
            "near",
            "near in all but the type",
        ),
        (
            acled(1, fatalities="400", event_date="2025-03-16"),
            "apart",
            "the nearest is kept apart by the dead and the day",
        ),
        (
            acled(1, sub_event_type="Alien landing", fatalities="0", event_date="2025-03-19"),
            "type",
            "no type that we code (Alien landing)",
        ),
    ],
)
def test_why_theirs_is_alone(theirs: dict[str, str], kind: str, words: str):
    ours = [
        acled(7, event_id_cnty="DL-7"),
        acled(8, event_id_cnty="DL-8", event_date="2025-04-20", **{**SOLDIERS, **DJIBO}),
    ]
    row = compared(ours, [theirs]).only_theirs[0]
    assert (row.kind, row.words[: len(words)]) == (kind, words)


def test_periods_that_begin_and_end_alike_do_more_than_meet():
    vague = {"time_precision": "3", "geo_precision": "3", "fatalities": "0", "latitude": "", "longitude": ""}
    ours = [acled(1, event_id_cnty="DL-1", **vague)]
    assert pairs(compared(ours, [acled(1, **vague)]))
    longer = ucdp(1, date_end="2025-04-20 00:00:00.000", where_prec="4", best="", low="", high="")
    assert not pairs(compared(ours, [longer]))


def test_rows_that_cannot_be_read_stand_among_theirs_alone():
    found = compared([acled(1, event_id_cnty="DL-1")], [acled(1), acled(2, event_date="")])
    assert [(row.name, row.words) for row in found.only_theirs] == [
        ("BFO2", "row cannot be compared: no day in 'an empty cell'")]  # fmt: skip


def test_no_order_of_the_rows_changes_anything():
    ours = [acled(n, event_id_cnty=f"DL-{n}", event_date=f"2025-03-{10 + n}", fatalities=str(n)) for n in range(9)]
    theirs = [acled(n, event_date=f"2025-03-{11 + n}", fatalities=str(n + n % 2)) for n in range(9)]
    first = as_json(compared(ours, theirs))
    Random(3).shuffle(ours)
    Random(4).shuffle(theirs)
    again = as_json(compared(ours, theirs))
    numbers = {"row"}
    assert [{k: v for k, v in row.items() if k not in numbers} for row in again["only_theirs"]] == [
        {k: v for k, v in row.items() if k not in numbers} for row in first["only_theirs"]
    ]
    assert again["matched"] == first["matched"]


def test_agreement_by_field():
    ours = [acled(n, event_id_cnty=f"DL-{n}", event_date=f"2025-0{n}-15") for n in range(1, 6)]
    changed = [
        {},
        {"event_date": "2025-02-16"},
        {"fatalities": "9"},
        {"latitude": "14.19"},
        {"actor1": "JNIM", "fatalities": "0"},
    ]
    theirs = [acled(n, **{"event_date": f"2025-0{n}-15", **more}) for n, more in enumerate(changed, 1)]
    rows = {(row["field"], row["level"]): row["events"] for row in tables(compared(ours, theirs))["agreement.csv"][1]}
    assert rows["day", "the same day or period"] == 4
    assert rows["day", "one day apart"] == 1
    assert rows["place", "within 5 km"] == 4
    assert rows["place", "5 to 15 km"] == 1
    assert rows["type", "the same sub-event"] == 5
    assert (rows["deaths", "the same number"], rows["deaths", "apart"], rows["deaths", "told by one alone"]) == (
        3,
        1,
        1,
    )
    assert rows["sides", "not named by both"] == 5


def test_the_interval_is_wilsons():
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 0.0)


def test_the_summary_says_it_all_in_tables():
    found = compared([acled(1, event_id_cnty="DL-1")], [acled(1), acled(2, **KYIV)])
    lines = text(found).splitlines()
    assert lines[0] == "# Ours and ACLED"
    assert "1 event is in both: 100 % of our 1, 50 % of their 2." in lines
    assert "## Alone in ACLED: 1" in lines
    assert any("it has nothing in Ukraine" in line for line in lines)
