"""A project of two invented reports of one event, read once for all tests that look at one; and a browser."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from dateline.project import IngestOptions, Project, day_of, open_project, run

sys.path.insert(0, str(Path(__file__).parent / "web"))  # web_client.py

DJIBO = Path(__file__).parent / "gold" / "develop" / "djibo.txt"
SECOND = """DJIBO, March 16, 2025 (Invented Wire) - Armed men on motorcycles attacked the market in Djibo on Saturday \
evening and killed 14 people, a doctor said. Six others were wounded.

On Friday police in Ouagadougou used tear gas against several hundred protesters.
"""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
LONGEST = ("real", "quality")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The folders that take longest come first: where several processors test, none waits at the end."""
    items.sort(key=lambda item: item.path.parent.name not in LONGEST)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project with everything that `run` writes; not to be changed."""
    folder = tmp_path_factory.mktemp("made")
    reports = folder / "reports"
    reports.mkdir()
    shutil.copy(DJIBO, reports)
    (reports / "second.txt").write_text(SECOND)
    options = IngestOptions(published=day_of("2025-03-16"))
    run([reports], folder / "out", options, workers=1)[0].close()
    return folder / "out"


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to be changed."""
    return Path(shutil.copytree(made, tmp_path / "own"))


@pytest.fixture
def project(own: Path) -> Project:
    return open_project(own)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; where CI runs, it must be there."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no chromium on this machine; CI installs one")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
