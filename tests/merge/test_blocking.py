"""Blocking saves work and loses nothing that would be linked."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

from made import DJIBO, DORI, SAHEL, SATURDAY, Book, actor, day, exactly

from dateline.likeness import compare, facts, score
from dateline.merge.blocking import comparable, pairs

COUNTRY = replace(SAHEL, precision="country", admin1=None, geonameid=None, name="Burkina Faso", lat=None, lon=None)
UNMAPPED = replace(DJIBO, text="Djiibo", name="Djiibo", geonameid=None, lat=None, lon=None)
NEARBY = replace(DJIBO, text="Sirgui", name="Sirgui", geonameid=3, lat=DJIBO.lat + 0.3)
SOUNDS = "bdflmnrstz"
PLACES = [DJIBO, DORI, NEARBY, UNMAPPED, SAHEL, COUNTRY, None]
PERIODS = [
    day(),
    day(SATURDAY + timedelta(days=1)),
    day(date(2025, 3, 1), date(2025, 3, 31), precision="month"),
    day(date(2025, 1, 1), date(2025, 12, 31), precision="year"),
    None,
]


def drawn():
    """One account for each place and period, told of with the same number by the same group."""
    book, rows = Book(), []
    for number, (place, period) in enumerate(product(PLACES, PERIODS)):
        report = book.report(" ".join(f"r{number}w{n}" for n in range(60)))
        claims = [
            book.claim(report, "killed", exactly(31), 2),
            book.claim(report, "participant", actor("JNIM", actor="jnim", category="Rebel group"), 3),
        ]
        rows.append(facts(book.tell(report, "Attack", place, period, *claims), book.claims, report))
    return rows


def told_well(one, two):
    """Years in a whole area, or in towns spelled differently, are not looked up."""
    if one.where.exact and two.where.exact and one.where.name == two.where.name:
        return True
    return all(f.end is None or f.end - f.start <= 62 for f in (one, two))


def test_no_pair_that_would_be_linked_is_passed_over():
    rows = drawn()
    for told in (rows, rows[::-1]):
        found = {frozenset((told[i].account, told[j].account)) for i, j in pairs(told)}
        for one, two in combinations(told, 2):
            if comparable(one, two) and told_well(one, two) and score(compare(one, two)) >= 0.6:
                assert frozenset((one.account, two.account)) in found, (one.where, one.start, two.where, two.start)


def test_each_pair_once_and_in_order():
    found = list(pairs(drawn()))
    assert len(found) == len(set(found))
    assert all(i < j for i, j in found)


def test_far_away_in_place_or_time_is_never_compared():
    book = Book()
    rows = []
    for number in range(60):
        report = book.report(" ".join(f"r{number}w{n}" for n in range(60)))
        town = f"{SOUNDS[number // 10]}a{SOUNDS[number % 10]}otal".capitalize()
        place = replace(DJIBO, geonameid=number, lat=-30.0 + number, text=town, name=town)
        rows.append(facts(book.tell(report, "Attack", place, day()), book.claims, report))
    assert list(pairs(rows)) == []


def placeless(book, words, period):
    report = book.report(words, publisher=words)
    return facts(book.tell(report, "Attack", None, period, at=words.index("attack")), book.claims, report)


def test_accounts_without_a_place_meet_by_the_names_they_tell():
    book = Book()
    words = (
        "Men attacked a mill of the Wendou cooperative.",
        "There was an attack on Wendou, it says.",
        "An attack, it says.",
    )
    told = [placeless(book, text, day()) for text in words]
    later = placeless(book, "A second attack on Wendou, it says.", day(SATURDAY + timedelta(days=20)))
    assert list(pairs([*told, later])) == [(0, 1)]


def test_what_a_hundred_accounts_of_a_day_share_brings_nobody_together():
    book = Book()
    crowd = [placeless(book, f"Report {n} of an attack on Wendou.", day()) for n in range(101)]
    assert list(pairs(crowd[:2])) == [(0, 1)]
    assert list(pairs(crowd)) == []


def test_reports_without_any_day_meet_by_the_names_they_tell():
    book, told = Book(), []
    for words in ("Men attacked a mill of the Wendou cooperative.", "There was an attack on Wendou, it says."):
        report = book.report(words, None, words)
        told.append(facts(book.tell(report, "Attack", None, None, at=words.index("attack")), book.claims, report))
    assert list(pairs(told)) == [(0, 1)]


def test_of_another_kind_on_another_day_and_in_another_town_of_the_area_only_the_same_spot_is_compared():
    book = Book()
    near, far = replace(DJIBO, geonameid=1, lat=14.13), replace(DJIBO, geonameid=2, text="Pobe", name="Pobe", lat=14.4)

    def told(kind, place, days):
        report = book.report(f"{kind} {place.name} {days}", None, f"{kind}{place.geonameid}{days}")
        account = book.tell(report, kind, place, day(SATURDAY + timedelta(days=days)))
        return facts(account, book.claims, report)

    one = told("Attack", DJIBO, 0)
    others = {
        "same kind": told("Attack", far, 2),
        "same day": told("Armed clash", far, 0),
        "same spot": told("Armed clash", near, 2),
    }
    for other in others.values():
        assert len(list(pairs([one, other]))) == 1
    assert list(pairs([one, told("Armed clash", far, 2)])) == []
