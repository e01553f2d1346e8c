"""Laws of arrival: reports that come one by one, in any order, make the same events and ids as all at once."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random

import pytest

from benchmarks.invented import reading
from dateline.findings import event_of
from dateline.model.claims import Event
from dateline.project import Project, open_project
from dateline.store import Store

Read = tuple[object, ...]


def collection() -> list[Read]:
    """Readings of ten happenings, told by one to three reports, and of three more that are nearly one of them."""
    random = Random(5)
    found = [reading(n, copy, random, padding=1) for n in range(10) for copy in range(1 + n % 3)]
    return [*found, *(reading(20 + n, 0, random, padding=1, at=n, late=n) for n in range(1, 4))]


def put(store: Store, row: Read) -> None:
    report, claims, account, outcome = row
    store.add_report(report, report.text.encode())  # type: ignore[attr-defined]
    store.add_reading(claims, [account], outcome)  # type: ignore[arg-type, list-item]


def project(folder: Path, rows: list[Read]) -> Project:
    """A project of these readings, merged once."""
    folder.mkdir()
    store = Store(folder / "project.dateline")
    for row in rows:
        put(store, row)
    store.close()
    return open_project(folder)


def oldest(event: Event, published: dict[str, date | None]) -> str:
    account = min(event.accounts, key=lambda a: (published[a.report] or date.max, a.id))
    return event_of(account.id)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_by_one_is_as_all_at_once_and_ids_stay(tmp_path: Path, seed: int) -> None:
    rows = collection()
    at_once = project(tmp_path / "once", rows)
    coming = Random(seed).sample(rows, len(rows))
    grown = project(tmp_path / "grown", coming[:1])
    ever, writer = set[str](), Store(tmp_path / "grown" / "project.dateline")
    for row in coming[1:]:
        ever |= {event.id for event in grown.events()}
        put(writer, row)
        events = grown.events()
        led_to = [{event.id for event in events if name in (event.id, *event.aliases)} for name in ever]
        assert all(len(found) == 1 for found in led_to)  # every id that ever was leads to one event
    published = {name: report.published for name, report in grown.reports().items()}
    assert all(event.id == oldest(event, published) for event in grown.events())
    assert [e for e in grown.events() if e.aliases]  # some of them grew
    assert grown.events() == at_once.events()
    assert sorted(grown.links(), key=repr) == sorted(at_once.links(), key=repr)


def test_a_split_gives_the_id_back_and_its_undo_takes_it_again(tmp_path: Path) -> None:
    found = project(tmp_path / "one", collection())
    event = next(e for e in found.events() if len(e.accounts) == 3)
    last = event.accounts[-1]
    decision = found.split(event.id, last.id, reason="another raid")
    assert found.event(event_of(last.id)).accounts == (last,)
    kept = found.event(event.id)
    assert (kept.id, kept.aliases) == (event.id, tuple(a for a in event.aliases if a != event_of(last.id)))
    found.undo(decision.id)
    assert found.event(event_of(last.id)) == event


def test_every_process_makes_the_same_of_them(tmp_path: Path) -> None:
    told = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[2]); import test_arrival as t; from random import Random;"
        "rows = t.collection(); rows = Random(int(sys.argv[3])).sample(rows, len(rows));"
        "p = t.project(pathlib.Path(sys.argv[1]), rows); print(p.events(), sorted(p.links(), key=repr))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", told, str(tmp_path / seed), str(Path(__file__).parent), seed],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert said[0] == said[1]
    assert "DL-" in said[0]
