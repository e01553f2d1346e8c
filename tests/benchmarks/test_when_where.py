"""Coded days and places of invented reports: the files are sound, and what they are held against is counted right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks import when_where
from dateline.model.values import Period
from training.data import REPORTS, marked_reports

LINES = """\
@ 1
1 | 2020-05-04 | day | on Monday | Goma | CD | town | Goma
2 | 2020-05-04 | day | ~on Monday | Sake | CD | town | Sake
3 | - | - | - | - | - | - | -
4 | 2019 | year | in 2019 | Goma | CD | town | ~Goma
"""
REPORT = """\
# 2020-05-06 | agency
[Gunmen|actor 1] {killed|Attack 1} [three people|killed 1] in [Goma|place 1] [on Monday|time 1], the mayor said.
"""


def test_a_line_of_the_coding(tmp_path: Path) -> None:
    (tmp_path / "t1.txt").write_text(LINES, "utf-8")
    known = when_where.coded(tmp_path / "t1.txt")["1"]
    assert [(row.when, row.where) for row in known.values()] == [
        ("told", "told"),
        ("taken over", "told"),
        ("none", "none"),
        ("told", "taken over"),
    ]
    assert known["4"].event.period == Period(date(2019, 1, 1), date(2019, 12, 31), "year", "in 2019")
    assert known["3"].event.period is None
    assert known["3"].event.place is None


def test_what_is_read_is_held_against_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(when_where, "REPORTS", tmp_path)
    monkeypatch.setattr(when_where, "CODED", tmp_path / "coded")
    (tmp_path / "coded").mkdir()
    (tmp_path / "t1.txt").write_text(REPORT, "utf-8")
    (tmp_path / "coded" / "t1.txt").write_text("\n".join(LINES.splitlines()[:2]), "utf-8")
    assert when_where.tallies(["t1"])["period within precision, told"].row == (1, 1, 1, 1)
    (tmp_path / "coded" / "t1.txt").write_text("@ 1\n1 | 2020-05-01 | day | ~ | Bukavu | CD | town | ~\n", "utf-8")
    wrong = when_where.tallies(["t1"])
    assert wrong["period within precision, inferred"].row == (0, 1, 0, 1)
    assert wrong["place"].row == (0, 1, 0, 1)


def test_every_event_is_coded_and_every_word_stands_in_its_report() -> None:
    for path in sorted(when_where.CODED.glob("*.txt")):
        known = when_where.coded(path)
        lines = path.read_text("utf-8").splitlines()
        texts = {str(n): example for n, example in enumerate(marked_reports(REPORTS / path.name), 1)}
        report = ""
        for line in lines:
            if line.startswith("@"):
                report = line[2:]
                assert {n.event for n in texts[report].namings} == set(known[report]), f"{path.stem} {report}"
                continue
            row = line.split(" | ")
            for words in (row[3], row[7]):
                bare = words.removeprefix("~").strip()
                assert bare in ("", "-") or bare in texts[report].text, f"{path.stem} {report}: {words}"
