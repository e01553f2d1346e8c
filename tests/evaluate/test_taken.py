"""A gold coding as accounts: scored as a reading, it has no error that the coder's values could have."""

from __future__ import annotations

from hand import gold

from dateline.evaluate import score, taken
from dateline.model.report import Report


def test_a_coding_scored_as_a_reading_finds_every_event():
    row = gold()
    coding = taken(row, Report(row.text, published=row.published))
    figures = score([row], {row.name: coding}).figures()
    assert figures["event"].count.f1 == 1
    assert set(coding.by_event) == {event.id for event in row.events}
    assert len({account.id for account in coding.accounts}) == len(row.events)


def test_places_get_their_point_and_groups_their_id():
    row = gold()
    coding = taken(row, Report(row.text, published=row.published))
    places = [claim.value for claim in coding.claims if claim.field == "place"]
    assert places
    assert all(place["lat"] is not None and place["country"] for place in places)
    assert all(claim.stance for claim in coding.claims)
