"""On whose word and in what stance the words at an offset stand."""

from __future__ import annotations

import pytest

from dateline.extract.voice.voices import said
from dateline.model.reading import Reading, Saying, StanceMention, VerificationMention
from dateline.model.report import Report
from dateline.model.values import Speaker

TEXT = "The mayor said the army said that rebels would attack the town on Sunday."
MAYOR = Speaker("The mayor", "official", "said", 0, 9)
ARMY = Speaker("the army", "party", "said", 15, 23)


def reading(*stances: tuple[int, int, str], checked: tuple[int, int, str] | None = None) -> Reading:
    return Reading(
        Report(TEXT),
        sayings=(Saying(15, 72, TEXT[15:72], (MAYOR,)), Saying(29, 72, TEXT[29:72], (ARMY, MAYOR))),
        stances=tuple(StanceMention(a, b, TEXT[a:b], stance) for a, b, stance in stances),
        verifications=(VerificationMention(checked[0], checked[1], "", checked[2]),) if checked else (),
    )


def test_the_narrowest_saying_speaks() -> None:
    assert said(reading(), 47, 53)["chain"] == (ARMY, MAYOR)
    assert said(reading(), 15, 23)["chain"] == (MAYOR,)


def test_outside_every_saying_nobody_speaks_and_it_is_asserted() -> None:
    assert said(reading(), 0, 9) == {"chain": (), "stance": "asserted", "verification": None}


def test_words_that_only_half_lie_in_a_saying_are_not_said_in_it() -> None:
    assert said(reading(), 10, 40)["chain"] == ()


@pytest.mark.parametrize(
    ("stances", "wins"),
    [
        (["alleged"], "alleged"),
        (["alleged", "planned"], "planned"),
        (["planned", "hypothetical"], "hypothetical"),
        (["alleged", "denied"], "denied"),
        (["planned", "denied", "hypothetical"], "denied"),
    ],
)
def test_of_several_stances_the_one_that_denies_most_wins(stances: list[str], wins: str) -> None:
    over = reading(*((29, 72, stance) for stance in stances))
    assert said(over, 47, 53)["stance"] == wins
    assert said(over, 0, 9)["stance"] == "asserted"


def test_how_far_it_is_checked() -> None:
    over = reading(checked=(29, 72, "unverified"))
    assert said(over, 47, 53)["verification"] == "unverified"
    assert said(over, 15, 23)["verification"] is None
