"""Drafts: later tellings join the event they tell of, and nothing else does. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest
from telling import tell

from dateline.codebook import load_codebook
from dateline.extract.events.agreement import kinds_agree, periods_agree, places_agree
from dateline.extract.events.draft import Draft
from dateline.extract.events.drafts import likelihood
from dateline.extract.events.signs import SIGNS, signs
from dateline.extract.read import read
from dateline.model.report import Report
from dateline.model.values import Period, Place

RAID = "Gunmen attacked a market in Gao on Saturday, killing five people."
JOINED = [
    f"{RAID} The attack lasted an hour.",
    f"{RAID} Three more people were wounded.",
    f"{RAID} It was the second assault on Gao this month.",
    f"{RAID} The raid in Gao began at noon.",
    "Mortar shells hit a camp near Gao on Saturday. The shelling killed four people.",
    "Soldiers shelled a camp near Gao on Saturday. The attack killed four people.",
    "Twin bombings killed nine people in Baghdad on Saturday. The second blast hit rescuers.",
    "An explosion killed five people in Beirut on Saturday. Officials said the blast was caused by a bomb.",
    "Gunmen abducted four students in Kaduna on Friday. The kidnapping happened at a school.",
    "Thousands of people marched in Nairobi on Friday. The demonstration ended peacefully.",
    "Gunmen killed five people at a market in Gao on Saturday. The gunmen opened fire on traders in Gao on Saturday.",
    "Gunmen killed the lawyer Amara Testova in Gao on Saturday. "
    "On Thursday Amara Testova was murdered in Kidal, another report said.",
]
APART = [
    f"{RAID} Gunmen attacked a church in Kidal on Saturday.",
    f"{RAID} On Thursday gunmen attacked a church in Gao.",
    f"{RAID} In another attack, gunmen killed two people in Kidal.",
    f"{RAID} Separately, gunmen killed two people in Kidal.",
    f"{RAID} Thousands of people protested in Nairobi on Friday.",
    "A bomb exploded at a market in Baghdad on Saturday, killing four people. "
    "A second bomb exploded outside a mosque, wounding three.",
    "Thousands of people protested in Nairobi on Friday. The attack killed four people in Gao.",
    "Gunmen killed the lawyer Amara Testova in Gao on Saturday. "
    "On Thursday Boubacar Testova was murdered in Kidal, another report said.",
    "Boko Haram attacked a village in Borno on Friday. Soldiers of Cameroon attacked a village in Borno on Friday.",
]


@pytest.mark.parametrize("text", JOINED)
def test_a_second_telling_joins_the_first(text: str) -> None:
    assert len(tell(text).events) == 1


@pytest.mark.parametrize("text", APART)
def test_another_event_stays_apart(text: str) -> None:
    assert len(tell(text).events) == 2


def test_capitals_make_no_names_of_those_harmed() -> None:
    text = "GAO, 12 MAY -- ARMED MEN KILLED SIX PEASANTS.\n\nA MINE KILLED THREE PEASANTS IN THE TOWN."
    reading = read(Report(text, language="en"))
    first, second = reading.frames
    draft = Draft([first])
    assert "harmed shared" not in set(signs(reading, [draft], draft, second))


def test_a_joined_telling_brings_its_harm_and_its_passage() -> None:
    event = tell(JOINED[5]).only
    assert event.figures("killed") == [(4, 4)]
    assert [passage.quote for passage in event.of("type")[0].passages] == ["shelled", "attack"]


def test_what_is_set_apart_keeps_its_own_place_day_and_dead() -> None:
    first, second = tell(APART[2]).events
    assert (first.place, first.figures("killed")) == ("Gao", [(5, 5)])
    assert (second.place, second.figures("killed")) == ("Kidal", [(2, 2)])
    first, second = tell(APART[1]).events
    assert (first.day, second.day) == ("2025-03-15", "2025-03-13")


def test_the_later_telling_joins_the_event_of_its_kind() -> None:
    text = f"{RAID} Police arrested ten men in Kidal on Friday. The attack lasted an hour."
    raid, arrests = tell(text).events
    assert len(raid.of("type")[0].passages) == 2
    assert len(arrests.of("type")[0].passages) == 1


GAO = Place(name="Gao", geonameid=1, country="ML", admin1="Gao", precision="town")
KIDAL = Place(name="Kidal", geonameid=2, country="ML", admin1="Kidal", precision="town")
MALI = Place(name="Mali", country="ML", precision="country")
NIGER = Place(name="Niger", country="NE", precision="country")


@pytest.mark.parametrize(
    ("known", "told", "agree"),
    [
        ([GAO], [GAO], True),
        ([GAO], [KIDAL], False),
        ([GAO], [], True),
        ([], [KIDAL], True),
        ([GAO], [MALI], True),
        ([MALI], [GAO], True),
        ([GAO], [NIGER], False),
        ([GAO, KIDAL], [KIDAL], True),
    ],
)
def test_places_agree_where_one_may_lie_in_the_other(known: list[Place], told: list[Place], agree: bool) -> None:
    assert places_agree(known, told) is agree


def test_a_province_holds_its_own_towns_only() -> None:
    province = Place(name="Kidal", country="ML", precision="province")
    assert places_agree([province], [KIDAL])
    assert not places_agree([province], [GAO])


def test_a_town_does_not_hold_the_villages_of_the_province_of_its_name() -> None:
    village = Place(name="Anefif", country="ML", admin1="Kidal", precision="town")
    assert not places_agree([KIDAL], [village])


def test_periods_agree_where_they_overlap_or_are_unknown() -> None:
    friday = Period(date(2025, 3, 14), date(2025, 3, 14), "day")
    saturday = Period(date(2025, 3, 15), date(2025, 3, 15), "day")
    march = Period(date(2025, 3, 1), date(2025, 3, 31), "month")
    assert periods_agree([friday], [march])
    assert not periods_agree([friday], [saturday])
    assert periods_agree([friday], [Period(partial="XXXX-03-10")])
    assert periods_agree([], [saturday])


@pytest.mark.parametrize(
    ("known", "told", "agree"),
    [
        (("shelling",), ("attack",), True),
        (("shelling",), ("kill",), True),
        (("protest",), ("attack",), False),
        (("attack",), ("bombing",), True),
        (("bombing",), ("bombing", "kill"), True),
        (("arrest",), ("attack",), False),
        (("abduct",), ("shelling",), False),
    ],
)
def test_a_general_word_retells_a_kind_and_another_kind_does_not(
    known: tuple[str, ...], told: tuple[str, ...], agree: bool
) -> None:
    assert kinds_agree(known, told) is agree


def test_what_is_told_after_a_look_back_is_of_the_story_again() -> None:
    text = (
        "A shopkeeper was shot dead in his car in Gao, Mali, on Friday.\n\n"
        "In 2019 gunmen attacked his village, killing six soldiers.\n\n"
        '"His murder is a blow to us all," an elder said.'
    )
    now, then = tell(text).events
    assert [passage.quote for passage in now.of("type")[0].passages][-1] == "murder"
    assert then.figures("killed") == [(6, 6)]


def test_every_sign_has_its_weight_and_every_weight_its_sign() -> None:
    assert set(load_codebook().joining.signs) == set(SIGNS)


def test_signs_and_words_add_up() -> None:
    signs = ["next", "kinds agree", "points back", "place untold", "day untold"]
    assert likelihood([*signs, "day apart"], []) < likelihood(signs, [])
    assert likelihood(signs, [-3.0]) < likelihood(signs, []) < likelihood(signs, [3.0, 1.0])
    assert likelihood(signs, [99.0]) == likelihood(signs, [load_codebook().joining.most])


def test_what_a_wreck_hits_and_kills_is_no_attack() -> None:
    wrecks = [
        "Seven people were killed on Monday when an old plane crashed near Gao. The plane crashed and struck a hangar.",
        "A lorry crashed into a stall in Kano on Monday and hit a group of traders, killing four.",
        "A helicopter crashed near Gao on Monday and hit a house, officials said. Three people were killed.",
    ]
    assert [tell(text).kinds for text in wrecks] == [[], [], []]
    assert tell("Gunmen crashed a car through the gate in Gao on Monday and shot dead two guards.").kinds
    assert tell("A bus crashed near Gao on Monday, hours after a market was attacked by gunmen.").kinds == ["Attack"]


def test_who_is_only_to_be_killed_is_no_toll() -> None:
    killing = "Gunmen shot dead a judge in Gao on Friday. One of them had sent his sister texts and advised her to "
    reading = read(Report(killing + "kill their parents."))
    claims = {claim.id: claim for claim in reading.claims}
    told = [[claims[i].value["estimate"]["high"] for i in account.claims if claims[i].field == "killed"]
            for account in reading.accounts if account.stance == "asserted"]  # fmt: skip
    assert told == [[1]]
