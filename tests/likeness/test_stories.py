from datetime import date, timedelta
from random import Random

from dateline.likeness import Story, stories
from dateline.model.report import Report

MONDAY = date(2025, 3, 17)
RAID = (
    "Gunmen on motorcycles raided the cattle market of Djibo and killed nine traders, councillor Bila said.",
    "Nine traders died when motorcycles carried gunmen into Djibo's market. Councillor Bila spoke of stolen cattle.",
    "Cattle were stolen from Djibo and nine traders killed. The gunmen fled on motorcycles, said councillor Bila.",
)
FLOOD = (
    "The river Shabelle burst its banks near Beledweyne and water covered the bazaar; boats carried families away.",
    "Families left Beledweyne by boats after the river Shabelle burst its banks and the bazaar stood under water.",
)
ALONE = "Parliament in Kampala passed a budget that raises the tax on fuel."


def report(text, days=0):
    return Report(text, published=MONDAY + timedelta(days=days), language="en")


def made(*rows):
    return {row.id: row for row in rows}


def test_reports_of_one_story_are_together_whether_or_not_they_tell_of_an_event():
    raids, floods = [report(text) for text in RAID], [report(text) for text in FLOOD]
    found = stories(made(*raids, *floods, report(ALONE)))
    assert [set(story.reports) for story in found] == [{r.id for r in raids}, {r.id for r in floods}]
    assert dict(found[0].words)["djibo"] == 3
    assert {"beledweyne", "shabelle"} <= dict(found[1].words).keys()


def test_the_same_stories_in_whatever_order_the_reports_come():
    rows = list(made(*map(report, (*RAID, *FLOOD, ALONE))).items())
    first = stories(dict(rows))
    for seed in range(5):
        Random(seed).shuffle(rows)
        assert stories(dict(rows)) == first


def test_oldest_first():
    late, early = report(RAID[0], 2), report(RAID[1])
    (story,) = stories(made(late, early))
    assert story.reports == (early.id, late.id)


def test_a_like_story_months_later_is_another():
    first, second = [report(text) for text in RAID[:2]], [report(text, 90) for text in RAID[1:]]
    found = stories(made(*first, *second))
    assert {frozenset(story.reports) for story in found} == {frozenset(r.id for r in row) for row in (first, second)}


def test_twins_in_one_town_stay_two_stories_once_each_is_told_three_times():
    raids = [report(f"{RAID[0]} {word}") for word in ("Yesterday.", "Today.", "Again.")]
    twin = "Gunmen looted the clinic of Djibo on Sunday, nurse Ouedraogo said. Medicines and an ambulance are gone."
    twins = [report(f"{twin} {word}") for word in ("Yesterday.", "Today.", "Again.")]
    assert {frozenset(story.reports) for story in stories(made(*raids, *twins))} == {
        frozenset(row.id for row in rows) for rows in (raids, twins)
    }
    assert len(stories(made(raids[0], twins[0]))) == 1  # nothing yet says how alike reports of either are


def test_nothing_gives_nothing():
    assert stories({}) == ()
    assert stories(made(report(""), report("..", 1))) == ()
    assert stories(made(report(ALONE))) == tuple[Story, ...]()
