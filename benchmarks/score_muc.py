"""How much of MUC-4's answer keys the reading finds in reports that are all in capitals: recall, slot by slot.

In: DATELINE_CORPORA/muc4, raw texts and key templates. Out, on stdout: events a report, and recall on five slots.
What counts:
- Templates: those marked OPTIONAL are left out; so are reports without a template (they count as read, nothing more).
- Incident: a template is found where its report has an account whose ACLED sub-event may stand for the incident's type
  (TYPES below). One account serves one template: pairs are given away by the number of slots that agree, most first,
  and all other slots are looked at in the pair alone; a template without a pair misses them all.
- Location: the account's place bears the most specific name of the key (any alternative; accents and case apart, one
  name may be a part of the other). Country: its country does.
- Date: the account's period overlaps the key's and is at most a week longer. "- 3 JAN 90" (on or before) is that day.
- Perpetrator: of the organisations named in the key one is, by name or by the actor file, a participant that acts or a
  group named as responsible.
- Victims: of the key's figures (each line, and the total) one is a bound of a killed, injured or captured toll.
  "more than one" leaves out templates whose figures are all 1.
Incidents between a guerrilla and an army are no incident for MUC-4, so nothing here measures precision; the official
scores of 1992 count otherwise and are no comparison. `--as-printed` reads the capitals as they stand.
Run: python benchmarks/score_muc.py [--files train/dev-muc3-0001-0100 ...] [--limit N] [--as-printed] [--missed]
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import dateline.extract.read as reader
from dateline.actors import load_actors
from dateline.gazetteer.countries import country_code
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import fold

KEYS = {
    "train/dev-muc3-": "train/key-dev-{}.muc4",
    "dev/tst1-muc3": "dev/key-tst1.v7",
    "dev/tst2-muc4": "dev/key-tst2.v4",
}
EXPLOSIONS = {
    "Remote explosive/landmine/IED", "Suicide bomb", "Grenade", "Shelling/artillery/missile attack", "Air/drone strike",
    "Attack",
}  # fmt: skip
VIOLENCE = EXPLOSIONS | {
    "Armed clash",
    "Sexual violence",
    "Mob violence",
    "Excessive force against protesters",
    "Violent demonstration",
}
TYPES = {
    "ATTACK": VIOLENCE,
    "BOMBING": EXPLOSIONS | {"Looting/property destruction", "Disrupted weapons use"},
    "KIDNAPPING": {"Abduction/forced disappearance"},
    "HIJACKING": {"Abduction/forced disappearance", "Looting/property destruction"},
    "ARSON": {"Looting/property destruction", "Violent demonstration", "Mob violence", "Attack"},
    "ROBBERY": {"Looting/property destruction", "Attack"},
    "FORCED WORK STOPPAGE": {"Other", "Attack", "Change to group/activity"},
}
HARMS = ("killed", "injured", "captured", "missing")
SLOTS = ("location", "country", "date", "perpetrator", "victims", "victims, more than one")


@dataclass
class Template:
    kinds: tuple[str, ...]
    country: str | None
    places: tuple[str, ...]
    days: tuple[date, date] | None
    groups: tuple[str, ...]
    figures: tuple[int, ...]


@dataclass
class Told:
    """An account's values."""

    sub_event: str
    values: dict[str, list[Any]] = field(default_factory=dict)


