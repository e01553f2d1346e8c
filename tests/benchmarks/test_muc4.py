"""MUC-4: the keys' syntax, the comparison of fills, slots, and the loader."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.common.inputs import InputError
from benchmarks.common.runner import run
from benchmarks.common.tally import Tally
from benchmarks.muc4 import BENCHMARK, answers, read_message
from benchmarks.muc4.load import Message, load
from benchmarks.muc4.match import agreement, dates, locations, numbers, references, set_values, strings
from benchmarks.muc4.one_each import one_each
from benchmarks.muc4.roles import from_gtt, from_templates, over_document
from benchmarks.muc4.slots import SLOTS, score, slot_tally
from benchmarks.muc4.syntax import TYPE, Fill, Option, Template, parse, split
from benchmarks.muc4.victims import victims
from dateline.evaluate.told import Told, ToldEvent

CONFIDENCE = "PERP: ORGANIZATION CONFIDENCE"


@pytest.fixture(scope="module")
def key(tiny: dict[str, Path]) -> dict[str, list[Template]]:
    return parse((tiny["muc4"] / "key-tst9.v1").read_text())


def test_a_key_is_read(key: dict[str, list[Template]]):
    first, second = key["TST9-MUC4-0001"]
    assert first.types() == ("BOMBING",)
    assert first.fills("PERP: INDIVIDUAL ID") == (Fill((Option("MASKED MEN"), Option("MEN"))),)
    assert first.fills(CONFIDENCE) == (Fill((Option("POSSIBLE", ("LEAGUE OF THE LAMP",)),), optional=True),)
    assert [fill.options[0].value for fill in first.fills("PHYS TGT: ID")] == ["TOWN BAKERY", "TRAM"]
    assert first.fills("HUM TGT: DESCRIPTION")[0].options == (Option("BAKER", ("ANA PRUEBA",)),)
    assert first.fills("PHYS TGT: FOREIGN NATION") == ()
    assert (first.optional, second.optional) == (False, True)
    assert second.barred == {"INCIDENT: INSTRUMENT ID"}
    assert key["TST9-MUC4-0002"] == []


def test_fills_in_brackets_and_over_lines():
    text = (
        "0.  MESSAGE: ID                     X-1\n"
        "2.  INCIDENT: DATE                  (09 DEC 89) / (- 09 DEC 89)\n"
        "4.  INCIDENT: TYPE                  ATTACK\n"
        '9.  PERP: INDIVIDUAL ID             "MEN IN A\n                                    VAN" / "MEN"\n'
        "18. HUM TGT: NAME                   -\n"
    )
    template = parse(text)["X-1"][0]
    assert [o.value for o in template.fills("INCIDENT: DATE")[0].options] == ["09 DEC 89", "- 09 DEC 89"]
    assert [o.value for o in template.fills("PERP: INDIVIDUAL ID")[0].options] == ["MEN IN A VAN", "MEN"]


def test_a_mark_inside_quotation_marks_does_not_split():
    assert split('"A / B" / "C"', "/") == ['"A / B"', '"C"']


@pytest.mark.parametrize(
    ("gold", "read", "wanted"),
    [
        ("MASKED MEN", "THE MASKED MEN", 1),  # articles do not count
        ("MEN", "MASKED MEN", 1),  # modifiers before it are allowed
        ("MEN", "MEN IN A VAN", 1),  # a phrase behind it too
        ("BUS", "BUS DRIVER", 0.5),  # another head: the word is shared, no more
        ("MASKED MEN", "MEN", 0.5),  # less than the key says
        ("MEN", "WOMEN", 0),
        ("GROUP OF MEN", "GROUP OF WOMEN", 0),  # only light words are shared
    ],
)
def test_string_fills(gold: str, read: str, wanted: float):
    assert strings(gold, read) == wanted


@pytest.mark.parametrize(
    ("gold", "read", "wanted"),
    [
        ("12 DEC 89", "12 DEC 89", 1),
        ("- 12 DEC 89", "- 12 DEC 89", 1),
        ("- 12 DEC 89", "12 DEC 89", 0.5),  # on or before, and that day
        ("- 12 DEC 89", "12 OCT 89", 0),  # more than a month before
        ("10 DEC 89 - 14 DEC 89", "12 DEC 89", 0.5),
        ("12 DEC 89", "13 DEC 89", 0),
    ],
)
def test_dates(gold: str, read: str, wanted: float):
    assert dates(gold, read) == wanted


@pytest.mark.parametrize(
    ("gold", "read", "wanted"),
    [
        ("CHILE: SANTIAGO (CITY)", "CHILE: SANTIAGO", 1),
        ("CHILE", "CHILE", 1),
        ("CHILE: SANTIAGO (CITY)", "CHILE", 0.5),
        ("PERU: LIMA (CITY) - CALLAO (CITY)", "PERU: CALLAO", 1),  # between two places: either
        ("CHILE", "PERU", 0),
    ],
)
def test_locations(gold: str, read: str, wanted: float):
    assert locations(gold, read) == wanted


@pytest.mark.parametrize(
    ("gold", "read", "wanted"),
    [("3", "3", 1), ("3-", "3-", 1), ("3-", "5", 0.5), ("3-", "2", 0), ("6-8", "7", 0.5), ("~100", "100", 0.5),
     ("PLURAL", "PLURAL", 1), ("PLURAL", "3", 0), ("3", "4", 0)],
)  # fmt: skip
def test_numbers(gold: str, read: str, wanted: float):
    assert numbers(gold, read) == wanted


def test_set_fills_and_what_they_refer_to():
    assert set_values("SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED") == 0.5
    assert set_values("POSSIBLE", "REPORTED AS FACT") == 0
    assert references(("-",), ()) == 1
    assert references(("MEN",), ("WOMEN",)) == 0
    gold = Fill((Option("DEATH", ("BAKER",)),))
    assert agreement("HUM TGT: EFFECT OF INCIDENT", gold, Fill((Option("DEATH", ("OLD BAKER",)),))) == 1
    assert agreement("HUM TGT: EFFECT OF INCIDENT", gold, Fill((Option("DEATH", ("MAYOR",)),))) == 0


def filled(**slots: str) -> Template:
    fills = {SLOTS[name.replace("_", " ")]: (Fill((Option(value),)),) for name, value in slots.items()}
    return Template("TST9-MUC4-0001", slots=fills)


def test_slots_of_templates_that_meet(key: dict[str, list[Template]]):
    # one of two physical targets found, one too many; the optional organisation is not wanted
    response = filled(incident_type="BOMBING", physical_target="BAKERY", location="CHILE", date="12 DEC 89")
    response.slots[SLOTS["physical target"]] += (Fill((Option("LAMP POST"),)),)
    tallies, pairs = score(key["TST9-MUC4-0001"], [response])
    assert pairs == [(0, 0)]
    assert tallies["physical target"] == Tally(1, 2, 1, 2)
    assert tallies["location"] == Tally(0.5, 1, 0.5, 1)
    assert tallies["perpetrator organisation"] == Tally()
    assert tallies["human target description"] == Tally(0, 0, 0, 2)  # the optional second template adds nothing


def test_an_optional_fill_is_wanted_only_where_it_is_found(key: dict[str, list[Template]]):
    response = filled(incident_type="BOMBING", perpetrator_organisation="LEAGUE OF THE LAMP")
    assert slot_tally(SLOTS["perpetrator organisation"], key["TST9-MUC4-0001"][0], response) == Tally(1, 1, 1, 1)


def test_a_slot_that_does_not_apply_counts_on_neither_side(key: dict[str, list[Template]]):
    response = filled(incident_type="KIDNAPPING", instrument="ROPE")
    tallies, pairs = score(key["TST9-MUC4-0001"][1:], [response])
    assert pairs == [(0, 0)]
    assert tallies["instrument"] == Tally()


def test_spurious_and_missing_templates(key: dict[str, list[Template]]):
    tallies, pairs = score(key["TST9-MUC4-0001"], [filled(incident_type="ROBBERY", location="CHILE")])
    assert pairs == []
    assert tallies["location"] == Tally(0, 1, 0, 1)
    assert tallies["victim number"] == Tally(0, 0, 0, 2)


def test_the_key_as_its_own_response_is_perfect(tiny: dict[str, Path]):
    result = run(answers(tiny["muc4"] / "key-tst9.v1"), tiny["muc4"], every=True)
    assert {metric.part.value for metric in result.metrics if metric.count["wanted"]} == {1.0}
    assert result.slips == []


def test_no_response_finds_nothing(tiny: dict[str, Path], tmp_path: Path):
    (tmp_path / "empty").write_text("0.  MESSAGE: ID                     TST9-MUC4-0002\n4.  INCIDENT: TYPE    *\n")
    result = run(answers(tmp_path / "empty"), tiny["muc4"])
    assert result.metrics[2].recall.value == 0


def test_a_folder_and_each_of_its_files_load_the_same(tiny: dict[str, Path]):
    whole = load(tiny["muc4"])
    assert [message.name for message in whole.units] == ["TST9-MUC4-0001", "TST9-MUC4-0002"]
    for name in ("key-tst9.v1", "tst9-muc4"):
        assert load(tiny["muc4"] / name) == whole


def test_gtt_alone_gives_its_own_text_and_no_slots(tmp_path: Path):
    row = {"docid": "TST9-MUC4-0003", "doctext": "men burned a mill.", "templates": [
        {"incident_type": "arson", "PerpInd": [[["men", 0]]], "PerpOrg": [], "Target": [[["a mill", 11], ["mill", 13]]],
         "Victim": [], "Weapon": []}]}  # fmt: skip
    (tmp_path / "gtt_test.json").write_text(json.dumps(row))
    message = load(tmp_path).units[0]
    assert (message.text, message.official) == ("men burned a mill.", None)
    assert message.roles == (("arson", {"PerpInd": [("men",)], "PerpOrg": [], "Target": [("a mill", "mill")],
                                        "Victim": [], "Weapon": []}),)  # fmt: skip
    names = {metric.name for metric in run(BENCHMARK, tmp_path).metrics}
    assert "CEAF-REE" in names
    assert not any(name.startswith("slot") for name in names)


def test_roles_of_a_key_are_those_of_gtt(key: dict[str, list[Template]]):
    kind, roles = from_templates(key["TST9-MUC4-0001"])[0]
    assert kind == "bombing"
    assert roles["Target"] == [("TOWN BAKERY", "BAKERY"), ("TRAM",)]
    assert roles["Victim"] == [("ANA PRUEBA",)]  # those that are named


def test_the_same_template_twice_counts_once(key: dict[str, list[Template]]):
    first = key["TST9-MUC4-0001"][0]
    assert len(from_templates([first, replace(first)])) == 1
    assert len(from_gtt([{"incident_type": "arson"}] * 2)) == 1


def test_entities_of_a_document_that_share_a_mention_are_one():
    roles = over_document([("attack", {"Weapon": [("bomb", "device")]}), ("bombing", {"Weapon": [("device", "it")]})])
    assert roles["Weapon"] == [("bomb", "device", "it")]


def test_a_report_is_filled_in(tiny: dict[str, Path]):
    result = run(BENCHMARK, tiny["muc4"])
    found = {metric.name: metric for metric in result.metrics}
    assert found["slot incident type"].count["right"] >= 0.5
    assert found["slot date"].part.value == 1  # "yesterday" under a dateline of 13 December


def test_a_title_describes_the_name_behind_it():
    def told(quote: str, harm: str, best: int) -> Told:
        value = {"harm": harm, "estimate": {"best": best}, "group": {}}
        return Told(value, ((0, 1),), quote, (), "asserted", "", None, quote)

    event = ToldEvent(
        "a", (0, 1), "", (), "", "Attack", "main", "asserted", frozenset(), "single", (), (), (), (),
        (told("COUNCILLOR PRUEBA", "killed", 1), told("THE THREE BAKERS", "injured", 3)), (), (),
    )  # fmt: skip
    slots = victims(event, ["PRUEBA", "ANA PRUEBA"])
    assert slots["HUM TGT: NAME"] == (Fill((Option("ANA PRUEBA"),)),)
    assert slots["HUM TGT: DESCRIPTION"] == (Fill((Option("COUNCILLOR", ("ANA PRUEBA",)),)), Fill((Option("BAKERS"),)))
    assert slots["HUM TGT: NUMBER"][1] == Fill((Option("3", ("BAKERS",)),))
    assert slots["HUM TGT: EFFECT OF INCIDENT"][0] == Fill((Option("DEATH", ("ANA PRUEBA",)),))


def test_nobody_hurt_is_an_effect_and_no_victim():
    def none(harm: str) -> Told:
        return Told({"harm": harm, "estimate": {"high": 0}}, ((0, 1),), "No casualties", (), "asserted", "", None, harm)

    event = ToldEvent(
        "a", (0, 1), "", (), "", "Attack", "main", "asserted", frozenset(), "single", (), (), (), (),
        (none("killed"), none("injured")), (), (),
    )  # fmt: skip
    slots = victims(event, [])
    assert slots["HUM TGT: EFFECT OF INCIDENT"] == (Fill((Option("NO INJURY OR DEATH"),)),)
    assert slots["HUM TGT: DESCRIPTION"] == ()


MESSAGE = """BOGOTA, 12 DEC 89 -- [TEXT] ELN GUERRILLAS BLEW UP A POWER SUBSTATION IN TUNJA YESTERDAY, SOURCES
REPORTED. DR ANTONIO PRUEBA LOPEZ WAS KILLED. THE ARMY OF NATIONAL LIBERATION (ELN) HAS NOT CLAIMED THE ATTACK."""


def test_people_of_a_group_are_individuals_and_the_group_is_named():
    message = read_message(Message("TST9-MUC4-0009", MESSAGE, None, ()))
    one = {slot: [fill.options[0].value for fill in fills] for slot, fills in message[0].slots.items()}
    assert one["PERP: INDIVIDUAL ID"] == ["GUERRILLAS"]  # the group's name is the organisation's
    assert one["PERP: ORGANIZATION ID"] == ["ARMY OF NATIONAL LIBERATION"]
    assert one["PHYS TGT: ID"] == ["POWER SUBSTATION"]
    assert "INCIDENT: INSTRUMENT ID" not in one  # "blew up" names no thing
    assert one["HUM TGT: NAME"] == ["ANTONIO PRUEBA LOPEZ"]


def test_the_only_group_that_a_message_names_and_persons_in_full():
    text = """LIMA, 12 DEC 89 -- [TEXT] TERRORISTS KILLED JESUIT ANTONIO PRUEBA LOPEZ IN HUANCAYO YESTERDAY, SOURCES
