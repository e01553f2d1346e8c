"""Settings beside the project: defaults, what may stand there, and one clear line where it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.config import Config, load_config
from dateline.errors import DatelineError


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config()
    assert load_config(tmp_path / "nowhere") == Config()


def test_what_the_file_says_holds(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text("# how many at once\nworkers = 3\n", "utf-8")
    assert load_config(tmp_path) == Config(workers=3)


def test_territories_are_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('[territories]\n"UA/Crimea" = "RU"\n', "utf-8")
    assert load_config(tmp_path) == Config(territories={"UA/Crimea": "RU"})
    (tmp_path / "dateline.toml").write_text("[territories]\nXK = 381\n", "utf-8")
    with pytest.raises(DatelineError, match="territories: give each country as text"):
        load_config(tmp_path)


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text("", "utf-8")
    assert load_config(tmp_path) == Config()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"workers = \n", "mend"),
        (b"workers: 3\n", "mend"),
        (b"\xff\xfe\x00", "mend"),
        (b"worker = 3\n", "unknown key 'worker'"),
        (b"[server]\nport = 1\n", "unknown key 'server'"),
        (b'workers = "3"\n', "workers"),
        (b"workers = 3.5\n", "workers"),
        (b"workers = true\n", "workers"),
        (b"workers = [3]\n", "workers"),
    ],
)
def test_a_wrong_file_is_one_line_with_its_path(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "dateline.toml"
    path.write_bytes(content)
    with pytest.raises(DatelineError) as error:
        load_config(tmp_path)
    assert str(path) in str(error.value)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_of_that_name_is_one_line_too(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").mkdir()
    with pytest.raises(DatelineError, match=r"dateline\.toml"):
        load_config(tmp_path)
