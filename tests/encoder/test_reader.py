from __future__ import annotations

import pytest

from dateline.encoder import alike, guesses
from dateline.encoder.windows import LONGEST, windows

RAID = "Gunmen stormed a market in Gao on Monday and shot dead 12 traders."
BOMB = "A bomb exploded at a market in Gao on Monday. The blast killed four."
CALM = "The price of onions fell in Gao last week, traders said."


def likely(text, least=0.8):
    return [(guess.text, guess.types[0][0]) for guess in guesses(text)[0] if guess.score >= least]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        (RAID, "stormed", "Attack"),
        ("The rebels walked into Kidal unopposed after the garrison pulled out.", "pulled out", "Non-violent transfer"),
        ("Some 40 fighters laid down their arms in Bria on Friday.", "laid down their arms", "Change to group"),
        ("Hundreds took to the streets of Lome to demand the release of the mayor.", "took to the streets", "Peaceful"),
    ],
)
def test_words_that_no_list_need_have(text, word, kind):
    assert any(word in found or found in word for found, name in likely(text) if name.startswith(kind))


def test_ordinary_news_names_no_event():
    assert likely(CALM) == []


def test_guesses_stand_where_they_say_and_are_the_same_each_time():
    text = f"{CALM}\n\n{RAID}"
    found, roles = guesses(text)
    assert all(text[guess.start : guess.end] == guess.text for guess in found)
    assert (found, roles) == guesses(text)


def test_what_is_read_in_a_window_does_not_depend_on_the_others():
    filler = " ".join(["The minister spoke of roads and schools for an hour."] * 14)
    alone, after = guesses(RAID)[0], [g for g in guesses(f"{filler}\n\n{filler}\n\n{RAID}")[0] if g.text in RAID]
    assert {g.text for g in alone if g.score > 0.8} <= {g.text for g in after}


def test_windows_cover_every_piece_once_and_hold_whole_sentences():
    text = " ".join(f"Sentence number {n} is short." for n in range(60))
    pieces = [(at, at + 4) for at in range(0, len(text), 5)]
    found = windows(text, pieces)
    assert [at for start, end in found for at in range(start, end)] == list(range(len(pieces)))
    assert all(end - start <= LONGEST for start, end in found)
    assert windows("", []) == []


def test_a_sentence_longer_than_a_window_is_cut():
    pieces = [(at, at + 1) for at in range(300)]
    assert windows("x" * 300, pieces) == [(0, 126), (126, 252), (252, 300)]


def marks(text, *words):
    found = {guess.text: guess.mark for guess in guesses(text)[0]}
    return [next(mark for said, mark in found.items() if word in said or said in word) for word in words]


def test_words_of_one_event_are_more_alike_than_those_of_two():
    text = f"{BOMB} Police arrested ten men in Bamako on Sunday."
    bomb, blast, arrests = marks(text, "exploded", "blast", "arrested")
    one, other = alike([(bomb, blast), (bomb, arrests)])
    assert one > 0 > other


def test_what_is_said_of_a_pair_does_not_depend_on_the_other_pairs():
    bomb, blast = marks(BOMB, "exploded", "blast")
    assert alike([(bomb, blast)] * 3) == alike([(bomb, blast)]) * 3
    assert alike([]) == []
