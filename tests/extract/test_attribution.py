"""Attribution: who says what, through whom, and what kind of source it is."""

import pytest

from dateline.codebook import load_toml
from dateline.extract.voice.attribution import attribution
from dateline.model.reading import Reading, Saying
from dateline.model.report import Report
from dateline.text import parse


def told(text: str) -> list[Saying]:
    return list(attribution(Reading(Report(text), doc=parse(text))).sayings)


def only(text: str) -> Saying:
    found = told(text)
    assert len(found) == 1, found
    return found[0]


def chain(saying: Saying) -> list[tuple[str, str, str]]:
    return [(link.speaker, link.kind, link.cue) for link in saying.chain]


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "cue", "content"),
    [
        ("The army said 11 people had died.", "The army", "party", "said", "11 people had died"),
        (
            "Gunmen stormed the market, killing 17, a local official said on Sunday.",
            "a local official", "official", "said", "Gunmen stormed the market, killing 17",
        ),
        (
            "Gunmen fled the town, said Col. Ali Musa, an army spokesman.",
            "Col. Ali Musa, an army spokesman", "party", "said", "Gunmen fled the town",
        ),
        (
            "Shells hit a camp, killing three children, according to a doctor at the hospital.",
            "a doctor at the hospital", "medic", "according to", "Shells hit a camp, killing three children",
        ),
        (
            "According to police, two men were shot.",
            "police", "official", "According to", "two men were shot",
        ),
        (
            "The Syrian Observatory for Human Rights said 12 rebels had died.",
            "The Syrian Observatory for Human Rights", "monitor", "said", "12 rebels had died",
        ),
        ("Police put the toll at 12.", "Police", "official", "put", "the toll at 12"),
        (
            "Police had previously said 15 people had died.",
            "Police", "official", "had previously said", "15 people had died",
        ),
        (
            "A hospital source confirmed that nine people had died.",
            "A hospital source", "medic", "confirmed", "that nine people had died",
        ),
        (
            "Two villagers told reporters that soldiers had burned the houses.",
            "Two villagers", "witness", "told", "that soldiers had burned the houses",
        ),
    ],
)  # fmt: skip
def test_one_speaker(text: str, speaker: str, kind: str, cue: str, content: str) -> None:
    saying = only(text)
    assert chain(saying) == [(speaker, kind, cue)]
    assert saying.text == content


def test_offsets_are_the_text_s_own() -> None:
    text = "KOLMA, May 2 - Rebels shelled the town, the mayor said.\n\nHe added that two people had died."
    for saying in told(text):
        assert text[saying.start : saying.end] == saying.text
        assert text[saying.cue_start : saying.cue_end] in ("said", "added")
        assert all(text[link.start : link.end] == link.speaker for link in saying.chain)
    assert told(text)[0].text == "Rebels shelled the town"


def test_a_pronoun_gives_the_words_of_its_speaker() -> None:
    found = told("A police spokesman said two men were shot. He added that a third had fled.")
    assert [s.chain[0].speaker for s in found] == ["A police spokesman", "A police spokesman"]
    assert {s.chain[0].kind for s in found} == {"official"}


def test_a_short_name_points_back_to_the_full_one() -> None:
    found = told("The Interior Ministry said ten had died. The ministry added that the attackers had fled.")
    assert [s.chain[0].speaker for s in found] == ["The Interior Ministry", "The Interior Ministry"]


def test_a_surname_keeps_the_kind_of_the_full_name() -> None:
    found = told('Dr. Hana Idris, a surgeon, said nine had died. "We have no blood left," Idris said.')
    assert [s.chain[0].kind for s in found] == ["medic", "medic"]


def test_who_quotes_stands_nearer_to_the_reader() -> None:
    saying = only("The agency quoted a doctor as saying five people had died.")
    assert chain(saying) == [("The agency", "media", "quoted"), ("a doctor", "medic", "saying")]


def test_an_agency_that_was_told_stands_nearer_to_the_reader() -> None:
    saying = only("A resident told AFP that the village was burned.")
    assert chain(saying) == [("AFP", "media", "told"), ("A resident", "witness", "told")]


def test_who_is_cited_stands_farther_off() -> None:
    found = told("Reuters reported, citing a hospital source, that nine people had died.")
    whole = next(s for s in found if "nine people had died" in s.text)
    assert [link.speaker for link in whole.chain] == ["Reuters", "a hospital source"]


def test_a_saying_inside_a_saying_hangs_on_it() -> None:
    found = told("State television reported that the governor had said six people were dead.")
    inner = min(found, key=lambda s: len(s.text))
    assert [link.speaker for link in inner.chain] == ["State television", "the governor"]


def test_a_quotation_runs_on_after_its_speaker() -> None:
    found = told('"They came at night," said Musa, a villager. "They burned it all. We ran."')
    assert [s.text.strip('",') for s in found] == ["They came at night", "They burned it all. We ran."]
    assert len({s.chain for s in found}) == 1


def test_an_interrupted_sentence_has_two_stretches() -> None:
    found = told("Five people, according to police, were killed.")
    assert [s.text for s in found] == ["Five people", "were killed"]
    assert len({(s.chain, s.cue_start) for s in found}) == 1


def test_content_ends_at_a_semicolon() -> None:
    saying = only("The army said 11 had died; neither figure could be checked.")
    assert saying.text == "11 had died"


@pytest.mark.parametrize(
    "text", ["It was reported that rebels had fled.", "Rebels have reportedly fled.", "Rebels are said to have fled."]
)
def test_hearsay_has_an_unnamed_speaker(text: str) -> None:
    found = told(text)
    assert found
    assert all(s.chain[-1].speaker == "" and s.chain[-1].kind == "other" for s in found)


def test_denied_reports_are_the_denier_s() -> None:
    found = told("The government denied reports that an army convoy was ambushed.")
    assert [[link.speaker for link in s.chain] for s in found] == [["The government"]]


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed responsibility.",
        "The army did not say how many had died.",
        "The rebels want to take the town.",
        "The minister condemned the attack.",
    ],
)
def test_what_nobody_says_is_no_saying(text: str) -> None:
    assert told(text) == []


def test_headlines_with_a_colon() -> None:
    saying = only("Nine dead in market blast: police\n")
    assert (saying.text, saying.chain[0].kind) == ("Nine dead in market blast", "official")


def test_no_verb_stands_in_two_groups() -> None:
    verbs = [verb for row in load_toml("cues.toml")["say"] for verb in row["verbs"]]
    assert sorted(verbs) == sorted(set(verbs))


@pytest.mark.parametrize("text", ["", "\n\n", "said", '"', "according to", ": police", "quoting as saying"])
def test_scraps_do_no_harm(text: str) -> None:
    assert isinstance(told(text), list)
