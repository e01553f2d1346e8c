"""The likeliest day of those told, for an event whose own words tell none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.codebook import load_codebook
from dateline.extract.events.accounts import drafts_of
from dateline.extract.events.day_choice import WEIGHED, likeliest
from dateline.extract.events.day_signs import ANY, ITSELF, MADE, NONE, OWN, RULE, DaysTold, Option
from dateline.extract.events.settling import by_rule
from dateline.extract.read import read
from dateline.model.reading import EventGuess, Reading
from dateline.model.report import Report
from dateline.model.values import Period

DAY = date(2025, 3, 16)  # a Sunday
AMBUSH = """The ambush on the Laluai river has widowed five women, and the army will not say when they may bury them.

The lorry was stopped on 28 January by some twenty men, the district officer said."""


def _read(text: str) -> Reading:
    return read(Report(text, published=DAY, language="en"))


def _period(text: str) -> tuple[dict[str, object], str | None, tuple[str, ...]]:
    claim = next(claim for claim in _read(text).claims if claim.field == "period")
    return claim.value, claim.basis, claim.inputs


def _day(number: int) -> Period:
    return Period(date(2025, 3, number), date(2025, 3, number), "day")


def _best(options: list[Option], weights: dict[tuple[str, str], float]) -> tuple[Option, float]:
    found = likeliest(options, weights)
    assert found is not None
    return found


def test_what_is_as_likely_as_others_is_not_taken() -> None:
    assert likeliest([Option(_day(number), number, ("near",)) for number in (3, 5, 7)], {}) is None


def test_a_day_told_further_down_goes_to_the_event_of_the_lead() -> None:
    value, basis, (share,) = _period(AMBUSH)
    assert (value["start"], value["inferred"], value["text"]) == ("2025-01-28", True, "28 January")
    assert basis == WEIGHED
    assert share.endswith("% likely")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hearings opened on Monday into the killing of nine traders in Kaya in October 2019.", "2019-10-01"),
        ("Rebels raided Djibo on Tuesday.\n\nThe raid on a mine near Arbinda on Friday killed two.", "2025-03-11"),
    ],
)
def test_a_day_in_the_event_s_own_words_is_not_weighed(text: str, day: str) -> None:
    value, basis, _ = _period(text)
    assert (value["start"], basis) == (day, None)


@pytest.mark.parametrize(
    "text",
    [
        "The generals have ruled since they seized power on Monday. Jets bombed nine villages near Gao.",
        "A blast killed nine people in Kaya, officials said, adding that rescuers ended their work on Monday.",
    ],
)
def test_the_beginning_of_a_state_and_what_else_is_said_are_no_option(text: str) -> None:
    reading = _read(text)
    drafts = drafts_of(reading)
    by_rule(reading, drafts)
    options = DaysTold(reading, drafts).options(len(drafts) - 1)
    assert (date(2025, 3, 10), date(2025, 3, 10)) not in [option.days for option in options]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen recently killed nine people in Kaya. A market was held on Thursday.",
        "Sunday marks the tenth anniversary of the massacre of 43 students in Iguala.",
    ],
)
def test_words_that_tell_of_no_known_day_take_none(text: str) -> None:
    periods = [claim.value for claim in _read(text).claims if claim.field == "period"]
    assert all(value["start"] is None for value in periods)


def test_options_of_one_day_count_together() -> None:
    weights = {("near", ITSELF): 1.0, ("far", ITSELF): 0.6}
    near, *far = Option(_day(3), 0, ("near",)), Option(_day(5), 1, ("far",)), Option(_day(5), 2, ("far",))
    assert _best([near, far[0]], weights)[0] is near
    chosen, share = _best([near, *far], weights)
    assert chosen.days == (date(2025, 3, 5), date(2025, 3, 5))
    assert share == pytest.approx(0.573, abs=0.001)


def test_a_sign_weighs_where_its_day_stands() -> None:
    weights = {("near", "outright"): -2.0, (ANY, "outright"): 0.5}
    told = Option(_day(3), 0, ("near",), beside=frozenset({"outright"}))
    assert _best([told, Option(None, None, (NONE,))], weights)[0].period is None
    alone = Option(_day(3), 0, ("far",), frozenset({"outright"}))
    assert _best([alone, Option(None, None, (NONE,))], weights)[0] is alone


def test_the_shipped_weights_name_places_that_exist() -> None:
    known = {ANY, NONE, MADE, OWN, "a later telling", "above", "below"}
    for section, _ in load_codebook().day_choice:
        assert section in known or section.startswith((RULE, "its ", "the ", "two sentences before")), section


def test_what_the_reader_takes_for_imagined_takes_no_day_over() -> None:
    reading = _read("The envoy left Kaya on Thursday. Gunmen attacked the market.")
    (trigger,) = reading.triggers
    guess = EventGuess(trigger.start, trigger.end, trigger.text, 0.9, (("Attack", 0.9),), "hypothetical")
    for triggers, day in (((trigger,), date(2025, 3, 13)), ((replace(trigger, guess=guess),), None)):
        told = replace(reading, triggers=triggers)
        drafts = drafts_of(told)
        by_rule(told, drafts)
        assert (drafts[0].period and drafts[0].period.start) == day
