from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.normalise import guess_title, normalise


def test_line_ends_spaces_and_unseen_characters():
    assert normalise("a\r\nb\rc \t\n\x00d\u00a0e\u00ad\u200b\ufeff") == "a\nb\nc\nd e"
    assert normalise("e\u0301t\u00e9") == "\u00e9t\u00e9"
    assert normalise("\n\n  one\n\n\n two \n\n") == "  one\n\n\n two"


@given(st.text())
def test_doing_it_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_a_title_is_on_the_first_line(text):
    title = guess_title(normalise(text))
    assert title is None or title in normalise(text).split("\n")[0]
