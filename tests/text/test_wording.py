"""The words that a pattern can match: none is left out."""

from __future__ import annotations

import pytest

from dateline.text.wording import spelt, wording


@pytest.mark.parametrize(
    ("pattern", "alone", "first", "last", "every"),
    [
        ("monday|sunday", "monday sunday", "monday sunday", "monday sunday", "monday sunday"),
        ("(?:late +)?monday", "monday", "late monday", "monday", "late monday"),
        ("(?:on )?the (?:last )?days?", "", "on the", "day days", "on the last day days"),
        (r"jan\.?(?! 5) \d{1,2}(?:st|th)?", "", "jan", "0 00 0st 0th 00st 00th", "jan 0 00 0st 0th 00st 00th"),
        (r"\d(?P<sep>[/-])\d(?P=sep)\d+", "", "0", "0 00 000 0000", "0 00 000 0000"),
        (r"noon\.", "noon", "noon", "noon", "noon"),
        ("(?i:Near) (?:[a-z]+-held )?", "near", "near", "near held", "near * held"),
        ("about[^x]", "about about0 about*", "about about0 about*", "about about0 about*", "about about0 about*"),
    ],
)
def test_the_words_of_a_pattern(pattern: str, alone: str, first: str, last: str, every: str) -> None:
    found = wording(pattern)
    assert found.alone >= set(alone.split())
    assert found.first >= set(first.split())
    assert found.last >= set(last.split())
    assert found.every == set(every.split())


def test_a_word_that_only_goes_on_is_none_alone_and_one_that_only_begins_is_no_last() -> None:
    found = wording("in the (?:morning|night)")
    assert not found.alone
    assert found.first == {"in"}
    assert found.last == {"morning", "night"}


def test_words_are_spelt_with_noughts_for_digits() -> None:
    assert [spelt(word) for word in ("goma", "12th", "2025", "1000000")] == ["goma", "00th", "0000", "0000"]
