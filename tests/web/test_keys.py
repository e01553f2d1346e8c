"""Keys: the table, and what a project's settings may change."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.config import load_config
from dateline.errors import DatelineError
from dateline.web.keys import keys, usual


def test_no_two_things_of_one_page_have_the_same_key():
    assert keys({}) == usual()


def test_a_project_gives_another_key(tmp_path: Path):
    (tmp_path / "dateline.toml").write_text('[review.keys]\naccept = "A"\nskip = "PageDown"\n')
    changed = keys(load_config(tmp_path).review.keys)
    assert (changed["accept"].key, changed["skip"].key, changed["reject"].key) == ("A", "PageDown", "x")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"dance": "d"}, "no such key"),
        ({"accept": "ab"}, "give one sign"),
        ({"accept": "3"}, "give one sign"),
        ({"accept": "x"}, "accept and reject would both be"),
        ({"place": "a"}, "accept and place would both be"),
        ({"sheet": "m"}, "would both be"),
    ],
)
def test_keys_that_cannot_be(given, problem):
    with pytest.raises(DatelineError, match=problem):
        keys(given)


def test_a_key_may_serve_two_pages_that_are_never_open_together():
    assert keys({"same": "a"})["same"].key == "a"


@pytest.mark.parametrize(
    "text", ["[review]\nsecond = 1\n", "review = 3\n", "[review.keys]\naccept = 1\n", "[review]\nx = 1\n"]
)
def test_settings_that_cannot_be(tmp_path: Path, text: str):
    (tmp_path / "dateline.toml").write_text(text)
    with pytest.raises(DatelineError, match="review"):
        load_config(tmp_path)
