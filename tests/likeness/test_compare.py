from dataclasses import replace
from datetime import date, timedelta

import pytest
from made import DJIBO, DORI, SAHEL, SATURDAY, Book, actor, day, exactly, toll

from dateline.likeness import compare, facts, score


def pair(first, second, published=(date(2025, 3, 16), date(2025, 3, 18))):
    """The facts of two accounts; each is (sub-event, place, period, *values of claims by field)."""
    book, made = Book(), []
    for number, (kind, place, period, *values) in enumerate((first, second)):
        words = "Raiders came at dawn." if number else "An assault was reported on Sunday, far away."
        report = book.report(words, published[number], f"Outlet {number}")
        claims = [book.claim(report, field, value, n + 1) for n, (field, value) in enumerate(values)]
        made.append(facts(book.tell(report, kind, place, period, *claims), book.claims, report))
    return made


def reason(field, *accounts):
    """(what was seen, weight) on that field."""
    found = [r for r in compare(*pair(*accounts)) if r.field == field]
    return (found[0].seen, found[0].weight) if found else (None, 0.0)


def test_the_same_day_town_and_kind_are_one_event():
    one, two = pair(("Attack", DJIBO, day()), ("Attack", DJIBO, day()))
    assert score(compare(one, two)) > 0.8


def test_the_same_country_and_day_are_not_enough():
    country = replace(SAHEL, admin1=None, precision="country", name="Burkina Faso", geonameid=None)
    one, two = pair(("Attack", country, day()), ("Attack", country, day()))
    assert score(compare(one, two)) < 0.5


def test_the_order_of_the_two_does_not_matter():
    one, two = pair(
        ("Attack", DJIBO, day(), ("killed", exactly(11))), ("Armed clash", SAHEL, day(), ("killed", exactly(17)))
    )
    assert compare(one, two) == compare(two, one)


@pytest.mark.parametrize(
    ("first", "second", "seen"),
    [
        (11, 17, "11 and 17 killed are compatible as a rising toll"),
        (17, 11, "17 and 11 killed: the later report gives fewer"),
        (17, 17, "both say 17 killed"),
        (2, 60, "2 and 60 killed are far apart"),
    ],
)
def test_tolls_in_words(first, second, seen):
    accounts = [("Attack", DJIBO, day(), ("killed", exactly(n))) for n in (first, second)]
    assert reason("killed", *accounts)[0] == seen


def test_a_large_number_in_both_weighs_more_than_a_small_one():
    weights = [reason("killed", *[("Attack", DJIBO, day(), ("killed", exactly(n)))] * 2)[1] for n in (1, 5, 40)]
    assert weights == sorted(weights)
    assert weights[0] < weights[-1]


def test_days_apart_speak_against_it_and_less_so_at_night():
    def apart(days, **more):
        period = day(SATURDAY + timedelta(days=days), **more)
        return reason("period", ("Attack", DJIBO, day()), ("Attack", DJIBO, period))

    assert apart(0)[0] == "the same day"
    assert apart(0)[1] > 0
    assert apart(1)[1] < apart(1, part="night")[1] < 0
    assert apart(9)[1] < apart(2)[1] < apart(1)[1]


def test_places_in_words():
    def seen(place):
        return reason("place", ("Attack", DJIBO, day()), ("Attack", place, day()))

    assert seen(DJIBO)[0] == "the same place: Djibo"
    assert seen(DORI)[1] < -5
    assert seen(SAHEL)[0] == "the same province: Sahel"
    spelling = replace(DJIBO, name="Djiibo", geonameid=None, lat=None, lon=None)
    assert seen(spelling)[0] == "Djibo and Djiibo look like one name"
    assert seen(replace(DORI, country="NE"))[0] == "different countries: BF and NE"
    assert seen(None)[0] == "no place in common"
    assert seen(None)[1] < 0


