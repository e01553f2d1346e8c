from dateline.ingest.lines import paragraphs

FULL = "A full line of the column, as long as the others are, more or less, it"


def test_broken_words():
    assert paragraphs([f"{FULL} govern-\nment of the country {FULL}"]).startswith(f"{FULL} government of")
    assert "anti-government" in paragraphs([f"{FULL} anti-\ngovernment {FULL}"])
    assert "Abu-Musa" in paragraphs([f"{FULL} Abu-\nMusa {FULL}"])
    assert "cease-fires" in paragraphs([f"{FULL} the cease-fires\n{FULL} and cease-\nfires {FULL}"])
    assert "2019-20" in paragraphs([f"{FULL} 2019-\n20 {FULL}"])


def test_a_word_may_break_across_a_short_line_and_a_blank_one():
    assert paragraphs([f"{FULL}\nand the gov-\n\nernment {FULL}"]) == f"{FULL} and the government {FULL}"


def test_short_lines_that_end_a_sentence_end_a_paragraph():
    assert paragraphs([f"{FULL}\nends so.\n{FULL}\n{FULL}"]) == f"{FULL} ends so.\n\n{FULL} {FULL}"


def test_running_heads_go():
    pages = [f"The Daily Example, page {n}\n{FULL}\n{FULL}\n- {n} -" for n in (1, 2, 3, 4)]
    assert "Daily" not in paragraphs(pages)
    assert paragraphs(pages).count("full line") == 8
    assert paragraphs([]) == ""
