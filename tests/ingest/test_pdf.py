from datetime import date

from ingest.making import locked, one, pdf, refusal

LINES = [
    "Raid near Tambe",
    "5 May 2025",
    "Gunmen killed three farmers near the village of Lower Tambe on Sun-",
    "day, the district chief said, after an attack on the Turkish-",
    "backed force that guards the road to the market of the town.",
    "The army said it had sent a patrol to the area, and that no group had",
    "claimed the raid.",
]


def test_lines_become_paragraphs_again(tmp_path):
    report = one(tmp_path, "a.pdf", pdf(LINES)).report
    assert report.text.split("\n\n") == [
        "Raid near Tambe",
        "5 May 2025",
        "Gunmen killed three farmers near the village of Lower Tambe on Sunday, the district chief said, "
        "after an attack on the Turkish-backed force that guards the road to the market of the town. "
        "The army said it had sent a patrol to the area, and that no group had claimed the raid.",
    ]
    assert report.title == "Raid near Tambe"
    assert report.published == date(2025, 5, 5)
    assert report.media_type == "application/pdf"


def test_pages_run_on_without_their_numbers(tmp_path):
    pages = [[*LINES[4:1:-2], LINES[3], f"Page {number} of 3"] for number in (1, 2, 3)]
    text = one(tmp_path, "a.pdf", pdf(*pages)).report.text
    assert "Page" not in text
    assert text.count("Sunday") == 3


def test_a_scan_is_refused(tmp_path):
    assert "is a scan" in refusal(tmp_path, "a.pdf", pdf([], []))


def test_locked_broken_and_empty(tmp_path):
    assert "protected by a password" in refusal(tmp_path, "a.pdf", locked(pdf(LINES), "secret"))
    assert "not a readable PDF" in refusal(tmp_path, "b.pdf", pdf(LINES)[:300])
    assert "not a readable PDF" in refusal(tmp_path, "c.pdf", b"nothing of the kind")
    assert refusal(tmp_path, "d.pdf", b"") == ": is empty"


def test_an_empty_password_is_none(tmp_path):
    assert "Gunmen" in one(tmp_path, "a.pdf", locked(pdf(LINES), "")).report.text
