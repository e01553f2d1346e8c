"""report.html in a real browser: its scripts run with no server, draw map and timeline, and raise no error."""

import os
import re
import shutil
import subprocess

import djibo
import pytest

from dateline.export.options import ExportOptions
from dateline.export.report import write_report

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--virtual-time-budget=4000",
]  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    if BROWSER is None and not os.environ.get("CI"):
        pytest.skip("no chromium on this machine; CI installs one")
    folder = tmp_path_factory.mktemp("page")
    path = write_report(djibo.dataset(), folder, ExportOptions())[0]
    command = [BROWSER, *FLAGS, f"--user-data-dir={folder}/profile", "--dump-dom", path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)


def test_the_map_and_the_timeline_are_drawn(page):
    assert "leaflet-interactive" in page.stdout
    assert re.search(r"<svg[^>]*>.*<rect", page.stdout, re.S)


def test_no_script_fails_and_nothing_is_asked_of_a_network(page):
    said = [line for line in page.stderr.splitlines() if "CONSOLE" in line]
    assert [line for line in said if "rror" in line or "refused" in line.lower()] == []
