"""Accounts: claims with their passages, speakers and stance, and what came of a report. All sentences are invented."""

from __future__ import annotations

import pytest
from telling import SUNDAY, tell

from dateline.extract.read import read
from dateline.model.report import Report

RAID = "Gunmen attacked a market in Gao on Saturday, killing five people, a local official said."
STANCES = [
    ("Gunmen attacked a market in Gao on Saturday.", "asserted"),
    ("Soldiers reportedly killed five villagers near Gao on Friday.", "alleged"),
    ("The army denied that it had killed five villagers near Gao on Friday.", "denied"),
    ("The army said it would attack rebels near Kidal on Monday.", "planned"),
    ("Students plan to march in Lagos on March 21.", "planned"),
    ("Students march in Lagos on March 21.", "planned"),
    ("The soldiers came to fight the rebels in Kidal.", "planned"),
    ("The United Nations urged the rebels to withdraw from the town of Kidal.", "planned"),
    ("Soldiers began to withdraw from the town of Gao on Friday.", "asserted"),
    ("The union called for the release of ten prisoners in Baku on Friday.", "planned"),
    ("The minister warned that rebels might attack the town of Goma.", "hypothetical"),
    ("Did soldiers kill five villagers near Gao on Friday?", "hypothetical"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_stance_of_an_event(text: str, stance: str) -> None:
    event = tell(text).only
    assert event.account.stance == stance
    assert [claim.stance for claim in event.of("type")] == [stance]


def test_a_question_about_what_was_told_asks_nothing_new() -> None:
    text = "Gunmen attacked a market in Gao on Saturday, killing five people. Who carried out the attack?"
    assert tell(text).only.account.stance == "asserted"


def test_denied_reports_give_two_claims() -> None:
    event = tell("The government denied reports that soldiers had attacked a village near Gao on Friday.").only
    alleged, denied = event.of("type")
    assert (alleged.stance, alleged.chain) == ("alleged", ())
    assert (denied.stance, [link.speaker for link in denied.chain]) == ("denied", ["The government"])
    assert [passage.quote for passage in denied.passages] == ["attacked", "denied"]
    assert event.account.stance == "alleged"


def test_every_claim_cites_the_text_or_names_its_rule() -> None:
    told = tell(f"{RAID} Soldiers shelled a camp. No one has claimed responsibility for either attack.")
    assert len(told.events) == 2
    for claim in told.reading.claims:
        assert claim.report == told.reading.report.id
        assert claim.passages or claim.basis
        for passage in claim.passages:
            assert told.reading.report.passage(passage.start, passage.end) == passage


def test_accounts_hold_claims_of_the_reading_and_are_anchored_at_their_word() -> None:
    told = tell(RAID)
    account = told.only.account
    assert set(account.claims) <= {claim.id for claim in told.reading.claims}
    assert account.anchor.quote == "attacked"
    assert told.reading.outcome == "events"


def test_what_a_speaker_says_is_on_his_word() -> None:
    event = tell(RAID).only
    assert {link.speaker for field in ("type", "killed") for c in event.of(field) for link in c.chain} == {
        "a local official"
    }


def test_one_half_of_a_toll_hangs_on_the_whole() -> None:
    text = "Gunmen attacked a market in Gao on Saturday. The army said 11 people had died, among them four soldiers."
    whole, part = tell(text).only.of("killed")
    assert part.part_of == whole.id
    assert whole.part_of is None


def test_a_weapon_is_read_in_the_verb_where_none_is_named() -> None:
    event = tell("Police shot dead three protesters in Nairobi on Friday.").only
    assert event.values("weapon") == [{"value": "firearm", "text": "shot dead"}]


@pytest.mark.parametrize(
    ("text", "clarity"),
    [
        ("Gunmen attacked a market in Gao on Saturday.", "single"),
        ("Gunmen killed four people in Gao on Friday, bringing the total to 60.", "cumulative"),
        ("Attacks in Borno killed 120 people in February.", "summary"),
    ],
)
def test_clarity(text: str, clarity: str) -> None:
    assert tell(text).only.account.clarity == clarity


@pytest.mark.parametrize(
    ("text", "salience"),
    [
        ("Gunmen attacked a village near Gao on Friday. In 2019, gunmen killed 40 people in Kidal.", "background"),
        ("Gunmen attacked a village near Gao on Friday. In February, gunmen killed 40 people in Kidal.", "background"),
        ("Gunmen attacked a market in Gao on Friday. Rebels had kidnapped two nurses in Kidal.", "background"),
        ("Gunmen attacked a village near Gao on Friday. On Thursday, gunmen killed 40 people in Kidal.", "main"),
    ],
)
def test_salience_of_the_second_event(text: str, salience: str) -> None:
    assert [event.account.salience for event in tell(text).events] == ["main", salience]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bus crash killed twelve people near Kano on Saturday.", "accident"),
        ("The minister opened a school in Kano on Saturday.", "no word of violence"),
        ("He died in Lagos on Monday.", "words of violence tell of no event"),
    ],
)
def test_no_event_has_its_outcome(text: str, words: str) -> None:
    told = tell(text)
    assert told.events == []
    assert told.reading.claims == ()
    assert told.reading.outcome.startswith("no events: ")
    assert words in told.reading.outcome


def test_a_rumour_that_a_verdict_follows_is_denied() -> None:
    event = tell("Rumours that gunmen had attacked a village near Gao on Friday were unfounded, police said.").only
    denied, alleged = event.of("type")
    assert (denied.stance, [link.speaker for link in denied.chain]) == ("denied", ["police"])
    assert (alleged.stance, alleged.chain) == ("alleged", ())
    assert event.account.stance == "denied"


def test_what_a_named_side_alleges_is_on_its_word_though_another_denies_it() -> None:
    text = "Villagers' claims that soldiers had attacked a market near Gao on Friday were dismissed by the ministry."
    alleged, denied = tell(text).only.of("type")
    assert [link.speaker for link in alleged.chain] == ["Villagers"]
    assert alleged.stance == "alleged"
    assert denied.stance == "denied"


def test_an_event_of_the_headline_is_on_the_word_of_the_story() -> None:
    text = "Shells kill nine in Marib\n\nADEN, March 15 - Artillery fire on Marib left nine people dead, medics said."
    claim = tell(text).only.of("type")[0]
    assert [link.speaker for link in claim.chain] == ["medics"]


def test_whom_a_pronoun_means_is_on_the_word_of_the_telling_with_the_pronoun() -> None:
    text = (
        "The funeral of Malian commander General Hamid Tarok passed off quietly on Tuesday, state media said.\n\n"
        "Tarok was head of the coast guard. He was killed last week by a Russian military airstrike near Gao."
    )
    reading = read(Report(text, published=SUNDAY, language="en"))
    (victim,) = (c for c in reading.claims if c.field == "participant" and c.value["role"] == "recipient")
    assert victim.original == "Malian commander General Hamid Tarok"
    assert victim.chain == ()


def test_a_toll_of_a_pronoun_is_of_whom_it_means_and_cites_his_words() -> None:
    text = "Commander General Omar Sani led the guard. He was killed on Friday by gunmen near Gao."
    (toll,) = (claim for claim in read(Report(text, published=SUNDAY)).claims if claim.field == "killed")
    assert (toll.value["group"]["status"], toll.value["group"]["sex"]) == ("combatant", "male")
    assert [passage.quote for passage in toll.passages] == ["He", "killed", "Commander General Omar Sani"]
