"""What share of named groups and forces is known: MUC-4 perpetrator organisations, re3d organisations, own mentions.

Run: DATELINE_CORPORA=... python benchmarks/score_actors.py [--missed]
MUC-4 train: a slot fill counts as known when one of its alternatives resolves to an actor id in the
country of its template; fills that name no organisation ("death squads") are counted too.
re3d: entities of type Organisation whose words speak of arms (ARMED below); found = a mention
overlaps them, known = that mention has an actor id. wikinews: of the mentions that the component
finds for forces and armed groups, the share with an actor id (no gold: a mark, not a score).
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from dateline.actors import country_of, load_actors
from dateline.extract.who.actors import actors
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse

ARMED = re.compile(
    r"\b(army|armed|forces?|militias?|military|rebels?|fighters?|isi[ls]|da'?esh|islamic state|terrorists?|"
    r"soldiers?|police|troops|regime|jihad\w*|militants?|opposition|battalion|brigades?|hezbollah|hizb\w*|pkk|ypg|sdf|nusra|qa[ie]da|peshmerga|"
    r"guards?|coalition|houthis?|hamas|units?|taliban|insurgents?|boko haram|isf|cjtf\S*)\b", re.I)  # fmt: skip
FORCES = ("State forces", "Rebel group", "Political militia", "Identity militia", "External/Other forces")


def read(text: str, title: str | None = None, day: date | None = None) -> Reading:
    return actors(Reading(Report(text, title=title, published=day), doc=parse(text)))


def muc_fills(root: Path) -> list[tuple[list[str], str | None]]:
    fills = []
    for path in sorted((root / "muc4/train").glob("key-*")):
        for template in re.split(r"\n(?=0\.  MESSAGE: ID)", path.read_text(errors="replace")):
            slots = {m[1]: m[2] for m in re.finditer(r"^\d+\.\s+([A-Z: ]+?)  +(.*(?:\n {10,}.*)*)", template, re.M)}
            country = country_of(slots.get("INCIDENT: LOCATION", "").split(":")[0].split("-")[0].strip().title())
            for line in slots.get("PERP: ORGANIZATION ID", "").splitlines():
                names = [name.replace('\\"', "").strip() for name in re.findall(r'"((?:\\"|[^"])+)"', line)]
                if names:
                    fills.append((names, country))
    return fills


def score_muc(root: Path, missed: bool) -> None:
    fills, file = muc_fills(root), load_actors()
    unknown = [names for names, country in fills if not any(file.resolve(n, country, date(1990, 1, 1)) for n in names)]
    print(f"muc4 train: {len(fills) - len(unknown)} of {len(fills)} fills known ({1 - len(unknown) / len(fills):.1%})")
    if missed:
        for name, count in Counter(names[0] for names in unknown).most_common(80):
            print(f"   {count} {name}")


def score_re3d(root: Path, missed: bool) -> None:
    total = found = known = 0
    lost: Counter[str] = Counter()
    for folder in sorted((root / "re3d").glob("*/")):
        documents, entities = folder / "documents.json", folder / "entities.json"
        if not documents.exists():
            continue
        gold: dict[str, list[tuple[int, int, str]]] = {}
        for row in map(json.loads, entities.read_text().splitlines()):
            if row["type"] == "Organisation" and ARMED.search(row["value"]) and row["confidence"] > 0:
                gold.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["value"]))
        for document in map(json.loads, documents.read_text().splitlines()):
            mentions = read(document["text"], document.get("title")).actors
            for start, end, value in gold.get(document["_id"], ()):
                hits = [m for m in mentions if m.start < end and start < m.end]
                total, found, known = total + 1, found + bool(hits), known + any(m.actor for m in hits)
                lost[("" if hits else "NOT FOUND ") + value] += not any(m.actor for m in hits)
    print(f"re3d armed organisations: {total}, found {found / total:.1%}, known {known / total:.1%}")
    if missed:
        for name, count in lost.most_common(60):
            print(f"   {count} {name}")


def score_wikinews(root: Path, missed: bool) -> None:
    csv.field_size_limit(10**9)
    seen: Counter[str] = Counter()
    known: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for path in sorted((root / "wikinews").glob("*.csv")):
        for row in csv.DictReader(path.open(encoding="utf-8")):
            for mention in read(row["text"], row["title"], date.fromisoformat(row["date"][:10])).actors:
                if mention.category in FORCES:
                    seen[mention.category] += 1
                    known[mention.category] += mention.actor is not None
                    lost[mention.text] += mention.actor is None
    print(f"wikinews mentions of forces and groups: {seen.total()}, known {known.total() / seen.total():.1%}")
    for category in FORCES:
        print(f"   {category}: {known[category]} of {seen[category]}")
    if missed:
        print("  ", lost.most_common(60))


if __name__ == "__main__":
    corpora = Path(os.environ["DATELINE_CORPORA"])
    show = "--missed" in sys.argv
    score_muc(corpora, show)
    score_re3d(corpora, show)
    if "--fast" not in sys.argv:
        score_wikinews(corpora, show)
