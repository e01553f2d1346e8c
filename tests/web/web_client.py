"""The review's application for tests: by test client, and served to a browser."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page
from starlette.testclient import TestClient

from dateline.project import Desk, Project, open_project
from dateline.web import Access, make_app

HOST = "127.0.0.1:8765"


@dataclass
class Client:
    """A test client with the application's desk and secrets."""

    http: TestClient
    desk: Desk
    access: Access

    def get(self, path: str, **more: object):
        return self.http.get(path, follow_redirects=False, **more)

    def post(self, path: str, **fields: str):
        return self.http.post(path, data={"token": self.access.form, **fields}, follow_redirects=False)


def client_of(project: Project, **more: object) -> Client:
    """A client that has come in by the printed address."""
    second = bool(more.pop("second", False))
    name = str(more.pop("by", "ada"))
    access, desk = Access(**more), project.desk(name, second)
    http = TestClient(make_app(desk, access), base_url=f"http://{HOST}")
    if not access.password:
        http.get(f"/start?key={access.token}", follow_redirects=False)
    return Client(http, desk, access)


class Served:
    """An application that listens on this machine, with pages opened in it."""

    def __init__(self, folder: Path, browser: Browser, by: str, second: bool) -> None:
        self.project = open_project(folder)
        self.desk = self.project.desk(by, second)
        self.access = Access(port=_free_port())
        app = make_app(self.desk, self.access)
        config = uvicorn.Config(app, port=self.access.port, log_level="warning", lifespan="off")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        self.context: BrowserContext = browser.new_context(viewport={"width": 1440, "height": 860})
        self.context.set_default_timeout(15_000)
        self.said: list[str] = []

    def page(self) -> Page:
        """A page that has come in by the printed address."""
        page = self.context.new_page()
        page.on("console", lambda m: self.said.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto(f"http://127.0.0.1:{self.access.port}/start?key={self.access.token}")
        return page

    def stop(self) -> None:
        self.context.close()
        self.server.should_exit = True
        self.thread.join(10)
        self.project.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


Serve = Callable[..., Served]


def event_of(page: Page) -> str:
    """The event that the page shows."""
    found = re.search(r"/events/(DL-\w+)", page.url)
    assert found, page.url
    return found[1]


def press(page: Page, key: str) -> None:
    """Press a key that leads to a page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def select(page: Page, words: str) -> None:
    """Select words in the first article that has them."""
    page.evaluate(
        """(words) => {
          const walk = document.createTreeWalker(document.getElementById("articles"), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const at = walk.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
          throw new Error("no such words: " + words);
        }""",
        words,
    )
    page.wait_for_selector("#bindbar:not([hidden])")
