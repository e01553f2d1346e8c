"""Dumps of GeoNames that a user adds: villages are found, units get their own points, twice is once."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.extract.where.places import places
from dateline.gazetteer import Gazetteer, add_dump, added_dumps, gazetteer_path, open_gazetteer
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse

SOUM = 2355248  # a second-level unit that the built gazetteer knows


def line(ident: int, name: str, group: str, code: str, **more: object) -> str:
    """A line of 19 columns."""
    told = {
        "alternates": "",
        "lat": 14.5,
        "lon": -1.5,
        "country": "BF",
        "code1": "12",
        "code2": "62",
        "people": 0,
    } | more
    units = [told["country"], "", told["code1"], told["code2"], "", ""]
    last = [told["people"], "", 300, "Africa/Ouagadougou", "2020-01-01"]
    cells = [ident, name, name, told["alternates"], told["lat"], told["lon"], group, code, *units, *last]
    return "\t".join(map(str, cells)) + "\n"


LINES = [
    line(99_000_001, "Soum Neuf", "A", "ADM2", lat=14.4, code2="62"),
    line(99_000_002, "Région du Test", "A", "ADM1", code2=""),
    line(99_000_003, "Tinfadimata", "P", "PPL", alternates="Tin Fadimata,Tinfadi", people=40),
    line(99_000_004, "Camp Zentrix", "S", "CMPRF"),
    line(99_000_005, "Oued Zentrix", "H", "STM"),
    line(99_000_006, "Zentrixville", "P", "PPLH"),
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own with the built gazetteer."""
    built = gazetteer_path()
    open_gazetteer()
    folder = tmp_path / "cache"
    folder.mkdir()
    shutil.copy(built, folder)
    monkeypatch.setenv("DATELINE_CACHE", str(folder))
    open_gazetteer.cache_clear()
    yield folder
    open_gazetteer.cache_clear()


def dumped(folder: Path, lines: list[str]) -> Path:
    path = folder / "BF.txt"
    path.write_text("".join(lines), "utf-8")
    return path


def opened() -> Gazetteer:
    return open_gazetteer()


def test_a_village_is_found_once_its_dump_is_added(cache: Path, tmp_path: Path) -> None:
    assert opened().lookup("Tinfadimata") == []
    add_dump(dumped(tmp_path, LINES), gazetteer_path())
    for name in ("Tinfadimata", "tin fadimata", "Tinfadi"):
        found = opened().lookup(name)[0]
        assert (found.geonameid, found.country, found.lat) == (99_000_003, "BF", 14.5)
        assert (found.admin1, found.admin2) == ("Région du Test", "Soum Neuf")
    assert opened().zone(99_000_003) == "Africa/Ouagadougou"
    assert opened().get(99_000_003) is not None


def test_camps_are_taken_streams_and_lost_places_are_not(cache: Path, tmp_path: Path) -> None:
    add_dump(dumped(tmp_path, LINES), gazetteer_path())
    assert opened().lookup("Camp Zentrix")[0].feature == "F"
    assert opened().lookup("Oued Zentrix") == []
    assert opened().lookup("Zentrixville") == []


def test_the_reading_finds_the_village(cache: Path, tmp_path: Path) -> None:
    add_dump(dumped(tmp_path, LINES), gazetteer_path())
    text = "In Burkina Faso, gunmen attacked the village of Tinfadimata."
    found = {m.text: m for m in places(Reading(report=Report(text), doc=parse(text))).places}
    assert found["Tinfadimata"].place.geonameid == 99_000_003


def test_a_known_unit_gets_the_point_of_the_dump(cache: Path, tmp_path: Path) -> None:
    before = opened().get(SOUM)
    assert before is not None
    assert before.feature == "A2"
    add_dump(dumped(tmp_path, [line(SOUM, "Soum", "A", "ADM2", lat=14.25, lon=-1.25)]), gazetteer_path())
    after = opened().get(SOUM)
    assert after is not None
    assert (after.name, after.lat, after.lon) == (before.name, 14.25, -1.25)


def test_twice_is_once(cache: Path, tmp_path: Path) -> None:
    path = dumped(tmp_path, LINES)
    one = add_dump(path, gazetteer_path())
    first = opened().lookup("Tinfadimata")
    assert add_dump(path, gazetteer_path()) == one
    assert opened().lookup("Tinfadimata") == first
    assert added_dumps(gazetteer_path()) == (one,)
    assert (one.file, one.countries, one.places, one.units) == ("BF.txt", ("BF",), 2, 2)


def test_a_zip_with_its_readme_does_too(cache: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "BF.zip", "w") as folder:
        folder.writestr("BF.txt", "".join(LINES))
        folder.writestr("readme.txt", "about")
    assert add_dump(tmp_path / "BF.zip", gazetteer_path()).places == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"one\ttwo\n", "line 1 has 2 columns, not 19"),
        ("".join(LINES).replace("14.5", "north").encode(), "line 2 has words where numbers belong"),
        ("".join(LINES).encode("utf-16"), "UTF-8"),
        (b"PK\x05\x06" + b"\0" * 18, "holds 0 dumps"),
    ],
)
def test_what_is_no_dump_adds_nothing(cache: Path, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "BF.txt"
    path.write_bytes(content)
    with pytest.raises(DatelineError, match=said) as wrong:
        add_dump(path, gazetteer_path())
    assert str(path) in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert added_dumps(gazetteer_path()) == ()


def test_a_dump_that_broke_off_is_asked_for_nothing(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "BF.txt"
    path.write_text("one\ttwo\n", "utf-8")
    with pytest.raises(DatelineError):
        add_dump(path, gazetteer_path())
    assert (cache / "added.sqlite").exists()
    asked: list[str] = []
    gazetteer = open_gazetteer()
    assert gazetteer.find("bobo dioulasso")
    gazetteer._db.set_trace_callback(asked.append)
    assert gazetteer.find("ouagadougou")
    assert len(asked) == 1


def test_no_file(cache: Path, tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="No such file"):
        add_dump(tmp_path / "none.zip", gazetteer_path())
