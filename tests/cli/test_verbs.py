"""Every verb: what it prints, as text and as JSON, and how it ends."""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.project import NAME, open_project, reading

Capture = pytest.CaptureFixture[str]


def said(capsys: Capture, *words: object) -> str:
    """Standard output of a verb that ends well and says nothing on standard error."""
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    return out


def joined(folder: Path) -> tuple[str, str]:
    """Two events told by different reports."""
    events = open_project(folder).events()
    first = events[0]
    return first.id, next(e.id for e in events if e.accounts[0].report != first.accounts[0].report)


def test_run_ends_with_a_table_and_what_came_of_every_input(tmp_path: Path, capsys: Capture):
    (tmp_path / "a.txt").write_text("Gunmen killed two people in Goma on Monday, a doctor said.")
    (tmp_path / "b.txt").write_text("The choir sang in the new hall on Monday.")
    (tmp_path / "c.txt").write_bytes(b"")
    code = main(["run", str(tmp_path), "--published", "2025-03-12", "--out", str(tmp_path / "out"), "--workers", "1"])
    out, err = capsys.readouterr()
    assert (code, err) == (1, "")
    for part in ("when", "where", "what", "who → whom", "harm, on whose word"):
        assert part in out.splitlines()[0]
    table, lines = out.split("\n\n", 1)
    for part in ("10 March 2025", "Goma", "Attack", "→", "killed: 2", "doctor"):
        assert part in table
    assert "2 reports (2 new, 2 read now)\n1 event, 0 told by several reports, 0 withheld\n" in lines
    assert "1 report: no events: " in lines
    assert lines.count("refused: ") == 1
    assert f"refused: {tmp_path / 'c.txt'}: " in lines
    assert f"written: {tmp_path / 'out' / 'events.jsonl'}" in lines


def test_run_tells_the_same_as_json(tmp_path: Path, capsys: Capture):
    (tmp_path / "a.txt").write_text("Gunmen killed two people in Goma on Monday.")
    told = json.loads(said(capsys, "run", tmp_path / "a.txt", "--out", tmp_path / "out", "--json"))
    assert (told["reports"], told["events"], told["refused"]) == (1, 1, [])
    assert {Path(file).name for file in told["files"]} >= {"events.jsonl", "acled.csv", "report.html"}


def test_run_reads_standard_input(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch):
    words = b"Gunmen killed two people in Goma on Monday."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words)))
    assert "1 event" in said(capsys, "run", "-", "--out", tmp_path / "out")


def test_the_steps_one_by_one(tmp_path: Path, capsys: Capture):
    (tmp_path / "a.csv").write_text("body,day\nGunmen killed two people in Goma on Monday.,2025-03-12\n")
    assert "ready" in said(capsys, "init", tmp_path)
    columns = ("--column", "text=body", "--column", "date=day")
    assert said(capsys, "add", tmp_path / "a.csv", "-p", tmp_path, *columns) == "1 report added\n"
    assert said(capsys, "extract", "-p", tmp_path) == "1 report read\n"
    assert said(capsys, "merge", "-p", tmp_path).endswith("; 1 event\n")
    assert said(capsys, "extract", "-p", tmp_path, "--json") == '{\n "read": 0\n}\n'
    files = said(capsys, "export", "-p", tmp_path, "--out", tmp_path / "files", "--format", "acled").split()
    assert [Path(file).name for file in files] == ["acled.csv", "acled.left-out.csv"]


