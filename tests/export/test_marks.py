from hypothesis import given
from hypothesis import strategies as st

from dateline.export.marks import LANES, Mark, lanes, pieces

TEXT = "Gunmen stormed the market in Djibo, killing at least 17 people."
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
marked = st.lists(
    st.builds(lambda s, n, k: Mark(*s, n, k), spans, st.integers(1, 9), st.sampled_from(["harm", "who", "where"]))
)


@given(marked)
def test_the_pieces_join_to_the_text_and_lose_no_mark(marks):
    cut = pieces(TEXT, marks)
    assert "".join(piece.text for piece in cut) == TEXT
    for mark in marks:
        if mark.start < mark.end:
            under = [p for p in cut if mark.start <= p.start and p.end <= mark.end]
            assert "".join(p.text for p in under) == TEXT[mark.start : mark.end]
            assert all(mark.claim in p.claims for p in under)


def test_overlapping_marks_keep_their_own_lanes():
    marks = [Mark(0, 20, 1, "who"), Mark(5, 30, 2, "where"), Mark(25, 40, 3, "harm")]
    assert lanes(marks) == {(0, 20, "who"): 0, (5, 30, "where"): 1, (25, 40, "harm"): 0}
    both = next(p for p in pieces(TEXT, marks) if p.start == 5)
    assert both.claims == (1, 2)
    assert both.lanes == ((0, "who"), (1, "where"))


def test_more_marks_than_lanes_still_show():
    marks = [Mark(0, 10 + n, n, "who") for n in range(1, 8)]
    assert max(lanes(marks).values()) == LANES - 1


def test_unread_words_are_told_unless_a_claim_has_them():
    cut = pieces(TEXT, [Mark(0, 6, 1, "who")], [(0, 6, "group"), (53, 55, "number")])
    assert [(p.text, p.unread) for p in cut if p.unread] == [(TEXT[53:55], "number")]


def test_marks_outside_the_text_are_let_go():
    assert len(pieces(TEXT, [Mark(-3, 4, 1, "who"), Mark(50, 500, 2, "who")])) == 1
