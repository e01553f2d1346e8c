"""Invented events with a toll that rose over days, told by many: for the plot of a toll."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import djibo

from dateline.model.claims import Account, Claim, Event
from dateline.model.report import Report
from dateline.model.values import Speaker, plain

FIRST = date(2024, 12, 29)
SAID = (
    ("a local official", "official"), ("The army", "party"), ("a doctor", "medic"), ("residents", "witness"),
    ("the Invented Monitor of Harm", "monitor"), ("Invented Wire", "media"), ("an aid group", "other"),
    ("the interior ministry of the transitional government", "official"),
)  # fmt: skip


def report(day: date | None, number: int) -> Report:
    text = f"Report {number}. Dozens were killed in Djibo, it was said."
    return Report(text, published=day, publisher=f"Paper {number}",
                  origin=f"in/{number}.txt")  # fmt: skip


def told(
    number: int, day: date | None, bounds: tuple[Any, Any, Any], speaker: tuple[str, str] | None
) -> tuple[Report, Claim]:
    """A figure with the report that gives it."""
    source = report(day, number)
    passage = source.passage(source.text.index("Dozens"), source.text.index("Dozens") + 6)
    chain = (Speaker(*speaker, "said"),) if speaker else ()
    return source, Claim(source.id, "killed", plain(djibo.toll("killed", *bounds)), str(bounds[0]), (passage,), chain)


def event(number: int, figures: list[tuple[Report, Claim]]) -> Event:
    kind = djibo.acled("Violence against civilians", "Attack", mode="firearms")
    accounts = tuple(Account(source.id, claim.passages[0], kind, (claim.id,)) for source, claim in figures)
    claims = [claim for _, claim in figures]
    return djibo.event(number, kind, claims, when=djibo.day(3, 15), where=djibo.DJIBO, accounts=accounts)


def many(count: int) -> list[tuple[Report, Claim]]:
    """So many figures by all kinds of speakers, over some days; every fifth has a range, every seventh no end."""
    found = []
    for n in range(count):
        best = 5 + 3 * n
        bounds = (best - 2, best, best + 6) if n % 5 == 4 else (best, None, None) if n % 7 == 3 else (best, best, best)
        speaker = SAID[n % len(SAID)] if n % 9 != 8 else None
        found.append(told(n, FIRST + timedelta(days=n * 2 // 3), bounds, speaker))
    return found
