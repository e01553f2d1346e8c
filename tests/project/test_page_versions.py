"""A page that comes in again, in words of its own: what the project says of the earlier version."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from benchmarks.invented import reading
from dateline.model.dataset import Outcome
from dateline.project import open_project
from dateline.store import Store


def test_the_earlier_version_stays_and_is_marked(tmp_path):
    store = Store(tmp_path / "project.dateline")
    old, claims, account, outcome = reading(4, 0, Random(5), padding=1)
    new = replace(old, text=f"{old.text} It was no attack.", published=old.published + timedelta(days=2))
    store.add_report(old, old.text.encode())
    store.add_reading(claims, [account], outcome)
    project = open_project(tmp_path)
    assert [event.exported for event in project.events()] == [True]
    store.add_report(new, new.text.encode())
    store.add_reading([], [], Outcome(new.id, "no events: none"))
    (event,) = project.events()
    assert (event.exported, event.withheld) == (False, "told only by an earlier version of a page")
    rows = {row.id: row for row in project.status().reports}
    assert (rows[old.id].replaced_by, rows[new.id].replaced_by) == (new.id, None)
    assert f"replaced by {new.id}, a later version of the page" in "\n".join(rows[old.id].lines())
