"""What every page shares: the templates, the coder's display settings, the keys, how a form ends.

In: a request and what a page shows. Out: HTML in which every word from outside is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dateline.errors import DatelineError
from dateline.project import Desk, Filters, shared
from dateline.web.guard import Access, RefusedError, form_of
from dateline.web.keys import Key

PREFERENCES = {
    "theme": ("auto", "light", "dark"),
    "size": ("normal", "large", "larger"),
    "hide": ("off", "on"),
    "blind": ("on", "off"),
}
LOST = re.compile("[\0\ud800-\udfff]")  # signs that a browser would drop
Handler = Callable[[Request], Awaitable[Response]]


def as_told(text: str) -> str:
    """Text sign for sign, with those replaced that a browser would drop or join, so that offsets hold."""
    return LOST.sub("\ufffd", text).replace("\r", " ")


def environment() -> Environment:
    """The templates; every value is escaped."""
    loader = PackageLoader("dateline.web", "templates")
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.filters["as_told"] = as_told
    found.globals["words"] = shared.words()
    return found


ENVIRONMENT = environment()


class Pages:
    """Makes the pages of one run."""

    def __init__(self, desk: Desk, access: Access, keys: dict[str, Key]) -> None:
        self.desk = desk
        self.access = access
        self.keys = keys

    def preferences(self, request: Request) -> dict[str, str]:
        """The coder's display settings, as cookies hold them."""
        given = {name: request.cookies.get(name) or known[0] for name, known in PREFERENCES.items()}
        return {name: value if value in PREFERENCES[name] else PREFERENCES[name][0] for name, value in given.items()}

    def show(self, request: Request, template: str, status: int = 200, **context: Any) -> Response:
        """The page."""
        token = self.access.form if self.access.knows(request) else self.access.gate
        text = ENVIRONMENT.get_template(template).render(
            **context, keys=self.keys, coder=self.desk.coder, second=self.desk.second, token=token,
            read_only=self.access.read_only, prefer=self.preferences(request), path=request.url.path,
            here=_here(request), project=self.desk.project.path.parent.resolve().name, page=template,
        )  # fmt: skip
        return HTMLResponse(as_told(text), status)

    def trouble(self, request: Request, line: str, status: int = 400) -> Response:
        """What went wrong, in one line, with the way back."""
        return self.show(request, "trouble.html", status, line=line)

    def posting(self, act: Callable[[Request, dict[str, str]], Response]) -> Handler:
        """A handler of forms: with our token only, never where nothing may be written; errors in one line."""

        async def handler(request: Request) -> Response:
            try:
                given = await form_of(request, self.access.form)
                if self.access.read_only:
                    raise RefusedError(403, "This project is open for looking only (--read-only).")
                return act(request, given)
            except RefusedError as refused:
                return self.trouble(request, str(refused), refused.status)
            except DatelineError as error:
                return self.trouble(request, str(error))

        return handler

    def getting(self, look: Callable[[Request], Response]) -> Handler:
        """A handler that only looks; errors in one line."""

        async def handler(request: Request) -> Response:
            try:
                return look(request)
            except DatelineError as error:
                return self.trouble(request, str(error), 404)

        return handler


def _here(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def filters_of(form: Mapping[str, str]) -> Filters:
    """The filters that a form carries along: its fields f_state, f_type and so on."""
    return Filters.of({name.removeprefix("f_"): value for name, value in form.items() if name.startswith("f_")})


def inside(address: str) -> str:
    """An address of our own pages; "/" for any other."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if plain and "\\" not in address else "/"


def to(path: str, **query: str) -> Response:
    """On to another page after a form."""
    words = urlencode({name: value for name, value in query.items() if value})
    return RedirectResponse(f"{path}?{words}" if words else path, 303)
