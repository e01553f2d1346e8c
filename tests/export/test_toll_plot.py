"""The toll over time: a mark for each figure, hollow where superseded, shapes by kind of speaker, a table."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from itertools import combinations, pairwise

import djibo
import pytest
import risen
from playwright.sync_api import Browser, Page

from dateline.export import plot_layout, toll_plot
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.export.report import write_report
from dateline.model.claims import Event
from dateline.model.values import Estimate

DAY = risen.FIRST


def plots(figures, options=None):
    event = risen.event(1, figures)
    data = djibo.dataset(event, reports=tuple(report for report, _ in figures))
    return toll_plot.plots(event, data, Masker(data, options or ExportOptions(), leaves=False))


def figure(number, bounds, speaker=("a local official", "official"), day=DAY):
    return risen.told(number, day, bounds, speaker)


def test_two_speakers_of_one_day_are_two_marks_side_by_side():
    (plot,) = plots([figure(1, (17, None, None)), figure(2, (11, 11, 11), ("The army", "party"))])
    marks = {mark.said: mark for mark in plot.marks}
    official, army = marks["a local official"], marks["the army"]
    assert official.x != army.x
    assert official.y < army.y  # higher up the drawing
    assert official.open_top
    assert not army.open_top
    assert official.shape != army.shape
    assert (official.kind, army.kind) == ("official", "party")


def test_a_lone_figure_has_no_plot():
    assert plots([figure(1, (17, None, None))]) == ()


def test_the_same_figure_told_again_is_one_mark():
    assert plots([figure(1, (9, 9, 9), ("The army", "party")), figure(2, (9, 9, 9), ("The army", "party"))]) == ()


def test_what_a_speaker_has_replaced_is_superseded():
    later = DAY.replace(day=30)
    (plot,) = plots(
        [figure(1, (9, 9, 9), ("The army", "party")), figure(2, (12, 12, 12), ("The army", "party"), later)]
    )
    assert [(mark.value, bool(mark.old)) for mark in plot.marks] == [("9 people", True), ("12 people", False)]
    assert "superseded" in plot.about


def test_a_range_is_a_bar():
    (plot,) = plots([figure(1, (8, 10, 16)), figure(2, (9, 9, 9), ("The army", "party"))])
    wide, lone = sorted(plot.marks, key=lambda mark: mark.kind)
    assert wide.top is not None
    assert wide.top < wide.y < wide.bottom
    assert lone.top is None


def test_a_part_is_no_mark():
    whole, part = figure(1, (9, 9, 9)), figure(2, (4, 4, 4), ("The army", "party"))
    part = part[0], dataclasses.replace(part[1], part_of=whole[1].id)
    assert plots([whole, part]) == ()


def test_a_report_without_a_day_stands_apart():
    (plot,) = plots([figure(1, (9, 9, 9)), figure(2, (12, 12, 12), ("The army", "party"), None)])
    assert [tick.words for tick in plot.days] == ["29 Dec 2024", "no day"]
    assert {mark.day for mark in plot.marks} == {"29 Dec 2024", "day not known"}
    assert max(plot.marks, key=lambda mark: mark.x).day == "day not known"


@pytest.mark.parametrize(
    ("most", "top"), [(1, 1), (4, 4), (11, 15), (17, 20), (250, 300), (1200, 1500), (30_000, 30_000)]
)
def test_the_axis_of_numbers_ends_at_a_round_one(most: int, top: int):
    axis = plot_layout.Numbers(most)
    assert axis.most == top
    assert axis.at(0) > axis.at(most) >= plot_layout.TOP
    assert 2 <= len(axis.ticks) <= 6


@pytest.mark.parametrize("days", [1, 2, 5, 40, 800])
def test_ticks_of_days_never_touch(days: int):
    axis = plot_layout.Days([DAY, date.fromordinal(DAY.toordinal() + days - 1)])
    ends = [(tick.at - len(tick.words) * 3.2, tick.at + len(tick.words) * 3.2) for tick in axis.ticks]
    assert ends
    assert all(one[1] < two[0] for one, two in pairwise(ends))
    assert ends[0][0] >= 0
    assert ends[-1][1] <= plot_layout.WIDTH


def test_the_mark_stands_at_the_best_else_the_low_else_the_high_number():
    told = ((1, 2, 3), (1, None, 3), (None, None, 3), (None, None, None))
    assert [plot_layout.middle(Estimate(*bounds)) for bounds in told] == [2, 1, 3, None]


def test_the_page_has_plot_and_table_and_the_same_bytes_again(tmp_path):
    figures = risen.many(20)
    data = djibo.dataset(risen.event(1, figures), reports=tuple(report for report, _ in figures))
    first, again = (write_report(data, tmp_path / name, ExportOptions())[0].read_text() for name in ("a", "b"))
    assert first == again
    drawing = re.search(r'<figure class="toll">.*?</figure>', first, re.DOTALL)
    assert drawing
    assert drawing[0].count('<path class="mark"') == 2 * 20  # in the plot and in the table
    assert '<title id="p-DL-000000000001-killed-t">Killed: who said how many, and when</title>' in drawing[0]
    assert "<desc" in drawing[0]
    assert "style=" not in drawing[0]


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory):
    """A page with tolls of 2, 5 and 20 figures, all events open."""
    sets = [risen.many(count) for count in (2, 5, 20)]
    events = [risen.event(number, figures) for number, figures in enumerate(sets, 1)]
    reports = {report.id: report for figures in sets for report, _ in figures}
    data = djibo.dataset(*events, reports=tuple(reports.values()))
    path = write_report(data, tmp_path_factory.mktemp("toll"), ExportOptions())[0]
    page = browser.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('.detail').forEach((row) => row.classList.add('shown'))")
    yield page
    page.close()


BOXES = (
    "(nodes) => nodes.map((n) => { const b = n.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"
)


@pytest.mark.parametrize("width", [1300, 380])
def test_no_two_labels_meet_and_none_is_cut(opened: Page, width: int):
    opened.set_viewport_size({"width": width, "height": 900})
    assert opened.locator("figure.toll > svg").count() == 3
    for number in range(3):
        drawing = opened.locator("figure.toll > svg").nth(number)
        frame = drawing.bounding_box()
        boxes = drawing.locator("text").evaluate_all(BOXES)
        assert frame
        assert boxes
        assert all(left >= frame["x"] - 1 and right <= frame["x"] + frame["width"] + 1 for left, _, right, _ in boxes)
        assert [pair for pair in combinations(boxes, 2) if meet(*pair)] == []


def moved(event: Event, day: str) -> Event:
    """The event on another day."""
    on_day = [
        dataclasses.replace(f, value={**f.value, "start": day, "end": day}) if f.field == "period" else f
        for f in event.findings
    ]
    return dataclasses.replace(event, findings=tuple(on_day))


@pytest.mark.parametrize("width", [1300, 900, 380])
def test_no_two_labels_of_the_timeline_meet_and_none_is_cut(browser: Browser, tmp_path, width: int):
    figures = risen.many(2)
    days = [(1, 3), (1, 9), (3, 15), (3, 16), (7, 1), (12, 30), (12, 31)]
    events = [moved(risen.event(number, figures), f"2025-{m:02}-{d:02}") for number, (m, d) in enumerate(days, 1)]
    path = write_report(djibo.dataset(*events, reports=tuple(r for r, _ in figures)), tmp_path, ExportOptions())[0]
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector("#timeline svg")
    frame = page.locator("#timeline svg").bounding_box()
    boxes = page.locator("#timeline .axis text").evaluate_all(BOXES)
    page.close()
    assert frame
    assert len(boxes) > 1
    assert [box for box in boxes if box[2] > frame["x"] + frame["width"] + 1 or box[0] < frame["x"] - 1] == []
    assert [pair for pair in combinations(boxes, 2) if meet(*pair)] == []


def meet(one: list[float], two: list[float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] + 2 < two[3] and two[1] + 2 < one[3]


def test_speakers_who_could_be_found_are_masked_where_others_read_it():
    figures = [figure(1, (9, 9, 9), ("a doctor at the hospital in Djibo", "medic")), figure(2, (12, 12, 12))]
    (plot,) = plots(figures, ExportOptions(publish=True))
    assert {mark.said for mark in plot.marks} == {"a medic", "a local official"}
    assert "hospital" not in plot.about
    assert all(mark.label is None or "hospital" not in mark.label.words for mark in plot.marks)
