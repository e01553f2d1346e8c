"""What an office puts out in its own name is on its word."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.read import read
from dateline.extract.voice.voices import said
from dateline.model.report import Report

HEAD = "KAYA POLICE SERVICE\nPRESS RELEASE, 14 March 2025\n\n"
OPENING = "The Service wishes to inform the public of the following."
DEED = "Nine traders were shot dead at Kaya market on Friday."


def speakers(text: str, words: str) -> list[str]:
    reading = read(Report(text, published=date(2025, 3, 16), language="en"), "sayings")
    start = text.index(words)
    return [link.speaker for link in said(reading, start, start + len(words))["chain"]]


def test_all_of_a_statement_is_on_the_word_of_the_office_that_opens_it() -> None:
    assert speakers(f"{HEAD}{OPENING}\n\n{DEED}", "Nine traders") == ["The Service"]


def test_who_is_cited_in_a_statement_speaks_for_himself() -> None:
    text = f"{HEAD}{OPENING}\n\nThe mayor of Kaya said nine traders were shot dead on Friday."
    assert speakers(text, "nine traders") == ["The mayor of Kaya"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{DEED} The Service is looking for witnesses.",  # it speaks of itself, but does not open
        f"KAYA, March 14 (Agency) - {OPENING}\n\n{DEED}",  # no statement
    ],
)
def test_nobody_is_given_what_no_office_opens(text: str) -> None:
    assert speakers(text, "Nine traders") == []