def reports(path: Path) -> dict[str, str]:
    """Message id -> text."""
    parts = re.split(r"^((?:DEV|TST\d)-MUC\d-\d{4}).*$", path.read_text("latin-1"), flags=re.M)
    return {name: text.strip("\n") for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def templates(path: Path) -> dict[str, list[Template]]:
    """Message id -> templates that must be found."""
    found: dict[str, list[Template]] = {}
    for block in re.split(r"\n(?=0\.\s+MESSAGE: ID)", "\n" + path.read_text("latin-1")):
        slots: dict[str, list[str]] = {}
        name = ""
        for line in block.split("\n"):
            if slot := re.match(r"\d+\.\s+(.+?)\s{2,}(.*)", line):
                name = slot[1].strip()
            if name and not line.startswith(";"):
                slots.setdefault(name, []).append((slot[2] if slot else line).strip())
        message = (slots.get("MESSAGE: ID") or [""])[0].split(" ")[0]
        if message:
            number, kind = slots["MESSAGE: TEMPLATE"][0], slots["INCIDENT: TYPE"][0]
            wanted = "OPTIONAL" not in number and kind not in ("*", "-")
            found.setdefault(message, []).extend([template(slots)] if wanted else [])
    return found


def template(slots: dict[str, list[str]]) -> Template:
    kinds = tuple(re.sub(r"[?()]", "", kind).strip() for kind in slots["INCIDENT: TYPE"][0].split("/"))
    country, names = where(" ".join(slots["INCIDENT: LOCATION"]))
    people = [line for name in ("HUM TGT: NUMBER", "HUM TGT: TOTAL NUMBER") for line in slots.get(name, [])]
    figures = [
        int(n) for line in people for n in re.findall(r"(?:^|[-/\s])(\d+)(?=\s*(?:-|:|$|/))", line.split('"')[0])
    ]
    return Template(
        kinds, country, names, when(slots["INCIDENT: DATE"][0]),
        tuple(re.findall(r'"([^"]+)"', " ".join(slots.get("PERP: ORGANIZATION ID", [])))), tuple(figures),
    )  # fmt: skip


def where(words: str) -> tuple[str | None, tuple[str, ...]]:
    """Country, and the most specific names (none where only the country is told)."""
    names: list[str] = []
    country = words.split(":")[0].strip(" ?") or None
    for alternative in re.split(r"\s/\s", words):
        *_, last = alternative.split(":")
        if ":" in alternative:
            names += [re.sub(r"\(.*?\)|\?", "", part).strip() for part in last.split(" - ")]
    return country, tuple(name for name in names if name)


def when(words: str) -> tuple[date, date] | None:
    days = [datetime.strptime(day, "%d %b %y").date() for day in re.findall(r"\d\d? [A-Z]{3} \d\d", words)]
    return (min(days), max(days)) if days else None


def told(reading: Reading) -> list[Told]:
    """The accounts with the values of their claims by field."""
    claims = {claim.id: claim for claim in reading.claims}
    found = []
    for account in reading.accounts:
        one = Told(account.type.acled_sub_event)
        for name in account.claims:
            one.values.setdefault(claims[name].field, []).append(claims[name].value)
        found.append(one)
    return found


def agreement(key: Template, one: Told) -> dict[str, bool]:
    """Slot -> whether the account has it, for the slots that the key fills."""
    found: dict[str, bool] = {}
    places = one.values.get("place", [])
    if key.places:
        found["location"] = any(
            same(name, p.get(part)) for name in key.places for p in places for part in ("text", "name")
        )
    if key.country:
        code = country_code(key.country)
        found["country"] = any(p.get("country") == code for p in places)
    if key.days:
        found["date"] = any(near(key.days, period) for period in one.values.get("period", []))
    if key.groups:
        found["perpetrator"] = perpetrator(key.groups, one)
    if key.figures:
        bounds = [
            v.get("estimate", {}).get(b)
            for harm in HARMS
            for v in one.values.get(harm, [])
            for b in ("low", "best", "high")
        ]
        found["victims"] = bool(set(bounds) & set(key.figures))
        if set(key.figures) != {1}:
            found["victims, more than one"] = bool(set(bounds) & (set(key.figures) - {1}))
    return found


def same(left: str, right: str | None) -> bool:
    one, two = fold(left), fold(right or "")
    return len(two) > 2 and (f" {one} " in f" {two} " or f" {two} " in f" {one} ")


def near(days: tuple[date, date], period: dict[str, Any]) -> bool:
    if not period.get("start") or not period.get("end"):
        return False
    start, end = date.fromisoformat(period["start"]), date.fromisoformat(period["end"])
    return start <= days[1] and end >= days[0] and (end - start) - (days[1] - days[0]) <= timedelta(days=7)


def perpetrator(groups: tuple[str, ...], one: Told) -> bool:
    actors = [p for p in one.values.get("participant", []) if p.get("role") != "recipient"]
    names = [p.get(part) for p in actors for part in ("text", "name")]
    names += [r.get("actor") for r in one.values.get("responsibility", []) if isinstance(r, dict)]
    known = {a.id for group in groups for a in load_actors().named(group)}
    return any(same(g, n) for g in groups for n in names) or bool(known & {p.get("actor") for p in actors})


def pairs(keys: list[Template], accounts: list[Told]) -> dict[int, int]:
    """Template -> account, one to one, the most agreeing first."""
    fits = [
        (sum(agreement(key, one).values()), -t, -a)
        for t, key in enumerate(keys) for a, one in enumerate(accounts)
        if any(one.sub_event in TYPES.get(kind, ()) for kind in key.kinds)
    ]  # fmt: skip
    found: dict[int, int] = {}
    for _, t, a in sorted(fits, reverse=True):
        if -t not in found and -a not in found.values():
            found[-t] = -a
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--files", nargs="*", default=["train/dev-muc3-0001-0100", "dev/tst1-muc3"])
    options.add_argument("--limit", type=int, default=None)
    options.add_argument("--as-printed", action="store_true")
    options.add_argument("--missed", action="store_true")
    given = options.parse_args()
    if given.as_printed:
        reader.truecase = lambda text: text
    folder = Path(os.environ["DATELINE_CORPORA"]) / "muc4"
    for name in given.files:
        start = next(start for start in KEYS if name.startswith(start))
        score(name, reports(folder / name), templates(folder / KEYS[start].format(name[15:19])), given)


def score(name: str, texts: dict[str, str], keys: dict[str, list[Template]], given: argparse.Namespace) -> None:
    hit, of, events, began = Counter[str](), Counter[str](), 0, time.time()
    texts = dict(list(texts.items())[: given.limit])
    for message, text in texts.items():
        accounts = told(reader.read(Report(text, origin=message, language="en")))
        events += len(accounts)
        wanted = keys.get(message, [])
        paired = pairs(wanted, accounts)
        for number, key in enumerate(wanted):
            count(key, accounts[paired[number]] if number in paired else None, hit, of)
            if given.missed and number not in paired:
                print(
                    "missed",
                    message,
                    key.kinds,
                    key.places,
                    key.days and str(key.days[0]),
                    [a.sub_event for a in accounts],
                )
    print(
        f"{name}: {len(texts)} reports, {events} events ({events / len(texts):.2f} each), {time.time() - began:.0f} s"
    )
    for slot in sorted(of, key=lambda slot: (not slot.startswith("incident"), slot.startswith("incident:"), slot)):
        print(f"  {slot:28} {hit[slot]:4} of {of[slot]:4}  {100 * hit[slot] / of[slot]:5.1f} %")


def count(key: Template, one: Told | None, hit: Counter[str], of: Counter[str]) -> None:
    found = agreement(key, one or Told(""))
    found |= {"incident": one is not None, f"incident: {key.kinds[0].lower()}": one is not None}
    of.update(list(found))
    hit.update(slot for slot, good in found.items() if good)


if __name__ == "__main__":
    main()
