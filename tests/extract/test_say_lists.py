"""Speakers of lists and bulletins: brackets, labels, names with a colon, and counts without a clause."""

import pytest

from dateline.extract.voice.attribution import attribution
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse


def told(text: str) -> dict[str, str]:
    """What is said, each with its speaker farthest from the reader."""
    found = attribution(Reading(Report(text), doc=parse(text))).sayings
    return {saying.text: saying.chain[-1].speaker for saying in found}


@pytest.mark.parametrize(
    ("text", "what", "speaker"),
    [
        ("Duk. 12 guards dead, 7 raiders. Commissioner's figure.", "Duk. 12 guards dead, 7 raiders", "Commissioner"),
        ("Kaya: 14 dead and 20 wounded. Two sources.", "Kaya: 14 dead and 20 wounded", "Two sources"),
        ("Shells fell on the stadium, residents say. One dead.", "One dead", "residents"),
        ("In the town: 0 killed, 8 injured (Lweba hospital).", "In the town: 0 killed, 8 injured", "Lweba hospital"),
        ("Displaced: 4,000 people since Monday (health zone).", "Displaced: 4,000 people since Monday", "health zone"),
        ("Aru | drones on a depot | 4 guards inj (local radio)", "4 guards inj", "local radio"),
        (
            "Killing of 31 farmers in two hamlets. Source: local civil society; not verified.",
            "Killing of 31 farmers in two hamlets",
            "local civil society",
        ),
        ("Beni | shells | 6 k, 15 inj | src: camp committee", "Beni | shells | 6 k, 15 inj", "camp committee"),
        ("Car bomb at noon. Civil Defence: K 3, W 11. State TV: K 2.", "K 3, W 11", "Civil Defence"),
        ("Car bomb at noon. Civil Defence: K 3, W 11. State TV: K 2.", "K 2", "State TV"),
        ("Dinder | clash | SAF: 23 RSF k; RSF: none lost", "23 RSF k", "SAF"),
        ("The union says nineteen died, the police 31.", "31", "the police"),
        (
            "Other numbers came from a rebel spokesman: 29 soldiers killed, six captured.",
            "29 soldiers killed, six captured",
            "a rebel spokesman",
        ),
        ("Nine men died, by the governor's count.", "Nine men died", "the governor"),
        ("Five died in the clash. That is according to the hospital.", "Five died in the clash", "the hospital"),
        ("Four were aboard; according to police, one died.", "one died", "police"),
        ("The office put the dead at 23, six of them boys.", "the dead at 23, six of them boys", "The office"),
        ("The police admit to 16, five of them officers.", "16, five of them officers", "The police"),
        (
            "Our monitors recorded 41 people killed and 27 injured in May.",
            "41 people killed and 27 injured in May",
            "Our monitors",
        ),
    ],
)  # fmt: skip
def test_speakers_without_a_clause(text: str, what: str, speaker: str) -> None:
    assert told(text).get(what) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Three were killed (a teacher and two pupils).",
        "Losses in the raid. Army: 5 killed. Police: 3 killed.",
        "Twelve fighters (army) joined the march.",
        "The army recorded a victory in the north.",
        "The army set off a device outside the town: the driver was killed.",
    ],
)
def test_counted_people_are_no_speakers(text: str) -> None:
    assert told(text) == {}


def test_one_who_is_told_is_no_speaker() -> None:
    assert told("Musa arrived. He told the tribunal that five men had died.") == {"that five men had died": "Musa"}


@pytest.mark.parametrize("text", ["What we know so far: nine died in a raid.", "This shows that nine people died."])
def test_the_text_itself_is_no_speaker(text: str) -> None:
    assert told(text) == {}
