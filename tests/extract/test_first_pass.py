"""The first pass: what may tell of an event goes to the encoder, the rest does not. All sentences are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.codebook import load_codebook, load_toml
from dateline.encoder import guesses, passages
from dateline.extract.what import first_pass
from dateline.extract.what.first_pass import LETTERS, codebook_heads, may_tell

RAID = "Gunmen attacked a village near Djibo on Friday, killing four people."
QUIET = "The museum opens at nine, and its garden is full of roses and old plums. " * 12


def test_what_tells_of_force_passes_and_what_does_not_is_kept_back() -> None:
    assert may_tell(RAID)
    assert may_tell("Drivers rallied in Tbilisi against the new tax.")
    assert may_tell("A stash of firearms was found near the dam.")
    assert not may_tell(QUIET)


def test_a_stretch_kept_back_is_not_read_and_the_others_are_read_as_before() -> None:
    text = f"{QUIET}\n\n{RAID}"
    found, roles = guesses(text, lambda stretch: "Gunmen" in stretch)
    every, all_roles = guesses(text)
    at = max(start for start, _ in passages(text) if start <= text.index("Gunmen"))
    assert found == tuple(guess for guess in every if guess.start >= at) != ()
    assert roles == tuple(role for role in all_roles if role.start >= at) != ()


def test_an_event_after_much_else_is_still_read() -> None:
    reading = dateline.read(f"{QUIET}\n\n{RAID}", published=date(2025, 3, 16))
    assert [account.type.acled_sub_event for account in reading.accounts] == ["Attack"]


def test_the_list_holds_heads_once_each_and_passes_over_only_words_of_the_codebook() -> None:
    listed = load_toml("first_pass.toml")
    every = listed["telling"] + listed["passed_over"]
    assert len(every) == len(set(every))
    assert all(word == word.lower() and len(word) <= LETTERS for word in every)
    assert set(listed["passed_over"]) <= codebook_heads()


def test_a_word_that_a_coder_adds_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = '[[trigger]]\nid = "own"\nfamily = "attack"\nverbs = ["zorble"]\n'
    text = "Birds zorbled in the museum garden."
    assert not may_tell(text)
    source = Path(str(first_pass.__file__)).parents[2] / "codebook" / "triggers.toml"
    (tmp_path / "triggers.toml").write_text(source.read_text("utf-8") + own, "utf-8")
    monkeypatch.setenv("DATELINE_CODEBOOK", str(tmp_path))
    for kept in (load_codebook, first_pass.telling):
        kept.cache_clear()
    assert may_tell(text)
    monkeypatch.undo()
    for kept in (load_codebook, first_pass.telling):
        kept.cache_clear()
