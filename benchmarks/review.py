"""How fast the review is: a long article, a long queue, a decision; on an invented project.

In: --events N (default 50,000), --project FOLDER to keep or reuse the invented project. Out: medians in
milliseconds, by the clock and of the processor, printed as a table for docs/measurements.md.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from statistics import median

from starlette.testclient import TestClient

from benchmarks.invented import fill
from dateline.model.claims import Account, Claim, Link
from dateline.model.dataset import Outcome
from dateline.model.report import Report
from dateline.model.values import Estimate, EventType, Toll, plain
from dateline.project import Filters, Project, open_project
from dateline.store import Store
from dateline.web import Access, make_app

WORDS, CLAIMS = 5000, 300


def long_article(store: Store) -> str:
    """A report of 5,000 words with 300 claims on one event, many of them on the same words; the account's id."""
    random = Random(3)
    words = [f"word{random.randrange(900)}" for _ in range(WORDS)]
    report = Report(" ".join(words), "A long article", date(2025, 7, 1), "column", "Sample Post")
    kind = EventType("Battles", "Armed clash", "ASSAULT", None)
    claims = [Claim(report.id, "type", plain(kind), "", (report.passage(0, 5),))]
    for number in range(CLAIMS - 1):
        start = random.randrange(len(report.text) - 80)
        value = plain(Toll("killed", Estimate(number % 40, number % 40, number % 40)))
        claims.append(Claim(report.id, "killed", value, "", (report.passage(start, start + random.randrange(4, 60)),)))
    account = Account(report.id, report.passage(0, 5), kind, tuple(claim.id for claim in claims))
    store.add_report(report)
    store.add_reading(claims, [account], Outcome(report.id, "events"))
    return account.id


def made(folder: Path, events: int) -> Project:
    """The invented project; which of its reports tell of one event is written down, not found by merging."""
    path = folder / "project.dateline"
    if not path.exists():
        fill(path, events)
        store = Store(path)
        long_article(store)
        store.close()
    project = open_project(folder)
    state = project.state()
    if project.store.links(state.run) is None:
        state.keep(list(known_links(project)), {})
    return project


def known_links(project: Project) -> Iterator[Link]:
    """A link from each event's first report to its others; every tenth event has a near miss in the next."""
    by_event: dict[str, list[str]] = {}
    for account in project.state().told.merged:
        origin = project.state().reports[account.report].origin or account.report
        by_event.setdefault(origin.rsplit("-", 1)[0], []).append(account.id)
    for first, *others in by_event.values():
        yield from (Link(min(first, other), max(first, other), "same", 0.95) for other in others)
    lone = [names[0] for names in by_event.values() if len(names) == 1]
    yield from (Link(min(pair), max(pair), "unsure", 0.4) for pair in zip(lone[::10], lone[1::10], strict=False))


def timed(what: str, act: Callable[[], object], times: int = 7) -> float:
    """Print the medians of `times` calls: time that passed, and the processor's time, which others do not lengthen."""
    taken, worked = [], []
    for _ in range(times):
        begun, work = time.perf_counter(), time.process_time()
        act()
        taken.append(1000 * (time.perf_counter() - begun))
        worked.append(1000 * (time.process_time() - work))
    print(f"| {what} | {median(taken):,.0f} | {median(worked):,.0f} |", flush=True)
    return median(taken)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--events", type=int, default=50_000)
    words.add_argument("--project", type=Path)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.project or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print("| step | median, ms | processor, ms |\n|---|--:|--:|")
        measure(made(folder, given.events))


def measure(project: Project) -> None:
    desk, access = project.desk("bench"), Access()
    timed("open: fold all and order the queue, once", lambda: desk.rows, 1)
    http = TestClient(make_app(desk, access), base_url="http://127.0.0.1:8765")
    http.get(f"/start?key={access.token}")
    long = next(e for e in project.events() if len(e.claims) >= CLAIMS)
    timed("page of a 5,000-word article with 300 claims", lambda: http.get(f"/events/{long.id}?state=all"))
    ordinary = [row.id for row in desk.find(Filters())[:40]]
    pages = iter(ordinary * 3)
    timed("page of an ordinary event", lambda: http.get(f"/events/{next(pages)}"), 15)
    total = len(desk.find(Filters()))
    at = iter(range(0, total, max(1, total // 20)))
    timed("queue: scroll to another window", lambda: http.get(f"/queue?from={next(at)}"), 15)
    countries = iter(("BF", "NG", "SO", "CO") * 3)
    timed("queue: a new filter", lambda: http.get(f"/queue?country={next(countries)}&sort=day"), 4)
    searched = iter(("series", "gunmen 30", "bridge", "local official", "badoru"))
    timed("queue: full-text search", lambda: http.get(f"/queue?q={next(searched)}"), 5)
    timed("filters with their counts", lambda: http.get("/filters"))
    timed("map and timeline data", lambda: http.get("/map.json"))
    acted = iter(ordinary)

    def act(what: str) -> Callable[[], object]:
        data = {"token": access.form, "act": what}
        return lambda: http.post(f"/events/{next(acted)}/act", data=data)  # and the page of the next event

    timed("accept, and the next event's page", act("accept"), 10)
    merged = [row for row in desk.find(Filters()) if len(row.event.accounts) > 1]
    several = iter(merged[:5])

    def split() -> object:
        row = next(several)
        return desk.split(row.id, row.event.accounts[-1].id, "bench")

    timed("part a report from its event", split, 3)
    timed("take that back", lambda: desk.undo(desk.last().id), 3)  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
