import pytest
from made import Book, by, exactly, toll


def entries(*figures):
    book = Book()
    report = book.report("Gunmen attacked a village near the river, and several people died there.")
    made = [book.claim(report, value.harm, value, n + 1, **more) for n, (value, more) in enumerate(figures)]
    return book.fold(book.tell(report, "Attack", None, None, *made)).finding("tolls").value


def test_an_entry_spans_the_claims_on_one_harm_and_group():
    (killed, injured) = entries(
        (toll(17), by("a local official")), (exactly(11), by("the army")), (toll(24, harm="injured"), {})
    )
    assert (killed["low"], killed["best"], killed["high"]) == (11, None, None)
    assert killed["disputed"]
    assert (injured["harm"], injured["low"], injured["disputed"]) == ("injured", 24, False)


def test_a_part_names_its_whole():
    book = Book()
    report = book.report("Gunmen attacked a village near the river.")
    whole = book.claim(report, "killed", exactly(11), 1)
    part = book.claim(report, "killed", exactly(4, status="combatant"), 2, part_of=whole.id)
    found = book.fold(book.tell(report, "Attack", None, None, whole, part)).finding("tolls").value
    assert [entry["subset_of"] for entry in found] == [None, whole.id]


@pytest.mark.parametrize(
    ("left", "right", "disputed"),
    [
        (exactly(8), exactly(8), False),
        (exactly(8), exactly(9), True),
        (toll(8), exactly(13), False),
        (toll(17), exactly(11), True),
        (toll(None, 20), exactly(22), False),
        (toll(None, 20), exactly(40), True),
    ],
)
def test_disputed_where_both_cannot_be_true(left, right, disputed):
    (entry,) = entries((left, by("police")), (right, by("residents")))
    assert entry["disputed"] is disputed


def test_one_speaker_does_not_dispute_himself():
    (entry,) = entries((exactly(8), by("police")), (exactly(9), by("police")))
    assert not entry["disputed"]


def test_words_that_say_disputed_are_enough():
    (entry,) = entries((exactly(8), {"verification": "disputed"}))
    assert entry["disputed"]


def spans(book: Book, harm: str) -> list[tuple[object, ...]]:
    found = book.fold().finding("tolls")
    rows = found.value if found else []
    return [(r["low"], r["best"], r["high"], r["group"]["status"], r["disputed"]) for r in rows if r["harm"] == harm]


def test_a_chosen_figure_of_any_harm_takes_the_place_of_the_span():
    book = Book()
    report = book.report("A text that is long enough.")
    few = book.claim(report, "injured", exactly(4, harm="injured"), 1, **by("the army"))
    many = book.claim(report, "injured", exactly(9, harm="injured"), 2, **by("residents"))
    dead = book.claim(report, "killed", exactly(2), 3)
    account = book.tell(report, "Attack", None, None, few, many, dead)
    assert spans(book, "injured") == [(4, None, 9, "unknown", True)]
    before = book.fold()
    chosen = book.decide("choose", account.id, field="injured", value=many.id)
    assert spans(book, "injured") == [(9, 9, 9, "unknown", False)]
    assert spans(book, "killed") == [(2, 2, 2, "unknown", False)]
    tolls = book.fold().finding("tolls")
    assert [row.get("decision") for row in tolls.value if row["harm"] == "injured"] == [chosen.id]
    assert book.fold().claims == before.claims
    book.decide("undo", chosen.id, at=2)
    assert book.fold() == before


def test_a_chosen_figure_leaves_groups_told_apart_its_own_parts_and_running_totals():
    book = Book()
    report = book.report("A text that is long enough.")
    civilians = book.claim(report, "injured", exactly(9, status="civilian", harm="injured"), 1)
    fighters = book.claim(report, "injured", exactly(3, status="combatant", harm="injured"), 2)
    total = book.claim(report, "injured", exactly(70, cumulative=True, harm="injured"), 3)
    more = book.claim(report, "injured", exactly(12, status="civilian", harm="injured"), 4, **by("residents"))
    part = book.claim(report, "injured", exactly(5, sex="female", harm="injured"), 5, part_of=civilians.id)
    account = book.tell(report, "Attack", None, None, civilians, fighters, total, more, part)
    book.decide("choose", account.id, field="injured", value=more.id)
    assert {row[1] for row in spans(book, "injured")} == {12, 3, 70}
    book.decide("choose", account.id, field="injured", value=civilians.id, at=2)
    assert {row[1] for row in spans(book, "injured")} == {9, 3, 70, 5}
