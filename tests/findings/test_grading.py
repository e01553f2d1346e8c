"""The grade that is suggested for harm to civilians, and how it stops being a suggestion."""

from __future__ import annotations

import pytest
from made import Book, Event, actor, by, exactly

ARMY = {"actor": "bf-military-2022-09-30", "category": "State forces"}
JNIM = {"actor": "ml-jnim", "category": "Rebel group"}


def told(*reports, sub_event="Air/drone strike") -> tuple[Book, Event]:
    """An event told by reports, each a list of (field, value, more)."""
    book = Book()
    for number, rows in enumerate(reports):
        report = book.report(f"Report {number}: aircraft struck a market in the town on Saturday, people said.")
        claims = [book.claim(report, field, value, at, **more) for at, (field, value, more) in enumerate(rows)]
        book.add(book.tell(report, sub_event), *claims)
    return book, book.fold()


def dead(number=9, **group):
    return "killed", exactly(number, **group), by("a doctor", "medic")


def doer(name="Military Forces of Burkina Faso (2022-)", **known):
    return "participant", actor(name, **(known or ARMY)), {}


def blame(ground, name):
    return "responsibility", {"ground": ground, "actor": name, "by": None}, {}


@pytest.mark.parametrize(
    ("reports", "grade"),
    [
        (([dead()],), "Weak"),
        (([dead(), doer()],), "Weak"),
        (([dead()], [dead()]), "Weak"),  # nobody is named
        (([dead(), doer()], [dead()]), "Fair"),
        (([dead(), doer(), doer("JNIM", **JNIM)], [dead()]), "Contested"),
        (([dead(), doer(), blame("denied", "Military Forces of Burkina Faso (2022-)")],), "Contested"),
        (([dead(), doer(), blame("self-claimed", "Military Forces of Burkina Faso (2022-)")],), "Confirmed"),
        (([dead(status="combatant"), doer()],), "Discounted"),
        (([dead(status="combatant"), dead(2, status="civilian"), doer()],), "Weak"),
    ],
)
def test_grades(reports, grade):
    found = told(*reports)[1].finding("grade")
    assert found.value == grade
    assert found.rule == "airwars: suggested grading"
    assert found.decision is None
    assert found.inputs


def test_no_harm_no_grade():
    assert told([doer()])[1].finding("grade") is None


def test_reprints_are_one_source():
    book = Book()
    for publisher in ("One", "Two"):
        report = book.report("Aircraft struck a market in the town.", publisher=publisher)
        dead, doer = book.claim(report, "killed", exactly(9), 1), actor("The army", **ARMY)
        book.add(book.tell(report, "Air/drone strike"), dead, book.claim(report, "participant", doer, 2))
    assert book.fold().finding("grade").value == "Weak"


def test_it_is_a_suggestion_until_a_person_accepts_the_event_or_chooses():
    book, event = told([dead(), doer()])
    accepted = book.decide("accept", event.id)
    found = book.fold().finding("grade")
    assert (found.value, found.decision) == ("Weak", accepted.id)
    assert "accepted by reviewer" in found.inputs
    chosen = book.decide("choose", event.id, field="grade", value="Fair", reason="both outlets had people there", at=2)
    found = book.fold().finding("grade")
    assert (found.value, found.decision) == ("Fair", chosen.id)
    book.decide("reject", event.id, field="grade", at=3)
    book.decide("reject", event.id, at=4)
    assert book.fold().finding("grade").decision is None
