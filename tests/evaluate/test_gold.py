from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.evaluate import NearMiss, load_gold
from dateline.model.values import Estimate

TEXT = "Gunmen attacked a market in Gao on Monday, killing at least 12 people."
GOOD = """
invented = true
published = 2025-03-19
register = "agency"
[[event]]
id = "raid"
sub_event = "Attack"
salience = "main"
stance = "asserted"
clarity = "single"
triggers = ["attacked"]
[event.period]
start = 2025-03-17
end = 2025-03-17
precision = "day"
quote = "on Monday"
[[event.toll]]
harm = "killed"
low = 12
quote = "at least 12 people"
"""


def folder(tmp_path: Path, toml: str = GOOD, text: str | None = TEXT) -> Path:
    (tmp_path / "one.toml").write_text(toml, "utf-8")
    if text is not None:
        (tmp_path / "one.txt").write_text(text, "utf-8")
    return tmp_path


def test_a_pair_becomes_values(tmp_path):
    (report,) = load_gold(folder(tmp_path))
    (event,) = report.events
    assert (report.name, report.published, event.export) == ("one", date(2025, 3, 19), True)
    assert event.period is not None
    assert event.period.start == date(2025, 3, 17)
    assert event.tolls[0].estimate == Estimate(low=12)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"Attack"', '"Raid"', "one.toml, event raid: 'Raid' is no sub-event"),
        ('"attacked"', '"stormed"', "triggers: the text does not have 'stormed'"),
        ("low = 12", "", "toll 1: it has none of low, best, high"),
        ('"killed"', '"hurt"', "harm is 'hurt', which is none of killed"),
        ('"at least 12 people"', '"twelve"', "quote: no line of the text has 'twelve'"),
        ('salience = "main"', 'saliance = "main"', "saliance is no key here; there are id, happening"),
        ("low = 12", "low = 12\nbest = 3", "low, best and high must rise"),
        (
            'id = "raid"',
            'id = "raid"\nsaid_by = [{ speaker = "a nurse", kind = "medic" }]',
            "speaker: no line of the text",
        ),
        ("end = 2025-03-17", "end = 2025-03-01", "it ends before it starts"),
        ("start = 2025-03-17", "", "start is missing"),
        ("low = 12", 'low = "12"', "low must be int"),
        ("[[event]]", "[[event]", "one.toml: cannot be read"),
    ],
)
def test_a_slip_is_named(tmp_path, old, new, says):
    with pytest.raises(DatelineError) as error:
        load_gold(folder(tmp_path, GOOD.replace(old, new)))
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_lone_files_and_empty_folders_are_named(tmp_path):
    with pytest.raises(DatelineError, match="no gold there"):
        load_gold(tmp_path)
    with pytest.raises(DatelineError, match="comes in pairs"):
        load_gold(folder(tmp_path, text=None))
    (tmp_path / "two.txt").write_text("Nothing.", "utf-8")
    with pytest.raises(DatelineError, match=r"two\.txt has no two\.toml"):
        load_gold(tmp_path)


def test_a_relation_needs_its_events(tmp_path):
    more = '\n[[relation]]\nfrom = "raid"\nto = "gone"\nkind = "part of"\n'
    with pytest.raises(DatelineError, match="no event has the id 'gone'"):
        load_gold(folder(tmp_path, GOOD + more))


def test_what_is_left_out_is_the_usual(tmp_path):
    short = """
invented = true
register = "agency"
[[event]]
id = "raid"
sub_event = "Attack"
triggers = ["attacked"]
period = { start = 2025-03-17, precision = "day", quote = "on Monday" }
target = { kind = "market", quote = "a market" }
"""
    (report,) = load_gold(folder(tmp_path, short))
    (event,) = report.events
    assert (event.salience, event.stance, event.clarity, event.export, event.said_by) == (
        "main",
        "asserted",
        "single",
        True,
        (),
    )
    assert event.period is not None
    assert event.period.end == event.period.start
    assert (event.target.kind, event.target.quote) == ("market", "a market")
    (tmp_path / "one.toml").write_text(short + 'stance = "planned"\n', "utf-8")
    assert not load_gold(tmp_path)[0].events[0].export


def test_near_misses_and_reprints_need_their_files(tmp_path):
    near = '\n[[near_miss]]\nevent = "raid"\nother = "two#raid"\nwhy = "next day"\n'
    with pytest.raises(DatelineError, match="near_miss: no file here has two#raid"):
        load_gold(folder(tmp_path, GOOD + near))
    (tmp_path / "two.txt").write_text(TEXT, "utf-8")
    (tmp_path / "two.toml").write_text(GOOD, "utf-8")
    assert [r.near_misses for r in load_gold(tmp_path)] == [
        (NearMiss(("one", "raid"), ("two", "raid"), "next day"),),
        (),
    ]
    with pytest.raises(DatelineError, match="reprint_of: no file here is called three"):
        load_gold(folder(tmp_path, GOOD.replace("invented = true", 'invented = true\nreprint_of = "three"')))


def test_texts_may_lie_elsewhere(tmp_path):
    second = tmp_path / "second"
    second.mkdir()
    folder(tmp_path)
    (second / "one.toml").write_text(GOOD, "utf-8")
    assert load_gold(second, tmp_path)[0].text == TEXT
