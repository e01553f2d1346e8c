"""Stance: a verdict on a claim, and a short answer to what was told before it."""

import pytest

from dateline.extract.voice.stance import stance
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse


def denied(text: str) -> list[str]:
    found = stance(Reading(Report(text), doc=parse(text))).stances
    return [mention.text for mention in found if mention.stance == "denied"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The assertion that our units mortared Kut is false.", "our units mortared Kut"),
        ("Press reports that arms were stolen from a depot are incorrect.", "arms were stolen from a depot"),
        ("The tale of an assault on the base is fabricated.", "an assault on the base"),
        (
            "On Monday we reported that a man had been kidnapped in Wau. He was not.",
            "that a man had been kidnapped in Wau",
        ),
        ("Many write that soldiers fired. They did not, says the army.", "that soldiers fired"),
        (
            "The ministry denies the lie that guards of the prison beat women.",
            "the lie that guards of the prison beat women",
        ),
    ],
)
def test_what_is_called_false_is_denied(text: str, words: str) -> None:
    assert words in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army said it was wrong to shell the town.",
        "Soldiers shelled the town. They did not leave until dawn, residents said.",
        "A false wall hid the arms that the rebels had stolen.",
    ],
)
def test_what_happened_is_not_denied(text: str) -> None:
    assert not any(word in piece for piece in denied(text) for word in ("shell", "stolen"))


def test_what_it_was_that_did_it_is_alleged() -> None:
    text = "A weekly alleged that it was an army patrol that had cut down the villagers."
    found = stance(Reading(Report(text), doc=parse(text))).stances
    assert [(m.stance, "cut down" in m.text) for m in found] == [("alleged", True)]
