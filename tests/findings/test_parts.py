"""UCDP's best figure in parts: sides, civilians, unknown, low and high."""

import pytest
from made import Book, actor, by, exactly, toll

ARMY = {"category": "State forces", "country": "ML", "text": "Malian soldiers"}
GROUP = {"category": "Rebel group", "text": "JNIM fighters"}
PEOPLE = {"category": "Civilians", "country": "ML", "text": "villagers"}


def shared(people, *figures, sub_event="Armed clash"):
    """What the rule makes of these participants and (toll, words, keywords) figures, told by one report."""
    book = Book()
    report = book.report("Soldiers and fighters fought near the river, and several people died there on Saturday.")
    account = book.tell(report, sub_event)
    made = [book.claim(report, "participant", who, number + 20) for number, who in enumerate(people)]
    whole = None
    for number, (value, words, more) in enumerate(figures):
        part = {"part_of": whole.id} if more.pop("part", False) else {}
        made.append(book.claim(report, value.harm, value, number + 1, original=words, **more, **part))
        whole = whole or made[-1]
    found = book.fold(book.add(account, *made)).finding("deaths")
    return found.value if found else None


def parts(value):
    return [value[f"deaths_{name}"] for name in ("a", "b", "civilians", "unknown")]


def test_the_dead_of_either_side_and_those_of_whom_nobody_tells():
    value = shared(
        [actor("JNIM", "party", actor="jnim", **GROUP), actor("Military Forces of Mali", "party", **ARMY)],
        (exactly(12), "12 people", by("officials")),
        (exactly(5, status="combatant", occupation="soldier"), "five soldiers", by("officials") | {"part": True}),
        (exactly(3, status="combatant", side="JNIM"), "three JNIM fighters", by("officials") | {"part": True}),
    )
    assert (value["type_of_violence"], value["side_a"], value["side_b"]) == (1, "Military Forces of Mali", "JNIM")
    assert parts(value) == [5, 3, 0, 4]
    assert (value["low"], value["best"], value["high"]) == (12, 12, 12)


def test_soldiers_and_militants_are_added_where_nobody_tells_the_whole():
    value = shared(
        [actor("Military Forces of Mali", "party", **ARMY), actor("JNIM", "party", **GROUP)],
        (exactly(4, status="combatant", occupation="soldier"), "four soldiers", by("the army", "party")),
        (exactly(3, status="combatant"), "three militants", by("the army", "party")),
        (exactly(2, status="civilian"), "two civilians", by("a doctor", "medic")),
    )
    assert parts(value) == [4, 3, 2, 0]
    assert value["best"] == 9


def test_the_attackers_own_dead_are_the_doers():
    value = shared(
        [actor("JNIM", "actor", **GROUP), actor("Civilians (Mali)", "recipient", **PEOPLE)],
        (exactly(9), "nine people", {}),
        (exactly(1, status="combatant", perpetrators=True), "the bomber", {"part": True}),
        sub_event="Suicide bomb",
    )
    assert (value["type_of_violence"], value["side_a"], value["side_b"]) == (3, "JNIM", "Civilians")
    assert parts(value) == [1, 0, 8, 0]  # of the others nothing is told, and only civilians are hit


def test_who_is_hit_is_not_told_then_the_dead_stay_unknown():
    value = shared([actor("JNIM", "actor", **GROUP)], (exactly(9), "nine people", {}), sub_event="Attack")
    assert (value["type_of_violence"], value["side_b"], parts(value)) == (None, None, [0, 0, 0, 9])


def test_fighters_of_no_side_stay_unknown():
    value = shared(
        [actor("Movement One", "party", **GROUP), actor("Movement Two", "party", category="Political militia")],
        (toll(20, status="combatant"), "at least 20 fighters", {}),
    )
    assert (value["type_of_violence"], parts(value)) == (2, [0, 0, 0, 20])


@pytest.mark.parametrize(("civilians", "left"), [(4, [0, 0, 4, 1]), (6, [0, 0, 0, 5])])
def test_anothers_part_counts_only_where_it_fits(civilians, left):
    value = shared(
        [actor("Military Forces of Mali", "party", **ARMY), actor("JNIM", "party", **GROUP)],
        (exactly(5), "five people", by("a hospital", "medic")),
        (exactly(civilians, status="civilian"), f"{civilians} villagers", by("the group", "party")),
    )
    assert parts(value) == left
    assert (value["best"], value["high"]) == (5, max(5, civilians))


def test_soldiers_who_died_are_a_side_without_a_name():
    value = shared(
        [actor("JNIM", "actor", **GROUP), actor("Civilians (Mali)", "recipient", **PEOPLE)],
        (exactly(20), "20 people", {}),
        (exactly(5, status="combatant", occupation="soldier"), "five soldiers", {"part": True}),
        (exactly(14, status="civilian"), "14 villagers", {"part": True}),
        sub_event="Suicide bomb",
    )
    assert (value["type_of_violence"], value["side_a"], value["side_b"]) == (1, None, "JNIM")
    assert parts(value) == [5, 0, 14, 1]


def test_soldiers_of_a_country_that_takes_no_part_are_of_no_side():
    value = shared(
        [actor("Military Forces of Mali", "party", **ARMY), actor("JNIM", "party", **GROUP)],
        (exactly(2, status="combatant", side="French", occupation="soldier"), "two French soldiers", {}),
    )
    assert parts(value) == [0, 0, 0, 2]


def test_silence_has_no_parts():
    assert shared([actor("JNIM", "actor", **GROUP)]) is None


def test_a_chosen_figure_is_shared_out_anew():
    book = Book()
    report = book.report("Soldiers fought the group near the river; nine died, or twelve, on Saturday.")
    made = [book.claim(report, "participant", actor("Military Forces of Mali", "party", **ARMY), 5),
            book.claim(report, "participant", actor("JNIM", "party", **GROUP), 6),
            book.claim(report, "killed", exactly(9), 1, **by("the army", "party")),
            book.claim(report, "killed", exactly(3, status="civilian"), 2, **by("the army", "party"))]  # fmt: skip
    account = book.add(book.tell(report, "Armed clash"), *made)
    book.decide("choose", account.id, field="killed/ucdp: best", value=12)
    value = book.fold().finding("deaths").value
    assert (value["best"], parts(value)) == (12, [0, 0, 3, 9])
