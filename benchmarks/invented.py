"""An invented project of any size, without reading: for the review's measurements and its tests in a browser.

In: a path and how many events. Out: a project whose reports, claims and accounts are as the readers write them. The
same numbers give the same project. All names of villages are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from dateline.model.claims import Account, Claim
from dateline.model.dataset import Outcome
from dateline.model.reading import Unread
from dateline.model.report import Passage, Report
from dateline.model.values import Estimate, EventType, Group, Participant, Period, Place, Speaker, Toll, plain
from dateline.store import Store

SOUNDS = ("ba", "do", "ga", "ki", "lo", "ma", "nu", "ra", "sa", "te", "wo", "zi")
COUNTRIES = (
    ("BF", "Sahel", 14.0, -1.5),
    ("NG", "Borno", 11.8, 13.1),
    ("SO", "Bay", 2.8, 43.4),
    ("CO", "Cauca", 2.5, -76.6),
)
OUTLETS = ("Invented Wire", "Radio Example", "Sample Post", "Monitor of Nowhere")
KINDS = (
    (EventType("Violence against civilians", "Attack", "ASSAULT", "firearms"), "attacked"),
    (EventType("Battles", "Armed clash", "ASSAULT", None), "clashed with soldiers in"),
    (EventType("Explosions/Remote violence", "Air/drone strike", "ASSAULT", "aerial"), "bombed"),
)
LAST = date(2025, 6, 30)


def village(number: int) -> str:
    """A name for each number."""
    signs = []
    while True:
        number, rest = divmod(number, len(SOUNDS))
        signs.append(SOUNDS[rest])
        if number == 0:
            break
    return "".join((*reversed(signs), "ru")).capitalize()


class Telling:
    """One report of one event, put together word by word, so that every claim knows where its words stand."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: dict[str, tuple[int, int]] = {}

    def say(self, words: str, name: str = "") -> Telling:
        """Add words; `name` remembers where they stand."""
        if name:
            self.spans[name] = len(self.text), len(self.text) + len(words)
        self.text += words
        return self


def telling(
    number: int, random: Random, copy: int, killed: int, day: date, place: Place, verb: str, padding: int
) -> Telling:
    """The words of one report."""
    said = ("a local official", "a resident", "the army", "a hospital worker")[(number + copy) % 4]
    told = Telling().say(f"{place.name.upper()}, {LAST:%B} (Invented) - " if place.name else "")
    told.say("Gunmen", "actor").say(" ").say(verb, "type").say(" the village of ").say(place.name or "", "place")
    told.say(" on ").say(f"{day.day} {day:%B %Y}", "period").say(", killing ").say(f"{killed} people", "killed").say(
        ", "
    )
    told.say(said, "speaker").say(" said. ")
    if number % 3 == 0:
        told.say(f"{killed + 2} others", "injured").say(" were wounded. ")
    told.say("Some 30 families", "unread").say(f" left, report {number} of series {copy} says.\n\n")
    return told.say(" ".join(_sentence(random) for _ in range(padding)))


def _sentence(random: Random) -> str:
    """Words of no meaning, so that no two reports look like reprints of one text."""
    words = [village(random.randrange(20_000)).lower() for _ in range(9)]
    return " ".join(words).capitalize() + "."


def reading(
    number: int, copy: int, random: Random, padding: int = 12, at: int | None = None, late: int = 0
) -> tuple[Report, list[Claim], Account, Outcome]:
    """A report of event `number`, with what a reader would find; `at` is the event whose place and day it has,
    `late` how many days later it says it was."""
    spot = number if at is None else at
    own = Random(spot)
    country, admin1, lat, lon = COUNTRIES[spot % 4]
    name = village(spot)
    place = Place(
        name, name, 9_000_000 + spot, lat + own.uniform(-3, 3), lon + own.uniform(-3, 3), admin1, None, country, "town"
    )
    day = LAST - timedelta(days=own.randrange(900) - late)
    kind, verb = KINDS[spot % 3]
    killed = max(1, int(own.paretovariate(1.1))) % 300 + (3 * copy if spot % 5 == 0 else 0)
    told = telling(number, random, copy, killed, day, place, verb, padding)
    report = Report(
        told.text, f"{kind.acled_sub_event} in {name}", day + timedelta(days=1), "column", OUTLETS[(number + copy) % 4],
        f"https://example.org/{number}/{copy}", f"invented/{number}-{copy}.txt", "en",
    )  # fmt: skip
    claims = list(_claims(report, told, kind, place, day, killed))
    account = Account(report.id, report.passage(*told.spans["type"]), kind, tuple(claim.id for claim in claims))
    unread = Unread("number", report.passage(*told.spans["unread"]))
    return report, claims, account, Outcome(report.id, "events", (), (unread,))


def _claims(report: Report, told: Telling, kind: EventType, place: Place, day: date, killed: int) -> Iterator[Claim]:
    def words(name: str) -> tuple[Passage, ...]:
        return (report.passage(*told.spans[name]),)

    def claim(field: str, value: object, name: str, chain: tuple[Speaker, ...] = ()) -> Claim:
        passages = words(name)
        return Claim(report.id, field, plain(value), passages[0].quote, passages, chain)

    start, end = told.spans["speaker"]
    speaker = told.text[start:end]
    chain = (Speaker(speaker, "party" if speaker == "the army" else "official", "said", start, end),)
    yield claim("type", kind, "type")
    yield claim("place", place, "place")
    yield claim("period", Period(day, day, "day", f"{day:%d %B %Y}"), "period")
    yield claim(
        "participant", Participant("actor", "Gunmen", "Unidentified Armed Group", None, "Political militia"), "actor"
    )
    yield claim("killed", Toll("killed", Estimate(killed, killed, killed), Group()), "killed", chain)
    if "injured" in told.spans:
        yield claim("injured", Toll("injured", Estimate(killed + 2, killed + 2, killed + 2), Group()), "injured")


def fill(path: Path, events: int, padding: int = 12) -> None:
    """A project of that many events; every fourth is told by two reports, every twentieth by three."""
    random, store = Random(7), Store(path)
    store.db.execute("pragma synchronous = off")
    for number in range(events):
        copies = 3 if number % 20 == 0 else 2 if number % 4 == 0 else 1
        for copy in range(copies):
            report, claims, account, outcome = reading(number, copy, random, padding)
            store.add_report(report, report.text.encode())
            store.add_reading(claims, [account], outcome)
    store.close()
