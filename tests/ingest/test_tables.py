from datetime import date, datetime

import pytest

from dateline.ingest import IngestOptions
from dateline.model.report import Incoming, Rejected
from ingest.making import SECOND, STORY, one, read, refusal, workbook


def test_csv_rows(tmp_path):
    data = f'headline,article,pubdate,source,link,case\nRaid,"{STORY}",2025-05-05,Tambe Times,https://t.example/1,A7\n'
    incoming = one(tmp_path, "a.csv", data)
    report = incoming.report
    assert (report.title, report.text, report.publisher) == ("Raid", STORY, "Tambe Times")
    assert (report.published, report.published_by) == (date(2025, 5, 5), "column")
    assert report.url == "https://t.example/1"
    assert report.origin == str(tmp_path / "a.csv") + "#1"
    assert incoming.columns["case"] == "A7"
    assert b"A7" in incoming.original


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(tmp_path, delimiter):
    data = delimiter.join(["title", "text"]) + "\n" + delimiter.join(["Raid", f'"{STORY}"'])
    assert one(tmp_path, "a.csv", data).report.text == STORY


def test_columns_can_be_named(tmp_path):
    data = f'text,quelle,words\nshort,Blatt,"{STORY}"\n'
    options = IngestOptions(columns={"text": "words", "publisher": "quelle"})
    report = one(tmp_path, "a.csv", data, options).report
    assert (report.text, report.publisher) == (STORY, "Blatt")
    wrong = refusal(tmp_path, "a.csv", data, IngestOptions(columns={"text": "wrods"}))
    assert "no column 'wrods' (columns: text, quelle, words)" in wrong
    assert "no field is called 'txt'" in refusal(tmp_path, "a.csv", data, IngestOptions(columns={"txt": "words"}))


def test_no_text_column_is_one_line_that_helps(tmp_path):
    said = refusal(tmp_path, "a.csv", "id,when\n1,2025-05-05\n")
    assert said == ": no column holds the text (columns: id, when); name it with --column text=NAME"


def test_a_bad_row_is_named_and_the_rest_go_on(tmp_path):
    first, second, third = read(tmp_path, "a.csv", f'text,date\n"{STORY}",2025-05-05\n,2025-05-06\n"{SECOND}",soon\n')
    assert isinstance(first, Incoming)
    assert isinstance(second, Rejected)
    assert second.origin.endswith("a.csv#2")
    assert "row 2 has no text" in second.problem
    assert isinstance(third, Incoming)
    assert third.report.published is None
    assert "not understood" in third.notes[0]


def test_a_column_settles_the_order_of_day_and_month(tmp_path):
    data = f'text,date\n"{STORY}",03/04/2019\n"{SECOND}",17/09/2019\n'
    days = [incoming.report.published for incoming in read(tmp_path, "a.csv", data)]
    assert days == [date(2019, 4, 3), date(2019, 9, 17)]
    alone = one(tmp_path, "b.csv", f'text,date\n"{STORY}",03/04/2019\n')
    assert alone.report.published is None
    assert "cannot be told apart" in alone.notes[0]


def test_markup_and_pages_in_cells(tmp_path):
    assert one(tmp_path, "a.csv", f'text\n"<p>{STORY}</p> <p>{SECOND}</p>"\n').report.text == f"{STORY}\n\n{SECOND}"
    page = f"<html><head><title>Raid</title></head><body><article><p>{STORY}</p></article></body></html>"
    report = one(tmp_path, "b.csv", f'html\n"{page}"\n').report
    assert (report.title, report.text) == ("Raid", STORY)


def test_odd_tables(tmp_path):
    assert refusal(tmp_path, "a.csv", "text,date\n") == ": has no rows"
    assert refusal(tmp_path, "b.csv", "") == ": is empty"
    assert one(tmp_path, "c.csv", f'text,,text\n"{STORY}",x,y,z\n').report.text == STORY
    assert one(tmp_path, "d.csv", ("\ufeff\r\n" + f'text\r\n"{STORY}"\r\n').encode()).report.text == STORY
    assert one(tmp_path, "e.csv", f'text\n"{STORY}"'.encode("utf-16")).report.text == STORY


def test_an_address_as_source_is_the_url(tmp_path):
    report = one(tmp_path, "a.csv", f'text,source\n"{STORY}",https://t.example/1\n').report
    assert (report.publisher, report.url) == (None, "https://t.example/1")


def test_workbooks(tmp_path):
    data = workbook(
        Reports=[
            [None, None],
            ["Title", "Body", "Published"],
            ["Raid", f"{STORY}_x000D_\n{SECOND}", datetime(2025, 5, 5, 6)],
            [None, None, None],
            ["Second", SECOND, 45782],
        ],
        Notes=[["who", "when"], ["A", "B"]],
    )
    first, second = read(tmp_path, "a.xlsx", data)
    assert first.report.text == f"{STORY}\n{SECOND}"
    assert first.report.published == second.report.published == date(2025, 5, 5)
    assert first.report.origin.endswith("a.xlsx#Reports!1")
    assert second.report.origin.endswith("a.xlsx#Reports!3")
    assert "day number of Excel" in second.notes[0]
    assert first.columns["Published"] == "2025-05-05T06:00:00"


def test_bad_workbooks(tmp_path):
    good = workbook(A=[["text"], [STORY]])
    assert one(tmp_path, "a.xlsx", good).report.origin.endswith("a.xlsx#1")
    assert "not a readable Excel workbook" in refusal(tmp_path, "b.xlsx", good[:1000])
    assert "password" in refusal(tmp_path, "c.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 600)
    assert "no column holds the text" in refusal(tmp_path, "d.xlsx", workbook(A=[["x"], [1]]))
    assert refusal(tmp_path, "e.xlsx", workbook(A=[])) == ": has no rows"