REPORTED. THE SHINING PATH WANTS TO STOP THE ELECTIONS, THE MINISTER SAID."""
    one = {slot: [fill.options[0].value for fill in fills] for slot, fills in _only(text).slots.items()}
    assert one["PERP: INDIVIDUAL ID"] == ["TERRORISTS"]
    assert one["PERP: ORGANIZATION ID"] == ["SHINING PATH"]
    assert one["HUM TGT: NAME"] == ["ANTONIO PRUEBA LOPEZ"]
    rival = f"{text} THE TUPAC AMARU REVOLUTIONARY MOVEMENT WANTS TALKS."
    assert "PERP: ORGANIZATION ID" not in _only(rival).slots


def test_each_of_a_list_of_targets_is_one():
    text = (
        "LA PAZ, 12 DEC 89 -- [TEXT] YESTERDAY A BOMB EXPLODED IN ORURO AND DESTROYED A PRIVATE BANK, "
        "THE STATE BANK AND\nA BRIDGE, THE POLICE SAID."
    )
    found = {fill.options[0].value for fill in _only(text).fills("PHYS TGT: ID")}
    assert {"PRIVATE BANK", "STATE BANK"} <= found


def test_an_attack_of_which_nothing_is_told_is_no_incident():
    text = "LIMA, 12 DEC 89 -- [TEXT] GUERRILLAS CARRIED OUT AN ATTACK IN HUANCAYO YESTERDAY, POLICE SAID."
    assert read_message(Message("TST9-MUC4-0009", text, None, ())) == []


def test_harm_at_large_is_no_incident():
    head = "LIMA, 12 DEC 89 -- [TEXT] GUERRILLAS MURDERED"
    tail = "PEASANTS IN HUANCAYO YESTERDAY, POLICE SAID."
    assert read_message(Message("TST9-MUC4-0009", f"{head} {tail}", None, ())) == []
    assert _only(f"{head} SIX {tail}").fills("HUM TGT: DESCRIPTION") == (Fill((Option("PEASANTS"),)),)


def test_templates_that_hit_the_same_are_one():
    one = filled(incident_type="ATTACK", human_target_name="ANA PRUEBA", location="CHILE")
    two = filled(incident_type="ATTACK", human_target_name="ANA PRUEBA", location="PERU", instrument="RIFLE")
    other = filled(incident_type="KIDNAPPING", human_target_name="ANA PRUEBA")
    apart = filled(incident_type="ATTACK", human_target_name="LUIS PRUEBA")
    whole = filled(incident_type="ATTACK", human_target_name="ANA PRUEBA", location="CHILE", instrument="RIFLE")
    assert one_each([one, other, two, apart]) == [whole, other, apart]


@pytest.mark.parametrize(
    ("doers", "individual", "organisation"),
    [
        ("ARMY TROOPS", ["ARMY TROOPS"], ["ARMY"]),
        ("MEMBERS OF THE ARMED FORCES", ["MEMBERS OF THE ARMED FORCES"], ["ARMED FORCES"]),
        ("ALLEGED TERRORISTS", ["TERRORISTS"], []),
        ("SEVERAL REBELS", ["REBELS"], []),
        ("SHINING PATH REBELS", ["REBELS"], ["SHINING PATH"]),
        ("SHINING PATH MEMBERS", ["SHINING PATH MEMBERS"], ["SHINING PATH"]),
        ("A CAR", [], []),
    ],
)
def test_doers_are_people_and_tell_their_group(doers: str, individual: list[str], organisation: list[str]):
    text = f"LIMA, 12 DEC 89 -- [TEXT] {doers} MURDERED SIX PEASANTS IN HUANCAYO YESTERDAY, THE BISHOP SAID."
    found = _only(text)
    assert [fill.options[0].value for fill in found.fills("PERP: INDIVIDUAL ID")] == individual
    assert [fill.options[0].value for fill in found.fills("PERP: ORGANIZATION ID")] == organisation


def test_targets_are_things_in_full_and_no_streets():
    text = (
        "LA PAZ, 12 DEC 89 -- [TEXT] YESTERDAY A BOMB DESTROYED SEVERAL VEHICLES AND THE CENTRAL\nAMERICAN "
        "UNIVERSITY AND DAMAGED A STREET IN ORURO, THE POLICE SAID."
    )
    found = {fill.options[0].value for fill in _only(text).fills("PHYS TGT: ID")}
    assert found == {"VEHICLES", "CENTRAL AMERICAN UNIVERSITY"}


@pytest.mark.parametrize(
    ("hit", "found"),
    [
        ("THE HOME OF MINISTER PRUEBA", ["HOME OF MINISTER PRUEBA"]),
        ("MINISTER PRUEBA'S HOME", ["MINISTER PRUEBA'S HOME"]),
        ("HIS HOME", ["HOME"]),
        ("A STATE-OWNED BANK", ["STATE-OWNED BANK"]),
        ("THE FARMERS' BANK (BDA)", ["FARMERS' BANK"]),
        ("A BANK, A DRUGSTORE, AND A GASOLINE STATION", ["BANK", "DRUGSTORE", "GASOLINE STATION"]),
    ],
)
def test_whose_a_thing_is_and_each_of_a_list(hit: str, found: list[str]):
    text = f"LIMA, 12 DEC 89 -- [TEXT] GUERRILLAS DESTROYED {hit} IN HUANCAYO YESTERDAY, POLICE SAID."
    assert [fill.options[0].value for fill in _only(text).fills("PHYS TGT: ID")] == found


def test_all_who_are_named_are_victims_whoever_they_fight_for():
    text = (
        "LIMA, 12 DEC 89 -- [TEXT] GUERRILLAS MURDERED ENGINEERS HECTOR PRUEBA LOPEZ AND ANA SOTO PRUEBA IN "
        "HUANCAYO YESTERDAY. COLONEL LUIS MUESTRA RUIZ WAS MURDERED IN CUZCO ON 10 DECEMBER, POLICE SAID."
    )
    read = read_message(Message("TST9-MUC4-0009", text, None, ()))
    named = [[fill.options[0].value for fill in template.fills("HUM TGT: NAME")] for template in read]
    assert named == [["HECTOR PRUEBA LOPEZ", "ANA SOTO PRUEBA"], ["LUIS MUESTRA RUIZ"]]


def test_one_that_tells_nothing_of_its_own_is_the_one_before():
    told = filled(incident_type="BOMBING", physical_target="BANK", location="CHILE: LOTA", date="12 DEC 89")
    bare = filled(incident_type="BOMBING", location="CHILE", date="- 13 DEC 89", perpetrator_individual="MEN")
    other = filled(incident_type="BOMBING", location="CHILE: TALCA", date="12 DEC 89")
    later = filled(incident_type="BOMBING", location="CHILE: LOTA", date="15 DEC 89")
    rival = filled(incident_type="BOMBING", location="CHILE: LOTA", date="12 DEC 89", perpetrator_individual="SOLDIERS")
    whole = filled(
        incident_type="BOMBING", physical_target="BANK", location="CHILE: LOTA", date="12 DEC 89",
        perpetrator_individual="MEN",
    )  # fmt: skip
    assert one_each([told, bare, other, later, rival]) == [whole, other, later, rival]


@pytest.mark.parametrize("weapon", ["BULLETS", "A HELICOPTER"])
def test_what_is_fired_and_what_carries_is_no_instrument(weapon: str):
    text = f"LIMA, 12 DEC 89 -- [TEXT] GUERRILLAS DESTROYED A BANK WITH {weapon} IN HUANCAYO YESTERDAY, POLICE SAID."
    assert _only(text).fills("INCIDENT: INSTRUMENT ID") == ()
    grenades = _only(text.replace(weapon, "GRENADES"))
    assert grenades.fills("INCIDENT: INSTRUMENT ID") == (Fill((Option("GRENADES"),)),)


def _only(text: str) -> Template:
    (template,) = read_message(Message("TST9-MUC4-0009", text, None, ()))
    return template


def test_files_that_are_no_muc(tmp_path: Path):
    (tmp_path / "notes").write_text("nothing")
    with pytest.raises(InputError, match="no texts, keys or gtt"):
        load(tmp_path)
    with pytest.raises(InputError, match="no templates"):
        answers(tmp_path / "notes")
    assert TYPE == "INCIDENT: TYPE"
