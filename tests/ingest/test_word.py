import io
import zipfile

from dateline.ingest import IngestOptions
from ingest.making import SECOND, STORY, one, refusal, word


def test_paragraphs_and_cells_in_order(tmp_path):
    report = one(tmp_path, "a.docx", word("Raid near Tambe", STORY, cells=["Killed", "Three"])).report
    assert report.text == f"Raid near Tambe\n\n{STORY}\n\nKilled\n\nThree"
    assert report.title == "Raid near Tambe"
    assert report.published is None


def test_zip_bombs_are_refused_unopened(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 3_000_000)
    assert "unpacks to 3,000,000 bytes" in refusal(tmp_path, "a.docx", out.getvalue(), IngestOptions(max_bytes=100_000))


def test_locked_broken_and_empty(tmp_path):
    assert "password" in refusal(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)
    assert "not a readable Word document" in refusal(tmp_path, "b.docx", word(SECOND)[:2000])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "not a readable Word document" in refusal(tmp_path, "c.docx", out.getvalue())
    assert refusal(tmp_path, "d.docx", b"") == ": is empty"
    assert refusal(tmp_path, "e.docx", word()) == ": has no text"
