"""Training data: marks become ranges, gold becomes examples, both survive the way to the training machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.evaluate import load_gold
from dateline.model.reading import EventGuess
from training import real
from training.data import REPORTS, from_gold, marked, marked_reports
from training.examples import load, write
from training.labels import ROLES

BODY = "[Gunmen|actor 1] {stormed|Attack 1} [Gao|place 1,2]; police {banned|Other 2 planned follow-up} marches."


def test_marks_become_ranges_of_the_plain_text():
    found = marked("one", BODY)
    assert found.text == "Gunmen stormed Gao; police banned marches."
    told = [(found.text[n.start : n.end], n.event, n.type, n.stance, n.salience) for n in found.namings]
    assert told == [("stormed", "1", "Attack", "asserted", "main"), ("banned", "2", "Other", "planned", "follow-up")]
    assert [(found.text[f.start : f.end], f.role, f.events) for f in found.fillers] == [
        ("Gunmen", "actor", ("1",)), ("Gao", "place", ("1", "2"))
    ]  # fmt: skip


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_mark_of_the_training_reports_is_understood(path):
    types = load_codebook().types
    reports = list(marked_reports(path))
    assert len(reports) >= 100
    assert [r.name for r in reports if re.search(r"[\[\]{}|]", r.text)] == []
    assert {n.type for r in reports for n in r.namings} <= set(types)
    assert {f.role for r in reports for f in r.fillers} <= set(ROLES[1:])
    keys = {r.name: {n.event for n in r.namings} for r in reports}
    assert [r.name for r in reports for f in r.fillers if not set(f.events) <= keys[r.name]] == []


def test_gold_becomes_an_example_with_the_right_words(tmp_path):
    gold = {report.name: report for report in load_gold(Path(__file__).parent / "gold" / "develop")}
    found = from_gold(gold["djibo"])
    named = {(found.text[n.start : n.end], n.type) for n in found.namings}
    assert ("stormed", "Attack") in named
    assert ("abducted", "Abduction/forced disappearance") in named
    write([found], tmp_path / "examples.jsonl")
    assert load(tmp_path / "examples.jsonl") == [found]


def test_no_training_report_is_of_the_measuring_half():
    measure = {report.text for report in load_gold(Path(__file__).parent / "gold" / "measure")}
    assert all(report.text not in measure for path in REPORTS.glob("*.txt") for report in marked_reports(path))


def test_real_texts_name_what_both_take_for_an_event_and_none_where_the_reader_stands_alone(monkeypatch):
    text = "Gunmen attacked a mosque in Gao. The comet attacked nobody. The prices of bread skyrocketed."
    both, alone = text.index("attacked"), text.index("skyrocketed")
    guessed = [
        EventGuess(both, both + 8, "attacked", 0.97, (("Attack", 0.9),)),
        EventGuess(alone, alone + 11, "skyrocketed", 0.99, (("Grenade", 0.9),)),
    ]
    monkeypatch.setattr(real, "guesses", lambda _: (tuple(guessed), ()))
    (example,) = real.of_interest(text)
    assert [(example.text[n.start : n.end], n.start, n.type) for n in example.namings] == [("attacked", both, "Attack")]
    assert [example.text[start:end] for start, end in example.unsure if start > both] == ["attacked"]
    assert example.partial
    monkeypatch.setattr(real, "guesses", lambda _: ((), ()))
    assert list(real.of_interest("The prices of bread fell.")) == []
