"""Which words of a sentence are triggers, and which only look like them. All sentences are invented."""

from __future__ import annotations

import pytest

from dateline.extract.what.lexicon import Phrases, flat, forms, lemmas
from dateline.extract.what.triggers import triggers
from dateline.extract.what.units import unit_of, units
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse


def read(text: str) -> Reading:
    reading = triggers(Reading(Report(text), doc=parse(text)))
    for mention in (*reading.triggers, *reading.features):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.head < mention.end
    return reading


def entries(text: str) -> list[str]:
    return [trigger.entry for trigger in read(text).triggers]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Gunmen attacked a village.", "attack"),
        ("The attack lasted an hour.", "attack"),
        ("Soldiers opened fire on traders.", "fire-on"),
        ("The jets carried out airstrikes.", "airstrike"),
        ("A car bomb went off.", "bombing"),
        ("She blew herself up at the gate.", "suicide"),
        ("They set the house on fire.", "loot"),
        ("Police fired tear gas.", "disperse"),
        ("Rebels took four nurses hostage.", "abduct"),
        ("The army recaptured the town.", "retake"),
        ("Rebel troops withdrew from the town.", "withdraw"),
        ("The rebels released the prisoners.", "release"),
        ("No one has claimed responsibility.", "claim"),
        ("Officials blamed the rebels.", "blame"),
        ("An earthquake shook the town.", "accident"),
        ("Police seized a cache of rifles.", "arms"),
        ("Drugs, cash and pistols were seized.", "arms"),
        ("Rebels seized the hill.", "capture"),
        ("Hundreds of shells fired by the army fell.", "shells-fired"),
        ("Police fired three rounds of tear gas.", "disperse"),
        ("They destroyed the mosque.", "loot"),
    ],
)
def test_a_word_of_the_codebook_is_a_trigger(text: str, entry: str) -> None:
    assert entry in entries(text)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Soldiers exchanged fire with rebels.", "clash"),
        ("The troops returned fire.", "clash"),
        ("Rebels set fire to a bus.", "loot"),
        ("Men battled a fire.", "accident"),
    ],
)
def test_the_fire_of_a_phrase_is_no_accident_and_the_fire_that_is_fought_is_no_fight(text: str, entry: str) -> None:
    assert entries(text) == [entry]


@pytest.mark.parametrize(
    "text",
    [
        "The army bought ten attack helicopters.",
        "Protest leaders met the minister.",
        "Battle tanks were shown to visitors.",
        "The fire brigade came late.",
        "She suffered a heart attack.",
        "The war of words went on.",
        "The government withdrew the bill.",
        "Opponents withdrew their complaint.",
        "The bill was withdrawn by its author.",
        "The band released a new album.",
        "The ministry released a statement.",
        "The photographer captured the scene.",
        "The army fights corruption.",
        "Members of the club hit their target.",
        "The two ministers struck a deal.",
        "Leaders met the coach of Beaver Falls.",
        "The sun rose over the hills.",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert entries(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He was held on suspicion of murder.", "murder"),
        ("Two men were convicted of kidnapping.", "kidnapping"),
        ("She was charged with rape and arson.", "rape"),
    ],
)
def test_a_charge_names_no_event(text: str, word: str) -> None:
    assert word not in [trigger.text for trigger in read(text).triggers]


@pytest.mark.parametrize("text", ["Nurses treated attack victims.", "Crowds stood at the bombing site."])
def test_a_noun_before_the_words_for_what_is_left_of_it_still_tells(text: str) -> None:
    assert len(entries(text)) == 1


def test_the_longest_phrase_is_taken() -> None:
    assert [t.text for t in read("A suicide car bombing shook the town.").triggers] == ["suicide car bombing"]
    assert next(iter(read("A drone strike hit the town.").triggers)).text == "drone strike"


def test_the_same_verb_with_another_object_keeps_its_sense() -> None:
    assert entries("The rebels withdrew their fighters.") == ["withdraw"]
    assert entries("The court released the men.") == ["release"]


def test_triggers_come_in_text_order_and_say_what_they_are() -> None:
    found = read("Gunmen stormed the bank and abducted a clerk after an explosion.").triggers
    assert [trigger.lemma for trigger in found] == ["storm", "abduct", "explosion"]
    assert [trigger.pos for trigger in found] == ["VERB", "VERB", "NOUN"]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Men with machetes came at night.", "weapon", "blade"),
        ("Mortar shells landed near the well.", "weapon", "shelling"),
        ("A drone circled over the town.", "weapon", "drone"),
        ("They went to the market.", "target", "market"),
        ("The mosque was empty.", "target", "mosque"),
        ("It happened at a camp for displaced people.", "target", "camp"),
        ("A police station was empty.", "target", "police station"),
    ],
)
def test_weapons_and_kinds_of_target(text: str, field: str, value: str) -> None:
    assert (field, value) in [(feature.field, feature.value) for feature in read(text).features]


def test_a_place_word_that_modifies_is_no_target_but_a_weapon_that_modifies_is_one() -> None:
    assert read("Market traders went home.").features == ()
    assert [f.value for f in read("Mortar crews went home.").features] == ["shelling"]


def test_companions_of_a_verb_stand_after_it_within_its_clause() -> None:
    phrases = Phrases([(("set", "fire"), "fire"), (("set",), "bare")])
    found = {}
    for text in ("They set the old house on fire.", "They set the table, and a fire burned."):
        doc = parse(text)
        match = phrases.spread(doc, lemmas(doc), 1)
        found[text] = match and match[1]
    assert list(found.values()) == ["fire", "bare"]


def test_a_phrase_in_a_row_may_be_hyphenated() -> None:
    doc = parse("A sit-in began.")
    found = Phrases([(("sit", "in"), True)]).adjacent(forms(doc), lemmas(doc), 1)
    assert found is not None
    assert doc[: found[0]].text == "A sit-in"


def test_tables_become_phrases() -> None:
    assert flat({"drone": ["drone", "fixed-wing drone"]}) == [
        (("drone",), "drone"),
        (("fixed", "wing", "drone"), "drone"),
    ]


def test_the_sentences_of_a_list_item_are_one_unit() -> None:
    text = "Two things happened. One was bad.\n\n3. Gao, market. A bomb went off. Two dead."
    reading = Reading(Report(text), doc=parse(text))
    found = units(reading)
    assert [span.text.strip() for span in found] == [
        "Two things happened.",
        "One was bad.",
        "3. Gao, market. A bomb went off. Two dead.",
    ]
    assert unit_of(found, reading.words[-2]) == 2
