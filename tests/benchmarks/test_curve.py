"""The calibration curve: parts of the scores, their intervals, and the picture."""

from xml.etree import ElementTree

import pytest

from benchmarks.curve import Part, curve

SVG = "{http://www.w3.org/2000/svg}"


def filled(low: float, scores: list[float], same: int) -> Part:
    part = Part(low)
    for number, score in enumerate(scores):
        part.add(score, number < same)
    return part


def test_an_interval_is_wilsons() -> None:
    assert filled(0.5, [0.6] * 10, 5).interval == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert filled(0.0, [0.0] * 4, 0).interval[0] == pytest.approx(0)


def test_a_dot_for_each_part_that_has_pairs() -> None:
    parts = [filled(0.0, [0.01, 0.03], 0), Part(0.1), filled(0.9, [0.95] * 4, 3)]
    picture = ElementTree.fromstring(curve(parts))
    dots = picture.findall(f"{SVG}circle")
    assert [dot.findtext(f"{SVG}title") for dot in dots] == [
        "score 0.02: 0 of 2 are one event",
        "score 0.95: 3 of 4 are one event",
    ]
    assert float(dots[0].get("cy") or 0) > float(dots[1].get("cy") or 0)  # the likelier, the higher
