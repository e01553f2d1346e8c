"""A small dataset made by hand from tests/gold/develop/djibo.txt, as the fold would hand it on."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

from dateline.model.claims import Account, Claim, Event, Finding
from dateline.model.dataset import Dataset, Outcome
from dateline.model.reading import Unread
from dateline.model.report import Rejected, Report
from dateline.model.values import Estimate, EventType, Group, Participant, Period, Place, Speaker, Toll, plain

TEXT = (Path(__file__).parents[1] / "gold/develop/djibo.txt").read_text("utf-8")
REPORT = Report(
    TEXT,
    title="Gunmen raid Djibo market <again>",
    published=date(2025, 3, 16),
    published_by="option",
    publisher="Sahel & Savanna News",
    url="https://news.example/2025/03/djibo-raid",
    origin="in/djibo.txt",
)
OFFICIAL, ARMY = ("a local official", "official", "said"), ("The army", "party", "said")
DOCTOR, CROSS = ("a doctor at the hospital", "medic", "according to"), ("the Red Cross", "other", "said")
BF = {"country": "BF", "admin1": "Sahel", "admin2": "Soum"}
DJIBO = Place("Djibo", "Djibo", 2361177, 14.09864, -1.62665, precision="town", **BF)
UAG = "Unidentified Armed Group (Burkina Faso)"
ARMY_NAME = "Military Forces of Burkina Faso (2022-)"


def at(quote: str, report: Report = REPORT, after: str = "") -> Any:
    start = report.text.index(quote, report.text.index(after))
    return report.passage(start, start + len(quote))


def claim(field: str, value: Any, quote: str, who: tuple[str, str, str] | None = None, **more: Any) -> Claim:
    report, after = more.pop("report", REPORT), more.pop("after", "")
    chain: tuple[Speaker, ...] = ()
    if who:
        start = report.text.find(who[0])
        chain = (Speaker(*who, start, start + len(who[0])) if start >= 0 else Speaker(*who),)
    return Claim(report.id, field, plain(value), quote, (at(quote, report, after),), chain, **more)


def toll(harm: str, low: int | None, best: int | None, high: int | None, **group: Any) -> Toll:
    return Toll(harm, Estimate(low, best, high), Group(**group))


def spans(claims: list[Claim]) -> list[dict[str, Any]]:
    """Tolls over the claims, as the fold makes them (one entry per harm and group)."""
    out: dict[str, dict[str, Any]] = {}
    for c in claims:
        if not (isinstance(c.value, dict) and "estimate" in c.value):
            continue
        key, bounds = f"{c.field}{c.value['group']}", c.value["estimate"]
        entry = out.setdefault(
            key,
            {"harm": c.field, "group": c.value["group"], "low": bounds["low"], "best": bounds["best"],
             "high": bounds["high"], "disputed": False, "claims": [], "subset_of": c.part_of},
        )  # fmt: skip
        if entry["claims"] and bounds["low"] != entry["low"]:
            lows = [x for x in (entry["low"], bounds["low"]) if x is not None]
            entry.update(low=min(lows, default=None), best=None, high=None, disputed=True)
        entry["claims"].append(c.id)
    return list(out.values())


def event(
    number: int,
    kind: EventType,
    claims: list[Claim],
    *,
    when: Period | None = None,
    where: Place | None = None,
    who: tuple[Participant, ...] = (),
    lowest: int = 0,
    extra: tuple[Finding, ...] = (),
    **more: Any,
) -> Event:
    ids = tuple(c.id for c in claims)
    by = {field: tuple(c.id for c in claims if c.field == field) for field in {c.field for c in claims}}
    found = [
        Finding("period", "most precise", plain(when), by.get("period", ())) if when else None,
        Finding("place", "most precise", plain(where), by.get("place", ())) if where else None,
        Finding("participants", "one per actor and role", plain(who), by.get("participant", ())),
        Finding("tolls", "span of claims", spans(claims)),
        Finding("killed", "acled: lowest reliable", lowest, by.get("killed", ())),
        Finding("killed", "ucdp: best", lowest or None, by.get("killed", ())),
        *extra,
    ]
    report = claims[0].report
    more.setdefault("accounts", (Account(report, claims[0].passages[0], kind, ids, more.get("salience", "main")),))
    more = {"stance": "asserted", "salience": "main", "clarity": "single", **more}
    return Event(
        id=f"DL-{number:012x}",
        claims=tuple(claims),
        findings=tuple(f for f in found if f),
        type=kind,
        **more,
    )


def day(month: int, number: int, text: str = "") -> Period:
    d = date(2025, month, number)
    return Period(d, d, "day", text, zone="Africa/Ouagadougou")


def acled(event_type: str, sub: str, root: str | None = "ASSAULT", mode: str | None = None) -> EventType:
    return EventType(event_type, sub, root, mode)


def raid() -> Event:
    kind = acled("Violence against civilians", "Attack", mode="firearms")
    gunmen = Participant("actor", "Gunmen on motorcycles", UAG, None, "Political militia", "BF")
    when = day(3, 15, "late on Saturday")
    army = claim("killed", toll("killed", 11, 11, 11), "11 had died", ARMY, verification="unverified")
    claims = [
        claim("type", {"acled_event": kind.acled_event, "acled_sub_event": "Attack"}, "stormed"),
        claim("period", when, "late on Saturday"),
        claim("place", DJIBO, "Djibo"),
        claim("participant", gunmen, "Gunmen on motorcycles"),
        claim("killed", toll("killed", 17, None, None), "at least 17 people", OFFICIAL, verification="unverified"),
        claim("injured", toll("injured", 24, None, None), "dozens", OFFICIAL),
        army,
        claim("killed", toll("killed", 4, 4, 4, status="combatant", occupation="soldier"), "four of its soldiers",
              ARMY, part_of=army.id),
        claim("killed", toll("killed", None, None, 30, status="combatant", perpetrators=True),
              "about 30 of the attackers", ARMY, verification="unverified"),
        claim("target", {"value": "market", "text": "market"}, "the weekly market"),
        claim("responsibility", {"ground": "none-claimed", "actor": None, "by": None},
              "No one has claimed responsibility"),
    ]  # fmt: skip
    extra = (
        Finding("killed", "airwars: min-max", [11, 17]),
        Finding("target", "first told", "market"),
        Finding("responsibility", "all kept", [{"ground": "none-claimed", "actor": None, "by": None}]),
    )
    return event(1, kind, claims, when=when, where=DJIBO, who=(gunmen,), lowest=7, extra=extra)


def mortar() -> Event:
    kind = acled("Explosions/Remote violence", "Shelling/artillery/missile attack", mode="heavy-weapons")
    where = dataclasses.replace(DJIBO, precision="near", relation="on the edge of", radius_km=3.0)
    claims = [
        claim("type", {"acled_event": kind.acled_event, "acled_sub_event": kind.acled_sub_event}, "hit"),
        claim("period", day(3, 10, "on March 10"), "on March 10"),
        claim("place", where, "Djibo", after="second assault"),
        claim("killed", toll("killed", 3, 3, 3, status="civilian", age="child"), "three children", DOCTOR),
        claim("weapon", {"value": "shelling", "text": "mortar shells"}, "mortar shells"),
        claim("target", {"value": "camp", "text": "camp"}, "a camp for displaced people"),
    ]
    extra = (Finding("weapon", "first told", "shelling"), Finding("target", "first told", "camp"))
    return event(2, kind, claims, when=day(3, 10), where=where, lowest=3, extra=extra, salience="background",
                 relations=(("retaliation for", "DL-000000000001"),))  # fmt: skip


def protest() -> Event:
    kind = acled("Protests", "Protest with intervention", mode="crowd-control")
    where = Place("Ouagadougou", "Ouagadougou", 2357048, 12.36566, -1.53388, "Centre", "Kadiogo", "BF", "town")
    who = (
        Participant("recipient", "several hundred protesters", "Protesters (Burkina Faso)", None, "Protesters", "BF"),
        Participant("actor", "police", "Police Forces of Burkina Faso (2022-)", "bf-police", "State forces", "BF"),
    )
    claims = [
        claim("type", {"acled_event": "Protests", "acled_sub_event": kind.acled_sub_event}, "fired tear gas"),
        claim("period", day(3, 14, "on Friday"), "on Friday"),
        claim("place", where, "Ouagadougou"),
        claim("participant", who[0], "several hundred protesters"),
        claim("participant", who[1], "police"),
        claim("arrested", toll("arrested", 25, None, None, status="civilian"), "at least 25"),
    ]
    extra = (Finding("weapon", "first told", "crowd control"),)
    return event(3, kind, claims, when=day(3, 14), where=where, who=who, extra=extra)


def ambush() -> Event:
    kind = acled("Battles", "Armed clash")
    where = Place("near Arbinda", "Arbinda", None, 14.23, -0.86, "Sahel", "Soum", "BF", "near", "near")
    who = (Participant("recipient", "an army convoy", ARMY_NAME, "bf-army", "State forces", "BF"),)
    claims = [
        claim("type", {"acled_event": "Battles", "acled_sub_event": "Armed clash"}, "ambushed", stance="alleged"),
        claim("type", {"acled_event": "Battles", "acled_sub_event": "Armed clash"}, "has denied reports",
              ("The government", "official", "denied"), stance="denied"),
        claim("place", where, "near Arbinda"),
    ]  # fmt: skip
    return event(4, kind, claims, when=day(3, 13), where=where, who=who, stance="denied", exported=False,
                 withheld="alleged by unnamed reports, denied by the government")  # fmt: skip


def abduction() -> Event:
    kind = acled("Violence against civilians", "Abduction/forced disappearance", mode="abduct")
    where = Place("outside Dori", "Dori", 2361082, 14.0354, -0.0345, "Sahel", "Séno", "BF", "near", "outside")
    when = Period(date(2025, 2, 1), date(2025, 2, 28), "month", "last month")
    who = (Participant("recipient", "two aid workers", "Civilians (Burkina Faso)", None, "Civilians", "BF"),)
    claims = [
        claim("type", {"acled_event": kind.acled_event, "acled_sub_event": kind.acled_sub_event}, "abducted"),
        claim("captured", toll("captured", 2, 2, 2, status="civilian", occupation="aid worker"), "two aid workers"),
        claim("period", when, "last month"),
    ]
    return event(5, kind, claims, when=when, where=where, who=who, salience="background")


def release() -> Event:
    kind = acled("Strategic developments", "Other", "RETREAT", "release")
    claims = [
        claim("type", {"acled_event": kind.acled_event, "acled_sub_event": "Other"}, "freed"),
        claim("released", toll("released", 2, 2, 2), "two aid workers", CROSS),
    ]
    return event(6, kind, claims, when=day(3, 16))


def capture() -> Event:
    kind = acled("Battles", "Non-state actor overtakes territory")
    where = Place("Tongomayel", "Tongomayel", country="BF", precision="town")
    when = Period(date(2023, 11, 1), date(2023, 11, 30), "month", "November 2023")
    who = (Participant("actor", "the militants", UAG, None, "Political militia", "BF"),)
    claims = [
        claim("type", {"acled_event": "Battles", "acled_sub_event": kind.acled_sub_event}, "captured"),
        claim("period", when, "November 2023"),
        claim("place", where, "Tongomayel"),
    ]
    return event(7, kind, claims, when=when, where=where, who=who, salience="background")


def dataset(*events: Event, reports: tuple[Report, ...] = (REPORT,), people: Any = ()) -> Dataset:
    """The whole set of Djibo, or the given events, with people's ranges in REPORT."""
    found = events or (raid(), mortar(), protest(), ambush(), abduction(), release(), capture())
    unread = Unread("number", at("200km"))
    outcomes = tuple(
        Outcome(r.id, "events", tuple(e.id for e in found), (unread,) if r is REPORT else (), tuple(people))
        for r in reports
    )
    quiet = Report("Rain fell on Bobo.", title="Weather", published=date(2025, 3, 16), publisher="Radio <b>Faso</b>")
    return Dataset(
        found,
        {r.id: r for r in (*reports, quiet)},
        (*outcomes, Outcome(quiet.id, "no events: nothing in it tells of conflict")),
        (Rejected("in/broken.pdf", "no text in it", "give a PDF with text"),),
    )
