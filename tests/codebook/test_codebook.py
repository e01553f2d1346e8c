"""The codebook hangs together, and a coder's own files take the place of the package's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pytest

from dateline.codebook import TriggerEntry, load_codebook, load_toml
from dateline.codebook.cues import load_cues
from dateline.errors import DatelineError

BOOK = load_codebook()
FILES = sorted(path.name for path in files("dateline.codebook").iterdir() if path.name.endswith(".toml"))
NEEDS = {"weapon", "harm", "armed", "person", "place", "target", "territory", "crowd", "conflict"}
CONDITIONS = {"weapon", "target", "actor", "recipient", "harm", "context", "type", "plover", "firm", "never"}
CLASSES = {"state", "nonstate", "forces", "armed", "crowd", "protesters", "rioters", "civilians", "unarmed", "none"}
HARMS = {"killed", "injured", "missing", "captured", "released", "displaced", "arrested"}
RULES = [(name, rule) for name, rules in BOOK.families.items() for rule in rules]
STATEMENTS = {"self-claimed", "accused"}


def several(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def test_acled_has_25_sub_events_in_six_types_each_with_a_definition() -> None:
    assert len(BOOK.types) == 25
    assert len({entry.event for entry in BOOK.types.values()}) == 6
    assert sorted(entry.rank for entry in BOOK.types.values()) == list(range(25))
    assert all(entry.definition.endswith(".") for entry in BOOK.types.values())


@pytest.mark.parametrize(("family", "rule"), RULES, ids=[f"{name}-{n}" for n, (name, _) in enumerate(RULES)])
def test_a_rule_of_a_family_uses_known_words_only(family: str, rule: dict[str, object]) -> None:
    assert set(rule) <= CONDITIONS
    assert rule["type"] in BOOK.types
    assert set(several(rule.get("weapon"))) <= set(BOOK.weapons)
    assert set(several(rule.get("target"))) <= set(BOOK.targets)
    assert set(several(rule.get("harm"))) <= HARMS
    assert {rule.get("actor", "none"), rule.get("recipient", "none")} <= CLASSES
    assert rule.get("never") in {None, *(entry.event for entry in BOOK.types.values())}


def test_the_last_rule_of_a_family_holds_always_and_no_rule_stands_behind_such_a_one() -> None:
    for name, rules in BOOK.families.items():
        always = [set(rule) <= {"type", "plover", "firm", "never"} for rule in rules]
        assert always.index(True) == len(rules) - 1, name


def test_every_sub_event_can_come_out() -> None:
    assert {rule["type"] for _, rule in RULES} == set(BOOK.types)


def test_every_family_has_a_rule_a_place_in_the_order_and_a_trigger() -> None:
    told = {entry.family for entry in BOOK.triggers.values() if entry.family}
    assert set(BOOK.order) == set(BOOK.families) == told
    assert len(set(BOOK.order)) == len(BOOK.order)


def test_what_is_said_of_families_is_said_of_known_ones() -> None:
    named = set(chain(*BOOK.one_event, *BOOK.retold, BOOK.general, BOOK.closer, BOOK.follow_up))
    assert named <= set(BOOK.families)


def test_a_named_weapon_tells_of_a_known_trigger() -> None:
    assert set(BOOK.implied_by_weapon) <= set(BOOK.weapons)
    assert set(BOOK.implied_by_weapon.values()) <= set(BOOK.triggers)


@pytest.mark.parametrize("entry", BOOK.triggers.values(), ids=list(BOOK.triggers))
def test_a_trigger_is_whole(entry: TriggerEntry) -> None:
    assert bool(entry.family) != bool(entry.statement)
    assert entry.statement is None or entry.statement in STATEMENTS
    assert entry.needs | entry.needs_all <= NEEDS
    assert entry.weapon is None or entry.weapon in BOOK.weapons
    assert all(phrase and all(word == word.lower() for word in phrase) for phrase in (*entry.verbs, *entry.nouns))


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_no_phrase_stands_in_two_triggers(part: str) -> None:
    """But for verbs whose object decides: those go before."""
    seen: dict[tuple[object, ...], str] = {}
    for entry in BOOK.triggers.values():
        for phrase in set(getattr(entry, part)):
            assert seen.setdefault((phrase, bool(entry.only_with)), entry.id) == entry.id, phrase


def test_no_word_names_two_weapons() -> None:
    words = list(chain(*(set(row) for row in BOOK.weapons.values())))
    assert sorted(words) == sorted(set(words))


def test_vague_numbers_have_bounds_in_order() -> None:
    for word, bounds in BOOK.vague.items():
        known = [bounds[name] for name in ("low", "best", "high") if name in bounds]
        assert known, word
        assert known == sorted(known), word


def test_every_field_is_explained() -> None:
    assert HARMS | {"type", "place", "period", "participant", "weapon", "target", "responsibility"} <= set(BOOK.fields)
    assert all(BOOK.fields.values())


def test_a_type_is_given_with_its_plover_code_or_another() -> None:
    own = BOOK.event_type("Attack")
    assert (own.acled_event, own.plover_root) == ("Violence against civilians", "ASSAULT")
    other = BOOK.event_type("Other", ("RETREAT", "release"))
    assert (other.acled_sub_event, other.plover_mode) == ("Other", "release")
    assert BOOK.event_type("Other").plover_root is None
    with pytest.raises(KeyError):
        BOOK.event_type("Alien landing")


@pytest.mark.parametrize("name", FILES)
def test_every_file_begins_with_a_comment_for_the_coder(name: str) -> None:
    assert files("dateline.codebook").joinpath(name).read_text("utf-8").startswith("#")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    load_codebook.cache_clear()
    load_cues.cache_clear()


def edited(folder: Path, name: str, change: Callable[[str], str]) -> None:
    (folder / name).write_text(change(files("dateline.codebook").joinpath(name).read_text("utf-8")), "utf-8")


def test_a_file_of_ones_own_takes_the_place_of_that_file_alone(folder: Path) -> None:
    edited(folder, "features.toml", _with_weapon)
    own = load_codebook(str(folder))
    assert own.weapons["trebuchet"] == ("trebuchet", "mangonel")
    assert own.triggers == BOOK.triggers
    assert "trebuchet" not in load_codebook().weapons


def _with_weapon(text: str) -> str:
    return re.sub(r"^\[weapon\]$", '[weapon]\ntrebuchet = ["trebuchet", "mangonel"]', text, flags=re.MULTILINE)


def test_the_environment_names_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(folder, "features.toml", _with_weapon)
    monkeypatch.setenv("DATELINE_CODEBOOK", str(folder))
    load_codebook.cache_clear()
    assert "trebuchet" in load_codebook().weapons
    assert load_toml("vague.toml")["words"]


def test_a_folder_that_is_not_there_changes_nothing(folder: Path) -> None:
    assert load_codebook(str(folder / "nowhere")).triggers == BOOK.triggers


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_one_clear_line(folder: Path, name: str) -> None:
    (folder / name).write_text("[[trigger]\nid = \n", "utf-8")
    with pytest.raises(DatelineError) as error:
        load_toml(name, str(folder))
    assert str(folder / name) in str(error.value)
    assert "mend" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_broken_trigger_file_stops_the_codebook_with_that_line(folder: Path) -> None:
    edited(folder, "triggers.toml", lambda text: text + "\n[[trigger]]\nid = \n")
    with pytest.raises(DatelineError, match=r"triggers\.toml: not valid TOML"):
        load_codebook(str(folder))
