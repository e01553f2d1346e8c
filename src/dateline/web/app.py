"""The review application: which address leads where.

In: a desk and who may reach it. Out: an ASGI application. Requests are answered one after the other, in one thread.
"""

from __future__ import annotations

import mimetypes
from importlib.resources import files

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dateline.project import Desk, shared
from dateline.web.dialogs import Dialogs
from dateline.web.event_page import EventPage
from dateline.web.guard import Access, Guard
from dateline.web.keys import keys
from dateline.web.log_page import LogPage
from dateline.web.many_page import ManyPage
from dateline.web.more_pages import MorePages, Ways
from dateline.web.pages import Pages
from dateline.web.pairs_page import PairsPage
from dateline.web.queue_page import QueuePage

KEPT = 600  # seconds that a browser keeps our styles and scripts
ASSETS = files(__package__).joinpath("assets")


def make_app(desk: Desk, access: Access) -> Guard:
    """The application."""
    pages = Pages(desk, access, keys(desk.project.config.review.keys))
    event, queue = EventPage(pages), QueuePage(pages)
    dialogs, pairs, log = Dialogs(pages, event), PairsPage(pages), LogPage(pages)
    many = ManyPage(pages)
    more, ways = MorePages(pages, event), Ways(pages, access)
    looks = {
        "/": event.first, "/events": event.first, "/events/{event}": event.show, "/queue": queue.rows,
        "/filters": queue.facets, "/map.json": queue.drawn, "/outlines.json": queue.outlines,
        "/events/{event}/fix/{field}": dialogs.fix, "/events/{event}/split": dialogs.split,
        "/events/{event}/join": dialogs.join, "/events/{event}/say/{act}": dialogs.say, "/new": dialogs.new,
        "/places": dialogs.places, "/pairs": pairs.show, "/log": log.show, "/log/{decision}": log.one,
        "/decisions.jsonl": log.file, "/guide": more.guide, "/guide/{name:path}": dialogs.guide,
        "/progress": more.progress, "/reports": more.reports, "/reports/{report}": more.report,
        "/adjudicate": more.adjudication, "/adjudicate/{event}": more.adjudicate, "/files": more.files,
        "/files/{format}": more.file, "/many": many.show,
    }  # fmt: skip
    acts = {
        "/events/{event}/act": event.act, "/events/{event}/claim": event.claim, "/events/{event}/bind": event.bind,
        "/events/{event}/split": event.split, "/events/{event}/join": event.join, "/tell": event.tell,
        "/pairs": pairs.judge, "/many": many.decide, "/undo": log.undo, "/adjudicate/{event}": more.settle,
    }  # fmt: skip
    routes = [Route(path, pages.getting(look), methods=["GET"]) for path, look in looks.items()]
    routes += [Route(path, pages.posting(act), methods=["POST"]) for path, act in acts.items()]
    routes += [
        Route("/start", ways.start),
        Route("/login", ways.login, methods=["GET", "POST"]),
        Route("/prefer", ways.prefer, methods=["POST"]),
        Route("/static/{name}", static),
    ]
    return Guard(Starlette(routes=routes), access)


async def static(request: Request) -> Response:
    """A style or script of ours, or one that report.html has too."""
    name = request.path_params["name"]
    text = shared.shared_file(name)
    if text is None and name in {file.name for file in ASSETS.iterdir()}:
        text = ASSETS.joinpath(name).read_text("utf-8")
    if text is None:
        return PlainTextResponse("no such file", 404)
    kind = mimetypes.guess_type(name)[0] or "text/plain"
    return Response(text, media_type=kind, headers={"cache-control": f"max-age={KEPT}"})
