"""The review's application on a small project: by test client, and served to a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser
from web_client import Client, Serve, Served, client_of

from benchmarks.invented import fill, reading
from dateline.project import Project, open_project
from dateline.store import Store


@pytest.fixture
def client(project: Project) -> Client:
    return client_of(project)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project of sixty invented events, with a wrong merge and two near misses; not to be changed."""
    folder = tmp_path_factory.mktemp("invented")
    path = folder / "project.dateline"
    fill(path, 60)
    store = Store(path)
    merged_wrongly, near_miss = reading(900, 0, Random(5), at=9), reading(901, 0, Random(6), at=14, late=1)
    for report, claims, account, outcome in (merged_wrongly, near_miss, reading(902, 0, Random(7), at=18, late=2)):
        store.add_report(report)
        store.add_reading(claims, [account], outcome)
    store.close()
    (folder / "dateline.toml").write_text("[review]\nsecond = 1.0\n")
    project = open_project(folder)
    project.events()
    project.close()
    return folder


@pytest.fixture
def serve(invented: Path, tmp_path: Path, browser: Browser) -> Iterator[Serve]:
    """Serves a copy of the invented project; the same copy each time it is asked."""
    running: list[Served] = []
    shutil.copytree(invented, tmp_path / "p")

    def start(by: str = "ada", second: bool = False) -> Served:
        running.append(Served(tmp_path / "p", browser, by, second))
        return running[-1]

    yield start
    for served in running:
        served.stop()
