import pytest

from dateline.ingest import IngestOptions, Refused
from dateline.ingest.decode import decode
from ingest.making import STORY, one, refusal

FRENCH = "Des hommes armés ont tué trois paysans près du village, a déclaré le préfet à la radio d’État."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_all_its_forms(encoding):
    text, _ = decode(FRENCH.encode(encoding))
    assert text == FRENCH


def test_windows_is_read_with_a_note():
    text, notes = decode(FRENCH.encode("cp1252"))
    assert text == FRENCH
    assert notes == ("not UTF-8: read as Windows-1252",)


def test_a_few_broken_bytes_do_not_spoil_the_rest():
    text, notes = decode(FRENCH.encode() + b" \xe2\x80")
    assert text == FRENCH + " \ufffd"
    assert notes == ("UTF-8 with 1 broken letters",)


def test_another_encoding_is_refused_unless_named(tmp_path):
    russian = "Неизвестные открыли огонь по автобусу, погибли три человека, сообщила полиция."
    assert "neither UTF-8" in refusal(tmp_path, "a.txt", russian.encode("cp1251"))
    report = one(tmp_path, "a.txt", russian.encode("cp1251"), IngestOptions(encoding="cp1251")).report
    assert report.text == russian
    assert report.language == "ru"


def test_a_wrong_or_unknown_name_is_one_line(tmp_path):
    assert "is not in the encoding ascii" in refusal(tmp_path, "a.txt", FRENCH, IngestOptions(encoding="ascii"))
    assert "no encoding is called 'utf-9'" in refusal(tmp_path, "a.txt", STORY, IngestOptions(encoding="utf-9"))


def test_text_decoded_twice_is_put_right():
    spoiled = "The mayor’s office said “no” – twice".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    text, notes = decode(spoiled.encode())
    assert text == "The mayor’s office said “no” – twice"
    assert "put right" in notes[0]


def test_where_only_parts_were_spoiled_the_rest_stays():
    assert decode("In CÃºcuta, José said “no”, the mayorâ€™s aide said.".encode())[0] == (
        "In Cúcuta, José said “no”, the mayor’s aide said."
    )
    for genuine in ("« Il a été évacué\u00a0», dit-il – à Tunis", "DISSE AMANHÃ” e saiu – 日本"):
        assert decode(genuine.encode()) == (genuine, ())


def test_accents_are_no_mojibake():
    assert decode("São Tomé, Göteborg, Ânderson".encode()) == ("São Tomé, Göteborg, Ânderson", ())


def test_lost_letters_are_refused():
    with pytest.raises(Refused, match="lost"):
        decode(("\ufffd" * 50 + STORY).encode())
