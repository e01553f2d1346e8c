"""What goes wrong is one line on standard error and a documented code, never a traceback."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.errors import EXIT_NOTHING_READ, EXIT_SOME_REJECTED, EXIT_STORE, EXIT_USAGE
from dateline.project import NAME, Project, open_project
from dateline.store import file

Capture = pytest.CaptureFixture[str]
DATELINE = [sys.executable, "-c", "import sys; from dateline.cli import main; sys.exit(main())"]


def line(capsys: Capture, code: int, *words: object) -> str:
    """The one line on standard error of a verb that ends with `code`."""
    assert main([str(word) for word in words]) == code
    err = capsys.readouterr().err
    assert err.startswith("dateline: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["foo"], "No such command 'foo'"),
        (["run", "a.txt"], "Missing option '--out'"),
        (["run", "--out", "x"], "Missing argument 'PATH...'"),
        (["run", "a", "--out", "x", "--workers", "-1"], "--workers"),
        (["run", "a", "--out", "x", "--published", "16/3/2025"], "16/3/2025: not a day; write it as 2025-03-16"),
        (["run", "a", "--out", "x", "--column", "text"], "--column text: write it as text=NAME"),
        (["run", "a", "--out", "x", "--encoding", "klingon"], "no such encoding"),
        (["run", "a", "--out", "x", "--names", " "], "say why"),
        (["run", "https://a.example/1", "--out", "x"], "run fetches nothing"),
        (["codebook", "colour"], "no such field, type or rule"),
        (["join", "a", "b"], "Missing option '--reason'"),
    ],
)
def test_words_that_cannot_be_used(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], problem: str
):
    monkeypatch.chdir(tmp_path)
    assert problem in line(capsys, EXIT_USAGE, *words)
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_lacks_letters(made: Path):
    told = subprocess.run(
        [*DATELINE, "show", "-p", made],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"\\u2192" in told.stdout


def test_no_words_at_all_print_the_help(capsys: Capture):
    assert main([]) == EXIT_USAGE
    assert "Usage: dateline" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["show", "status", "log", "merge", "extract"])
def test_no_project(capsys: Capture, tmp_path: Path, verb: str):
    assert "there is no project here" in line(capsys, EXIT_STORE, verb, "-p", tmp_path)


def test_a_file_that_is_no_project(capsys: Capture, tmp_path: Path):
    (tmp_path / NAME).write_text("words " * 99)
    assert "no dateline project" in line(capsys, EXIT_STORE, "show", "-p", tmp_path)


def test_an_event_that_is_not_there(capsys: Capture, made: Path):
    assert "no event of that id" in line(capsys, EXIT_USAGE, "show", "DL-zz", "-p", made)
    assert "no such field" in line(capsys, EXIT_USAGE, "why", open_project(made).events()[0].id, "colour", "-p", made)


def test_a_project_that_another_program_writes_to(
    capsys: Capture, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(file, "WAIT", 0.05)
    (tmp_path / "new.txt").write_text("Gunmen killed two people in Goma on Monday.")
    writer = open_project(own)
    writer.store.db.execute("begin immediate")
    assert "another program is writing" in line(capsys, EXIT_STORE, "add", tmp_path / "new.txt", "-p", own)
    writer.close()


def test_a_full_disk_while_writing(capsys: Capture, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(handle: int):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left on device" in line(capsys, EXIT_STORE, "export", "-p", made, "--out", tmp_path / "x")
    assert list((tmp_path / "x").iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output(made: Path):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*DATELINE, "show", "-p", made], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (
        EXIT_STORE, "dateline: the disk is full; free some space and run it again\n",
    )  # fmt: skip


def test_a_pipe_that_is_closed_is_no_error(made: Path):
    words = " ".join(f"'{word}'" for word in [*DATELINE, "export", "--out", "-", "--format", "jsonl", "-p", str(made)])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {words} | head -c 1"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


def test_an_output_folder_that_cannot_be(capsys: Capture, tmp_path: Path):
    (tmp_path / "file").write_text("")
    assert "cannot be made" in line(capsys, EXIT_STORE, "run", "a.txt", "--out", tmp_path / "file" / "out")


def test_an_interrupt_keeps_what_is_stored(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object):
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("Gunmen killed two people in Goma on Monday.")
    monkeypatch.setattr(Project, "extract", interrupted)
    err = line(capsys, 130, "run", tmp_path / "a.txt", "--out", tmp_path / "out")
    assert "interrupted; what is stored stays" in err
    assert len(open_project(tmp_path / "out").reports()) == 1


def test_a_real_interrupt_is_one_line(tmp_path: Path):
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"Gunmen killed {number} people in Goma on Monday. " * 20)
    words = [*DATELINE, "run", str(tmp_path), "--out", str(tmp_path / "out"), "--workers", "2"]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    project = tmp_path / "out" / NAME
    for _ in range(600):  # until reading has begun; other tests work beside this one
        time.sleep(0.1)
        if project.exists() and running.poll() is None and open_project(project).store.outcomes():
            break
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, "")
    assert err == "dateline: interrupted; what is stored stays: run it again to go on\n"
    assert 0 < len(open_project(project).store.outcomes()) < 300


BAD = {
    "empty.txt": b"",
    "spaces.txt": b" \n\t\n ",
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
    "broken.pdf": b"%PDF-1.4 nothing follows",
    "broken.docx": b"PK\x03\x04 nothing",
    "broken.jsonl": b'{"text": "x',
    "nocolumn.csv": b"a,b\n1,2\n",
    "deep.html": b"<div>" * 60_000 + b"</div>" * 60_000,
}


def test_bad_input_is_one_line_each_and_the_rest_goes_on(capsys: Capture, tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text("Gunmen killed two people in Goma on Monday, a doctor said.")
    (folder / "good-again.txt").write_text("Gunmen killed two people in Goma on Monday, a doctor said.")
    (folder / "french.txt").write_text(
        "Des hommes armés ont attaqué samedi soir le marché de la ville, tuant au moins dix-sept personnes et blessant"
        " des dizaines d'autres, a déclaré dimanche un responsable local aux journalistes de la capitale."
    )
    missing = tmp_path / "gone.txt"
    code = main(["run", str(folder), str(missing), "--out", str(tmp_path / "out"), "--workers", "1"])
    out, err = capsys.readouterr()
    assert (code, err) == (EXIT_SOME_REJECTED, "")
    refused = [words for words in out.splitlines() if words.startswith("refused: ")]
    for name in (*BAD, "gone.txt"):
        assert sum(f"/{name}" in words for words in refused) == 1, name
    assert "1 report: not read: the text is in fr" in out
    assert "1 known before" in out
    assert "1 event, " in out


@pytest.mark.parametrize("verb", ["run", "add"])
def test_nothing_but_bad_input(capsys: Capture, own: Path, tmp_path: Path, verb: str):
    (tmp_path / "empty").mkdir()
    where = ["--out", str(tmp_path / "out")] if verb == "run" else ["-p", str(own)]
    assert main([verb, str(tmp_path / "empty"), *where]) == EXIT_NOTHING_READ
    assert "the folder holds no reports" in capsys.readouterr().err


def test_standard_input_with_nothing_in_it(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert main(["run", "-", "--out", str(tmp_path / "out")]) == EXIT_NOTHING_READ
    assert "is empty" in capsys.readouterr().err


def test_a_text_of_fifty_megabytes(capsys: Capture, tmp_path: Path):
    (tmp_path / "long.txt").write_bytes(b"Gunmen killed two people in Goma on Monday. " * 1_200_000)
    assert main(["run", str(tmp_path / "long.txt"), "--out", str(tmp_path / "out")]) == EXIT_NOTHING_READ
    assert "is larger than 20,000,000 bytes; split it" in capsys.readouterr().err
