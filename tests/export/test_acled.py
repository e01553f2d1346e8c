import csv
import dataclasses

import djibo
import pytest

from dateline.export.acled import crowd_size, write_acled
from dateline.export.acled_notes import blame, where
from dateline.export.acled_sides import interaction, sides
from dateline.export.acled_when import event_day
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.model.values import Participant, Place, plain

COLUMNS = [
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
]


def rows(dataset, out, options=None):
    written = write_acled(dataset, out, options or ExportOptions())
    return [list(csv.DictReader(path.open(encoding="utf-8", newline=""))) for path in written]


@pytest.fixture
def table(dataset, tmp_path):
    written, left_out = rows(dataset, tmp_path)
    return {row["event_id_cnty"][-1]: row for row in written}, {row["event_id"][-1]: row for row in left_out}


def test_thirty_one_columns_in_order(dataset, tmp_path):
    header = write_acled(dataset, tmp_path, ExportOptions())[0].read_text("utf-8").splitlines()[0]
    assert header.split(",") == COLUMNS
    assert len(COLUMNS) == 31


def test_the_raid(table):
    raid = table[0]["1"]
    assert raid["event_date"] == "2025-03-15"
    assert (raid["time_precision"], raid["geo_precision"]) == ("1", "1")
    assert (raid["actor1"], raid["inter1"]) == (djibo.UAG, "Political militia")
    assert (raid["actor2"], raid["inter2"]) == ("Civilians (Burkina Faso)", "Civilians")
    assert raid["interaction"] == "Political militia-Civilians"
    assert raid["civilian_targeting"] == "Civilians targeted"
    assert (raid["iso"], raid["region"], raid["country"]) == ("854", "Western Africa", "Burkina Faso")
    assert (raid["latitude"], raid["longitude"]) == ("14.0986", "-1.6266")
    assert (raid["fatalities"], raid["source"], raid["source_scale"]) == ("7", "Sahel & Savanna News", "")
    assert raid["tags"] == "machine-coded; unreviewed"
    assert raid["timestamp"] == "1742083200"


def test_notes_tell_who_gives_which_figure(table):
    notes = table[0]["1"]["notes"]
    assert notes.startswith(
        "On 15 March 2025, gunmen on motorcycles attacked civilians at a market in Djibo (Soum, Sahel)."
    )
    assert "According to a local official, at least 17 people were killed" in notes
    assert "According to the army, 11 people (among them 4 soldiers)" in notes
    assert "at least 24 people (“dozens”) were injured" in notes
    assert "disputed; coded 7, the lowest reliable figure" in notes
    assert "No group has claimed responsibility." in notes


def test_shelling_of_a_camp_targets_civilians(table):
    mortar = table[0]["2"]
    assert (mortar["geo_precision"], mortar["fatalities"]) == ("2", "3")
    assert mortar["actor1"] == "Unidentified Armed Group (Burkina Faso)"
    assert mortar["civilian_targeting"] == "Civilians targeted"
    assert mortar["disorder_type"] == "Political violence"


def test_protesters_come_first_and_silence_is_nought(table):
    protest = table[0]["3"]
    assert protest["actor1"] == "Protesters (Burkina Faso)"
    assert protest["actor2"] == "Police Forces of Burkina Faso (2022-)"
    assert protest["interaction"] == "State forces-Protesters"
    assert protest["civilian_targeting"] == ""
    assert protest["fatalities"] == "0"
    assert "crowd size=several hundred" in protest["tags"]


def test_a_month_is_written_at_its_middle(table):
    assert (table[0]["5"]["event_date"], table[0]["5"]["time_precision"]) == ("2025-02-15", "3")


def test_a_place_without_coordinates_keeps_its_name(table):
    capture = table[0]["7"]
    assert (capture["location"], capture["latitude"], capture["geo_precision"]) == ("Tongomayel", "", "3")
    assert "coordinates unknown" in capture["tags"]
    assert capture["actor2"] == "Military Forces of Burkina Faso"


