"""Hand-made gold and readings for the tests of the scorer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dateline.codebook import load_codebook
from dateline.evaluate import GoldEvent, GoldParticipant, GoldPlace, GoldReport, GoldTarget, GoldToll
from dateline.model.claims import Account, Claim
from dateline.model.reading import Unread
from dateline.model.report import Report
from dateline.model.values import Estimate, Group, Participant, Period, Place, Speaker, Toll, plain

TEXT = (
    "Gunmen attacked a market in Gao on Monday, killing at least 12 people, a doctor said. "
    "Police arrested four men in Bamako on Tuesday.\n\n"
    "The drama club bombed on stage in Kayes."
)
REPORT = Report(TEXT, published=date(2025, 3, 19))
MONDAY = Period(date(2025, 3, 17), date(2025, 3, 17), "day")
TUESDAY = Period(date(2025, 3, 18), date(2025, 3, 18), "day")
ARMED, CIVILIANS = "Unidentified Armed Group (Mali)", "Civilians (Mali)"


@dataclass(frozen=True)
class Read:
    """As much of a Reading as the scorer looks at."""

    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: tuple[Unread, ...] = field(default=())


def gold() -> GoldReport:
    raid = GoldEvent(
        "raid", "Attack", ("attacked", "killing"), target=GoldTarget("market", "a market"),
        period=MONDAY, place=GoldPlace("Gao", "ML", "town"),
        participants=(GoldParticipant("actor", ARMED, "Gunmen"),),
        tolls=(GoldToll("killed", Estimate(low=12), "at least 12 people", 
            said_by=(Speaker("a doctor", "medic", "said"),)),),
    )  # fmt: skip
    arrest = GoldEvent(
        "arrest", "Arrests", ("arrested",), period=TUESDAY, place=GoldPlace("Bamako", "ML", "town"),
        participants=(GoldParticipant("actor", "Police Forces of Mali (2021-)", "Police"),),
        tolls=(GoldToll("arrested", Estimate(4, 4, 4), "four men"),),
    )  # fmt: skip
    return GoldReport("hand", TEXT, (raid, arrest), REPORT.published, relations=(("arrest", "raid", "follow-up of"),))


def claim(field: str, value: Any, quote: str, **more: Any) -> Claim:
    at = TEXT.index(quote) if quote else -1
    passages = (REPORT.passage(at, at + len(quote)),) if quote else ()
    return Claim(REPORT.id, field, plain(value), quote, passages, **more)


def account(quote: str, sub_event: str, *claims: Claim, **more: Any) -> tuple[Account, tuple[Claim, ...]]:
    types = claim("type", load_codebook().event_type(sub_event), quote, stance=more.get("stance", "asserted"))
    rows = (types, *claims)
    made = Account(
        REPORT.id, rows[0].passages[0], load_codebook().event_type(sub_event), tuple(row.id for row in rows), **more
    )
    return made, rows


def raid(**more: Any) -> tuple[Account, tuple[Claim, ...]]:
    doctor = (Speaker("a doctor", "medic", "said"),)
    return account(
        "attacked", "Attack",
        claim("period", MONDAY, "Monday"),
        claim("place", Place("Gao", "Gao", lat=16.27, lon=-0.04, country="ML", precision="town"), "Gao"),
        claim("participant", Participant("actor", "Gunmen", ARMED), "Gunmen"),
        claim("killed", Toll("killed", Estimate(low=12), Group()), "at least 12 people", chain=doctor),
        claim("target", {"value": "market", "text": "market"}, "market"),
        **more,
    )  # fmt: skip


def arrest(**more: Any) -> tuple[Account, tuple[Claim, ...]]:
    police = Participant("actor", "Police", "Police Forces of Mali (2020-2021)")
    return account(
        "arrested", "Arrests",
        claim("period", TUESDAY, "Tuesday"),
        claim("place", Place("Bamako", "Bamako", lat=12.65, lon=-8.0, country="ML", precision="town"), "Bamako"),
        claim("participant", police, "Police"),
        claim("arrested", Toll("arrested", Estimate(4, 4, 4)), "four men"),
        **more,
    )  # fmt: skip


def reading(*rows: tuple[Account, tuple[Claim, ...]]) -> Read:
    return Read(tuple(a for a, _ in rows), tuple(c for _, claims in rows for c in claims))


def related(row: tuple[Account, tuple[Claim, ...]], kind: str, other: Account) -> tuple[Account, tuple[Claim, ...]]:
    return replace(row[0], relations=((kind, other.id),)), row[1]
