"""Stance and verification: which words inherit what, and which stay outside."""

import pytest

from dateline.extract.voice.stance import stance
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse


def read(text: str) -> Reading:
    return stance(Reading(Report(text), doc=parse(text)))


def over(text: str, word: str) -> set[str]:
    """The stances over the word."""
    at = text.index(word)
    return {m.stance for m in read(text).stances if m.start <= at < m.end}


@pytest.mark.parametrize(
    ("text", "word", "stances"),
    [
        ("No shots were fired.", "fired", {"denied"}),
        ("Troops did not attack the village.", "attack", {"denied"}),
        ("The rebels left without attacking the base.", "attacking", {"denied"}),
        ("Police prevented an attack on the market.", "attack", {"denied"}),
        ("The army failed to retake the town.", "retake", {"denied"}),
        ("The government denied that troops had shelled the camp.", "shelled", {"denied"}),
        ("The army denied reports that a convoy was ambushed.", "ambushed", {"denied", "alleged"}),
        ("The army was accused of killing ten villagers.", "killing", {"alleged"}),
        ("Rebels reportedly seized the town.", "seized", {"alleged"}),
        ("There were reports of shelling near the border.", "shelling", {"alleged"}),
        ("Rebels are believed to have killed the mayor.", "killed", {"alleged"}),
        ("The army will retake the town.", "retake", {"planned"}),
        ("Rebels vowed to attack the capital.", "attack", {"planned"}),
        ("The group threatened to kill hostages.", "kill", {"planned"}),
        ("He called for attacks on police.", "attacks", {"planned"}),
        ("The opposition said it would march on Friday.", "march", {"planned"}),
        ("Guards stepped up patrols ahead of a planned protest.", "protest", {"planned"}),
        ("If rebels attack the town, people will flee.", "attack", {"hypothetical"}),
        ('He told them: "If you have no bomb, take a knife and attack the police."', "attack", {"hypothetical"}),
        ("The blast might have killed dozens.", "killed", {"hypothetical"}),
        ("Residents fear an attack on the camp.", "attack", {"hypothetical"}),
        ("There is a risk of clashes.", "clashes", {"hypothetical"}),
        ("Police spoke of possible attacks.", "attacks", {"hypothetical"}),
    ],
)
def test_the_governed_word_takes_the_stance(text: str, word: str, stances: set[str]) -> None:
    assert over(text, word) == stances


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army will retake the town, which rebels captured in May.", "captured"),
        ("Rebels vowed to attack the capital after soldiers killed their leader.", "killed"),
        ("Police will investigate the killing of five people.", "killing"),
        ("No group has claimed responsibility for the bombing.", "bombing"),
        ("The group denied responsibility for the bombing.", "bombing"),
        ("The raid caused no casualties.", "raid"),
        ("A pardon cannot change the fact that soldiers shot at a crowd.", "shot"),
        ("The measures include, but are not limited to, a deployment of troops.", "deployment"),
        ("No fewer than 47 people were arrested.", "arrested"),
        ("No less than twelve villages were burned.", "burned"),
        ("Suspected militants attacked a bus.", "attacked"),
        ("Rebels seized the town, and the army said it would march on Friday.", "seized"),
        ("The army failed to prevent the attack on the base.", "attack"),
        ("The army did not say who shelled the camp.", "shelled"),
        ("Prosecutors asked who had ordered the killing.", "killing"),
    ],
)
def test_what_stands_outside_stays_asserted(text: str, word: str) -> None:
    assert over(text, word) == set()


def test_a_denial_of_responsibility_says_so() -> None:
    mention = next(m for m in read("The group denied responsibility for the bombing.").stances)
    assert (mention.stance, mention.cue, mention.text) == ("denied", "denied responsibility", "responsibility")


def checked(text: str) -> list[tuple[str, str]]:
    return [(m.verification, m.text) for m in read(text).verifications]


def test_figures_before_it_in_the_same_sentence() -> None:
    found = checked("The army said 11 had died and that it had killed 30; neither figure could be checked.")
    assert found == [("unverified", "The army said 11 had died and that it had killed 30")]


def test_the_sentence_before() -> None:
    found = checked("The army said 30 rebels were killed. The claim could not be independently verified.")
    assert found == [("unverified", "The army said 30 rebels were killed")]


@pytest.mark.parametrize(
    ("text", "verification", "content"),
    [
        ("The hospital confirmed that nine people had died.", "confirmed", "that nine people had died"),
        ("There were unconfirmed reports of shelling.", "unverified", "shelling"),
        ("Police have not confirmed the deaths.", "unverified", "the deaths"),
        ("There were conflicting reports of clashes.", "disputed", "clashes"),
    ],
)
def test_what_the_words_name_themselves(text: str, verification: str, content: str) -> None:
    assert checked(text) == [(verification, content)]


MINISTRY = "The ministry said 11 people were killed"


@pytest.mark.parametrize(
    ("text", "retracted"),
    [
        (f"{MINISTRY}. The ministry later revised the toll.", [MINISTRY]),
        (f"{MINISTRY}. The army said nine people were killed. The ministry revised the toll to 8.", [MINISTRY]),
        (f"{MINISTRY}. It later retracted the claim.", [MINISTRY]),
        ("The army said nine people were killed. A shop burned. The ministry revised the toll to 8.", []),
    ],
)
def test_who_corrects_or_retracts_takes_back_his_own_words_alone(text: str, retracted: list[str]) -> None:
    assert [content for kind, content in checked(text) if kind == "retracted"] == retracted


def test_troops_that_withdraw_retract_nothing() -> None:
    assert checked("The army withdrew its troops from the town.") == []


@pytest.mark.parametrize("text", ["", "\n\n", "not", "if", "could not be verified", "denied", "no"])
def test_scraps_do_no_harm(text: str) -> None:
    assert isinstance(read(text), Reading)
