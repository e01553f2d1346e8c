"""The gazetteer: what names mean, and what is known of countries."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from dateline.gazetteer import countries, country_code, country_facts, open_gazetteer, people
from dateline.gazetteer.gazetteer import build_at, gazetteer_path
from dateline.gazetteer.names import key, loose, variants

REGIONS = {
    "Western Africa", "Middle Africa", "Eastern Africa", "Southern Africa", "Northern Africa", "South Asia",
    "Southeast Asia", "Middle East", "Europe", "Caucasus and Central Asia", "Central America", "South America",
    "Caribbean", "East Asia", "North America", "Oceania", "Antarctica",
}  # fmt: skip


def first(name: str) -> tuple[str | None, str]:
    found = open_gazetteer().lookup(name)[0]
    return found.country, found.feature


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Djibo", "BF"), ("OUAHIGOUYA", "BF"), ("Tal Abyad", "SY"), ("Deir Ezzor", "SY"), ("Deir al-Zour", "SY"),
        ("Hawija", "IQ"), ("al-Hawija", "IQ"), ("Kobani", "SY"), ("Kiev", "UA"), ("Kharkov", "UA"), ("Rangoon", "MM"),
        ("Mazar-i-Sharif", "AF"), ("Saint Petersburg", "RU"), ("N'Djamena", "TD"), ("Ménaka", "ML"),
        ("El Fasher", "SD"),
    ],
)  # fmt: skip
def test_a_name_in_news_spelling_finds_its_country(name: str, country: str) -> None:
    assert first(name)[0] == country


def test_lookup_gives_the_whole_place() -> None:
    djibo = open_gazetteer().lookup("Djibo")[0]
    assert (djibo.geonameid, djibo.admin1, djibo.admin2) == (2361177, "Sahel", "Soum")
    assert djibo.lat == pytest.approx(14.1, abs=0.01)
    assert 0 < djibo.score <= 1


def test_a_name_nobody_bears_finds_nothing() -> None:
    assert open_gazetteer().lookup("Qzxwvut") == []


@pytest.mark.parametrize("name", ["Burkina Faso", "BF", "BFA", "Burkina", "burkina faso"])
def test_country_by_name_or_code(name: str) -> None:
    found = open_gazetteer().country(name)
    assert found is not None
    assert (found.country, found.feature, found.geonameid) == ("BF", "C", 2361809)


def test_no_country_of_that_name() -> None:
    assert open_gazetteer().country("Atlantis") is None


def test_get_by_geonameid() -> None:
    gazetteer = open_gazetteer()
    found = gazetteer.get(2361177)
    assert found is not None
    assert found.name == "Djibo"
    assert gazetteer.get(1) is None


@pytest.mark.parametrize(
    ("country", "name"), [("IQ", "Anbar"), ("SY", "Idlib"), ("ET", "Tigray"), ("NG", "Borno State")]
)
def test_first_level_units_have_points(country: str, name: str) -> None:
    found = open_gazetteer().admin1(country, name)
    assert found is not None
    assert (found.country, found.feature) == (country, "A1")
    assert found.lat is not None


def test_first_level_unit_of_another_country_is_not_given() -> None:
    assert open_gazetteer().admin1("FR", "Anbar") is None


def test_regions_that_are_no_unit() -> None:
    found = {c.feature: c for c in open_gazetteer().lookup("Darfur")}
    assert found["R"].country == "SD"
    sahel = next(c for c in open_gazetteer().lookup("the Sahel") if c.feature == "R")
    assert sahel.country is None


def test_places_know_their_zone() -> None:
    gazetteer = open_gazetteer()
    assert gazetteer.zone(2361177) == "Africa/Ouagadougou"
    assert gazetteer.zone(None, "ML") == "Africa/Bamako"
    assert gazetteer.zone(None, "US") is None


def test_opening_takes_no_time() -> None:
    path = gazetteer_path()
    open_gazetteer()
    begin = time.perf_counter()
    open_gazetteer.__wrapped__(path)
    assert time.perf_counter() - begin < 0.05


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        build_at(tmp_path / "file" / "gazetteer.sqlite")


def test_keys_fold_case_accents_hyphens() -> None:
    assert key("Al-Ḩawījah") == key("al hawijah") == "al hawijah"
    assert key("N’Djamena") == "ndjamena"
    assert loose(key("Ar Raqqah")) == loose(key("Rakka"))
    assert "saint louis" in variants("st louis")


def test_country_facts() -> None:
    facts = country_facts("bf")
    assert facts is not None
    assert (facts.name, facts.numeric, facts.iso3, facts.capital) == ("Burkina Faso", 854, "BFA", "Ouagadougou")
    assert (facts.region, facts.zones) == ("Western Africa", ("Africa/Ouagadougou",))
    assert country_facts("ZZ") is None


def test_every_country_has_a_region_and_codes() -> None:
    rows = countries()
    assert {row.region for row in rows.values()} == REGIONS
    assert len({row.iso3 for row in rows.values()}) == len(rows) == 250
    assert all(row.numeric or code == "XK" for code, row in rows.items())


def test_peoples() -> None:
    assert people("Malian") == ("ML",)
    assert people("Congolese") == ("CD", "CG")
    assert people("market") == ()
    assert country_code("the Ivory Coast") == "CI"
