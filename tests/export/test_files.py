import errno
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.export.files import cell, write_whole


def test_a_full_disk_is_one_line_and_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "acled.csv"
    target.write_text("old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dateline.export.files.os.fsync", full)
    with pytest.raises(DatelineError) as caught:
        write_whole(target, "new")
    assert "No space left" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["acled.csv"]


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DatelineError, match="cannot write"):
        write_whole(tmp_path / "file" / "x.csv", "")


def test_lone_surrogates_do_not_stop_a_file(tmp_path):
    assert write_whole(tmp_path / "x", "a\ud800b").read_text() == "a?b"


@pytest.mark.parametrize(
    ("value", "want"), [("=1+1", "'=1+1"), ("-1.62", "-1.62"), ("-x", "'-x"), (5, 5), ("On", "On")]
)
def test_cells(value, want):
    assert cell(value) == want


def test_no_file_of_this_room_is_missing():
    room = Path(__import__("dateline.export", fromlist=["x"]).__file__).parent
    assert (room / "assets/outlines.json").stat().st_size < 300_000
    assert "public domain" in (room / "assets/NOTICE-outlines.txt").read_text()
