"""How precisely a place is known, in each dataset's own code."""

from __future__ import annotations

import pytest

from dateline.codebook.precision import precision_code

HERE = {"lat": 1.0, "lon": 2.0}


@pytest.mark.parametrize(
    ("place", "acled", "ucdp", "gtd", "plover"),
    [
        ({"precision": "town"} | HERE, 1, 1, 1, "PPL"),
        ({"precision": "near", "relation": "near"} | HERE, 2, 2, 2, "PPL"),
        ({"precision": "near", "relation": "between"} | HERE, 2, 5, 3, "PPL"),
        ({"precision": "near", "relation": "on the road from"} | HERE, 2, 5, 3, "PPL"),
        ({"precision": "district"} | HERE, 2, 3, 3, "ADM2"),
        ({"precision": "province"} | HERE, 3, 4, 4, "ADM1"),
        ({"precision": "region"} | HERE, 3, 5, 4, "RGN"),
        ({"precision": "country"} | HERE, 3, 6, 5, "PCLI"),
        ({"precision": "town", "point_of": "province"} | HERE, 3, 4, 4, "ADM1"),
        ({"precision": "town", "point_of": "district"} | HERE, 2, 3, 3, "ADM2"),
        ({"precision": "town", "point_of": "near"} | HERE, 2, 2, 2, "PPL"),
        ({"precision": "town"}, 3, 6, 5, ""),
        ({}, 3, 6, 5, ""),
    ],
)
def test_codes(place: dict[str, object], acled: int, ucdp: int, gtd: int, plover: str) -> None:
    assert [precision_code(name, place) for name in ("acled", "ucdp", "gtd", "plover")] == [acled, ucdp, gtd, plover]


def test_no_such_dataset() -> None:
    with pytest.raises(KeyError):
        precision_code("gdelt", {})