def test_what_has_no_row_is_listed_with_the_reason(table):
    written, left_out = table
    assert set(left_out) == {"4", "6"}
    assert "denied by the government" in left_out["4"]["reason"]
    assert left_out["6"]["reason"] == "no place told"
    assert not set(written) & set(left_out)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"clarity": "cumulative"}, "running total"),
        ({"type": djibo.acled("Strategic developments", "Other", "CONSULT", "visit")}, "no row in ACLED"),
        ({"type": djibo.acled("Strategic developments", "Other", None, None)}, "no row in ACLED"),
        ({"exported": False, "withheld": "planned"}, "withheld: planned"),
    ],
)
def test_reasons(tmp_path, change, reason):
    _, left_out = rows(djibo.dataset(dataclasses.replace(djibo.raid(), **change)), tmp_path)
    assert reason in left_out[0]["reason"]


def changed(field, value):
    event = djibo.raid()
    found = tuple(dataclasses.replace(f, value=value) if f.field == field else f for f in event.findings)
    return dataclasses.replace(event, findings=found)


def test_a_year_or_a_country_alone_is_not_recorded(tmp_path):
    year = changed("period", {"start": "2024-01-01", "end": "2024-12-31", "precision": "year", "text": "2024"})
    nameless = changed(
        "period", {"start": None, "end": None, "partial": "XXXX-03-10", "precision": "day", "text": "March 10"}
    )
    land = changed(
        "place", plain(Place("Burkina Faso", "Burkina Faso", None, 12.0, -1.5, country="BF", precision="country"))
    )
    reasons = [rows(djibo.dataset(event), tmp_path)[1][0]["reason"] for event in (year, nameless, land)]
    assert "year" in reasons[0]
    assert reasons[1] == "the year is not known"
    assert reasons[2] == "only the country is known"


@pytest.mark.parametrize(
    ("start", "end", "precision", "text", "want"),
    [
        ("2025-03-15", "2025-03-15", "day", "Saturday", ("2025-03-15", 1)),
        ("2025-03-15", "2025-03-16", "day", "overnight", ("2025-03-15", 1)),
        ("2025-03-10", "2025-03-16", "week", "last week", ("2025-03-13", 2)),
        ("2025-03-01", "2025-03-31", "month", "this month", ("2025-03-15", 3)),
        ("2025-03-01", "2025-03-31", "month", "early March", ("2025-03-01", 3)),
        ("2025-03-01", "2025-03-31", "month", "late in March", ("2025-03-31", 3)),
        ("2025-03-01", "2025-03-31", "month", "later in March", ("2025-03-15", 3)),
    ],
)
def test_days(start, end, precision, text, want):
    day, level = event_day({"start": start, "end": end, "precision": precision, "text": text})
    assert (day.isoformat(), level) == want


def told_days(found, start, end, days=(), rule="days"):
    period = {"start": start, "end": end, "precision": "days", "text": "", "days": list(days), "rule": rule}
    return dataclasses.replace(
        found,
        findings=tuple(dataclasses.replace(f, value=period) if f.field == "period" else f for f in found.findings),
    )


def test_each_reported_day_has_a_row_and_the_dead_are_shared_out(dataset, tmp_path):
    raid = next(event for event in dataset.events if event.id.endswith("1"))
    days = ("2025-03-10", "2025-03-11", "2025-03-14")
    event = told_days(raid, days[0], days[-1], days)
    written = rows(dataclasses.replace(dataset, events=(event,)), tmp_path)[0]
    assert [row["event_date"] for row in written] == list(days)
    assert [row["fatalities"] for row in written] == ["3", "2", "2"]
    assert [row["event_id_cnty"] for row in written] == [event.id, f"{event.id}.2", f"{event.id}.3"]
    assert {row["time_precision"] for row in written} == {"1"}


