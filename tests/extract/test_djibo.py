"""The invented report of Djibo, read whole, against what a careful coder takes from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from telling import Told, tell

from dateline.findings import fold_all
from dateline.findings.killed import ACLED
from dateline.merge import merge
from dateline.model.claims import Claim, Event

TEXT = (Path(__file__).parents[1] / "gold" / "develop" / "djibo.txt").read_text("utf-8")
STORY = tell(TEXT, date(2025, 3, 16))
RAID, FIGHT, MORTAR, PROTEST, AMBUSH, ABDUCTION, RELEASE, CAPTURE = (
    "stormed", "neutralised", "hit", "fired tear gas", "ambushed", "abducted", "freed", "captured",
)  # fmt: skip
ANCHORS = (RAID, FIGHT, MORTAR, PROTEST, AMBUSH, ABDUCTION, RELEASE, CAPTURE)


def told(word: str) -> Told:
    """The one event anchored at that word."""
    (event,) = (event for event in STORY.events if event.account.anchor.quote == word)
    return event


@pytest.fixture(scope="module")
def folded() -> dict[str, Event]:
    """The events as a project folds them, by the word that each is anchored at."""
    reading = STORY.reading
    claims = {claim.id: claim for claim in reading.claims}
    reports = {reading.report.id: reading.report}
    links = merge(reading.accounts, claims, reports, ()).links
    events = fold_all(reading.accounts, claims, links, (), reports)
    assert all(len(event.accounts) == 1 for event in events)
    return {event.accounts[0].anchor.quote: event for event in events}


def only(claims: tuple[Claim, ...]) -> Claim:
    assert len(claims) == 1, claims
    return claims[0]


def speakers(claim: Claim) -> list[str]:
    return [link.speaker for link in claim.chain]


def test_the_eight_events_and_the_plan_are_all_that_is_told() -> None:
    assert sorted(event.account.anchor.quote for event in STORY.events) == sorted([*ANCHORS, "retake"])


@pytest.mark.parametrize(
    ("word", "kind", "place", "start", "end", "stance"),
    [
        (RAID, "Attack", "Djibo", "2025-03-15", "2025-03-15", "asserted"),
        (MORTAR, "Shelling/artillery/missile attack", "Djibo", "2025-03-10", "2025-03-10", "asserted"),
        (PROTEST, "Protest with intervention", "Ouagadougou", "2025-03-14", "2025-03-14", "asserted"),
        (AMBUSH, "Armed clash", "Aribinda", "2025-03-13", "2025-03-13", "alleged"),
        (ABDUCTION, "Abduction/forced disappearance", "Dori", "2025-02-01", "2025-02-28", "asserted"),
        (RELEASE, "Other", None, "2025-03-16", "2025-03-16", "asserted"),
        (CAPTURE, "Non-state actor overtakes territory", "Tongomayel", "2023-11-01", "2023-11-30", "asserted"),
    ],
)
def test_kind_place_time_and_stance(word: str, kind: str, place: str | None, start: str, end: str, stance: str) -> None:
    event = told(word)
    assert (event.kind, event.account.stance) == (kind, stance)
    assert event.place == place
    period = only(event.of("period")).value
    assert (period["start"], period["end"]) == (start, end)
    assert period["inferred"] is False
    assert all(value["country"] == "BF" for value in event.values("place"))


def test_months_and_distances_are_never_told_closer_than_the_words() -> None:
    assert told(ABDUCTION).values("period")[0]["precision"] == "month"
    assert told(CAPTURE).values("period")[0]["precision"] == "month"
    assert told(ABDUCTION).values("place")[0]["relation"] == "outside"
    assert told(AMBUSH).values("place")[0]["relation"] == "near"


def test_a_place_unknown_to_the_gazetteer_keeps_its_name_and_country() -> None:
    (place,) = told(CAPTURE).values("place")
    assert (place["name"], place["country"], place["geonameid"]) == ("Tongomayel", "BF", None)


def test_the_raid() -> None:
    raid = told(RAID)
    assert raid.who("actor") == {"Gunmen on motorcycles"}
    assert raid.values("target") == [{"value": "market", "text": "market"}]
    assert raid.account.salience == "main"
    by_official, by_army, soldiers = raid.of("killed")
    assert raid.figures("killed") == [(17, None), (11, 11), (4, 4)]
    assert (speakers(by_official), by_official.verification) == (["a local official"], None)
    assert (speakers(by_army), by_army.verification) == (["The army"], "unverified")
    assert soldiers.value["group"]["status"] == "combatant"
    assert by_official.value["group"]["status"] == "unknown"
    injured = only(raid.of("injured"))
    assert (injured.original, speakers(injured)) == ("dozens", ["a local official"])
    assert injured.value["estimate"]["high"] is None


def test_it_was_the_second_assault_is_the_raid_again() -> None:
    assert "assault" in [passage.quote for passage in told(RAID).of("type")[0].passages]


def test_the_fight_is_on_the_armys_word_alone_and_part_of_the_raid() -> None:
    fight = told(FIGHT)
    assert fight.kind == "Armed clash"
    assert (fight.place, fight.day) == ("Djibo", "2025-03-15")
    assert speakers(only(fight.of("type"))) == ["The army"]
    killed = only(fight.of("killed"))
    assert killed.value["estimate"] == {"low": None, "best": None, "high": 30}
    assert killed.value["group"]["perpetrators"] is True
    assert killed.verification == "unverified"
    assert len(fight.who("party")) == 2
    assert [(name, STORY.events[at].account.anchor.quote) for name, at in fight.relations] == [("part of", RAID)]


def test_the_mortar_fire() -> None:
    mortar = told(MORTAR)
    assert mortar.figures("killed") == [(3, 3)]
    killed = only(mortar.of("killed"))
    assert (killed.value["group"]["age"], speakers(killed)) == ("child", ["a doctor at the hospital"])
    assert [value["value"] for value in mortar.values("target")] == ["camp"]
    assert [value["value"] for value in mortar.values("weapon")] == ["shelling"]
    assert mortar.who("actor") == set()


def test_no_one_has_claimed_either_attack() -> None:
    for word in ANCHORS:
        grounds = [value["ground"] for value in told(word).values("responsibility")]
        assert grounds == (["none-claimed"] if word in (RAID, MORTAR) else []), word


def test_the_protest() -> None:
    protest = told(PROTEST)
    assert protest.who("recipient") == {"several hundred protesters"}
    assert protest.who("actor") == {"police"}
    assert protest.figures("arrested") == [(25, None)]
    assert protest.of("killed") == ()
    assert protest.account.salience == "main"


def test_the_ambush_is_told_twice_and_kept_back(folded: dict[str, Event]) -> None:
    alleged, denied = told(AMBUSH).of("type")
    assert (alleged.stance, speakers(alleged)) == ("alleged", [])
    assert (denied.stance, speakers(denied)) == ("denied", ["The government"])
    assert told(AMBUSH).of("killed") == ()
    assert folded[AMBUSH].exported is False
    assert folded[AMBUSH].withheld


def test_the_abduction_and_the_release() -> None:
    abduction, release = told(ABDUCTION), told(RELEASE)
    assert abduction.figures("captured") == [(2, 2)]
    assert abduction.who("recipient") == {"two aid workers"}
    assert abduction.account.salience == "background"
    assert release.figures("released") == [(2, 2)]
    assert speakers(only(release.of("released"))) == ["the Red Cross"]
    assert (release.account.type.plover_root, release.account.type.plover_mode) == ("RETREAT", "release")
    assert release.account.salience == "main"
    assert [(name, STORY.events[at].account.anchor.quote) for name, at in release.relations] == [
        ("follow-up of", ABDUCTION)
    ]


def test_the_capture_is_background_and_the_plan_is_only_a_plan(folded: dict[str, Event]) -> None:
    capture, plan = told(CAPTURE), told("retake")
    assert capture.who("party") == {"the militants"}
    assert capture.account.salience == "background"
    assert plan.account.stance == "planned"
    assert folded["retake"].exported is False


def test_nothing_happened_where_the_story_was_filed() -> None:
    assert STORY.reading.dateline is not None
    assert "ouahigouya" not in {(event.place or "").lower() for event in STORY.events}


def test_acled_writes_seven_for_the_raid_and_four_for_the_fight(folded: dict[str, Event]) -> None:
    written = {}
    for word in (RAID, FIGHT):
        finding = folded[word].finding("killed", ACLED)
        assert finding is not None
        written[word] = finding.value
    assert written == {RAID: 7, FIGHT: 4}


def test_silence_is_nought_for_acled_alone(folded: dict[str, Event]) -> None:
    killed = {found.rule: found.value for found in folded[PROTEST].findings if found.field == "killed"}
    assert killed.pop(ACLED) == 0
    assert killed
    assert all(value in (None, [None, None]) for value in killed.values())


def test_the_dispute_over_the_raids_dead_is_kept(folded: dict[str, Event]) -> None:
    finding = folded[RAID].finding("tolls")
    assert finding is not None
    disputed = [entry for entry in finding.value if entry["disputed"]]
    assert [(entry["harm"], entry["low"], len(entry["claims"])) for entry in disputed] == [("killed", 11, 2)]


def test_only_the_denied_and_the_planned_are_kept_back(folded: dict[str, Event]) -> None:
    assert {word for word, event in folded.items() if not event.exported} == {AMBUSH, "retake"}


def test_every_passage_is_the_texts_own() -> None:
    for claim in STORY.reading.claims:
        for passage in claim.passages:
            assert TEXT[passage.start : passage.end] == passage.quote
