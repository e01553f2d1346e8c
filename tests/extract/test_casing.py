"""Capitals made readable: same length, names and sentence starts large, the rest small, and read as if so written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.casing import truecase
from dateline.extract.read import read
from dateline.model.report import Report


@pytest.mark.parametrize(
    "text",
    [
        "Four gunmen killed two policemen in Santa Elena, Usulutan department.",
        "The radio said that General Noriega met Colonel Perez in El Salvador on Sunday.",
        "The ELN, or National Liberation Army, took the town of San Luis de la Reina on 3 May.",
        "They told us that the US army may march in March. I doubt it.",
        "Fighters of al-Shabaab and Boko Haram fled from Deir al-Zour and North Kivu.",
        'He added: "We have three M-16 rifles." The U.S. embassy was hit at 3 p.m. again.',
        "Hector Morales, Rodrigo Montes and Carlos Hill met at San Carlos hill near Bogota banks.",
        "Sanchez's widow, Maria Fuentes de Ortega, saw the montes burn in Bogota montes.",
        "The dead were from La Paz, Israel's border, and Port-au-Prince.",
    ],
)
def test_an_editor_would_write_it_so(text: str) -> None:
    assert truecase(text.upper()) == text


def test_head_and_labels_of_wire_copy() -> None:
    text = (
        "   SAN SALVADOR, 4 JAN 90 (RADIO CADENA) -- [TEXT] THE ARMY SAID THAT THE\n"
        "FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN] LEFT."
    )
    assert truecase(text) == (
        "   San Salvador, 4 Jan 90 (radio Cadena) -- [text] The army said that the\n"
        "Farabundo Marti National Liberation Front [FMLN] left."
    )


def test_only_paragraphs_in_capitals_change() -> None:
    body = "CAIRO (NNA) - The FMLN and UN staff met.\n\nMONUSCO\n"
    assert truecase(body) == body
    assert (
        truecase("ARMY SHELLS TWO VILLAGES NEAR MARIB\n\n" + body) == "Army shells two villages near Marib\n\n" + body
    )


@given(st.text(alphabet=st.sampled_from("ABCİŞßıŉǅΣ ŒÉÑ'’.-\n\t()[]0123USTHE"), max_size=200))
def test_nothing_but_case_changes(text: str) -> None:
    out = truecase(text)
    assert len(out) == len(text)
    assert [a for a, b in zip(text, out, strict=True) if a != b and a.lower() != b] == [] or out.upper() == text.upper()


def test_capitals_are_read_and_quoted_as_they_stand() -> None:
    text = (
        "GUNMEN KILLED SEVEN FARMERS IN THE TOWN OF APOPA ON SUNDAY, THE POLICE SAID.\n\n"
        "NO GROUP HAS CLAIMED RESPONSIBILITY FOR THE ATTACK."
    )
    reading = read(Report(text, published=date(1990, 1, 9), language="en"))
    assert reading.outcome == "events"
    killed = next(claim for claim in reading.claims if claim.field == "killed")
    assert killed.value["estimate"]["best"] == 7
    assert any(claim.field == "place" and claim.value["name"] == "Apopa" for claim in reading.claims)
    for claim in reading.claims:
        assert all(text[p.start : p.end] == p.quote for p in claim.passages)
