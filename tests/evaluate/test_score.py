from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hand import CIVILIANS, account, arrest, claim, gold, raid, reading, related

from dateline.evaluate import GoldParticipant, GoldPlace, NotEvent, as_dict, error_text, legend, score, text_table
from dateline.evaluate.counts import Count
from dateline.evaluate.score import doer
from dateline.model.values import Estimate, Participant, Period, Place, Speaker, Toll


def counts(report, read):
    return {name: figure.count for name, figure in score([report], {report.name: read}).figures().items()}


def test_a_perfect_reading_gets_everything_right():
    first = raid()
    found = counts(gold(), reading(first, related(arrest(), "follow-up of", first[0])))
    wrong = {name for name in found if name.startswith("toll off: ") and name != "toll off: exact"}
    assert {name: count.f1 for name, count in found.items() if name not in wrong} == dict.fromkeys(
        set(found) - wrong, 1.0
    )
    assert {found[name].right for name in wrong} == {0}
    assert found["event"] == Count(2, 2, 2)
    assert found["relation"] == Count(1, 1, 1)


def test_an_empty_reading_misses_all_events_and_is_asked_for_no_fields():
    found = counts(gold(), reading())
    assert found["event"] == Count(0, 0, 2)
    assert found["toll anywhere"] == Count(0, 0, 2)
    assert "place" not in found


def test_fields_from_end_to_end_count_missed_and_invented_events():
    kayes = claim("place", Place("Kayes", "Kayes", country="ML", precision="town"), "Kayes")
    extra = account("bombed", "Attack", kayes)
    found = counts(gold(), reading(raid(), extra))
    assert found["place"] == Count(1, 1, 1)
    assert found["all: place"] == Count(1, 2, 2)
    assert found["all: toll"] == Count(1, 1, 2)


def test_an_invented_event_counts_against_precision_only():
    found = counts(gold(), reading(raid(), arrest(), account("bombed", "Remote explosive/landmine/IED")))
    assert found["event"] == Count(2, 3, 2)


def test_a_planned_event_that_gold_lacks_is_no_invention():
    extra = account("bombed", "Remote explosive/landmine/IED", stance="planned")
    assert counts(gold(), reading(raid(), arrest(), extra))["event"] == Count(2, 2, 2)


def test_a_trap_is_fallen_into_only_by_an_exported_event():
    trapped = replace(gold(), not_events=(NotEvent("bombed on stage", "metaphor"),))
    fallen = account("bombed", "Remote explosive/landmine/IED")
    withheld = account("bombed", "Remote explosive/landmine/IED", stance="hypothetical")
    assert counts(trapped, reading(raid(), arrest(), fallen))["not_event"] == Count(0, 1, 1)
    assert counts(trapped, reading(raid(), arrest(), withheld))["not_event"] == Count(1, 1, 1)


def test_a_place_inside_a_trap_is_a_fall():
    trapped = replace(gold(), not_events=(NotEvent("in Kayes", "other"),))
    kayes = claim("place", Place("Kayes", "Kayes", country="ML", precision="town"), "Kayes")
    wrong = account("arrested", "Arrests", kayes)
    found = counts(trapped, reading(raid(), wrong))
    assert found["not_event"] == Count(0, 1, 1)
    assert found["place"] == Count(1, 2, 2)
    assert found["place country"] == Count(2, 2, 2)


def test_each_gold_event_takes_one_account():
    assert counts(gold(), reading(raid(), account("killing", "Attack"), arrest()))["event"] == Count(2, 3, 2)


def test_other_sub_events_count_where_the_coder_accepts_them():
    event = replace(gold().events[0], sub_event="Armed clash", also=("Attack",))
    lenient = replace(gold(), events=(event, gold().events[1]))
    assert counts(lenient, reading(raid(), arrest()))["sub-event"] == Count(2, 2, 2)


def test_wrong_figures_words_and_speakers_each_have_their_metric():
    police = (Speaker("Police", "party", "said"),)
    toll = claim("killed", Toll("killed", Estimate(12, 12, 12)), "at least 12 people", chain=police)
    wrong = account("attacked", "Attack", toll)
    found = counts(gold(), reading(wrong))
    assert found["toll"] == Count(0, 1, 1)
    assert found["toll number"] == found["toll in range"] == Count(1, 1, 1)
    assert found["speaker"] == Count(0, 1, 1)
    assert found["toll anywhere"] == Count(0, 1, 2)


def test_a_toll_of_another_harm_is_told_with_the_wrong_harm():
    wrong = account("attacked", "Attack", claim("injured", Toll("injured", Estimate(low=12)), "at least 12 people"))
    found = counts(gold(), reading(wrong))
    assert found["toll"] == found["toll harm"] == Count(0, 1, 1)


def test_missed_and_invented_tolls_are_counted():
    wrong = account("attacked", "Attack", claim("arrested", Toll("arrested", Estimate(4, 4, 4)), "four men"))
    report = gold()
    assert score([report], {"hand": reading(wrong)}).over("toll") == (1, 1)


def test_participants_by_role_and_by_name():
    wrong = claim("participant", Participant("recipient", "Gunmen", CIVILIANS), "Gunmen")
    swapped = account("attacked", "Attack", wrong)
    found = counts(gold(), reading(swapped))
    assert found["participant"] == found["participant role"] == found["participant name"] == Count(0, 1, 1)