def test_one_name_in_two_words_is_one_place():
    bare = {"geonameid": None, "lat": None, "lon": None}
    places = [replace(DJIBO, name=name, **bare) for name in ("Gaji Ganna", "Gajiganna")]
    assert reason("place", *[("Attack", p, day()) for p in places])[0] == "the same place: Gaji Ganna"


def test_near_as_the_words_say():
    near = replace(DJIBO, lat=DJIBO.lat + 0.16, geonameid=7, name="Sirgui", radius_km=20.0, precision="near")
    assert "as near as the words say" in reason("place", ("Attack", DJIBO, day()), ("Attack", near, day()))[0]


def test_groups_known_by_name():
    def who(name):
        return "participant", actor(name, actor=name.lower(), category="Rebel group")

    same = reason("participants", ("Attack", DJIBO, day(), who("JNIM")), ("Attack", DJIBO, day(), who("JNIM")))
    other = reason("participants", ("Attack", DJIBO, day(), who("JNIM")), ("Attack", DJIBO, day(), who("ISSP")))
    assert same[0] == "both name JNIM"
    assert other[1] < 0 < same[1]


def test_kinds_that_reports_take_for_one_another():
    def weight(other):
        return reason("type", ("Attack", DJIBO, day()), (other, DJIBO, day()))[1]

    assert weight("Attack") > 0 > weight("Armed clash") > weight("Peaceful protest")


def test_running_totals_and_denied_figures_are_not_compared():
    book = Book()
    report = book.report("A text that is long enough.")
    total = book.claim(report, "killed", toll(400, cumulative=True), 1)
    denied = book.claim(report, "injured", exactly(4, harm="injured"), 2, stance="denied")
    assert facts(book.tell(report, "Attack", None, None, total, denied), book.claims, report).tolls == {}


def told(words, at, place=DJIBO):
    """The facts of an attack told in these words, its trigger at that word."""
    book = Book()
    report = book.report(words, publisher=words)
    account = book.tell(report, "Attack", place, day(), at=words.index(at))
    return facts(account, book.claims, report)


def names(first, second):
    return next((r.seen, r.weight) for r in compare(first, second) if r.field == "names")


def test_names_around_both_triggers_speak_for_one_event():
    one = told("Near Djibo men attacked the mill of Ousmane Tiendre, in Wendou.", "attacked")
    two = told("Residents of Wendou said that the mill of Ousmane Tiendre was hit.", "hit")
    other = told("A patrol met armed men on the road to Gaskinde and was hit.", "hit")
    assert names(one, two)[0] == "both tell of Ousmane, Ousmane Tiendre, Tiendre"
    assert names(one, other) == ("no other name in common", names(one, other)[1])
    assert names(one, other)[1] < 0 < names(one, two)[1]


def test_a_place_that_the_other_only_names_is_told_by_its_words():
    exact = told("Armed men attacked Djibo.", "attacked")
    beside = told("Armed men attacked people who came from Djibo.", "attacked", None)
    elsewhere = told(
        f"Armed men attacked people. {'They came at night and left. ' * 12}The road to Djibo is shut.", "att", None
    )
    nowhere = told("Armed men attacked people.", "attacked", None)
    seen = [reason_on(exact, other, "place") for other in (beside, elsewhere, nowhere)]
    assert [words for words, _ in seen] == [
        "Djibo, which the other names beside it", "Djibo, which the other's report names", "no place in common",
    ]  # fmt: skip
    weights = [weight for _, weight in seen]
    assert weights == sorted(weights, reverse=True)


def reason_on(one, two, field):
    return next((r.seen, r.weight) for r in compare(one, two) if r.field == field)


def test_a_look_back_that_tells_the_day_is_no_less_likely():
    late = (date(2025, 3, 16), date(2026, 3, 16))
    accounts = ("Attack", DJIBO, day()), ("Attack", DJIBO, day())
    assert score(compare(*pair(*accounts, published=late))) > 0.7
    undated = ("Attack", DJIBO, day()), ("Attack", DJIBO, None)
    assert score(compare(*pair(*undated, published=late))) < score(compare(*pair(*accounts, published=late)))
