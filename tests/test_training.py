"""Training data: marks become ranges, gold becomes examples, both survive the way to the training machine."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.evaluate import load_gold
from dateline.model.report import Report
from training import interactions, real
from training.batches import example_windows
from training.data import REPORTS, from_gold, marked, marked_reports
from training.examples import load, write
from training.labels import IGNORED, ROLES, ROOTS, SIDES, TYPES

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


def test_marks_of_an_interaction_become_ranges_of_the_plain_text():
    line = "[The ministry|source 1,2] {praised|SUPPORT 1} [Mali|target 1], {barred|COERCE 2} [a paper|target 2]."
    found = interactions.marked("one", line)
    assert found.text == "The ministry praised Mali, barred a paper."
    assert [(found.text[n.start : n.end], n.event, n.type) for n in found.namings] == [
        ("praised", "1", "SUPPORT"), ("barred", "2", "COERCE")
    ]  # fmt: skip
    assert [(found.text[f.start : f.end], f.role, f.events) for f in found.fillers] == [
        ("The ministry", "source", ("1", "2")), ("Mali", "target", ("1",)), ("a paper", "target", ("2",))
    ]  # fmt: skip
    (only,) = interactions.marked("two", "[Chad|source] {agreed|AGREE}.").namings
    assert only.event == interactions.ONLY


def test_every_mark_of_the_passages_is_understood():
    found = [passage for path in sorted(interactions.PASSAGES.glob("*.txt")) for passage in interactions.passages(path)]
    assert len(found) > 3000
    assert [p.name for p in found if re.search(r"[\[\]{}|]", p.text)] == []
    assert {n.type for p in found for n in p.namings} == set(ROOTS[1:])
    assert {f.role for p in found for f in p.fillers} == set(SIDES[1:])
    assert all(set(f.events) <= {n.event for n in p.namings} for p in found if p.namings for f in p.fillers)


def test_an_example_says_nothing_of_what_it_does_not_ask_for():
    tokenizer = Tokenizer.from_str(files("dateline.encoder").joinpath("tokenizer.json").read_text("utf-8"))
    tokenizer.no_padding()
    (event,) = example_windows(marked("one", BODY), tokenizer)
    (talk,) = example_windows(interactions.marked("two", "[Chad|source] {agreed|AGREE}."), tokenizer)
    assert set(event.labels["root"]) == set(event.labels["side"]) == {IGNORED}
    assert set(talk.labels["type"]) == set(talk.labels["role"]) == set(talk.labels["stance"]) == {IGNORED}
    assert ROOTS.index("AGREE") in talk.labels["root"]
    assert SIDES.index("source") in talk.labels["side"]


def test_no_training_report_is_of_the_measuring_half():
    measure = {report.text for report in load_gold(Path(__file__).parent / "gold" / "measure")}
    learned = {report.text for path in REPORTS.glob("*.txt") for report in marked_reports(path)}
    held_out = {report.text for path in REPORTS.glob("held_out/*.txt") for report in marked_reports(path)}
    assert not learned & (measure | held_out)
    assert len(held_out) == 50


ARTICLE = "Police denied it. Gunmen stormed Gao. An incident followed. Nothing else is read."


def test_marks_of_real_articles_are_ranges_that_find_their_text_by_its_key(tmp_path):
    marks = tmp_path / "marks.txt"
    bomb = "25-32 Remote explosive/landmine/IED 1 denied background"
    rows = ["18-24 actor 1", bomb, "33-36 place 1,2", "41-49 unsure"]
    marks.write_text(f"# {real.key(ARTICLE)} 58\n" + "\n".join(rows) + "\n# " + real.key("Quiet.") + " 6\n")
    found, quiet = real.marked_articles(marks, {real.key(text): Report(text) for text in (ARTICLE, "Quiet.")})
    (naming,) = found.namings
    assert found.text == ARTICLE[:58]
    assert found.text[naming.start : naming.end] == "stormed"
    assert (naming.type, naming.stance, naming.salience) == ("Remote explosive/landmine/IED", "denied", "background")
    assert [(f.role, f.events) for f in found.fillers] == [("actor", ("1",)), ("place", ("1", "2"))]
    assert found.unsure == ((41, 49),)
    assert (quiet.text, quiet.namings) == ("Quiet.", ())


def test_articles_in_tokens_are_read_as_in_print(tmp_path):
    (tmp_path / "1").mkdir()
    words = [("0", w) for w in ("Guards", "(", "four", ")", "did", "n't", "fire", ",", "he", "said", ".")]
    tokens = "".join(
        f'<token sentence="{n}">{word}</token>' for n, word in [*words, ("1", "It"), ("1", "'s"), ("1", "over")]
    )
    (tmp_path / "1" / "1_1ecb.xml").write_text(f"<Document>{tokens}</Document>")
    assert list(real._ecbplus(tmp_path)) == ["Guards (four) didn't fire, he said.\n\nIt's over"]


def test_marks_whose_article_is_not_there_are_told_of(tmp_path):
    marks = tmp_path / "marks.txt"
    marks.write_text("# 0123456789ab 5\n")
    with pytest.raises(DatelineError, match="0123456789ab"):
        list(real.marked_articles(marks, {}))


def test_every_mark_of_the_real_articles_is_of_a_known_kind_and_holds_no_words():
    kinds = "|".join(map(re.escape, [*TYPES[1:], *ROLES[1:]]))
    row = re.compile(rf"# [0-9a-f]{{12}} \d+|\d+-\d+ (unsure|({kinds}) \d+(,\d+)*( [a-z-]+)*)")
    paths = [*sorted(real.MARKS.glob("*.txt")), real.HELD_OUT / "first.txt"]
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if not row.fullmatch(line)] == []
    keys = [line.split()[1] for line in lines if line.startswith("# ")]
    assert len(keys) == len(set(keys)) > 1600, "no article is marked twice, or held out and learned from"


def test_every_mark_of_an_interaction_in_real_articles_is_of_a_known_kind_and_holds_no_words():
    kinds = "|".join([*ROOTS[1:], *SIDES[1:]])
    row = re.compile(rf"# [0-9a-f]{{12}} \d+|\d+-\d+ ({kinds}) \d+(,\d+)*")
    learned, held = sorted(interactions.REAL.glob("*.txt")), sorted(interactions.REAL.glob("held_out/*.txt"))
    lines = [line for path in (*learned, *held) for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if not row.fullmatch(line)] == []
    keys = [line.split()[1] for line in lines if line.startswith("# ")]
    assert len(keys) == len(set(keys)) == 239, "no article is marked twice, or held out and learned from"