def test_a_participant_that_only_a_rule_gave_is_no_invention():
    unknown = Participant("recipient", "", CIVILIANS, inferred=True, rule="nobody is named")
    base, rows = raid()
    extra = claim("participant", unknown, "", basis="nobody is named")
    made = replace(base, claims=(*base.claims, extra.id)), (*rows, extra)
    assert counts(gold(), reading(made))["participant"] == Count(1, 1, 1)


def test_a_weapon_that_only_the_trigger_implies_is_no_invention():
    implied = claim("weapon", {"value": "firearm", "text": "attacked"}, "attacked")
    base, rows = raid()
    made = replace(base, claims=(*base.claims, implied.id)), (*rows, implied)
    assert "weapon" not in counts(gold(), reading(made))


def test_the_doer_of_a_fight_is_the_side_that_is_no_state():
    army, rebels = GoldParticipant("party", "Military Forces of Mali"), GoldParticipant("party", "Azawad Movement")
    assert doer(replace(gold().events[0], participants=(army, rebels))) == "named groups"
    assert doer(replace(gold().events[0], participants=(army,))) == "state forces"
    assert doer(replace(gold().events[0], participants=())) == "nobody named"


def test_who_says_that_it_happened():
    event = replace(
        gold().events[0], said_by=(Speaker("the agency", "media", "reported"), Speaker("a doctor", "medic", ""))
    )
    report = replace(gold(), events=(event,))
    base, rows = raid()
    assert counts(report, reading((base, rows)))["attribution"] == Count(0, 0, 1)
    told = replace(rows[0], chain=(Speaker("The doctor", "medic", "said"),))
    assert counts(report, reading((base, (told, *rows[1:]))))["attribution"] == Count(1, 1, 1)


@pytest.mark.parametrize(
    ("low", "size"),
    [(12, "exact"), (15, "in gold's range"), (7, "less than twice"), (3, "two to ten times"), (1, "more")],
)
def test_the_size_of_a_wrong_figure(low, size):
    toll = claim("killed", Toll("killed", Estimate(low=low)), "at least 12 people")
    found = counts(gold(), reading(account("attacked", "Attack", toll)))
    sizes = {
        name.removeprefix("toll off: "): count.right for name, count in found.items() if name.startswith("toll off")
    }
    assert sizes == {**dict.fromkeys(sizes, 0), size: 1}
    assert len(sizes) == 5


@pytest.mark.parametrize(
    ("lat", "lon", "right"),
    [(16.27, -0.04, 1), (15.0, -0.04, 1), (14.0, -0.04, 0), (None, None, 0)],  # Gao lies at 16.27 N, 0.04 W
)
def test_a_point_within_161_km(lat, lon, right):
    place = claim("place", Place("Gao", "Gao", lat=lat, lon=lon, country="ML", precision="town"), "Gao")
    found = counts(gold(), reading(account("attacked", "Attack", place)))
    assert found["place within 161 km"] == Count(right, 1, 1)


def test_a_place_that_the_gazetteer_lacks_has_no_point_to_be_near():
    event = replace(gold().events[0], place=GoldPlace("Qzxville", "ML", "town"))
    assert "place within 161 km" not in counts(replace(gold(), events=(event,)), reading(raid()))


@pytest.mark.parametrize(
    ("precision", "start", "end", "right"),
    [
        ("day", 17, 17, 1), ("day", 16, 17, 0), ("week", 12, 20, 1), ("week", 1, 9, 0), ("week", 1, 20, 0),
    ],
)  # fmt: skip
def test_days_within_the_precision(precision, start, end, right):
    gold_period = Period(date(2025, 3, 17), date(2025, 3, 17 if precision == "day" else 23), precision)
    event = replace(gold().events[0], period=gold_period)
    read = claim("period", Period(date(2025, 3, start), date(2025, 3, end), "days"), "Monday")
    found = counts(replace(gold(), events=(event,)), reading(account("attacked", "Attack", read)))
    assert found["period within precision"] == Count(right, 1, 1)


def test_errors_come_worst_first_with_both_sides():
    scores = score([gold()], {"hand": reading(raid(salience="background"))})
    first, second = scores.errors()
    assert (first.event, first.differs[0][0], first.differs[0][2]) == ("arrest", "event", "nothing")
    assert second.differs == (("salience", "main", "background"),)
    assert "salience: gold main; read background" in error_text(second)


def test_tables_and_json_hold_the_same_figures():
    scores = score([gold()], {"hand": reading(raid())})
    table, plain = text_table(scores), as_dict(scores)
    assert plain["metrics"]["event"]["recall"] == 0.5
    assert "events: 1 missed, 0 invented" in table
    assert {by: list(groups) for by, groups in plain["by"].items()} == {
        "region": ["Africa"], "register": ["not told"], "doer": ["state forces", "unidentified"]
    }  # fmt: skip
    assert plain["confusion"] == [
        {"gold": "Arrests", "read": "nothing", "times": 1}, {"gold": "Attack", "read": "Attack", "times": 1}
    ]  # fmt: skip
    assert all(metric in legend() for metric in plain["metrics"])


def test_intervals_are_the_same_in_every_run_and_hold_the_figure():
    reports = [replace(gold(), name=f"r{n}") for n in range(6)]
    read = {f"r{n}": reading(raid(), *([arrest()] if n % 2 else [])) for n in range(6)}
    one, two = (score(reports, read).figures()["event"] for _ in range(2))
    assert one == two
    assert one.low < one.count.f1 < one.high
