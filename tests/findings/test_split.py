"""A market raid and the army's fight with the raiders, told by one report."""

from dataclasses import replace

import pytest
from made import DJIBO, Book, by, day, exactly, killed, toll

ARMY = by("the army", "party")


def raid_and_fight(on_fight=False, **whole):
    book = Book()
    report = book.report("Gunmen stormed the market. The army said 11 had died, four of them soldiers.")
    first = book.claim(report, "killed", toll(17), 1, **by("a local official"))
    second = book.claim(report, "killed", exactly(11), 2, **ARMY)
    soldiers = exactly(4, status="combatant", occupation="soldier")
    part = book.claim(report, "killed", soldiers, 3, part_of=second.id, **ARMY)
    raiders = toll(None, None, 30, status="combatant", perpetrators=True)
    enemy = book.claim(report, "killed", raiders, 4, **ARMY)
    raid = book.tell(report, "Attack", DJIBO, day(), first, second, *([] if on_fight else [part]))
    fight = book.tell(report, "Armed clash", DJIBO, day(), enemy, *([part] if on_fight else []), at=9)
    book.accounts[1] = replace(fight, relations=(("part of", raid.id),))
    return book, raid, fight


@pytest.mark.parametrize("on_fight", [False, True])
def test_the_soldiers_are_counted_in_the_row_of_their_fight(on_fight):
    book, _, _ = raid_and_fight(on_fight)
    events = {event.type.acled_sub_event: event for event in book.events()}
    raid, fight = events["Attack"], events["Armed clash"]
    assert (killed(raid), killed(fight)) == (7, 4)
    assert fight.relations == (("part of", raid.id),)
    assert raid.id in killed_inputs(fight)[-1]
    assert fight.id in killed_inputs(raid)[-1]
    assert killed(raid, "airwars: min-max")[1] == 17


def killed_inputs(event):
    return event.finding("killed", "acled: lowest reliable").inputs


def test_a_number_that_a_person_chose_is_left_alone():
    book, raid, _ = raid_and_fight()
    book.decide("choose", raid.id, field="killed", value=11)
    events = {event.type.acled_sub_event: event for event in book.events()}
    assert (killed(events["Attack"]), killed(events["Armed clash"])) == (11, 0)


def test_no_relation_no_split():
    book, _, fight = raid_and_fight()
    book.accounts[1] = fight
    assert sorted(killed(event) for event in book.events()) == [0, 11]
