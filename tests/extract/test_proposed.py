"""Roles that the learned reader proposes, given by hand here: what becomes of them beside the rules."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.codebook import load_codebook
from dateline.extract.read import read
from dateline.model.reading import EventGuess, Reading, RoleGuess
from dateline.model.report import Report

DAY = date(2025, 3, 16)
Pairs = dict[str, str]


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch):
    """Read a text where the learned reader finds the given words in the given roles."""

    def told(
        text: str, roles: Pairs, events: tuple[str, ...] = (), score: float = 0.97, kind: str = "Attack"
    ) -> Reading:
        fillers = tuple(sorted(_at(text, words, role, score) for words, role in roles.items()))
        guesses = tuple(_guess(text, words, kind) for words in events)
        monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guesses, fillers))
        return read(Report(text, published=DAY, language="en"))

    return told


def _at(text: str, words: str, role: str, score: float) -> RoleGuess:
    start = text.index(words)
    return RoleGuess(start, start + len(words), words, role, score)


def _guess(text: str, words: str, kind: str) -> EventGuess:
    start = text.index(words)
    return EventGuess(start, start + len(words), words, 0.98, ((kind, 0.9),))


def claims(reading: Reading, field: str):
    return [claim for claim in reading.claims if claim.field == field]


def who(reading: Reading, role: str) -> set[str]:
    return {claim.value["text"] for claim in claims(reading, "participant") if claim.value["role"] == role}


SURVEYOR = "Gunmen kidnapped a surveyor near Saravena on Friday."


def test_one_whom_no_list_knows_takes_the_role_and_says_who_found_him(tell):
    reading = tell(SURVEYOR, {"a surveyor": "recipient"})
    (found,) = [claim for claim in claims(reading, "participant") if claim.value["role"] == "recipient"]
    assert (found.value["text"], found.origins) == ("a surveyor", ("rules", "learned reader"))
    assert who(tell(SURVEYOR, {}), "recipient") == set()


def test_an_unlikely_role_is_not_taken(tell):
    assert who(tell(SURVEYOR, {"a surveyor": "recipient"}, score=0.45), "recipient") == set()


def test_a_toll_asks_for_more_than_a_role(tell):
    text, bars = "Gunmen raided a village near Gao on Friday; a weaver fell.", load_codebook().learned
    found = [claims(tell(text, {"a weaver": "killed"}, ("raided",), bar), "killed") for bar in (bars.role, bars.count)]
    assert [len(tolls) for tolls in found] == [0, 1]


def test_the_parse_goes_before_the_proposal(tell):
    text = "Gunmen attacked farmers near Gao on Friday, killing two."
    reading = tell(text, {"Gunmen": "recipient", "farmers": "actor"})
    assert (who(reading, "actor"), who(reading, "recipient")) == ({"Gunmen"}, {"farmers"})


def test_a_sure_doer_is_one_though_the_parse_takes_the_verb_for_a_participle(tell):
    text = "Persons unknown poured sugar into the tanks of nine police vehicles at Bamba on Friday."
    reading = tell(text, {"Persons unknown": "actor"}, ("poured sugar into",), kind="Looting/property destruction")
    assert (who(reading, "actor"), who(reading, "recipient")) == ({"Persons unknown"}, set())


def test_a_doer_is_not_turned_round_where_an_abduction_has_no_object(tell):
    text = "Some thirty herders came at night and kidnapped near Saravena on Friday."
    assert who(tell(text, {"Some thirty herders": "actor"}), "actor") == {"Some thirty herders"}
    assert who(tell(text, {}), "recipient") == {"Some thirty herders"}


def test_one_told_of_in_a_later_sentence_without_an_event_takes_no_part(tell):
    text = "The town of Gao saw an attack on Friday. Later it was the work of the Lions, people said."
    assert who(tell(text, {"the Lions": "actor"}), "actor") == set()


def test_a_role_that_only_the_reader_gives_has_its_origin_and_score(tell):
    text = "The town of Gao saw an attack on Friday, the work of the Lions, people said."
    reading = tell(text, {"the Lions": "actor"})
    found = [claim for claim in claims(reading, "participant") if claim.value["text"] == "the Lions"]
    (one,) = found
    assert (one.value["name"], one.origins, one.score) == ("Lions", ("learned reader",), 0.97)


def test_a_toll_needs_an_event_in_its_sentence(tell):
    text = "Rebels came to Bria on Friday. Eleven stay behind on the road."
    assert claims(tell(text, {"Eleven": "killed"}, ("came to Bria",), score=0.9), "killed") == []
    (toll,) = claims(tell(text, {"Eleven": "killed"}, ("came to Bria", "stay behind"), score=0.9), "killed")
    assert (toll.value["estimate"]["best"], toll.origins) == (11, ("learned reader",))


def test_a_rule_that_reads_the_figure_goes_before_the_proposal(tell):
    (toll,) = claims(tell("Rebels killed 12 farmers in Bria on Friday.", {"12 farmers": "injured"}), "killed")
    assert toll.value["estimate"]["best"] == 12


def test_a_target_that_no_list_has(tell):
    text = "Rockets hit a dairy in Srifa on Friday, killing two people."
    assert [claim.value["value"] for claim in claims(tell(text, {"a dairy": "target"}), "target")] == ["dairy"]
    assert claims(tell(text, {}), "target") == []


def test_a_speaker_with_no_verb_has_the_sentence_that_no_other_has(tell):
    text = "Nine people killed in a raid on Gao on Friday: medics."
    (toll,) = claims(tell(text, {"medics": "speaker"}), "killed")
    assert [(link.speaker, link.kind) for link in toll.chain] == [("medics", "medic")]


@pytest.mark.parametrize(
    ("words", "speakers"), [("our count", []), ("our", []), ("reporters who", ["reporters"]), ("medics of", ["medics"])]
)
def test_the_paper_is_no_speaker_and_a_speaker_ends_with_a_noun(tell, words, speakers):
    text = "Nine people killed in a raid on Gao on Friday: our count and that of reporters who came, medics of town."
    (toll,) = claims(tell(text, {words: "speaker"}), "killed")
    assert [link.speaker for link in toll.chain] == speakers


@pytest.mark.parametrize(
    ("text", "roles", "part"),
    [
        ("Rebels killed 26 people in Gao on Friday. Nineteen of the dead were women.", {}, "Nineteen of the dead"),
        (
            "Police shot dead two workers in Gao on Friday, a sewing hand and a helper.",
            {"a sewing hand": "killed"},
            "a sewing hand",
        ),
    ],
)
def test_a_share_is_part_of_the_whole_told_before(tell, text, roles, part):
    found = {claim.original: claim for claim in claims(tell(text, roles, ("shot dead",) if roles else ()), "killed")}
    whole = next(claim for words, claim in found.items() if words != part and claim.part_of is None)
    assert found[part].part_of == whole.id


def test_a_figure_beside_the_first_is_no_part_of_it(tell):
    text = "Rebels killed 12 soldiers in Gao on Friday and three more clerks."
    found = claims(tell(text, {"three more clerks": "killed"}, ("killed",)), "killed")
    assert [claim.part_of for claim in found] == [None] * len(found)


@pytest.mark.parametrize("name", ["Khashab", "Sirhan", "Sirhan's"])
def test_a_person_called_by_one_name_is_no_group_of_that_name(tell, name):
    text = f"Gunmen attacked {name} car. " if name.endswith("s") else f"Gunmen attacked {name} as he left his home. "
    reading = tell(text + "Sirhan Khashab, a teacher, died in Aden on Tuesday.", {name: "recipient"})
    assert "Political militia" not in {m.category for m in reading.actors if m.text.startswith(name[:6])}


def test_a_group_by_its_own_name_is_one(tell):
    reading = tell("Gunmen attacked Zalmora's base on Tuesday.", {"Zalmora's": "recipient"})
    assert [(m.name, m.category) for m in reading.actors if m.start > 8] == [("Zalmora", "Political militia")]
