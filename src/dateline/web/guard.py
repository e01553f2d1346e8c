"""Who may ask: hosts, sessions, tokens of forms, and the headers of every answer.

In: every request. Out: the request handed on, or a short refusal. A page of another site can neither read nor act:
the host must be one we answer to (against rebinding), the cookie is Strict, every form holds a token, and no
script, style, image or frame from elsewhere is let in.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
OPEN = ("/start", "/login", "/static/")  # what needs no session
LOOPBACK = ("127.0.0.1", "localhost", "::1")
MOST = 1_000_000  # bytes of a form


def new_secret() -> str:
    """A secret that nobody can guess."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Access:
    """Where we listen and the secrets of this run; `password` is needed where others can reach us."""

    host: str = "127.0.0.1"
    port: int = 8765
    password: str | None = None
    read_only: bool = False
    token: str = field(default_factory=new_secret)
    session: str = field(default_factory=new_secret)
    form: str = field(default_factory=new_secret)
    gate: str = field(default_factory=new_secret)  # the token of forms that need no session

    @property
    def cookie(self) -> str:
        """The cookie's name: another port, another session."""
        return f"dateline-{self.port}"

    @property
    def local(self) -> bool:
        """Whether only this machine can reach us."""
        return self.host in LOOPBACK

    def answers_to(self, host: str) -> bool:
        """Whether the Host header names us: this machine, the given host, or a bare address."""
        name = urlsplit(f"//{host}").hostname or ""
        port = urlsplit(f"//{host}").port or 80
        if port != self.port:
            return False
        if self.local or name in LOOPBACK:
            return name in LOOPBACK
        return name == self.host or _is_address(name)

    def knows(self, request: Request) -> bool:
        """Whether the request comes with our session."""
        return same(request.cookies.get(self.cookie), self.session)

    def start(self, to: str = "/") -> Response:
        """A way in, with the session's cookie."""
        response = RedirectResponse(to, 303)
        response.set_cookie(self.cookie, self.session, httponly=True, samesite="strict", path="/")
        return response


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def same(given: str | None, secret: str) -> bool:
    """Whether a secret was given rightly; takes as long either way."""
    return hmac.compare_digest((given or "").encode(), secret.encode())


class Guard:
    """Middleware before all pages."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on; add the headers either way."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, words in HEADERS.items():
                    if name != "cache-control" or name not in headers:
                        headers[name] = words
            await send(message)

        refusal = self.refusal(scope)
        await (refusal or self.app)(scope, receive, answer)

    def refusal(self, scope: Scope) -> Response | None:
        """Why the request is not answered; None where it is."""
        headers = Headers(scope=scope)
        try:
            ours = self.access.answers_to(headers.get("host", ""))
        except ValueError:
            ours = False
        if not ours:
            return PlainTextResponse("This server answers to its own address only.", 421)
        if scope["method"] != "GET" and headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return PlainTextResponse("Forms of other sites are not taken.", 403)
        if scope["path"].startswith(OPEN) or self.access.knows(Request(scope)):
            return None
        if self.access.password:
            return RedirectResponse("/login", 303)
        return PlainTextResponse("Open the address that 'dateline review' printed; it holds the key to this page.", 403)


class RefusedError(Exception):
    """A form that is not taken: `status` and one line."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


async def form_of(request: Request, secret: str) -> dict[str, str]:
    """The fields of a form of ours; RefusedError without its token, when it is too large or may not be taken."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST:
            raise RefusedError(413, "That is too much for one form.")
    try:
        given = dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True))
    except (UnicodeDecodeError, ValueError):
        raise RefusedError(400, "That form cannot be read.") from None
    if not same(given.pop("token", None), secret):
        raise RefusedError(403, "This form has grown old, or is not ours. Load the page again.")
    return given
