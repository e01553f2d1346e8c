"""The unread: what stands in the text and no claim used. All sentences are invented."""

from __future__ import annotations

from telling import tell

from dateline.model.report import Passage


def unread(text: str) -> list[tuple[str, str]]:
    told = tell(text)
    for item in told.reading.unread:
        passage = item.passage
        assert told.reading.report.passage(passage.start, passage.end) == passage
    return [(item.kind, item.passage.quote) for item in told.reading.unread]


def test_nothing_is_left_where_claims_use_everything() -> None:
    assert unread("Gunmen attacked a market in Gao on Saturday, killing five people.") == []


def test_a_sentence_without_event_is_left_whole() -> None:
    left = unread("The minister opened three schools in Kano on Saturday.")
    assert left == [("group", "The minister"), ("number", "three"), ("place", "Kano"), ("time", "Saturday")]


def test_only_what_the_event_does_not_use_is_left() -> None:
    text = "Gunmen attacked a market in Gao on Saturday, killing five people. The town of Kidal is home to 40 potters."
    left = unread(text)
    assert {quote for _, quote in left} >= {"Kidal", "40"}
    assert not {"Gao", "Saturday", "five people", "Gunmen"} & {quote for _, quote in left}


def test_the_words_of_a_speaker_and_of_the_dateline_are_used() -> None:
    left = unread("BAMAKO, Mali, March 16, 2025 - Gunmen killed five people in Gao on Saturday, the army said.")
    assert left == []


def test_the_unread_comes_in_text_order() -> None:
    told = tell("The minister opened three schools in Kano on Saturday.")
    starts = [item.passage.start for item in told.reading.unread]
    assert starts == sorted(starts)
    assert all(isinstance(item.passage, Passage) for item in told.reading.unread)
