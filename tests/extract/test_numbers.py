"""Numbers: what words and digits leave known, and what is no quantity of people or things."""

from __future__ import annotations

import pytest

from dateline.extract.harm.numbers import numbers
from dateline.model.reading import NumberMention, Reading
from dateline.model.report import Report
from dateline.text import parse

Bounds = tuple[int | None, int | None, int | None]


def read(text: str) -> tuple[NumberMention, ...]:
    return numbers(Reading(Report(text), doc=parse(text))).numbers


def told(text: str) -> list[tuple[str, Bounds]]:
    found = [m for m in read(text) if not m.ordinal]
    return [(m.text, (m.estimate.low, m.estimate.best, m.estimate.high)) for m in found]


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("17", (17, 17, 17)),
        ("12,500", (12500, 12500, 12500)),
        ("twenty-three", (23, 23, 23)),
        ("two hundred and fifty", (250, 250, 250)),
        ("a hundred", (100, 100, 100)),
        ("two and a half thousand", (2500, 2500, 2500)),
        ("1.2 million", (1200000, 1200000, 1200000)),
        ("at least 17", (17, None, None)),
        ("more than 20", (21, None, None)),
        ("over 20", (21, None, None)),
        ("up to 30", (None, None, 30)),
        ("as many as 30", (None, None, 30)),
        ("no more than 30", (None, None, 30)),
        ("fewer than 10", (None, None, 9)),
        ("about 30", (None, 30, None)),
        ("some 30", (None, 30, None)),
        ("nearly 30", (None, 30, 30)),
        ("between 10 and 12", (10, None, 12)),
        ("10 to 12", (10, None, 12)),
        ("10-12", (10, None, 12)),
        ("17 or 18", (17, None, 18)),
        ("a dozen", (12, 12, 12)),
        ("half a dozen", (6, 6, 6)),
        ("two dozen", (24, 24, 24)),
        ("more than a dozen", (13, None, None)),
        ("several", (3, None, None)),
        ("several hundred", (300, None, None)),
        ("no", (0, 0, 0)),
        ("another five", (5, 5, 5)),
    ],
)
def test_words_and_their_modifiers(words: str, bounds: Bounds) -> None:
    assert told(f"The army said {words} people died there.") == [(words, bounds)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Dozens were killed.", (24, None, None)),
        ("Scores of farmers were killed.", (40, None, None)),
        ("Tens of thousands fled.", (20000, None, None)),
        ("Ten or more were hurt.", (10, None, None)),
        ("Two others were hurt.", (2, 2, 2)),
        ("Five more died.", (5, 5, 5)),
        ("One of the guards died.", (1, 1, 1)),
    ],
)
def test_numbers_that_stand_alone(text: str, bounds: Bounds) -> None:
    assert [b for _, b in told(text)] == [bounds]


@pytest.mark.parametrize(
    "text",
    [
        "On March 10, 2025 the convoy left.",
        "It happened in 2019.",
        "A 17-year-old boy spoke.",
        "Ali Hassan, 34, spoke.",
        "The driver was aged 34.",
        "They paid $500 for it.",
        "Prices rose 12 percent, or 3%.",
        "The town lies 200km north and 30 miles east.",
        "At 7:30 a.m. shots were heard.",
        "He carried an AK-47 near Route 66.",
        "The siege lasted three weeks.",
        "No one knows why, and one day we may.",
    ],
)
def test_what_counts_nobody_is_left_out(text: str) -> None:
    assert [w for w, b in told(text) if b != (0, 0, 0)] == []


def test_offsets_give_the_words_and_ordinals_are_marked() -> None:
    text = "It was the second assault; at least 17 people died."
    ordinal, figure = read(text)
    assert (ordinal.text, ordinal.ordinal) == ("second", True)
    assert text[figure.start : figure.end] == figure.text == "at least 17"


def test_a_number_at_the_very_end_and_an_empty_text() -> None:
    assert told("The count was dozens") == [("dozens", (24, None, None))]
    assert told("They were a few") == []
    assert read("") == ()