def test_the_project_in_this_folder_needs_no_name(made: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(made)
    assert said(capsys, "status") == said(capsys, "status", "-p", made / NAME)


def test_one_format_to_standard_output(made: Path, capsys: Capture):
    out = said(capsys, "export", "-p", made, "--out", "-", "--format", "jsonl")
    assert out == (made / "events.jsonl").read_text()


def test_published_files(own: Path, tmp_path: Path, capsys: Capture):
    out = said(capsys, "export", "-p", own, "--out", tmp_path, "--publish", "--names", "a court asked for them")
    assert "report.publish.html" in out


def test_show_lists_every_event(made: Path, capsys: Capture):
    out, ids = said(capsys, "show", "-p", made), {event.id for event in open_project(made).events()}
    assert all(name in out for name in ids)
    assert {row["id"] for row in json.loads(said(capsys, "show", "-p", made, "--json"))} == ids


def test_show_one_event(made: Path, capsys: Capture):
    event = open_project(made).events()[0]
    assert said(capsys, "show", event.id, "-p", made).startswith(event.id)
    first = json.loads((made / "events.jsonl").read_text().split("\n", 1)[0])
    assert json.loads(said(capsys, "show", event.id, "-p", made, "--json")) == first


def test_why(made: Path, capsys: Capture):
    event = open_project(made).events()[0].id
    assert "Rule: " in said(capsys, "why", event, "type", "-p", made)
    told = json.loads(said(capsys, "why", event, "type", "-p", made, "--json"))
    assert told["findings"][0]["supporting"][0]["quotes"][0]["quote"]


def test_status(made: Path, capsys: Capture):
    assert "2 reports" in said(capsys, "status", "-p", made)
    assert said(capsys, "status", "-p", made, "--reports").count("events: DL-") == 2
    assert "unread" in said(capsys, "status", "-p", made, "--unread")
    assert json.loads(said(capsys, "status", "-p", made, "--json"))["waiting"] == 0
    (story,) = json.loads(said(capsys, "status", "-p", made, "--stories", "--json"))
    shown = said(capsys, "status", "-p", made, "--stories")
    assert "one story in 2 reports; shared words, and in how many: " in shown
    assert all(row["id"] in shown and row["events"] for row in story["reports"])


def test_join_log_undo_split(own: Path, capsys: Capture):
    one, two = joined(own)
    assert said(capsys, "log", "-p", own) == "no decisions yet\n"
    decision = said(capsys, "join", one, two, "--reason", "one raid", "--by", "Ada", "-p", own).split()[2]
    assert f"{decision}  " in said(capsys, "log", "-p", own)
    account = open_project(own).event(one).accounts[-1].id
    assert "split: decision" in said(capsys, "split", one, account, "--reason", "two days", "-p", own)
    assert "undo: decision" in said(capsys, "undo", decision, "-p", own)
    log = json.loads(said(capsys, "log", "-p", own, "--json"))
    assert [row["act"] for row in log] == ["join", "split", "undo"]
    assert log[0]["by"] == "Ada"


def test_check(own: Path, capsys: Capture):
    assert "project: sound" in said(capsys, "check", own)
    assert "acled.csv: sound" in said(capsys, "check", own / "acled.csv")
    (own / "acled.csv").write_text((own / "acled.csv").read_text().replace("DL-", "X"))
    assert main(["check", str(own / "acled.csv")]) == 1
    assert "does not begin with DL-" in capsys.readouterr().out


def test_codebook(capsys: Capture):
    assert "Armed clash" in said(capsys, "codebook")
    assert said(capsys, "codebook", "place").startswith("place\n  Where it happened")
    assert "Attack" in json.loads(said(capsys, "codebook", "attack", "--json"))


def test_no_progress_where_nobody_watches(made: Path, tmp_path: Path):
    words = [sys.executable, "-c", "import sys; from dateline.cli import main; sys.exit(main())"]
    done = subprocess.run([*words, "export", "-p", made, "--out", tmp_path], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_help_is_there_at_once():
    words = [sys.executable, "-c", "import sys; from dateline.cli import main; sys.exit(main())", "--help"]
    times = []
    for _ in range(3):
        begun = of_children()
        subprocess.run(words, capture_output=True, check=True)
        times.append(of_children() - begun)
    assert min(times) < 0.3


def of_children() -> float:
    """Seconds of processor that ended processes took: other tests work beside this one, so the clock tells nothing."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_help_loads_nothing_heavy():
    words = "import sys; from dateline.cli import main; main(['--help']); print(sorted(sys.modules))"
    out = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True).stdout
    assert not [name for name in ("spacy", "rich", "sqlite3", "dateline.project") if f"'{name}'" in out]


def test_gazetteer_lists_what_is_in_it(capsys: Capture):
    out = said(capsys, "gazetteer")
    assert "places" in out
    assert "CC BY 4.0" in out
    assert set(json.loads(said(capsys, "gazetteer", "--json"))) == {"path", "counts", "added"}


@pytest.mark.parametrize("words", [("gazetteer", "remove"), ("gazetteer", "add"), ("gazetteer", "add", "none.zip")])
def test_gazetteer_says_what_it_cannot_do(words: tuple[str, ...], capsys: Capture):
    assert main(list(words)) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_interactions_are_written_as_a_table(tmp_path: Path, capsys: Capture):
    (tmp_path / "a.txt").write_text("Kenya condemned the ruling. Norway gave Malawi 3,000 tonnes of maize on Monday.")
    said(capsys, "run", tmp_path / "a.txt", "--published", "2025-03-12", "--out", tmp_path / "out")
    told = said(capsys, "interactions", "-p", tmp_path / "out", "--out", tmp_path / "talk.csv", "--workers", "1")
    assert told == f"written: {tmp_path / 'talk.csv'}: 2 interactions\n"
    lines = (tmp_path / "talk.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("report,published,publisher,root,quad")
    assert ",ACCUSE,3,condemned,Kenya,Kenya,KE," in lines[1]
    assert len(lines) == 3
    assert ",AID,2,gave,Norway,Norway,NO,Malawi,Malawi,MW," in lines[2]


def test_a_report_on_which_reading_interactions_fails_is_listed_and_the_others_go_on(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "a.txt").write_text("Kenya condemned the ruling.")
    (tmp_path / "b.txt").write_text("Norway gave Malawi 3,000 tonnes of maize.")
    main(["run", str(tmp_path), "--published", "2025-03-12", "--out", str(tmp_path / "out")])
    found = reading.interactions

    def failing(told):
        if "Kenya" in told.report.text:
            raise ValueError("of all things")
        return found(told)

    monkeypatch.setattr(reading, "interactions", failing)
    capsys.readouterr()
    words = ["interactions", "-p", str(tmp_path / "out"), "--out", str(tmp_path / "talk.csv"), "--workers", "1"]
    assert main(words) == 1
    out = capsys.readouterr().out
    assert "1 interaction\n" in out
    assert f"not read: {tmp_path / 'a.txt'}: the reader failed" in out
