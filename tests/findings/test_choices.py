from datetime import date, timedelta

from made import DJIBO, DORI, SAHEL, SATURDAY, Book, actor, day

WEEK = day(date(2025, 3, 10), date(2025, 3, 16), precision="week")


def two(book, first, second):
    """Two accounts of one event: each gets the keywords place and period, and a report of its own."""
    texts = ["One text, the older.", "Another text, the newer one."]
    days = [date(2025, 3, 16), date(2025, 3, 18)]
    made = []
    for text, published, (place, period) in zip(texts, days, (first, second), strict=True):
        made.append(book.tell(book.report(text, published, text), "Attack", place, period))
    return book.fold(*made)


def test_the_most_precise_period_and_place_win_whoever_came_last():
    for first, second in [((SAHEL, WEEK), (DJIBO, day())), ((DJIBO, day()), (SAHEL, WEEK))]:
        event = two(Book(), first, second)
        assert event.finding("period").value["precision"] == "day"
        assert event.finding("place").value["name"] == "Djibo"
        assert event.finding("period").opposing == ()
        assert len(event.finding("period").supporting) == 2


def test_words_beat_inference():
    event = two(Book(), (DJIBO, day(inferred=True)), (DJIBO, WEEK))
    assert event.finding("period").value["precision"] == "week"


def test_conflicts_stand_against():
    event = two(Book(), (DJIBO, day()), (DORI, day(SATURDAY + timedelta(days=1))))
    assert event.finding("period").value["start"] == "2025-03-15"
    assert len(event.finding("period").opposing) == 1
    assert len(event.finding("place").opposing) == 1


def test_a_place_in_another_role_is_no_place_of_the_event():
    book = Book()
    report = book.report("A text.")
    from dataclasses import replace

    launched = book.claim(report, "place", replace(DORI, role="launched-from"), 1)
    event = book.fold(book.tell(report, "Attack", None, None, launched))
    assert event.finding("place") is None


def people(*participants):
    book = Book()
    report = book.report("A text that is long enough.")
    claims = [book.claim(report, "participant", value, n + 1) for n, value in enumerate(participants)]
    found = book.fold(book.tell(report, "Attack", None, None, *claims)).finding("participants")
    return [(p["role"], p["name"]) for p in found.value]


GUNMEN = actor("Unidentified Armed Group (Nigeria)", text="gunmen", category="Political militia")
TROOPS = actor("Military Forces of Nigeria (2023-)", "recipient", actor="ng-army", category="State forces")
VILLAGERS = actor("Civilians (Nigeria)", "recipient", text="villagers", category="Civilians")


def iswap(**more):
    return actor("Islamic State West Africa Province", actor="iswap", category="Rebel group", **more)


def test_a_name_takes_the_place_of_general_words():
    assert people(GUNMEN, iswap(), VILLAGERS) == [
        ("actor", "Islamic State West Africa Province"),
        ("recipient", "Civilians (Nigeria)"),
    ]


def test_a_claim_of_responsibility_stands_beside_the_general_words():
    found = people(GUNMEN, iswap(responsibility="self-claimed"))
    assert found == [
        ("actor", "Islamic State West Africa Province"),
        ("actor", "Unidentified Armed Group (Nigeria)"),
    ]


def test_troops_and_villagers_are_both_recipients():
    assert len(people(TROOPS, VILLAGERS)) == 2


def test_one_entry_for_an_actor_told_twice_on_the_firmer_ground():
    book = Book()
    report = book.report("A text that is long enough.")
    claims = [
        book.claim(report, "participant", iswap(responsibility=ground), n + 1)
        for n, ground in enumerate(("suspected", "self-claimed"))
    ]
    found = book.fold(book.tell(report, "Attack", None, None, *claims)).finding("participants")
    assert [p["responsibility"] for p in found.value] == ["self-claimed"]
    assert set(found.supporting) == {c.id for c in claims}


def test_weapon_first_told_and_all_responsibility_kept():
    book = Book()
    report = book.report("A text that is long enough.")
    claims = [
        book.claim(report, "weapon", {"value": "explosive", "text": "bomb"}, 1),
        book.claim(report, "weapon", {"value": "firearm", "text": "guns"}, 2),
        book.claim(report, "responsibility", {"ground": "denied", "actor": "SDF", "by": "SDF"}, 3, stance="denied"),
        book.claim(report, "responsibility", {"ground": "none-claimed", "actor": None, "by": None}, 4),
    ]
    event = book.fold(book.tell(report, "Attack", None, None, *claims))
    weapon = event.finding("weapon")
    assert (weapon.value, weapon.supporting, weapon.opposing) == ("explosive", (claims[0].id,), (claims[1].id,))
    assert [v["ground"] for v in event.finding("responsibility").value] == ["denied", "none-claimed"]
    assert event.finding("target") is None


def test_the_type_is_what_most_differently_worded_reports_say():
    book = Book()
    made = [
        book.tell(book.report(text, publisher=outlet), kind)
        for text, outlet, kind in [
            ("the same words", "A", "Attack"),
            ("the same words", "B", "Attack"),
            ("other words", "C", "Armed clash"),
            ("yet others", "D", "Armed clash"),
        ]
    ]
    event = book.fold(*made)
    assert event.type.acled_sub_event == "Armed clash"
    assert len(event.finding("type").opposing) == 2
