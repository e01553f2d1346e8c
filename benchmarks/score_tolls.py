"""How many of the victim numbers of the MUC-4 answer templates the tolls give, and the pace of reading.

Run: DATELINE_CORPORA=... python benchmarks/score_tolls.py [documents] [first]
A template's number is found where a harm of the same kind in the same text has those bounds. MUC's
PLURAL is two or more with no number. Templates tell only of attacks that count as terrorism, so
what is told beside them is reported as such, not as wrong.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections import Counter
from pathlib import Path

from dateline.extract.harm.numbers import numbers
from dateline.extract.harm.tolls import tolls
from dateline.model.reading import HarmMention, Reading
from dateline.model.report import Report
from dateline.text import parse

SLOT = re.compile(r"^\d+\.\s+([A-Z ]+: [A-Z ]+?)\s{2,}(.*)$")
HARMS = {"DEATH": "killed", "INJURY": "injured"}
Gold = tuple[str, str, str]  # harm, number as keyed, string


def templates(path: Path) -> dict[str, list[dict[str, list[str]]]]:
    """Message id -> its templates -> slot -> the lines of its fill."""
    found: dict[str, list[dict[str, list[str]]]] = {}
    now: dict[str, list[str]] = {}
    slot = ""
    for line in path.read_text(errors="replace").splitlines():
        match = SLOT.match(line)
        if match:
            slot = match.group(1).strip()
            if slot == "MESSAGE: ID":
                now = {}
                found.setdefault(match.group(2).split()[0], []).append(now)
            now.setdefault(slot, []).append(match.group(2).strip())
        elif line.startswith(" ") and slot and line.strip():
            now[slot].append(line.strip())
    return found


def gold(template: dict[str, list[str]]) -> list[Gold]:
    """The (harm, number, string) of one template."""
    effects = {}
    for line in template.get("HUM TGT: EFFECT OF INCIDENT", []):
        kind, _, string = line.partition(":")
        effects[string.strip()] = kind.strip(" ?")
    kidnap = "KIDNAPPING" in "".join(template.get("INCIDENT: TYPE", []))
    rows = []
    for line in template.get("HUM TGT: NUMBER", []):
        number, _, string = line.partition(":")
        harm = HARMS.get(effects.get(string.strip(), ""), "captured" if kidnap else "")
        if harm and string:
            rows.append((harm, number.strip(" ?"), string.strip()))
    return rows


def agrees(number: str, harm: HarmMention) -> bool:
    """Is the keyed number what the mention tells?"""
    told = harm.estimate
    if number == "PLURAL":
        return told.best is None and (told.low or told.high or 0) >= 2
    figures = [int(n) for n in re.findall(r"\d+", number)]
    if len(figures) == 2:
        return (told.low, told.high) == (figures[0], figures[1])
    return bool(figures) and figures[0] in (told.low, told.best, told.high, (told.low or 0) - 1)


def texts(path: Path) -> dict[str, str]:
    """Message id -> its text in lower case with sentences capitalised."""
    found = {}
    for part in re.split(r"\n(?=(?:DEV|TST\d)-MUC\d-\d{4})", path.read_text(errors="replace")):
        head, _, body = part.strip().partition("\n")
        body = re.sub(r"\n(?!\s*\n)\s*", " ", body.lower())
        capitals = re.compile(r"(^|[.!?]\s+|\]\s+|\n\s*)([a-z])")
        if head:
            found[head.split()[0]] = capitals.sub(lambda m: m.group(1) + m.group(2).upper(), body)
    return found


def measure(folder: Path, limit: int, first: int) -> None:
    """Print recall by harm and kind of number, and the pace."""
    keys: dict[str, list[dict[str, list[str]]]] = {}
    bodies: dict[str, str] = {}
    for path in sorted(folder.glob("key-dev-*")):
        keys.update(templates(path))
    for path in sorted(folder.glob("dev-muc3-*")):
        bodies.update(texts(path))
    wanted = {m: sorted({g for t in ts for g in gold(t)}) for m, ts in sorted(keys.items()) if m in bodies}
    chosen = [m for m in wanted if wanted[m]][first : first + limit]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    told = spent = words = 0.0
    verbose = bool(os.environ.get("SHOW"))
    for message in chosen:
        text = bodies[message]
        doc = parse(text)
        begun = time.perf_counter()
        reading = tolls(numbers(Reading(Report(text), doc=doc)))
        spent += time.perf_counter() - begun
        words += len(doc)
        told += len(reading.harms)
        for harm, number, string in wanted[message]:
            kind = "PLURAL" if number == "PLURAL" else "1" if number == "1" else "n"
            asked[f"{harm} {kind}"] += 1
            if any(h.harm == harm and agrees(number, h) for h in reading.harms):
                right[f"{harm} {kind}"] += 1
            elif verbose:
                print(message, harm, number, string, "|", [(h.harm, h.text) for h in reading.harms])
    for key in sorted(asked):
        print(f"{key:16} {right[key]:4} of {asked[key]:4}  {right[key] / asked[key]:.2f}")
    total, hits = sum(asked.values()), sum(right.values())
    print(f"all {hits} of {total} ({hits / total:.2f}) in {len(chosen)} texts; {told:.0f} mentions told")
    print(f"{words / spent:,.0f} words a second, the parse not counted")


if __name__ == "__main__":
    corpora = os.environ.get("DATELINE_CORPORA")
    if not corpora:
        sys.exit("DATELINE_CORPORA is not set: point it at the folder of corpora")
    given = [int(n) for n in sys.argv[1:3]]
    measure(Path(corpora) / "muc4" / "train", *(given + [150, 0][len(given) :]))
