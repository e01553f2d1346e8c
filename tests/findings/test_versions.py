"""A later version of a page takes the place of the earlier one."""

from __future__ import annotations

from datetime import date

from made import DJIBO, Book, by, day, exactly, killed

from dateline.findings import fold_all


def told(*rows):
    """A book of one event: (publisher, number, of which day of March), each number on the word of somebody else."""
    book = Book()
    for number, (outlet, dead, of) in enumerate(rows):
        report = book.report(f"{outlet} {number} tells of it.", date(2025, 3, of), outlet)
        book.tell(
            report, "Attack", DJIBO, day(), book.claim(report, "killed", exactly(dead), 2, **by(f"witness {number}"))
        )
    return book


def events(book, *pairs):
    """The events where, by position, the first report of each pair is replaced by the second."""
    ids = list(book.reports)
    replaced = {ids[old]: ids[new] for old, new in pairs}
    return fold_all(book.accounts, book.claims, book.merge().links, book.decisions, book.reports, replaced)


def test_the_earlier_version_no_longer_counts_but_stays():
    book = told(("Page", 11, 16), ("Page", 8, 17), ("Radio", 9, 17))
    (before,), (after,) = events(book), events(book, (0, 1))
    assert killed(before, "airwars: min-max") == [8, 11]
    assert killed(after, "airwars: min-max") == [8, 9]
    old = next(c for c in after.claims if c.field == "killed" and c.value["estimate"]["best"] == 11)
    assert all(old.id not in (*f.supporting, *f.opposing) for f in after.findings)
    assert (after.id, after.aliases, len(after.accounts), after.exported) == (before.id, before.aliases, 3, True)


def test_an_event_that_only_an_earlier_version_tells_is_withheld():
    book = told(("Page", 11, 16))
    newer = book.report("The page has other news now.", date(2025, 3, 18), "Page")
    (event,) = events(book, (0, 1))
    assert newer.id
    assert (event.exported, event.withheld) == (False, "told only by an earlier version of a page")
    assert killed(event) == 11
    book.decide("accept", event.id)
    assert events(book, (0, 1))[0].exported


def test_what_a_person_told_from_the_earlier_version_stays():
    book = Book()
    report, newer = book.report("The page says it.", date(2025, 3, 16)), book.report("The page now.", date(2025, 3, 17))
    book.tell(report, "Attack", DJIBO, day(), book.claim(report, "killed", exactly(4), 2), by="reviewer")
    (event,) = events(book, (0, 1))
    assert newer.id
    assert (event.exported, killed(event)) == (True, 4)
