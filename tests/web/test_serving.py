"""`dateline review` as a program: the address it prints, one writer at a time, how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dateline.errors import EXIT_STORE, EXIT_USAGE

PROGRAM = [sys.executable, "-c", "import sys; from dateline.cli import main; sys.exit(main())", "review"]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program with these words, and the line in which it prints its address."""
    process = subprocess.Popen(
        [*PROGRAM, *words, "--no-open"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    line = process.stdout.readline()
    if "not this machine alone" in line:
        line += process.stdout.readline()
    try:
        yield process, line
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def ask(address: str, path: str = "/") -> str:
    """The first lines of an answer."""
    host, port = re.search(r"http://([\d.]+):(\d+)/", address).groups()  # type: ignore[union-attr]
    with socket.create_connection((host, int(port)), timeout=20) as asking:
        asking.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        return asking.recv(4096).decode()


def test_the_printed_address_opens_it_and_nothing_else_does(own: Path):
    with running(str(own), "--port", str(free_port()), "--by", "ada") as (process, line):
        assert "as ada: http://127.0.0.1:" in line
        path = re.search(r":\d+(/start\?key=\S+)", line)
        assert path
        process.stdout.readline()  # type: ignore[union-attr]
        assert ask(line, path[1]).startswith("HTTP/1.1 303")
        assert ask(line).startswith("HTTP/1.1 403")
    assert process.returncode == 0


def test_a_second_reviewer_is_told_who_holds_it_and_may_look(own: Path):
    with running(str(own), "--port", str(free_port()), "--by", "ada"):
        second = [*PROGRAM, str(own), "--no-open", "--by", "ben", "--port", str(free_port())]
        done = subprocess.run(second, capture_output=True, text=True, timeout=60)
        assert done.returncode == EXIT_STORE
        assert re.search(
            r"ada \(process \d+\) is reviewing it; wait until that ends, or look with --read-only", done.stderr
        )
        with running(str(own), "--port", str(free_port()), "--by", "ben", "--read-only") as (_, line):
            assert "as ben" in line


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--host", "0.0.0.0"], "--password of 12 characters"),
        (["--host", "203.0.113.7", "--password", "correct horse battery"], "choose another with --port"),
    ],
)
def test_what_it_does_not_start_with(own: Path, words: list[str], problem: str):
    done = subprocess.run([*PROGRAM, str(own), "--no-open", *words], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr.count("\n")) == (EXIT_USAGE, 1)
    assert problem in done.stderr


def test_a_port_that_is_taken(own: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*PROGRAM, str(own), "--port", port, "--no-open"], capture_output=True, text=True, timeout=60
        )
    assert done.returncode == EXIT_USAGE
    assert "choose another with --port" in done.stderr


def test_what_another_host_exposes_is_said(own: Path):
    words = ("--host", "0.0.0.0", "--password", "correct horse battery", "--port", str(free_port()))
    with running(str(own), *words) as (_, lines):
        assert "everybody who can reach port" in lines
        assert "not encrypted" in lines
        assert lines.rstrip().endswith("/login")
        assert "battery" not in lines
