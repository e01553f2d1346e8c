"""Starting the review: one writer at a time, an address with a key, a server on this machine.

In: a project and the options of `dateline review`. Out: the pages, until the person stops them. Other hosts than
this machine's own need a password.
"""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from dateline.errors import DatelineError
from dateline.project import Project
from dateline.web.app import make_app
from dateline.web.guard import LOOPBACK, Access

LONG = 12  # characters that a password needs
EXPOSED = (
    "{host} is not this machine alone: everybody who can reach port {port} and knows the password sees whole articles"
    " and names, and decides as {coder}. What is sent is not encrypted; prefer an SSH tunnel to 127.0.0.1."
)


def review(
    project: Project,
    by: str | None = None,
    second: bool = False,
    access: Access | None = None,
    say: Callable[[str], None] = print,
    browser: bool = True,
) -> None:
    """Serve the pages until interrupted; DatelineError where the port is taken or a password is missing."""
    access = access or Access()
    if access.host not in LOOPBACK and len(access.password or "") < LONG:
        raise DatelineError(f"--host {access.host}: give a --password of {LONG} characters or more")
    desk = project.desk(by, second)
    with project.writing(desk.coder.name, access.read_only), _listen(access) as listening:
        app = make_app(desk, access)
        _ = desk.rows
        name = f"[{access.host}]" if ":" in access.host else access.host
        address = f"http://{name}:{access.port}/" + ("login" if access.password else f"start?key={access.token}")
        if not access.local:
            say(EXPOSED.format(host=access.host, port=access.port, coder=desk.coder.name))
        say(f"review of {project.path.parent.resolve().name} as {desk.coder.name}: {address}")
        say("stop with Ctrl-C; every decision is stored at once")
        if browser:
            webbrowser.open(address)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


def _listen(access: Access) -> socket.socket:
    family = socket.AF_INET6 if ":" in access.host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((access.host, access.port))
        found.listen()
    except OSError as error:
        found.close()
        raise DatelineError(f"{access.host} port {access.port}: {error.strerror}; choose another with --port") from None
    return found
