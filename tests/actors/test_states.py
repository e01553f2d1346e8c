"""State forces by regime; names for those without one; countries by name and adjective."""

from datetime import date

import pytest

from dateline.actors import country_name, country_of, generic, state_force


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2014, 1, 1), "Military Forces of Burkina Faso (1987-2014)"),
        (date(2022, 3, 1), "Military Forces of Burkina Faso (2022-2022)"),
        (date(2025, 3, 16), "Military Forces of Burkina Faso (2022-)"),
        (None, "Military Forces of Burkina Faso"),
        (date(1950, 1, 1), "Military Forces of Burkina Faso"),
    ],
)
def test_regime_of_the_day(day: date | None, name: str) -> None:
    assert state_force("BF", "military", day).name == name


def test_two_regimes_of_one_year_are_two_actors() -> None:
    first, second = state_force("BF", day=date(2022, 3, 1)), state_force("BF", day=date(2022, 12, 1))
    assert first.id != second.id


def test_country_without_regimes() -> None:
    assert state_force("IS", "police").name == "Police Forces of Iceland"
    with pytest.raises(KeyError):
        state_force("QQ")


@pytest.mark.parametrize(
    ("category", "country", "identity", "name"),
    [
        ("Political militia", "Mali", None, "Unidentified Armed Group (Mali)"),
        ("Political militia", "Haiti", "criminal", "Unidentified Gang (Haiti)"),
        ("Protesters", "France", None, "Protesters (France)"),
        ("Civilians", None, None, "Civilians"),
        ("police", "Peru", None, "Police Forces of Peru"),
        ("military", None, None, "Military Forces"),
    ],
)
def test_generic_names(category: str, country: str | None, identity: str | None, name: str) -> None:
    assert generic(category, country, identity) == name


def test_countries() -> None:
    assert [country_of(word) for word in ("Mali", "Malian", "Malians", "DR Congo", "Nowhere")] == [
        "ML", "ML", "ML", "CD", None]  # fmt: skip
    assert country_of("EL\nSALVADOR") == "SV"
    assert country_of("R12345") is None
    assert country_name("CI") == "Ivory Coast"
    assert country_name(None) is None
