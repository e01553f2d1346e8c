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
