"""The shape of the code: imports only fall, files and functions are small, every module says what it is for."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "src").rglob("*.py"))
MODULES = {path: ast.parse(path.read_text("utf-8")) for path in FILES}
LINES = {path: len(path.read_text("utf-8").splitlines()) for path in FILES}
FUNCTIONS = [
    (node.end_lineno - node.lineno + 1, f"{path.name}:{node.name}")
    for path, module in MODULES.items()
    for node in ast.walk(module)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
]


def test_imports_only_fall(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0, capsys.readouterr().out


def test_files_are_small():
    assert median(LINES.values()) <= 120
    assert [path.name for path, lines in LINES.items() if lines > 400] == []


def test_functions_are_small():
    sizes = sorted(size for size, _ in FUNCTIONS)
    assert median(sizes) <= 10
    assert sum(size <= 30 for size in sizes) / len(sizes) >= 0.9


def test_every_module_says_what_it_is_for():
    assert [str(path) for path, module in MODULES.items() if not ast.get_docstring(module)] == []


def test_nothing_but_the_fetcher_and_the_review_opens_the_network():
    network = {
        "socket",
        "urllib.request",
        "http.client",
        "requests",
        "httpx",
        "ftplib",
        "smtplib",
        "urllib3",
        "aiohttp",
    }
    users = {path.name for path, module in MODULES.items() if network & _imported(module)}
    assert users <= {"fetch.py", "serve.py"}


def _imported(module: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def test_the_clock_is_read_only_where_people_act():
    """Reading, merging, folding and exporting depend on their input alone."""
    users = {path.relative_to(ROOT / "src" / "dateline") for path in FILES if _reads_clock(path.read_text("utf-8"))}
    assert {str(path) for path in users} <= {"review/acts.py", "ingest/fetch.py"}


def _reads_clock(text: str) -> bool:
    return any(word in text for word in ("datetime.now", "date.today", "time.time("))


def test_locks_name_no_machine():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "--hash=sha256:" in text
        for word in ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", " @ "):
            assert word not in text, f"{name} holds {word}"


def test_what_the_package_needs_is_in_the_package():
    """Data that the code reads goes into the wheel."""
    import tomllib

    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"][
        "dateline"
    ]
    suffixes = {pattern.rsplit(".", 1)[-1] for pattern in patterns}
    package = ROOT / "src" / "dateline"
    data = {path.suffix[1:] for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert data - {"py", "pyc"} <= suffixes
