"""Takes the pictures of docs/review.md anew: the pages as they are, with the reports of examples/.

In: examples/reports, a Chromium on this machine. Out: review.png, review-place.png, review-pairs.png and
review-dark.png beside this file; `python docs/review_pictures.py` takes them.
"""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dateline.project import Filters, Project, run
from dateline.web import Access, make_app

HERE = Path(__file__).parent
SHOWN = "Ras al-Ain"  # in the headline of the event that is shown
WIDE, HIGH = 1280, 760


def served(project: Project) -> Access:
    """The review of the project, served by a thread of this process."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        access = Access(port=found.getsockname()[1])
    app = make_app(project.desk("ada"), access)
    server = uvicorn.Server(uvicorn.Config(app, port=access.port, log_level="warning", lifespan="off"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.01)
    return access


def take(page: Page, address: str, name: str, *keys: str, ready: str = "#queue.windowed") -> None:
    """Open the page, press the keys, wait, and keep a picture."""
    page.goto(address)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_selector(ready)
    page.wait_for_timeout(800)
    page.screenshot(path=HERE / name)


def pictures(project: Project, browser: Browser) -> None:
    """All four."""
    access = served(project)
    base = f"http://127.0.0.1:{access.port}"
    rows = [row for row in project.desk("ada").find(Filters(state="all")) if SHOWN.casefold() in row.words]
    shown = max(rows, key=lambda row: (row.disputed, len(row.event.claims))).id
    page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
    page.goto(f"{base}/start?key={access.token}")
    take(page, f"{base}/events/{shown}?at=killed", "review.png")
    take(page, f"{base}/events/{shown}?at=place", "review-place.png", "e", ready="#pick[data-ready]")
    take(page, f"{base}/pairs", "review-pairs.png", ready="#judge")
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": base}])
    take(page, f"{base}/events/{shown}?at=killed", "review-dark.png", "g", ready="#timeline svg")


def main() -> None:
    """Read the examples and take the pictures."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project, _ = run([HERE.parent / "examples" / "reports"], Path(folder) / "sample", workers=1)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pictures(project, browser)
        browser.close()


if __name__ == "__main__":
    main()
