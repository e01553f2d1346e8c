"""The shape of benchmarks/: small files and functions, docstrings, nothing of it in the installed package."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
MODULES = {path: path.read_text("utf-8") for path in sorted((ROOT / "benchmarks").rglob("*.py"))}


def test_files_and_functions_are_small():
    lines = {path.name: len(text.splitlines()) for path, text in MODULES.items()}
    assert max(lines.values()) <= 400
    assert median(lines.values()) <= 120
    sizes = [
        (node.end_lineno or 0) - node.lineno + 1
        for text in MODULES.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    ]
    assert sum(size <= 30 for size in sizes) / len(sizes) >= 0.9


def test_every_module_says_what_it_is_for():
    assert [path.name for path, text in MODULES.items() if not ast.get_docstring(ast.parse(text))] == []


def test_the_package_does_not_need_the_benchmarks():
    sources = [path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py")]
    assert not any("import benchmarks" in text or "from benchmarks" in text for text in sources)
