"""Private people are found to be masked; office holders, places and groups are not. All names are invented."""

from __future__ import annotations

import pytest
from telling import tell


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ali Hassan, a baker, was killed when gunmen attacked a market in Gao on Saturday.", ["Ali Hassan"]),
        ("Gunmen kidnapped Peter Obwana in Kaduna on Friday. Obwana is a nurse.", ["Peter Obwana", "Obwana"]),
        ("President John Talbot spoke in Gao on Saturday.", []),
        ("President John Talbot spoke in Gao on Saturday. Talbot left on Sunday.", []),
        ("Police spokesman Peter Wanjala said gunmen attacked a market in Nairobi on Saturday.", []),
        ("Gunmen attacked a market in Gao on Saturday.", []),
        ("Boko Haram attacked a market in Maiduguri on Saturday.", []),
    ],
)
def test_private_people(text: str, names: list[str]) -> None:
    found = tell(text).reading.people
    assert [mention.text for mention in found] == names
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
