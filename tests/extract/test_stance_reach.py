"""How far a stance reaches, and the heads of lines: what is held back stays held back, what stands beside stands."""

import pytest

from dateline.extract.voice.stance import stance
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse


def over(text: str, word: str) -> set[str]:
    """The stances over the word."""
    at = text.index(word)
    return {m.stance for m in stance(Reading(Report(text), doc=parse(text))).stances if m.start <= at < m.end}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # behind a semicolon something else is told
        ("Women sat in the road at Tarma; they had not heard that the order was dead.", "sat"),
        # what is not done by a thing does not undo the thing
        ("A grenade thrown at the gate did not explode.", "thrown"),
        ("A truce that the chiefs had sworn does not cover the bridge.", "truce"),
        ("The raid could be the work of a gang.", "raid"),
        ("A suspected thief beaten by residents died in hospital.", "beaten"),
        ("It may be recalled that a villager stepped on a mine at Kora.", "stepped"),
        ("That week there'd been two bombs laid at the fish market.", "laid"),
        ("Deputies asked how sixty men could come ashore with rifles.", "come"),
        ("It is not disputed that a sergeant was killed there.", "killed"),
        ("Two brothers have not been seen since 2 May, when men in plain clothes took them.", "seen"),
    ],
)
def test_what_stands_beside_is_told_outright(text: str, word: str) -> None:
    assert over(text, word) == set()


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The strike that was to close the roads has had no effect.", "close", "planned"),
        ("The front calls its supporters to march on the capital.", "march", "planned"),
        ("Hauliers announced a new shutdown of the highway.", "shutdown", "planned"),
        ("He said that the crowds had gone and that his party would march on Friday.", "march", "planned"),
        ("If the five are sentenced, the crowd will attack the prison.", "attack", "hypothetical"),
        ("Should a second house be taken, somebody will shoot from the ridge.", "shoot", "hypothetical"),
        ("The group says it will leave the town if it must.", "leave", "planned"),
        ("Unconfirmed, from a cousin: a nurse has been abducted near Homs.", "abducted", "alleged"),
        ("The market is shut.\nNOT VERIFIED\n* A colonel was ambushed on the Khash road.", "ambushed", "alleged"),
        ("The week ahead: a farmers' protest in Plovdiv.", "protest", "planned"),
        ("Fears: an air raid on the camps within days.", "raid", "hypothetical"),
        ("Information that police fired on the crowd does not correspond to reality.", "fired", "denied"),
        ("Rumour of shooting at the junction: there was none.", "shooting", "denied"),
        ("We hear of a second shooting at Granger. Nope.", "shooting", "denied"),
        ("The ministry repudiates the version according to which a garrison surrendered.", "surrendered", "denied"),
        ("Talk that the plane had been shot down was dismissed by the ministry.", "shot", "denied"),
    ],
)
def test_what_is_held_back(text: str, word: str, told: str) -> None:
    assert told in over(text, word)


def test_a_head_holds_for_its_own_line() -> None:
    text = "Rumours: lorries with armed men are coming up the hill.\nGunmen killed two guards at the mill."
    assert "alleged" in over(text, "coming")
    assert over(text, "killed") == set()
