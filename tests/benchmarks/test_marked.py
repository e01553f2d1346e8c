"""Marked articles: events are paired by the words that name them, and roles scored on the pairs."""

from __future__ import annotations

from datetime import date

from benchmarks.common.tally import Tally
from benchmarks.marked import Article, judge
from dateline.model.report import Report
from training.examples import Example, Filler, Naming

TEXT = "Gunmen killed three farmers near Gao on Sunday. The attack was the first this year. Soldiers arrested two men."


def _marks(*named: tuple[str, str, str], unsure: tuple[str, ...] = ()) -> Article:
    """(words, event, type or role) of each mark."""
    namings, fillers = list[Naming](), list[Filler]()
    for words, event, kind in named:
        start = TEXT.index(words)
        if kind[0].isupper():
            namings.append(Naming(start, start + len(words), event, kind))
        else:
            fillers.append(Filler(start, start + len(words), kind, (event,)))
    doubts = tuple((TEXT.index(words), TEXT.index(words) + len(words)) for words in unsure)
    report = Report(TEXT, published=date(2024, 3, 5), origin="one", language="en")
    return Article(report, Example("one", TEXT, tuple(namings), tuple(fillers), doubts))


RAID = (("killed", "1", "Attack"), ("attack", "1", "Attack"), ("arrested", "2", "Arrests"))


def test_events_are_paired_by_the_words_that_name_them():
    found = judge(_marks(*RAID)).tallies
    assert found["event"] == Tally(2, 2, 2, 2)
    assert found["event and sub-event"] == Tally(2, 2, 2, 2)


def test_an_event_without_marks_is_too_many_and_a_doubtful_one_is_left_out():
    assert judge(_marks(*RAID[:2])).tallies["event"] == Tally(1, 2, 1, 1)
    assert judge(_marks(*RAID[:2], unsure=("arrested",))).tallies["event"] == Tally(1, 1, 1, 1)
    slips = judge(_marks(*RAID[:2])).slips
    assert [slip.kind for slip in slips] == ["no event"]


def test_roles_are_right_where_the_words_are_marked_so_in_that_event():
    roles = (("Gunmen", "1", "actor"), ("three farmers", "1", "killed"), ("Gao", "1", "place"))
    found = judge(_marks(*RAID, *roles)).tallies
    for role in ("actor", "killed", "place"):
        assert found[role].got == found[role].wanted == 1
        assert found[role].hit >= 1
    assert judge(_marks(*RAID, ("Soldiers", "1", "actor"))).tallies["actor"].got == 0
    assert found["weapon"] == Tally(0, 0, 0, 0)
