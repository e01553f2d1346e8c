from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hand import gold

from dateline.evaluate import GoldPlace, agree, agreement_dict, agreement_table
from dateline.model.values import Estimate, Period, Speaker


def fields(one, two):
    return {field.field: field for field in agree([one], [two]).fields}


def found(one, two):
    return {row.metric: row.count for row in agree([one], [two]).found}


def test_a_coder_agrees_with_himself():
    same = agree([gold()], [gold()])
    assert all(field.equal == 1 for field in same.fields)
    assert {field.alpha for field in same.fields} <= {1.0, None}
    assert all(row.count.f1 == 1 for row in same.found if row.count.wanted)


def test_another_type_and_day_count_in_their_fields_alone():
    raid, arrest = gold().events
    other = replace(raid, sub_event="Armed clash", period=Period(date(2025, 3, 16), date(2025, 3, 16), "day"))
    seen = fields(gold(), replace(gold(), events=(other, arrest)))
    assert (seen["sub-event"].equal, seen["period days"].equal, seen["place"].equal) == (0.5, 0.5, 1)
    assert seen["sub-event"].alpha == pytest.approx(1 - 2 / (2 * 5 / 3))  # values Attack, clash, Arrests x 2


def test_spellings_of_a_place_are_one_value():
    raid, arrest = gold().events
    same = replace(raid, place=GoldPlace("Gaô", "ML", "town"))
    other = replace(raid, place=GoldPlace("Gao", "NE", "town"))
    assert fields(gold(), replace(gold(), events=(same, arrest)))["place"].equal == 1
    assert fields(gold(), replace(gold(), events=(other, arrest)))["place"].equal == 0.5


def test_an_event_that_one_coder_lacks():
    raid, _ = gold().events
    counts = found(gold(), replace(gold(), events=(raid,), relations=()))
    assert (counts["event"].right, counts["event"].wanted, counts["event"].said) == (1, 2, 1)


def test_words_chosen_exactly_and_overlapping():
    raid, arrest = gold().events
    longer = replace(raid, tolls=(replace(raid.tolls[0], quote="killing at least 12 people"),))
    counts = found(gold(), replace(gold(), events=(longer, arrest)))
    assert counts["words: toll, exact"].right == 1  # the four men
    assert counts["words: toll, overlapping"].right == 2


def test_figures_are_held_against_each_other_by_proportion():
    raid, arrest = gold().events
    near, far = (replace(raid, tolls=(replace(raid.tolls[0], estimate=Estimate(low=n)),)) for n in (11, 3))
    close = fields(gold(), replace(gold(), events=(near, arrest)))["toll number"]
    off = fields(gold(), replace(gold(), events=(far, arrest)))["toll number"]
    assert close.equal == off.equal == 0.5
    assert close.alpha > off.alpha


def test_another_speaker():
    raid, arrest = gold().events
    other = replace(raid, tolls=(replace(raid.tolls[0], said_by=(Speaker("Police", "official", "said"),)),))
    assert fields(gold(), replace(gold(), events=(other, arrest)))["toll speaker"].equal == 0.5


def test_only_reports_of_both_coders_count():
    assert agree([gold(), replace(gold(), name="alone")], [gold()]).reports == 1


def test_table_and_json():
    same = agree([gold()], [gold()])
    assert agreement_table(same).startswith("1 reports coded twice")
    assert agreement_dict(same)["found"]["event"]["f1"] == 1
