from dataclasses import replace
from datetime import date, timedelta

from made import DJIBO, DORI, SAHEL, SATURDAY, Book, actor, day, exactly, toll

from dateline.findings import event_of

GAJIGANNA = replace(DJIBO, name="Gajiganna", geonameid=None, lat=None, lon=None, admin1="Borno", country="NG")


def clusters(book):
    """The clusters as sets of publisher names."""
    outlet = {a.id: book.reports[a.report].publisher for a in book.accounts}
    return sorted(sorted(outlet[name] for name in group) for group in book.merge().clusters)


def tell(book, outlet, kind="Attack", place=DJIBO, period=None, *values, published=date(2025, 3, 16), **more):
    text = more.pop("text", " ".join(f"{outlet}{n}" for n in range(40)))
    report = next((r for r in book.reports.values() if r.publisher == outlet), None)
    report = report or book.report(text, published, outlet)
    at = len(book.accounts)
    claims = [book.claim(report, field, value, n + at) for n, (field, value) in enumerate(values)]
    return book.tell(report, kind, place, period or day(), *claims, at=at, **more)


def test_three_tellings_of_one_raid_with_three_spellings_and_tolls():
    """As an agency, a local paper and an army would tell it: other tolls, other words, other claims."""
    book, saturday = Book(), day(date(2025, 5, 3))
    boko = actor("Boko Haram", actor="boko-haram", category="Rebel group", responsibility="suspected")
    iswap = actor("ISWAP", actor="iswap", category="Rebel group", responsibility="self-claimed")
    tell(book, "agency", "Attack", GAJIGANNA, saturday, ("killed", toll(9)), ("participant", boko),
         published=date(2025, 5, 4))  # fmt: skip
    tell(book, "paper", "Attack", replace(GAJIGANNA, name="Gajigana"), saturday, ("killed", exactly(23)),
         ("participant", iswap), published=date(2025, 5, 6))  # fmt: skip
    tell(book, "army", "Armed clash", replace(GAJIGANNA, name="Gaji Ganna"), saturday,
         ("killed", exactly(2, status="combatant")), ("participant", iswap), published=date(2025, 5, 5))  # fmt: skip
    assert clusters(book) == [["agency", "army", "paper"]]
    assert all(link.reasons for link in book.merge().links)


def test_other_days_towns_and_kinds_stay_apart():
    book = Book()
    tell(book, "A")
    tell(book, "B", place=DORI)
    tell(book, "C", period=day(SATURDAY - timedelta(days=5)))
    tell(book, "D", kind="Peaceful protest")
    tell(book, "E", clarity="summary")
    tell(book, "F", stance="planned")
    assert len(clusters(book)) == 6


def test_what_a_person_told_is_joined_by_people_only():
    book = Book()
    one, own = tell(book, "A"), tell(book, "B", by="reviewer")
    assert clusters(book) == [["A"], ["B"]]
    book.decide("join", one.id, own.id)
    tell(book, "C")
    assert clusters(book) == [["A", "B", "C"]]


def test_two_accounts_of_one_report_stay_two_events():
    book = Book()
    raid, fight = tell(book, "A"), tell(book, "A", "Armed clash")
    tell(book, "B")
    assert clusters(book) == [["A"], ["A", "B"]]
    together = next(group for group in book.merge().clusters if len(group) == 2)
    assert raid.id in together
    assert fight.id not in together


def test_a_coarse_place_joins_where_the_numbers_agree():
    book = Book()
    tell(book, "A", "Attack", DJIBO, day(), ("killed", exactly(31)), ("injured", exactly(44, harm="injured")))
    tell(book, "B", "Attack", SAHEL, day(), ("killed", exactly(31)), ("injured", exactly(44, harm="injured")))
    tell(book, "C", "Attack", replace(SAHEL, admin1="Est", name="Est", geonameid=9), day(), ("killed", exactly(2)))
    assert clusters(book) == [["A", "B"], ["C"]]


def test_near_misses_are_shown_with_reasons():
    book = Book()
    tell(book, "A", "Attack", SAHEL, day())
    tell(book, "B", "Attack", SAHEL, day(), ("killed", exactly(2)))
    result = book.merge()
    assert len(result.clusters) == 2
    ((left, right, score),) = result.near_misses
    assert left < right
    assert 0.1 < score < 0.6
    assert [link.judgement for link in result.links] == ["unsure"]


def test_a_person_joins_what_the_machine_would_not():
    book = Book()
    one, two = tell(book, "A"), tell(book, "B", "Peaceful protest", DORI)
    book.decide("join", event_of(one.id), event_of(two.id), reason="the same march")
    assert clusters(book) == [["A", "B"]]
    (link,) = book.merge().links
    assert (link.judgement, link.by, link.reasons[0].seen) == ("same", "reviewer", "joined by reviewer: the same march")
    assert [event.aliases != () for event in book.events()] == [True]


def test_a_person_joins_two_accounts_of_one_report():
    book = Book()
    one, two = tell(book, "A"), tell(book, "A", "Armed clash")
    book.decide("join", one.id, two.id)
    tell(book, "B")
    assert clusters(book) == [["A", "A", "B"]]


def test_undo_restores():
    book = Book()
    one, two = tell(book, "A"), tell(book, "B")
    before = book.merge()
    split = book.decide("split", one.id, two.id)
    assert clusters(book) == [["A"], ["B"]]
    undo = book.decide("undo", split.id, at=2)
    assert book.merge() == before
    book.decide("undo", undo.id, at=3)
    assert clusters(book) == [["A"], ["B"]]


def test_the_last_word_on_a_pair_counts():
    book = Book()
    one, two = tell(book, "A"), tell(book, "B")
    book.decide("join", one.id, two.id, at=1)
    book.decide("split", one.id, two.id, at=2)
    assert len(clusters(book)) == 2
    book.decide("join", one.id, two.id, at=3)
    assert len(clusters(book)) == 1


def test_the_first_is_parted_from_the_others_who_stay_together():
    book = Book()
    first, *others = (tell(book, outlet) for outlet in "ABC")
    book.decide("split", first.id, *(a.id for a in others))
    assert clusters(book) == [["A"], ["B", "C"]]


def test_groups_are_set_apart_as_told():
    book = Book()
    made = [tell(book, outlet) for outlet in "ABCD"]
    ids = [a.id for a in made]
    book.decide("split", *ids, value=[ids[:2], ids[2:]])
    assert clusters(book) == [["A", "B"], ["C", "D"]]


def test_reprints_are_named():
    book = Book()
    tell(book, "A", text="Word for word the same text.")
    tell(book, "B", text="Word for word the same text.", published=date(2025, 3, 17))
    found = book.merge()
    names = {r.id: r.publisher for r in book.reports.values()}
    assert {names[k]: names[v] for k, v in found.reprints.items()} == {"B": "A"}
    assert len(found.clusters) == 1


def test_nothing_comes_of_nothing():
    assert Book().merge().clusters == ()


def test_accounts_with_no_place_or_day_are_left_alone():
    book = Book()
    for outlet in "AB":
        book.tell(book.report(f"What {outlet} said.", None, outlet), "Attack", None, None)
    assert clusters(book) == [["A"], ["B"]]
