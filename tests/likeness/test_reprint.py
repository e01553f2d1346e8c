from datetime import date, timedelta

from dateline.likeness import reprint_of, reprints
from dateline.model.report import Report

WIRE = (
    "Gunmen on motorcycles raided the cattle market of a northern town on Saturday evening and killed "
    "at least nine traders, a local councillor said by telephone. The men arrived shortly before dusk, "
    "fired into the crowd and set stalls alight before they left with several dozen animals. Soldiers "
    "reached the market two hours later and searched the surrounding villages. Nobody has claimed the "
    "raid, the third in the district since the rains ended, and the governor has ordered a curfew."
)
OTHER = (
    "Farmers in the southern hills have begun to bring in the millet, which stands higher than in any "
    "year that the oldest of them remember. Prices at the weekly markets fell by a third, and lorry "
    "drivers complained that the roads could not carry what they were asked to load before the holidays."
)
MONDAY = date(2025, 3, 17)


def report(text, publisher, days=0):
    return Report(text, published=MONDAY + timedelta(days=days), publisher=publisher)


def test_wire_copies_name_the_oldest():
    original = report(WIRE, "Agency")
    same = report(WIRE, "Daily", 1)
    headed = report("From our correspondents. " + WIRE.replace("curfew", "night curfew"), "Weekly", 2)
    other = report(OTHER, "Farmer", 1)
    everything = {r.id: r for r in (headed, other, same, original)}
    assert reprints(everything) == {same.id: original.id, headed.id: original.id}
    assert reprint_of(headed, everything.values()) == original.id
    assert reprint_of(original, everything.values()) is None
    assert reprint_of(other, everything.values()) is None


def test_a_text_of_the_same_mould_months_later_is_no_reprint():
    first, later = report(WIRE, "Agency"), report(WIRE.replace("nine", "six"), "Agency", 120)
    assert reprints({r.id: r for r in (first, later)}) == {}


def test_short_texts_are_reprints_only_word_for_word():
    one, two, three = (
        report("Two died in Djibo.", "A"),
        report("Two died in Djibo.", "B"),
        report("Two died in Dori.", "C"),
    )
    found = reprints({r.id: r for r in (one, two, three)})
    assert len(found) == 1
    assert three.id not in {*found, *found.values()}
