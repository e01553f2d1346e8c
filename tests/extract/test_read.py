"""Reading a report: the order of the components, what they need, and what is not read at all."""

from __future__ import annotations

import gc
from datetime import date

import pytest
from telling import tell

from dateline.errors import DatelineError
from dateline.extract.component import Component, component
from dateline.extract.read import ORDER, arrange, read, steps
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.registry import plugins


def made(requires: tuple[str, ...], provides: tuple[str, ...]) -> Component:
    """A component that only notes that it ran."""

    @component(requires=requires, provides=provides)
    def step(reading: Reading) -> Reading:
        return reading.add(outcome=reading.outcome + "".join(provides))

    return step


def test_every_component_finds_what_it_needs_before_it() -> None:
    given: set[str] = set()
    for step in steps():
        assert set(step.requires) <= given
        given |= set(step.provides)
    assert {"claims", "accounts", "unread", "people"} <= given


def test_the_built_in_components_are_those_of_the_order() -> None:
    assert sorted(plugins("components")) == sorted(ORDER)
    assert [plugins("components")[name] for name in ORDER] == list(steps())


def test_the_order_does_not_hang_on_the_order_of_registration() -> None:
    found = plugins("components")
    assert arrange(dict(reversed(found.items()))) == arrange(found)


def test_a_missing_requirement_is_one_clear_line() -> None:
    with pytest.raises(DatelineError) as error:
        arrange({"parse": made((), ("doc",)), "times": made(("doc", "dateline"), ("times",))})
    assert "times" in str(error.value)
    assert "dateline" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_component_of_ones_own_runs_where_its_needs_are_met() -> None:
    own = made(("claims",), ("people",))
    found = {**plugins("components"), "blur": own}
    order = arrange(found)
    at = order.index(own)
    assert order.index(found["accounts"]) < at


def test_a_component_of_ones_own_with_an_unknown_need_is_refused() -> None:
    with pytest.raises(DatelineError, match=r"blur needs moods"):
        arrange({**plugins("components"), "blur": made(("moods",), ("colours",))})


@pytest.mark.parametrize("language", ["fr", "ar", "sw"])
def test_another_language_is_kept_and_not_read(language: str) -> None:
    reading = read(Report("Des hommes armés ont attaqué un marché à Gao samedi.", language=language))
    assert reading.outcome.startswith("not read: ")
    assert language in reading.outcome
    assert (reading.claims, reading.accounts, reading.doc) == ((), (), None)


@pytest.mark.parametrize("language", ["en", None])
def test_english_and_what_is_not_told_is_read(language: str | None) -> None:
    text = "Gunmen attacked a market in Gao on Saturday."
    assert read(Report(text, language=language, published=date(2025, 3, 16))).outcome == "events"


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t\n"])
def test_an_empty_text_is_not_read(text: str) -> None:
    reading = read(Report(text))
    assert reading.outcome == "not read: the report has no text"
    assert reading.accounts == ()


@pytest.mark.parametrize("text", [".", "1", "\u200b", "?!", "—", "A\x00B", "x" * 3000, "\U0001f4a5 " * 50])
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    assert read(Report(text)).accounts == ()


def test_without_any_day_no_day_is_made_up() -> None:
    event = tell("Gunmen attacked a market in Gao on Saturday, killing five people.", None).only
    assert event.day is None


def test_capitals_are_read_and_cited_as_they_stand() -> None:
    text = "GUNMEN ATTACKED A MARKET IN GAO ON SATURDAY, KILLING FIVE PEOPLE."
    event = tell(text).only
    assert event.figures("killed") == [(5, 5)]
    assert event.account.anchor.quote == "ATTACKED"


def test_reading_twice_gives_the_same() -> None:
    text = "Gunmen attacked a market in Gao on Saturday, killing five people, an official said."
    again = read(Report(text, published=date(2025, 3, 16)))
    assert again == tell(text).reading


def test_what_the_first_report_has_loaded_is_not_looked_through_again() -> None:
    read(Report("Gunmen killed three people in Goma on Monday."))
    assert gc.get_freeze_count() > 10_000
