import time

import pytest

from dateline.ingest.markup import cell_to_text, markup_to_text


def test_paragraphs_and_inline_tags():
    markup = "<p>Gunmen <b>killed</b>\n three&nbsp;men.</p> <p>Two <a href='x'>fled</a>.<br>One hid.</p>"
    assert markup_to_text(markup) == "Gunmen killed three men.\n\nTwo fled.\n\nOne hid."


def test_what_is_not_shown_is_not_text():
    hidden = "<script>if (a<b) {'<p>no</p>'}</script><!-- <p>no</p> -->"
    assert markup_to_text(f"<style>p{{}}</style><script src='x'/><p>One</p>{hidden}<p>Two</p>") == "One\n\nTwo"


def test_cells():
    assert cell_to_text("<p>One.</p> <p>Two.</p>") == "One.\n\nTwo."
    assert cell_to_text("Smith &amp; Sons&#39; shop") == "Smith & Sons' shop"
    assert cell_to_text("fewer than < 5 and\nno tags") == "fewer than < 5 and\nno tags"


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "</a>", "<svg>", "-->", "&", "<p>x", "<a href='", "<!"])
def test_no_input_takes_long(piece):
    started = time.process_time()
    markup_to_text(piece * 100_000)
    assert time.process_time() - started < 5
