from datetime import date

from dateline.ingest import IngestOptions
from ingest.making import SECOND, STORY, one, refusal


def test_text_is_kept_whole_and_its_first_line_is_the_title(tmp_path):
    incoming = one(tmp_path, "a.txt", f"Three farmers killed in raid\n\n{STORY}\n\n{SECOND}\n")
    report = incoming.report
    assert report.text == f"Three farmers killed in raid\n\n{STORY}\n\n{SECOND}"
    assert report.title == "Three farmers killed in raid"
    assert (report.published, report.published_by, report.language) == (None, None, "en")
    assert report.origin == str(tmp_path / "a.txt")
    assert report.retrieved is None
    assert incoming.original.endswith(b"raid.\n")


def test_a_sentence_is_no_title(tmp_path):
    assert one(tmp_path, "a.txt", f"Gunmen fled.\n\n{STORY}").report.title is None
    assert one(tmp_path, "b.txt", STORY).report.title is None


def test_markdown_heading_is_the_title(tmp_path):
    assert one(tmp_path, "a.md", f"# Raid near Tambe\n\n{STORY}").report.title == "Raid near Tambe"


def test_a_date_on_its_own_line_is_the_day(tmp_path):
    report = one(tmp_path, "a.txt", f"Raid near Tambe\nPublished: Monday, 5 May 2025, 6:30 pm\n\n{STORY}").report
    assert (report.published, report.published_by) == (date(2025, 5, 5), "page")


def test_a_date_in_the_story_is_not_its_day(tmp_path):
    assert one(tmp_path, "a.txt", f"LOWER TAMBE, May 5, 2025 - {STORY}").report.published is None


def test_the_option_gives_the_day_only_where_none_is(tmp_path):
    options = IngestOptions(published=date(2025, 1, 2))
    assert one(tmp_path, "a.txt", STORY, options).report.published_by == "option"
    dated = one(tmp_path, "b.txt", f"5 May 2025\n\n{STORY}", options).report
    assert (dated.published, dated.published_by) == (date(2025, 5, 5), "page")


def test_a_page_under_a_text_name_is_read_as_a_page(tmp_path):
    report = one(tmp_path, "a.txt", f"<!DOCTYPE html><html><body><p>{STORY}</p><p>{SECOND}</p></body></html>").report
    assert "<p>" not in report.text
    assert report.media_type == "text/html"


def test_bad_text_files_are_one_line_each(tmp_path):
    assert refusal(tmp_path, "a.txt", "") == ": is empty"
    assert refusal(tmp_path, "b.txt", " \n\n\t") == ": is empty"
    assert refusal(tmp_path, "c.txt", "12345 ...") == ": has no text"
    assert "binary" in refusal(tmp_path, "d.txt", bytes(range(256)) * 50)
    assert "is a PDF" in refusal(tmp_path, "e.txt", b"%PDF-1.4 and so on")
    assert "1,000,000" in refusal(tmp_path, "f.txt", "Gunmen fled. " * 80_000)
    assert "larger than 1,000 bytes" in refusal(tmp_path, "g.txt", STORY * 10, IngestOptions(max_bytes=1000))
