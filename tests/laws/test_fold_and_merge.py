"""Laws of the fold and of merging, over small projects drawn by hypothesis."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from made import DJIBO, DORI, SAHEL, SATURDAY, Book, actor, by, day, toll

from dateline.findings import fold, fold_all
from dateline.merge import merge

PLACES = [DJIBO, DORI, SAHEL, replace(DJIBO, name="Djiibo", geonameid=None, lat=None, lon=None), None]
KINDS = ["Attack", "Armed clash", "Shelling/artillery/missile attack", "Peaceful protest", "Other"]
SPEAKERS = [{}, by("the army", "party"), by("an official"), by("residents", "witness")]
GROUPS = [actor("JNIM", actor="jnim", category="Rebel group"), actor("Gunmen", category="Political militia")]
OUTLETS = ["Agency", "Radio", "Paper", "Monitor"]

tolls = st.builds(
    lambda low, best, status, harm: toll(low, low if best else None, low if best else None, status=status, harm=harm),
    st.integers(0, 30), st.booleans(), st.sampled_from(["unknown", "civilian", "combatant"]),
    st.sampled_from(["killed", "injured"]),
)  # fmt: skip
figures = st.tuples(tolls, st.sampled_from(SPEAKERS), st.sampled_from(["asserted", "alleged", "denied"]))
tellings = st.tuples(
    st.integers(0, 5), st.sampled_from(KINDS), st.sampled_from(PLACES), st.integers(0, 3),
    st.lists(figures, max_size=3), st.sampled_from(GROUPS), st.sampled_from(["asserted", "alleged", "planned"]),
    st.sampled_from(["single", "single", "summary"]),
)  # fmt: skip


def project(rows) -> Book:
    """A project of up to six reports with the tellings drawn."""
    book = Book()
    reports = [
        book.report(
            f"Report {n} says what it has to say. " * 3, date(2025, 3, 16) + timedelta(days=n % 3), OUTLETS[n % 4]
        )
        for n in range(6)
    ]
    for number, (which, kind, place, days, told, who, stance, clarity) in enumerate(rows):
        report, at = reports[which], number * 4
        claims = [
            book.claim(report, value.harm, value, at + n + 1, stance=held, **more)
            for n, (value, more, held) in enumerate(told)
        ]
        claims.append(book.claim(report, "participant", who, at))
        period = day(SATURDAY + timedelta(days=days)) if days < 3 else None
        book.tell(report, kind, place, period, *claims, at=at, stance=stance, clarity=clarity)
    return book


projects = st.lists(tellings, min_size=1, max_size=9).map(project)
seeds = st.integers(0, 2**16)
few = settings(max_examples=60, deadline=None)


def shuffled(book: Book, seed: int) -> Book:
    """The same project, everything in another order of arrival."""
    order = random.Random(seed)

    def mix(items):
        return order.sample(list(items), len(items))

    return Book(
        mix(book.accounts), dict(mix(book.claims.items())), dict(mix(book.reports.items())), mix(book.decisions)
    )


def decide(book: Book, data: st.DataObject) -> None:
    """A few splits and joins of pairs of accounts, some of them undone."""
    ids = sorted(a.id for a in book.accounts)
    for minute in range(data.draw(st.integers(0, 3))):
        pair = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)) if len(ids) > 1 else ids
        made = book.decide(data.draw(st.sampled_from(["split", "join"])), *pair, at=minute * 2)
        if data.draw(st.booleans()):
            book.decide("undo", made.id, at=minute * 2 + 1)


@few
@given(projects, seeds)
def test_the_fold_ignores_order(book, seed):
    other = shuffled(book, seed)
    assert fold(book.accounts, book.claims, (), (), book.reports) == fold(
        other.accounts, other.claims, (), (), other.reports
    )


@few
@given(projects, seeds, st.data())
def test_merging_ignores_the_order_of_arrival(book, seed, data):
    decide(book, data)
    other = shuffled(book, seed)
    assert book.merge() == other.merge()
    assert book.events() == other.events()


@few
@given(projects)
def test_a_rerun_changes_nothing(book):
    first = book.merge()
    again = merge(book.accounts + book.accounts, book.claims, book.reports, [])
    assert again == first
    events = fold_all(book.accounts, book.claims, first.links, [], book.reports)
    assert fold_all(book.accounts, book.claims, first.links + again.links, [], book.reports) == events


@few
@given(projects, st.data())
def test_undo_restores(book, data):
    decide(book, data)
    before = book.merge(), book.events()
    account = data.draw(st.sampled_from(book.accounts))
    act = data.draw(st.sampled_from(["split", "join", "accept", "reject", "choose"]))
    others = [a.id for a in book.accounts if a.id != account.id][:1]
    more = {"field": "killed", "value": 3} if act == "choose" else {}
    made = book.decide(act, account.id, *others, at=30, **more)
    book.decide("undo", made.id, at=31)
    assert (book.merge(), book.events()) == before


@few
@given(projects, st.data())
def test_a_different_stops_every_chain(book, data):
    decide(book, data)
    ids = sorted(a.id for a in book.accounts)
    if len(ids) < 2:
        return
    pair = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    book.decide("split", *pair, at=40)
    home = {a.id: event.id for event in book.events() for a in event.accounts}
    assert home[pair[0]] != home[pair[1]]


@few
@given(projects)
def test_the_links_say_what_the_clusters_are(book):
    result = book.merge()
    events = book.events()
    assert sorted(tuple(sorted(a.id for a in e.accounts)) for e in events) == list(result.clusters)
    reports = {a.id: a.report for a in book.accounts}
    assert all(len({reports[name] for name in group}) == len(group) for group in result.clusters)


@few
@given(projects)
def test_every_finding_names_claims_of_its_event(book):
    for event in book.events():
        ids = {claim.id for claim in event.claims}
        for finding in event.findings:
            assert set(finding.supporting) <= ids
            assert set(finding.opposing) <= ids
            assert finding.supporting or finding.inputs or finding.value in ([None, None], None)


@few
@given(projects)
def test_the_parts_of_the_dead_add_up(book):
    for event in book.events():
        best, shared = event.finding("killed", "ucdp: best"), event.finding("deaths")
        assert (shared is None) == (best.value is None)
        if shared is not None:
            value = shared.value
            parts = [value[f"deaths_{name}"] for name in ("a", "b", "civilians", "unknown")]
            assert (sum(parts), min(parts) >= 0) == (value["best"], True)
            assert value["best"] == best.value
            assert value["low"] <= value["best"] <= value["high"]
