"""Which triggers of one sentence tell of one event. All sentences are invented."""

from __future__ import annotations

import pytest
from telling import tell

ONE = [
    "Two traders were killed when gunmen attacked a market in Gao on Saturday.",
    "Gunmen stormed a market in Gao on Friday, killing six people and wounding nine.",
    "Gunmen killed four people in an ambush near Gao on Friday.",
    "A blast hit a bus near Gao on Friday, killing six people.",
    "An attack took place in Gao on Friday, killing four people.",
    "A farmer died after being shot by soldiers in Gao on Friday.",
    "Al-Shabaab claimed responsibility for a bombing in Mogadishu on Friday that killed six people.",
    "Protesters threw stones and burned tyres in Nairobi on Friday.",
    "The rebels attacked a village near Gao on Friday and set fire to houses.",
    "The government and the rebels signed a ceasefire in Juba on Friday.",
]
TWO = [
    ("Two workers abducted in May were freed on Saturday in Kaduna.", ["abducted", "freed"]),
    ("Soldiers killed four rebels after gunmen attacked a market in Gao on Friday.", ["killed", "attacked"]),
    ("A bomb killed four people in Gao on Friday before gunmen attacked a market.", ["killed", "attacked"]),
    ("Gunmen attacked a market in Gao on Friday and soldiers arrested ten men.", ["attacked", "arrested"]),
    ("Soldiers killed two gunmen who had attacked a market in Gao on Friday.", ["killed", "attacked"]),
    ("Police arrested a man who had attacked a market in Gao.", ["arrested", "attacked"]),
]


@pytest.mark.parametrize("text", ONE)
def test_one_happening_is_one_event(text: str) -> None:
    assert len(tell(text).events) == 1


@pytest.mark.parametrize(("text", "words"), TWO)
def test_two_happenings_are_two_events(text: str, words: list[str]) -> None:
    assert [event.account.anchor.quote for event in tell(text).events] == words


def test_what_is_bound_to_one_half_stays_with_it() -> None:
    first, second = tell(TWO[1][0]).events
    assert first.figures("killed") == [(4, 4)]
    assert second.figures("killed") == []
    assert second.values("target") == [{"value": "market", "text": "market"}]


def test_who_dies_of_an_event_counts_in_it_whatever_verb_comes_first() -> None:
    event = tell(ONE[5]).only
    assert event.account.anchor.quote == "shot"
    assert event.figures("killed") == [(1, 1)]
    assert event.who("actor") == {"soldiers"}
