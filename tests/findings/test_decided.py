"""Each event looks at the decisions that name it, and finds among them what it would find among all."""

from __future__ import annotations

from made import Book, exactly

from dateline.findings import fold, fold_all
from dateline.findings.decisions import Decided, standing


def test_decisions_are_found_by_any_name_once_and_in_order():
    book = Book()
    first = book.decide("accept", "DL-1", "a1")
    book.decide("accept", "DL-2", at=2)
    last = book.decide("reject", "a1", at=3)
    assert Decided.of(standing(book.decisions)).naming(("a1", "DL-1", "a7")) == [first, last]


def test_folding_all_is_folding_each_under_all_decisions():
    book = Book()
    reports = [book.report(f"A text that is long enough, number {n}.") for n in range(3)]
    accounts = [book.tell(r, "Attack", None, None, book.claim(r, "killed", exactly(4), 2)) for r in reports]
    book.decide("accept", accounts[0].id)
    book.decide("reject", accounts[1].claims[1], at=2)
    book.decide("choose", accounts[2].id, field="killed", value=9, at=3)
    alone = [fold([account], book.claims, (), book.decisions, book.reports) for account in accounts]
    together = fold_all(accounts, book.claims, (), book.decisions, book.reports)
    assert sorted(alone, key=lambda e: e.id) == list(together)
    assert [e.status for e in alone] == ["accepted by reviewer", "machine, unreviewed", "reviewed in part"]
