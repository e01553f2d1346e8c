"""The quick components give what spaCy's own give, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from dateline.text import DEFAULT_PIPELINE, pipeline

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
ODD = ("", " ", "\n\n", "Goma", "In Goma", "He's gotta go; they'd not. I ain't seen nothin'.\n\n- Ali\nKhan\n\nof Goma")
READ = ("tag_", "pos_", "morph", "lemma_", "dep_", "ent_iob_", "ent_type_", "is_sent_start")


@pytest.fixture(scope="module")
def plain() -> Language:
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("dateline_paragraphs", before="parser")
    return nlp


def test_they_are_in_use():
    assert {"dateline_rules", "dateline_names"} <= set(pipeline().pipe_names)
    assert not {"attribute_ruler", "ner"} & set(pipeline().pipe_names)


@pytest.mark.parametrize("text", [*(path.read_text("utf-8") for path in REPORTS), *ODD])
def test_they_say_what_spacy_says(plain: Language, text: str):
    here, there = pipeline()(text), plain(text)
    for name in READ:
        assert [str(getattr(word, name)) for word in here] == [str(getattr(word, name)) for word in there], name
    assert [(e.start, e.end, e.label_) for e in here.ents] == [(e.start, e.end, e.label_) for e in there.ents]


def test_names_are_there_to_compare(plain: Language):
    assert sum(len(plain(path.read_text("utf-8")).ents) for path in REPORTS) > 50
