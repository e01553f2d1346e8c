from datetime import date

from dateline.ingest import IngestOptions
from ingest.making import SECOND, STORY, one, refusal

HEAD = """<title>Raid near Tambe | The Tambe Times</title>
<meta property="og:site_name" content="The Tambe Times">
<meta property="article:published_time" content="2025-05-05T23:10:00+01:00">
<link rel="canonical" href="https://tambe.example.org/raid">"""
MENU = "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
BODY = f"<article><h1>Raid near Tambe</h1><p>{STORY}</p><p>{SECOND}</p></article>"


def page(head: str = HEAD, body: str = BODY) -> str:
    shown = f"<body>{MENU}{body}<footer>Terms</footer></body>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head>{shown}</html>"


def test_article_title_day_outlet_and_address(tmp_path):
    incoming = one(tmp_path, "a.html", page())
    report = incoming.report
    assert report.text == f"{STORY}\n\n{SECOND}"
    assert report.title == "Raid near Tambe"
    assert (report.published, report.published_by) == (date(2025, 5, 5), "page")
    assert report.publisher == "The Tambe Times"
    assert report.url == "https://tambe.example.org/raid"
    assert report.media_type == "text/html"
    assert incoming.original == page().encode()


def test_no_day_is_taken_from_the_story(tmp_path):
    body = f"<article><p>{STORY}</p><p>It was the worst raid since 12 March 2011, he said.</p></article>"
    report = one(tmp_path, "a.html", page("<title>Raid</title>", body)).report
    assert report.published is None
    given = one(tmp_path, "a.html", page("", body), IngestOptions(published=date(2025, 5, 6))).report
    assert given.published_by == "option"


def test_declared_and_undeclared_encodings(tmp_path):
    body = f"<p>Le préfet a parlé. {STORY}</p>"
    declared = f"<html><head><meta charset='windows-1252'></head><body>{body}</body></html>".encode("cp1252")
    assert "Le préfet a parlé" in one(tmp_path, "a.html", declared).report.text
    assert "Le préfet a parlé" in one(tmp_path, "b.html", body.encode("cp1252")).report.text
    wrong = f"<html><head><meta charset='iso-8859-1'></head><body>{body}</body></html>".encode()
    assert "Le préfet a parlé" in one(tmp_path, "c.html", wrong).report.text


def test_a_page_without_an_article_gives_all_its_text_and_says_so(tmp_path):
    incoming = one(tmp_path, "a.html", f"<html><body>{'<table><tr><td>' * 300}Gunmen fled.<p>Two died.")
    assert incoming.report.text == "Gunmen fled.\n\nTwo died."
    assert "all of its text" in incoming.notes[0]


def test_monstrous_pages(tmp_path):
    deep = "<html><body>" + "<div>" * 50_000 + f"<p>{STORY}</p>"
    assert STORY in one(tmp_path, "deep.html", deep).report.text
    assert "far larger" in refusal(tmp_path, "tags.html", "<p>x" * 250_000)
    assert "far larger" in refusal(tmp_path, "long.html", "<p>" + "word " * 1_100_000)
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + page("", f"<p>{STORY} &b;&b;</p>")
    assert len(one(tmp_path, "bomb.html", bomb).report.text) < 400
    picture = page(body=f"<img src='data:image/png;base64,{'A' * 6_000_000}'>{BODY}")
    assert one(tmp_path, "picture.html", picture).report.text.startswith(STORY)


def test_pages_without_text(tmp_path):
    assert refusal(tmp_path, "a.html", "") == ": is empty"
    assert refusal(tmp_path, "b.html", "<html><body><script>var a = 'text';</script></body></html>") == ": has no text"
    assert "binary" in refusal(tmp_path, "c.html", bytes(range(32)) * 100)
