from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from dateline.likeness import versions
from dateline.model.report import Report

FIRST = (
    "Gunmen killed eleven people at the cattle market of Djibo on Saturday evening, a councillor said by telephone. "
    "The men came on motorcycles and fired into the crowd before they left with the animals."
)
LATER = (
    FIRST.replace("eleven", "seventeen") + " The governor has ordered a curfew in the whole province from Sunday on."
)
OTHER = (
    "Farmers of the southern hills bring in the millet, which stands higher than in any year that they remember now."
)
MONDAY, NOON = date(2025, 3, 17), datetime(2025, 3, 17, 12, tzinfo=UTC)
PAGE = "https://example.org/djibo"


def report(text, days=0, url=PAGE, hours=None, title=None):
    captured = None if hours is None else NOON + timedelta(hours=hours)
    return Report(text, title, MONDAY + timedelta(days=days), publisher="Paper", url=url, retrieved=captured)


def found(*reports):
    """What is replaced by what, by position; the same whatever the order."""
    place = {r.id: n for n, r in enumerate(reports)}
    results = [versions({r.id: r for r in order}) for order in permutations(reports)]
    assert all(result == results[0] for result in results)
    return {place[old]: place[new] for old, new in results[0].items()}


def test_a_page_published_anew_replaces_its_earlier_versions():
    assert found(report(FIRST), report(LATER, 1), report(LATER + " It began at six.", 2)) == {0: 2, 1: 2}


def test_of_one_day_the_later_capture_counts():
    assert found(report(FIRST, hours=5), report(LATER, hours=1)) == {1: 0}


def test_nothing_says_which_is_later():
    assert found(report(FIRST), report(LATER)) == {}
    assert found(report(FIRST, hours=1), report(LATER)) == {}


def test_an_address_or_title_with_another_story_is_another_page():
    assert found(report(FIRST), report(OTHER, 1)) == {}
    assert (
        found(report(FIRST, url=None, title="News in brief"), report(OTHER, 1, url=None, title="News in brief")) == {}
    )


def test_outlet_and_title_stand_for_an_address_that_is_missing():
    assert found(report(FIRST, url=None, title="Raid"), report(LATER, 1, title="RAID")) == {0: 1}
    assert found(report(FIRST, title="Raid"), report(LATER, 1, url=PAGE + "/2", title="Raid")) == {}


def test_a_place_within_the_page_is_the_page():
    assert found(report(FIRST, url=PAGE + "/#live"), report(LATER, 1)) == {0: 1}