def test_a_long_protest_is_one_row_on_the_day_of_the_report(dataset, tmp_path):
    protest = next(event for event in dataset.events if event.type.acled_event == "Protests")
    event = told_days(protest, "2024-12-16", "2025-03-16", rule="month: as written; since: to the day of the story")
    written = rows(dataclasses.replace(dataset, events=(event,)), tmp_path)[0]
    assert [(row["event_date"], row["time_precision"]) for row in written] == [("2025-03-16", "2")]


def test_actor1_is_never_blank_and_foreign_forces_are_external():
    raid = changed("participants", [])
    assert sides(raid, "Burkina Faso")[0].name == djibo.UAG
    army = Participant("actor", "Malian troops", "Military Forces of Mali (2021-)", "ml-army", "State forces", "ML")
    one, two = sides(changed("participants", plain((army,))), "Burkina Faso")
    assert one.inter == "External/Other forces"
    assert interaction(one, two) == "Civilians-External/Other forces"


def test_the_victim_is_always_second():
    who = (
        Participant("recipient", "villagers", "Civilians (Burkina Faso)", None, "Civilians", "BF"),
        Participant("actor", "gunmen", djibo.UAG, None, "Political militia", "BF"),
    )
    one, two = sides(changed("participants", plain(who)), "Burkina Faso")
    assert (one.name, two.name) == (djibo.UAG, "Civilians (Burkina Faso)")


def test_an_accepted_row_is_no_longer_called_unreviewed(tmp_path):
    written, _ = rows(djibo.dataset(dataclasses.replace(djibo.raid(), status="accepted")), tmp_path)
    assert written[0]["tags"] == ""


def test_an_uncounted_crowd_has_no_size():
    assert crowd_size(djibo.raid()) == "no report"


def test_nothing_runs_as_a_formula(tmp_path):
    report = dataclasses.replace(djibo.REPORT, publisher="=cmd|'/c calc'!A1")
    kept = djibo.dataset(djibo.raid())
    dataset = dataclasses.replace(kept, reports={djibo.REPORT.id: report})
    assert rows(dataset, tmp_path)[0][0]["source"].startswith("'=")


def test_those_who_attack_are_not_coded_as_civilians():
    worker = Participant("actor", "an office worker", "Civilians (Burkina Faso)", None, "Civilians", "BF")
    one, two = sides(changed("participants", plain((worker,))), "Burkina Faso")
    assert (one.name, one.text) == (djibo.UAG, "an office worker")
    assert two.inter == "Civilians"


@pytest.mark.parametrize(
    ("place", "want"),
    [
        ({"name": "Goma", "relation": "10 km north of"}, "10 km north of Goma"),
        ({"name": "Mali", "relation": "central"}, "in central Mali"),
        ({"name": "Arbinda", "precision": "near", "admin1": "Sahel"}, "near Arbinda (Sahel)"),
    ],
)
def test_where_in_notes(place, want):
    assert where(place, "") == want


def test_a_denied_toll_is_told_as_denied_and_rivals_stay_rivals(tmp_path):
    base = djibo.raid()
    none = djibo.claim("killed", djibo.toll("killed", 11, 11, 11), "11 had died", djibo.OFFICIAL, stance="denied")
    other = djibo.claim("killed", djibo.toll("killed", 12, 12, 12), "11", djibo.ARMY)
    event = dataclasses.replace(base, claims=(*base.claims, none, other))
    notes = rows(djibo.dataset(event), tmp_path)[0][0]["notes"]
    assert "it is not true that 11 people were killed" in notes
    assert "11 people (among them 4 soldiers) or 12 people" in notes


@pytest.mark.parametrize(
    ("item", "want"),
    [
        ({"ground": "accused", "actor": "JNIM", "by": "The army"}, "JNIM was accused by the army."),
        ({"ground": "accused", "actor": None, "by": "The army"}, None),
        ({"ground": "self-claimed", "actor": "Boko Haram", "by": None}, "Boko Haram claimed responsibility."),
    ],
)
def test_blame(dataset, item, want):
    lines = blame(changed("responsibility", [item]), Masker(dataset, ExportOptions()))
    assert lines == ([want] if want else [])
