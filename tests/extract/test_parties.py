"""Participants of events: roles by the kind of event, names by its place and day. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.read import read
from dateline.model.report import Report

Row = tuple[str, str]


def told(text: str, day: date = date(2024, 5, 14)) -> set[Row]:
    reading = read(Report(text, published=day))
    ids = {ident for account in reading.accounts for ident in account.claims}
    values = [c.value for c in reading.claims if c.id in ids and c.field == "participant"]
    return {(value["role"], value["name"]) for value in values}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "BAMAKO, Mali, May 14 - Gunmen attacked a village near Mopti on Monday, killing 12 farmers.",
            {("actor", "Unidentified Armed Group (Mali)"), ("recipient", "Civilians (Mali)")},
        ),
        (
            "NAIROBI, Kenya, May 14 - Police fired tear gas to disperse teachers marching in Nairobi on Monday.",
            {("actor", "Protesters (Kenya)"), ("recipient", "Police Forces of Kenya (2022-)")},
        ),
        (
            "LAGOS, Nigeria, May 14 - A crowd lynched a man accused of theft in Lagos on Monday.",
            {("actor", "Rioters (Nigeria)"), ("recipient", "Civilians (Nigeria)")},
        ),
        (
            "BATKEN, Kyrgyzstan, May 14 - Kyrgyz and Tajik border guards clashed in Batken on Monday.",
            {
                ("party", "Military Forces of Kyrgyzstan (2020-) Border Guards"),
                ("party", "Military Forces of Tajikistan (1992-) Border Guards"),
            },
        ),
        (
            "BEIRUT, Lebanon, May 14 - Israeli aircraft bombed a house in Tyre, Lebanon, on Monday, killing two women.",
            {("actor", "Military Forces of Israel (2022-)"), ("recipient", "Civilians (Lebanon)")},
        ),
    ],
)
def test_roles_and_names(text: str, rows: set[Row]) -> None:
    assert rows <= told(text), told(text)


def test_marchers_act_whatever_their_noun_and_no_office_marches() -> None:
    text = "LIMA, Peru, May 14 - Hundreds of nurses marched in Lima on Monday against the government."
    assert told(text) == {("actor", "Protesters (Peru)")}


def test_who_claims_it_is_a_doer() -> None:
    text = (
        "MAIDUGURI, Nigeria, May 14 - Gunmen attacked a village near Maiduguri on Monday, killing six traders. "
        "Boko Haram claimed responsibility for the attack."
    )
    assert any(role == "actor" and "Unidentified" not in name for role, name in told(text))


def test_nobody_is_no_participant() -> None:
    text = "KYIV, Ukraine, May 14 - A drone hit a school in Kharkiv on Monday. No pupils were hurt."
    assert ("recipient", "Civilians (Ukraine)") not in told(text)
