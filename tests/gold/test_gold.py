"""What our gold promises: enough of everything, fixed halves, texts that do not copy each other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.evaluate import GoldReport, load_gold

HERE = Path(__file__).parent
HALVES = ("develop", "measure")
RUN, SHARED = 6, 3  # words in a run; runs that two texts may share
KINDS = {"distance", "planned", "metaphor", "anniversary", "drill", "sport", "crime", "accident", "hypothetical"}


@pytest.fixture(scope="module")
def gold() -> dict[str, list[GoldReport]]:
    return {half: load_gold(HERE / half) for half in HALVES}


@pytest.fixture(scope="module")
def every(gold: dict[str, list[GoldReport]]) -> list[GoldReport]:
    return [report for half in HALVES for report in gold[half]]


def test_there_are_at_least_300_reports_of_every_register_and_region(every):
    assert len(every) >= 300
    assert len({report.name for report in every}) == len(every)
    assert min(Counter(report.register for report in every).values()) >= 10


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_15_of_every_sub_event(gold, half):
    found = Counter(event.sub_event for report in gold[half] for event in report.events)
    assert {name: found[name] for name in load_codebook().types if found[name] < 15} == {}


def test_at_least_50_clusters_of_two_to_six_reports(every):
    tellings: dict[str, list[str]] = {}
    for report in every:
        keys = [event.happening for event in report.events if event.happening]
        assert len(set(keys)) == len(keys), f"{report.name} tells one happening as two events"
        for key in keys:
            tellings.setdefault(key, []).append(report.name)
    assert len(tellings) >= 50
    assert {key: names for key, names in tellings.items() if not 2 <= len(names) <= 6} == {}


@pytest.mark.parametrize("half", HALVES)
def test_a_happening_stays_in_its_half(gold, half):
    other = next(name for name in HALVES if name != half)
    here, there = ({e.happening for r in gold[name] for e in r.events} - {""} for name in (half, other))
    assert not here & there


def test_at_least_100_near_misses_none_of_one_happening(every):
    keys = {(r.name, e.id): e.happening for r in every for e in r.events}
    near = [miss for report in every for miss in report.near_misses]
    assert len(near) >= 100
    assert [
        miss for miss in near if miss.one == miss.two or (keys[miss.one] and keys[miss.one] == keys[miss.two])
    ] == []


def test_what_is_no_event_is_there_in_every_kind(every):
    found = Counter(trap.why for report in every for trap in report.not_events)
    assert {kind: found[kind] for kind in KINDS if found[kind] < 10} == {}


def test_every_report_says_that_it_is_invented(every):
    assert [r.name for r in every if "nvented" not in r.text.strip().splitlines()[-1]] == []


def words_of(report: GoldReport) -> set[str]:
    """Runs of words of the report, without its last line, which all share."""
    words = re.findall(r"\w+", "\n".join(report.text.strip().splitlines()[:-1]).lower())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_no_two_texts_share_more_than_a_few_runs_of_words_but_reprints(every):
    runs = {report.name: words_of(report) for report in every}
    family = {report.name: report.reprint_of or report.name for report in every}
    alike = [
        (one, two, sorted(runs[one] & runs[two])[:2])
        for one, two in combinations(sorted(runs), 2)
        if family[one] != family[two] and len(runs[one] & runs[two]) > SHARED
    ]
    assert alike == []
    reprints = [report for report in every if report.reprint_of]
    assert all(len(runs[r.name] & runs[r.reprint_of]) > SHARED for r in reprints)
