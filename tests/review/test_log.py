"""The log: a chain of hashes that check verifies, and a file by which two people's decisions are united."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.project import Filters, Project, given, open_project


@pytest.fixture
def decided(project: Project) -> Project:
    desk = project.desk("ada")
    first, second, *_ = desk.find(Filters())
    desk.decide(first.id, "accept")
    desk.bind(second.id, "weapon", {"value": "drone"}, (), "the headline")
    report = next(iter(project.reports()))
    desk.tell(report, 0, 12, given.event_type("Mob violence"))
    desk.decide(second.id, "note", "later")
    return project


def tamper(project: Project, sql: str) -> tuple[str, ...]:
    """What check says after somebody wrote to the file past its guards."""
    db = project.store.db
    for trigger in ("decisions_update", "decisions_delete"):
        db.execute(f"drop trigger {trigger}")
    db.execute(sql)
    db.commit()
    return open_project(project.path).check().problems


def test_a_whole_chain_is_sound(decided: Project):
    assert decided.check().problems == ()
    rows = decided.store.chain()
    assert [row.before for row in rows] == ["", *(row.hash for row in rows[:-1])]


@pytest.mark.parametrize("column", ["reason", "by", "seen", "round"])
def test_a_changed_row_is_named(decided: Project, column: str):
    name = decided.log()[1].id
    words = '["x"]' if column == "seen" else "x"
    problems = tamper(decided, f"update decisions set {column} = '{words}' where number = 2")
    assert any(name in problem or "row 2" in problem for problem in problems)
    assert any("has been changed" in problem for problem in problems)


def test_a_removed_row_is_named(decided: Project):
    problems = tamper(decided, "delete from decisions where number = 2")
    assert any("row 3 of the log: row 2 before it is missing" in problem for problem in problems)


def test_a_removed_row_is_named_though_the_rest_was_numbered_anew(decided: Project):
    tamper(decided, "delete from decisions where number = 2")
    decided.store.db.execute("update decisions set number = number - 1 where number > 2")
    decided.store.db.commit()
    problems = open_project(decided.path).check().problems
    assert any("does not follow the row before it" in problem for problem in problems)


def test_a_row_put_in_is_named(decided: Project):
    copy = (
        "insert into decisions select 5, 'd0000000000000000', act, target, by, at, reason, field, value, seen, round,"
        " origin, before, hash from decisions where number = 4"
    )
    problems = tamper(decided, copy)
    assert any("d0000000000000000: row 5 of the log" in problem for problem in problems)


def test_the_file_itself_refuses_to_change_the_log(decided: Project):
    with pytest.raises(Exception, match="only ever added"):
        decided.store.db.execute("update decisions set reason = 'x'")


def copies(own: Path, tmp_path: Path) -> tuple[Project, Project]:
    """Two people's copies of one project."""
    shutil.copytree(own, tmp_path / "theirs")
    return open_project(own), open_project(tmp_path / "theirs")


def test_two_peoples_logs_unite_to_the_same_events_in_any_order(own: Path, tmp_path: Path):
    ours, theirs = copies(own, tmp_path)
    here, there = ours.desk("ada"), theirs.desk("ben")
    one, two, three, *_ = [row.id for row in here.find(Filters())]
    here.decide(one, "accept")
    here.bind(two, "weapon", {"value": "drone"}, (), "the headline")
    there.decide(two, "reject", "a drill")
    there.tell(next(iter(theirs.reports())), 0, 12, given.event_type("Mob violence"))
    there.decide(three, "flag")
    ours_log, theirs_log = ours.export_log(), theirs.export_log()
    assert ours.import_log(theirs_log, "ben.jsonl") == 3
    assert theirs.import_log(ours_log, "ada.jsonl") == 2
    assert ours.events() == theirs.events()
    assert {d.id for d in ours.log()} == {d.id for d in theirs.log()}
    assert ours.check().problems == theirs.check().problems == ()
    assert {d.origin[:9] for d in ours.log() if d.by == "ben"} == {"ben.jsonl"}


def test_what_is_here_already_is_not_imported_again(decided: Project):
    before = decided.log()
    assert decided.import_log(decided.export_log(), "own.jsonl") == 0
    assert decided.log() == before


def change(text: str, number: int, **words: object) -> str:
    lines = text.splitlines()
    lines[number] = json.dumps({**json.loads(lines[number]), **words}, sort_keys=True)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda text: change(text, 1, reason="other"), "line 2: has been changed"),
        (lambda text: "\n".join(text.splitlines()[::2]), "line 2: does not follow"),
        (lambda text: text + "{}\n", "line 5: no decision"),
        (lambda text: "not json\n", "line 1: no decision"),
        (lambda text: "[1]\n", "line 1: no decision"),
    ],
)
def test_a_log_that_was_tampered_with_is_not_imported(
    decided: Project, own: Path, tmp_path: Path, made: Path, spoil, problem
):
    fresh = open_project(Path(shutil.copytree(made, tmp_path / "fresh")))
    with pytest.raises(DatelineError, match=problem):
        fresh.import_log(spoil(decided.export_log()), "log.jsonl")
    assert fresh.log() == []


def test_decisions_on_reports_that_are_not_here_are_not_imported(decided: Project, tmp_path: Path):
    from dateline.project import init

    with pytest.raises(DatelineError, match="is not in this project"):
        init(tmp_path / "empty").import_log(decided.export_log(), "log.jsonl")
