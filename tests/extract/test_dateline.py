"""Datelines: place, day and agency at the head of a story."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.when.dateline import dateline, read_head
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse

STORY = "Gunmen attacked a village in the north of the country and killed at least nine people, officials said."


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("OUAHIGOUYA, March 16, 2025 - ", "OUAHIGOUYA", date(2025, 3, 16), None),
        ("NAIROBI (Reuters) - ", "NAIROBI", None, "Reuters"),
        ("SAN SALVADOR, 12 JAN 90 (ACAN-EFE) -- [TEXT] ", "SAN SALVADOR", date(1990, 1, 12), "ACAN-EFE"),
        ("MANAGUA (NICARAGUA), 11 DEC 89 (RADIO X) -- ", "MANAGUA, NICARAGUA", date(1989, 12, 11), "RADIO X"),
        ("BEIRUT, Lebanon — ", "BEIRUT, Lebanon", None, None),
        ("Friday, January 4, 2019\n\n", None, date(2019, 1, 4), None),
        ("Date: 5 May 2025\n\n", None, date(2025, 5, 5), None),
        ("Goma, 19 July 2025\n\n", "Goma", date(2025, 7, 19), None),
        ("2025-07-19\n\n", None, date(2025, 7, 19), None),
        ("Nine killed in raid\n\nBy Ann Writer\n\nKABUL, May 3, 2021 (AFP) — ", "KABUL", date(2021, 5, 3), "AFP"),
        ("(Tunis, December 28, 2019) – ", "Tunis", date(2019, 12, 28), None),
        ("(Reuters) - ", None, None, "Reuters"),
        ("RIYADH: ", "RIYADH", None, None),
        ("Nine killed in raid\n\nNARATHIWAT, May 25, 2016: ", "NARATHIWAT", date(2016, 5, 25), None),
    ],
)
def test_head(head: str, place: str | None, day: date | None, agency: str | None) -> None:
    found = read_head(head + STORY)
    assert found
    assert (found.place, found.day, found.agency) == (place, day, agency)
    assert (head + STORY)[found.start : found.end].strip().startswith(found.text[:4])


def test_the_year_is_taken_from_the_publication_date() -> None:
    head = "Kabul, 3 May (AFP) — " + STORY
    assert (found := read_head(head, date(2021, 5, 4)))
    assert found.day == date(2021, 5, 3)
    assert (found := read_head(head))
    assert found.day is None
    assert (found := read_head("KABUL, Dec 31 — " + STORY, date(2022, 1, 1)))
    assert found.day == date(2021, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "UPDATE: " + STORY,
        "Army says - " + STORY,
        "On Friday, January 4, 2019, rebels took the town. " + STORY,
        "READ MORE: " + STORY,
        "",
    ],
)
def test_no_head(text: str) -> None:
    assert read_head(text) is None


def test_component() -> None:
    text = "GOMA, May 3, 2021 - " + STORY
    reading = dateline(Reading(Report(text), doc=parse(text)))
    assert reading.dateline
    assert reading.dateline.place == "GOMA"
    assert (dateline.requires, dateline.provides) == (("doc",), ("dateline",))
