from __future__ import annotations

from datetime import date

import pytest

from dateline.evaluate.gold import GoldPlace
from dateline.evaluate.same import days_meet, occurrences, same_name, same_place, within, words_overlap
from dateline.model.values import Estimate, Period


@pytest.mark.parametrize(
    ("gold", "read"),
    [
        ("Military Forces of Mali (2021-)", "Military Forces of Mali (2012-2020)"),
        ("Unidentified Armed Group (Mali)", "Unidentified Armed Group"),
        ("RSF: Rapid Support Forces", "Rapid Support Forces"),
        ("The Red Eagles Militia", "Red Eagles"),
    ],
)
def test_names_that_are_the_same(gold, read):
    assert same_name(gold, read)


@pytest.mark.parametrize(
    ("gold", "read"),
    [
        ("Military Forces of Mali (2021-)", "Police Forces of Mali (2021-)"),
        ("Civilians (Mali)", "Civilians (Niger)"),
        ("Military Forces of Mali (2021-)", "Military Forces"),
    ],
)
def test_names_that_are_not(gold, read):
    assert not same_name(gold, read)


def test_places_are_the_same_under_any_spelling():
    assert same_place(GoldPlace("Ar Raqqah", "SY", "town"), {"name": "Raqqa", "text": "Rakka"})
    assert not same_place(GoldPlace("Gao", "ML", "town"), {"name": "Kidal", "text": "Kidal"})


def test_occurrences_stop_at_words():
    assert occurrences("bombs, bomb; bomb", "bomb") == ((7, 11), (13, 17))


def test_speakers_share_words_that_carry_meaning():
    assert words_overlap("a doctor at the hospital", "doctors")
    assert not words_overlap("a spokesman for the army", "the mayor for a day")


def test_numbers_lie_in_open_ranges():
    assert within(Estimate(low=17), Estimate(20, 20, 20))
    assert not within(Estimate(high=30), Estimate(31, 31, 31))
    assert not within(Estimate(low=17), Estimate())


def test_days_meet_needs_both_ends():
    week = Period(date(2025, 3, 10), date(2025, 3, 16))
    assert days_meet(week, Period(date(2025, 3, 16), date(2025, 3, 20)))
    assert not days_meet(week, Period())
