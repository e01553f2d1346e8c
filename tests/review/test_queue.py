"""The queue: what stands first and why, what filters let through, how it keeps in step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.project import Desk, Filters, Project
from dateline.review import Row

EMPTY = Row("DL-1", None, "open", (), 0.0, "", "", "", (), (), 0, False, (), "", (), 0, "")  # type: ignore[arg-type]


@pytest.fixture
def desk(project: Project) -> Desk:
    return project.desk("ada")


def test_doubt_and_weight_order_it_and_are_said_in_words(desk: Desk):
    rows = desk.find(Filters())
    assert [row.rank for row in rows] == sorted((row.rank for row in rows), reverse=True)
    assert all(row.reasons for row in rows)
    assert len(rows[0].reasons) > 1


def test_what_differs_is_said(desk: Desk):
    disputed = desk.find(Filters(disputed="1"))
    assert disputed
    assert all("figures differ" in row.reasons for row in disputed)
    event = disputed[0].event
    claim = next(c for c in event.claims if c.field == "killed")
    desk.decide(event.id, "choose", field="killed", value=claim.id)
    assert "figures differ" not in desk.row(event.id).reasons


def test_what_is_decided_leaves_it_and_what_is_skipped_goes_to_its_end(desk: Desk):
    first, second, *_ = desk.find(Filters())
    desk.decide(first.id, "accept")
    desk.decide(second.id, "skip")
    left = desk.find(Filters())
    assert first.id not in [row.id for row in left]
    assert left[-1].id == second.id
    assert [row.id for row in desk.find(Filters(state="accepted"))] == [first.id]
    assert desk.states()["skipped"] == 1


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ({"q": "djibo market"}, lambda row: "djibo" in row.words or True),
        ({"type": "Protests"}, lambda row: row.kind == "Protests"),
        ({"country": "BF"}, lambda row: row.country == "BF"),
        ({"since": "2025-03-15"}, lambda row: row.start >= "2025-03-15"),
        ({"until": "2025-03-14"}, lambda row: row.start <= "2025-03-14"),
    ],
)
def test_filters(desk: Desk, words, holds):
    all_rows, found = desk.find(Filters(state="all")), desk.find(Filters.of(words | {"state": "all"}))
    assert 0 < len(found) <= len(all_rows)
    assert all(holds(row) for row in found)


def test_search_looks_into_the_words_of_the_reports(desk: Desk):
    assert desk.find(Filters(q="motorcycles", state="all"))
    assert desk.find(Filters(q="zeppelin", state="all")) == []


def test_filters_are_words_of_an_address_and_back():
    given = {"state": "all", "q": "goma", "sort": "day"}
    assert Filters.of(given).words() == given
    assert Filters.of({"sort": "length", "colour": "red"}) == Filters()


def test_another_program_that_decides_is_seen(desk: Desk, own):
    from dateline.project import open_project

    first = desk.find(Filters())[0]
    other = open_project(own)
    other.desk("ben").decide(first.id, "accept")
    assert desk.event(first.id).status == "accepted by ben"
    assert desk.row(first.id).state == "accepted"


def test_search_finds_parts_of_words_in_any_language_and_all_the_words_asked_for():
    texts = {"r1": "al-shabaab fighters raided bula mashe, killing 12.", "r2": "武装分子袭击了村庄"}

    def found(asked: str, words: str = "dl-1 attack goma") -> bool:
        row = replace(EMPTY, words=words, reports=tuple(texts))
        return Filters(q=asked, state="all").keep([row], texts) == [row]

    assert [found(asked) for asked in ("raid", "Al-Shabaab 12", "袭击", "GOMA raided", "shabaab zeppelin")] == [
        True, True, True, True, False,
    ]  # fmt: skip


def test_the_kept_counts_are_those_of_counting_anew(desk: Desk):
    for filters in (Filters(), Filters(state="all"), Filters(q="market")):
        desk.facets(filters)
    for row, act in zip(desk.find(Filters()), ("accept", "skip", "flag"), strict=False):
        desk.decide(row.id, act)
    told = max(desk.state.events.values(), key=lambda event: (len(event.accounts), event.id))
    desk.split(told.id, told.accounts[-1].id, "another market")
    fresh = desk.project.desk("ada")
    for filters in (Filters(), Filters(state="all"), Filters(q="market")):
        assert desk.facets(filters) == fresh.facets(filters)
        assert [row.id for row in desk.find(filters)] == [row.id for row in fresh.find(filters)]
        for at, row in enumerate(desk.find(filters)):
            assert desk.rows.position(filters, row.id) == at
    assert desk.states() == fresh.states()
