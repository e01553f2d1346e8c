"""Interactions: which words name one, of which root, and who stands on either side."""

from __future__ import annotations

import pytest

from dateline.codebook import load_toml
from dateline.extract.interactions import interactions
from dateline.extract.read import read
from dateline.model.report import Report


def told(text):
    return interactions(read(Report(text, language="en")))


@pytest.mark.parametrize(
    ("text", "root", "source", "target"),
    [
        ("Kenya on Tuesday condemned the ruling of a court in Kampala.", "ACCUSE", "KE", None),
        ("The Polish government recalled its ambassador from Belarus.", "SANCTION", "PL", "BY"),
        ("Ethiopia and Eritrea held talks in Addis Ababa.", "CONSULT", "ET", None),
        ("Japan promised to lend Mongolia 40 million dollars.", "AGREE", "JP", "MN"),
        ("Parliament rejected the demands of the teachers' union.", "REJECT", None, None),
        ("The rebels released 30 prisoners.", "RETREAT", None, None),
        ("The mayor urged the governor to reopen the bridge.", "REQUEST", None, None),
        ("Norway gave Malawi 3,000 tonnes of maize.", "AID", "NO", "MW"),
    ],
)
def test_an_interaction_has_its_root_and_its_sides(text, root, source, target):
    found = [one for one in told(text) if one.root == root]
    assert found, told(text)
    one = max(found, key=lambda one: one.score)
    assert text[one.start : one.end] == one.text
    assert one.quad == load_toml("interactions.toml")["root"][root]["quad"]
    assert (one.source and one.source.country) == source
    assert target is None or (one.target and one.target.country) == target


def test_who_suffers_is_the_target_in_the_passive_too():
    (one,) = told("The prime minister was criticised by the bishops for his silence.")
    assert (one.root, one.source and one.source.text, one.target and one.target.text) == (
        "ACCUSE", "the bishops", "The prime minister"
    )  # fmt: skip


def test_plain_speech_is_no_interaction():
    assert told("The harvest was good this year, the minister told reporters. Rain is expected on Friday.") == ()


def test_two_interactions_of_a_sentence_have_sides_of_their_own():
    text = "Ghana praised the treaty, while Togo refused to sign it."
    found = {one.root: one.source and one.source.text for one in told(text)}
    assert found.get("SUPPORT") == "Ghana"
    assert found.get("REJECT") == "Togo"


def test_a_report_that_is_not_read_has_none():
    assert interactions(read(Report("Die Regierung verurteilte den Angriff.", language="de"))) == ()
